import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/session';
import { isFree, type Anomaly } from './anomaly';
import { decisions, type Decision } from './triage-anomalies';
import { TriageDialog } from './triage-dialog';

type Props = { chosen: Anomaly[]; total: number; filter: Record<string, string>; onClear: () => void; onCreateTask: () => void };

/** The server counts no further. */
const countCap = 1_000;

/** What can be done with the chosen anomalies. Stays in sight while the list scrolls. */
export const TriageBar = ({ chosen, total, filter, onClear, onCreateTask }: Props) => {
  const { t } = useTranslation();
  const may = useMay();
  const [asking, setAsking] = useState<Decision>();
  const [all, setAll] = useState(false);
  const ready = chosen.filter(isFree);
  if (chosen.length === 0) {
    return null;
  }
  const clear = () => {
    setAll(false);
    onClear();
  };
  const many = total >= countCap ? `${countCap.toLocaleString('en-US')}+` : total.toLocaleString('en-US');
  return (
    <div className="triage-bar" role="toolbar" aria-label={t('monitoring:triage.label')}>
      <strong>{all ? t('triage:allChosen', { total: many }) : t('monitoring:triage.chosen', { count: chosen.length })}</strong>
      {!all && total > chosen.length && may('anomaly.triage') && (
        <Button type="link" onClick={() => setAll(true)}>
          {t('triage:chooseAll', { total: many })}
        </Button>
      )}
      {may('anomaly.triage') &&
        decisions.map((decision) => (
          <Button key={decision} onClick={() => setAsking(decision)}>
            {t(`monitoring:triage.${decision}`)}
          </Button>
        ))}
      {may('task.create') && !all && (
        <Button type="primary" disabled={ready.length === 0} title={ready.length === 0 ? t('monitoring:triage.taskNeeds') : ''} onClick={onCreateTask}>
          {t('monitoring:triage.createTask', { count: ready.length })}
        </Button>
      )}
      <Button type="text" onClick={clear}>
        {t('monitoring:triage.clear')}
      </Button>
      {asking && <TriageDialog
          decision={asking}
          target={all ? { filter } : { ids: chosen.map((one) => one.id) }}
          count={all ? many : String(chosen.length)}
          onClose={() => setAsking(undefined)}
          onDone={clear}
        />}
    </div>
  );
};
