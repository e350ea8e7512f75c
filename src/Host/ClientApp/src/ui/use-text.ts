import { useTranslation } from 'react-i18next';
import type { Text } from '@/api/types';

/** Picks the language of a text that came with its translations, from a form, a theme or an outcome. */
export const useText = (): ((text: Text | string | null | undefined) => string) => {
  const { i18n } = useTranslation();
  return (text) => {
    if (!text || typeof text === 'string') {
      return text ?? '';
    }
    return (i18n.language === 'en' ? text.en : text.zh) || text.zh || text.en || '';
  };
};

/** A unit of measure in the reader's language; what is written alike in both ("kWh") stays as it is. */
export const useUnit = (): ((unit: string | null | undefined) => string) => {
  const { t } = useTranslation();
  return (unit) => (unit ? t(`codes:unitOf.${unit}`, { defaultValue: unit }) : '');
};

/** Names a code of a known list ("stage", "urgency", ...); an unknown code shows as it is, never as a blank. */
export const useCode = (): ((list: string, value: string | null | undefined) => string) => {
  const { t } = useTranslation();
  return (list, value) => (value ? t(`codes:${list}.${value.replaceAll('.', '-')}`, { defaultValue: value }) : '—');
};
