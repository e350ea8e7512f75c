import { Typography } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Props = { title: string; tags?: ReactNode; subtitle?: ReactNode; back?: ReactNode; actions?: ReactNode; children: ReactNode };

/** Head and body of every page inside the shell. */
export const Page = ({ title, tags, subtitle, back, actions, children }: Props) => {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('common:product')}`;
  }, [title, t]);
  return (
    <>
      <div className="page-head">
        <div className="page-head-text">
          {back}
          <div className="page-title">
            <Typography.Title level={1}>{title}</Typography.Title>
            {tags}
          </div>
          {subtitle && <div className="muted">{subtitle}</div>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </div>
      {children}
    </>
  );
};
