import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';

/** A page that broke. Drafts are kept, so loading it again loses nothing. */
export const CrashView = () => {
  const { t } = useTranslation();
  return (
    <Result
      status="error"
      title={t('common:error.crash')}
      subTitle={t('common:error.crashHint')}
      extra={
        <Button type="primary" onClick={() => window.location.reload()}>
          {t('common:retry')}
        </Button>
      }
    />
  );
};
