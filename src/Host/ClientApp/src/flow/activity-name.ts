import { useTranslation } from 'react-i18next';
import type { FlowActivity } from './flow-definition';

/** A node's own text in the language of the reader; in English the name of its kind where the definition, which is drawn in Chinese, gives none. */
export const useActivityName = (): ((activity: FlowActivity) => string) => {
  const { t, i18n } = useTranslation();
  return (activity) => {
    const own = activity.metadata?.displayText || activity.name || activity.type;
    const known = t(`codes:activity.${activity.type.replaceAll('.', '-')}`, { defaultValue: '' });
    const english = activity.titleEn?.expression?.value;
    return i18n.language === 'en' ? (typeof english === 'string' && english) || activity.metadata?.displayTextEn || known || own : activity.metadata?.displayText || known || own;
  };
};
