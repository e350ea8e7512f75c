import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/session';
import { mayDecide, type Anomaly } from './anomaly';
import { decisions, type Decision } from './triage-anomalies';
import { TriageDialog } from './triage-dialog';

/** The decision about the row that is being read, without a way back to the list. */
export const TriageOne = ({ row, onDone }: { row: Anomaly; onDone: () => void }) => {
  const { t } = useTranslation();
  const may = useMay();
  const [asking, setAsking] = useState<Decision>();
  const possible = decisions.filter((decision) => mayDecide(row, decision));
  if (!may('anomaly.triage') || possible.length === 0) {
    return null;
  }
  return (
    <div className="panel-tags" role="group" aria-label={t('triage:decide')}>
      {possible.map((decision) => (
        <Button key={decision} type={decision === 'to-handle' ? 'primary' : 'default'} onClick={() => setAsking(decision)}>
          {t(`monitoring:triage.${decision}`)}
        </Button>
      ))}
      {asking && <TriageDialog decision={asking} target={{ ids: [row.id] }} count="1" onClose={() => setAsking(undefined)} onDone={onDone} />}
    </div>
  );
};
