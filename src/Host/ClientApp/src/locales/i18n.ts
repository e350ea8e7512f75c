import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { setRequestLanguage } from '@/api/http';

export type Language = 'zh' | 'en';
const storageKey = 'language';

const files = import.meta.glob<Record<string, unknown>>('./*/*.json', { eager: true, import: 'default' });
const resources: Record<string, Record<string, Record<string, unknown>>> = {};
Object.entries(files).forEach(([path, content]) => {
  const [language = '', file = ''] = path.split('/').slice(-2);
  (resources[language] ??= {})[file.replace('.json', '')] = content;
});

const apply = (language: string): void => {
  setRequestLanguage(language);
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn');
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
};

i18next.on('languageChanged', apply);
void i18next.use(initReactI18next).init({
  resources,
  lng: localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh',
  fallbackLng: 'zh',
  ns: Object.keys(resources.zh ?? {}),
  defaultNS: 'common',
  interpolation: { escapeValue: false },
});

export const switchLanguage = (language: Language): void => {
  localStorage.setItem(storageKey, language);
  void i18next.changeLanguage(language);
};

/** The account's language, unless this browser was told another one. */
export const adoptLanguage = (language: string): void => {
  if (localStorage.getItem(storageKey) === null) {
    void i18next.changeLanguage(language === 'en' ? 'en' : 'zh');
  }
};

export default i18next;
