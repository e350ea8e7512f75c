import { useTranslation } from 'react-i18next';
import type { FlowActivity } from './flow-definition';

/** A node's own text in Chinese; in English the name of its kind where we know it, because definitions are written in Chinese. */
export const useActivityName = (): ((activity: FlowActivity) => string) => {
  const { t, i18n } = useTranslation();
  return (activity) => {
    const own = activity.metadata?.displayText || activity.name || activity.type;
    const known = t(`codes:activity.${activity.type.replaceAll('.', '-')}`, { defaultValue: '' });
    return i18n.language === 'en' ? known || own : activity.metadata?.displayText || known || own;
  };
};
