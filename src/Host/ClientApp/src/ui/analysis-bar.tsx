import { Alert, Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Analysis } from '@/api/analysis';
import { yearMonth } from './format';

type Props = { run: Analysis<unknown> | null; onCancel?: () => void; cancelling?: boolean };

/** How far a calculation is, with a way to stop it; or why there is no result. */
export const AnalysisBar = ({ run, onCancel, cancelling }: Props) => {
  const { t } = useTranslation();
  if (!run || run.state === 'done') {
    return null;
  }
  if (run.state === 'running') {
    return (
      <div className="analysis-bar" role="status">
        <Progress percent={Math.min(99, Math.round(run.progress * 100))} aria-label={t('common:analysis.running')} />
        <span className="muted small">
          {t('common:analysis.running')} {run.step ? yearMonth(run.step) : ''}
        </span>
        {onCancel && (
          <Button size="small" loading={cancelling ?? false} onClick={onCancel}>
            {t('common:analysis.cancel')}
          </Button>
        )}
      </div>
    );
  }
  return run.state === 'cancelled' ? (
    <Alert className="gap-below" type="info" showIcon title={t('common:analysis.cancelled')} />
  ) : (
    <Alert className="gap-below" type="error" showIcon title={run.problem?.text ?? t('common:error.server')} />
  );
};
