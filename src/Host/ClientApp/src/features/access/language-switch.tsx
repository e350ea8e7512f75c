import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/api/session';
import { switchLanguage } from '@/locales/i18n';
import { useChangeLanguage } from './change-language';

/** One button that names the other language in that language. */
export const LanguageSwitch = () => {
  const { i18n } = useTranslation();
  const { data: account } = useSession();
  const change = useChangeLanguage();
  const other = i18n.language === 'en' ? 'zh' : 'en';
  const choose = () => {
    switchLanguage(other);
    if (account) {
      change.mutate(other);
    }
  };
  return (
    <Button type="text" onClick={choose} lang={other === 'en' ? 'en' : 'zh-CN'} data-testid="language-switch">
      {other === 'en' ? 'English' : '中文'}
    </Button>
  );
};
