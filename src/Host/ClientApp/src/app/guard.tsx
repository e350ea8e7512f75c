import type { ReactNode } from 'react';
import { Navigate, Outlet, useLocation, useSearchParams } from 'react-router';
import { useMay, useSession } from '@/api/session';
import { ErrorView, ForbiddenView, LoadingView } from '@/ui/state-views';
import { SignInPage } from '@/features/access/sign-in-page';
import { Shell } from './shell';

/** Everything inside needs a session; the address asked for is opened after the sign-in. */
export const SignedIn = () => {
  const session = useSession();
  const location = useLocation();
  if (session.isPending) {
    return <LoadingView />;
  }
  if (session.error && !session.data) {
    return <ErrorView error={session.error} onRetry={() => void session.refetch()} />;
  }
  if (!session.data) {
    return <Navigate to={`/sign-in?from=${encodeURIComponent(location.pathname + location.search)}`} replace />;
  }
  return (
    <Shell>
      <Outlet />
    </Shell>
  );
};

export const SignInRoute = () => {
  const session = useSession();
  const [search] = useSearchParams();
  const from = search.get('from') ?? '/';
  // The designer's pages are documents of their own, outside this router.
  if (session.data && from.startsWith('/studio')) {
    window.location.assign(from);
    return null;
  }
  // Only an address of this app: "//elsewhere" would leave it.
  return session.data ? <Navigate to={/^\/(?!\/)/.test(from) ? from : '/'} replace /> : <SignInPage />;
};

/** Hides a page from those who may not use it. The server decides; this only spares a useless question. */
export const Needs = ({ permission, children }: { permission: string; children: ReactNode }) => (useMay()(permission) ? children : <ForbiddenView />);
