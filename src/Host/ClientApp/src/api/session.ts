import { useQuery } from '@tanstack/react-query';
import { http } from './http';
import { statusOf } from './problem';
import { sessionKey } from './query-client';
import type { Session } from './types';

const loadSession = async (): Promise<Session | null> => {
  try {
    return (await http.get<{ account: Session }>('/api/session')).account;
  } catch (error) {
    if (statusOf(error) === 401) {
      return null;
    }
    throw error;
  }
};

/** Who is signed in; null when nobody is. */
export const useSession = () => useQuery({ queryKey: sessionKey, queryFn: loadSession, staleTime: Infinity });

/** The signed-in account, for pages inside the shell, where there always is one. */
export const useAccount = (): Session => {
  const { data } = useSession();
  if (!data) {
    throw new Error('No account outside the shell.');
  }
  return data;
};

export const useMay = (): ((permission: string) => boolean) => {
  const { data } = useSession();
  return (permission) => data?.permissions.includes(permission) ?? false;
};
