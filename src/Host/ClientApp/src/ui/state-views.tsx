import { FileUnknownOutlined, LockOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, Empty, Result, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Problem, statusOf } from '@/api/problem';

/** What the user reads about an error: the server's own words if there are any, else ours for the kind of failure. */
export const useErrorText = (): ((error: unknown) => string) => {
  const { t } = useTranslation();
  return (error) => {
    if (error instanceof Problem && error.detail) {
      return error.detail;
    }
    const status = statusOf(error);
    if (status === 0) {
      return t('common:error.network');
    }
    return status && status < 500 ? t('common:error.refused', { status }) : t('common:error.server');
  };
};

export const LoadingView = ({ rows = 6 }: { rows?: number }) => {
  const { t } = useTranslation();
  return (
    <div className="panel" role="status" aria-label={t('common:loading')}>
      <Skeleton active paragraph={{ rows }} />
    </div>
  );
};

export const NotFoundView = () => {
  const { t } = useTranslation();
  return (
    <Result
      status="info"
      icon={<FileUnknownOutlined />}
      title={t('common:notFound.title')}
      subTitle={t('common:notFound.text')}
      extra={
        <Link to="/">
          <Button type="primary">{t('common:backHome')}</Button>
        </Link>
      }
    />
  );
};

export const ForbiddenView = () => {
  const { t } = useTranslation();
  return (
    <Result
      status="info"
      icon={<LockOutlined />}
      title={t('common:forbidden.title')}
      subTitle={t('common:forbidden.text')}
      extra={
        <Link to="/">
          <Button type="primary">{t('common:backHome')}</Button>
        </Link>
      }
    />
  );
};

export const ErrorView = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => {
  const { t } = useTranslation();
  const text = useErrorText();
  if (statusOf(error) === 404) {
    return <NotFoundView />;
  }
  if (statusOf(error) === 403) {
    return <ForbiddenView />;
  }
  return (
    <div className="panel" role="alert">
      <Result
        status="warning"
        icon={<WarningOutlined />}
        title={t('common:error.title')}
        subTitle={text(error)}
        extra={
          <Button type="primary" onClick={onRetry}>
            {t('common:retry')}
          </Button>
        }
      />
    </div>
  );
};

export const EmptyView = ({ text, hint, action }: { text: string; hint?: string; action?: ReactNode }) => (
  <Empty
    image={Empty.PRESENTED_IMAGE_SIMPLE}
    className="empty-view"
    description={
      <>
        <div className="empty-title">{text}</div>
        {hint && <div className="muted">{hint}</div>}
      </>
    }
  >
    {action}
  </Empty>
);

type Loadable<T> = { data: T | undefined; error: unknown; isPending: boolean; refetch: () => unknown };

/** Skeleton, then error with retry, then the content: the same everywhere. Old data stays on the screen when a refetch fails. */
export function Loaded<T>({ of, rows, children }: { of: Loadable<T>; rows?: number; children: (data: T) => ReactNode }) {
  if (of.data !== undefined) {
    return <>{children(of.data)}</>;
  }
  return of.error ? <ErrorView error={of.error} onRetry={() => void of.refetch()} /> : <LoadingView {...(rows ? { rows } : {})} />;
}
