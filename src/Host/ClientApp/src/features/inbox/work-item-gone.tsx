import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { dateTime } from '@/ui/format';
import type { Gone } from './complete-work-item';

/** Somebody else was quicker: says who and when, and leaves the typed text where it is until the person lets go of it. */
export const WorkItemGone = ({ gone, onDiscard }: { gone: Gone; onDiscard: () => void }) => {
  const { t } = useTranslation();
  return (
    <Alert
      type="warning"
      showIcon
      className="gap-below"
      title={
        gone.completedBy
          ? t('inbox:gone.by', { name: gone.completedBy, at: dateTime(gone.completedAt) })
          : t('inbox:gone.title')
      }
      description={t('inbox:gone.kept')}
      action={
        <Button size="small" onClick={onDiscard}>
          {t('inbox:gone.discard')}
        </Button>
      }
    />
  );
};
