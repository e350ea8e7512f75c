import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/session';
import { useErrorText } from '@/ui/state-views';
import { isFree, type Anomaly } from './anomaly';
import { useTriageAnomalies, type Decision } from './triage-anomalies';

type Props = { chosen: Anomaly[]; onClear: () => void; onCreateTask: () => void };

const decisions: Decision[] = ['to-handle', 'ignored', 'reanalyse'];
const needsReason = (decision: Decision): boolean => decision === 'ignored';

/** What can be done with the chosen anomalies. Stays in sight while the list scrolls. */
export const TriageBar = ({ chosen, onClear, onCreateTask }: Props) => {
  const { t } = useTranslation();
  const may = useMay();
  const [asking, setAsking] = useState<Decision>();
  const ready = chosen.filter(isFree);
  if (chosen.length === 0) {
    return null;
  }
  return (
    <div className="triage-bar" role="toolbar" aria-label={t('monitoring:triage.label')}>
      <strong>{t('monitoring:triage.chosen', { count: chosen.length })}</strong>
      {may('anomaly.triage') &&
        decisions.map((decision) => (
          <Button key={decision} onClick={() => setAsking(decision)}>
            {t(`monitoring:triage.${decision}`)}
          </Button>
        ))}
      {may('task.create') && (
        <Button type="primary" disabled={ready.length === 0} title={ready.length === 0 ? t('monitoring:triage.taskNeeds') : ''} onClick={onCreateTask}>
          {t('monitoring:triage.createTask', { count: ready.length })}
        </Button>
      )}
      <Button type="text" onClick={onClear}>
        {t('monitoring:triage.clear')}
      </Button>
      {asking && <TriageDialog decision={asking} ids={chosen.map((one) => one.id)} onClose={() => setAsking(undefined)} onDone={onClear} />}
    </div>
  );
};

type DialogProps = { decision: Decision; ids: number[]; onClose: () => void; onDone: () => void };

const TriageDialog = ({ decision, ids, onClose, onDone }: DialogProps) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const [reason, setReason] = useState('');
  const triage = useTriageAnomalies();
  const missing = needsReason(decision) && reason.trim() === '';
  const decide = () =>
    triage.mutate(
      { ids, decision, ...(reason.trim() ? { reason: reason.trim() } : {}) },
      {
        onSuccess: ({ changed, refused }) => {
          onClose();
          onDone();
          void (refused.length === 0
            ? message.success(t('monitoring:triage.done', { count: changed }))
            : message.warning(t('monitoring:triage.partly', { count: changed, refused: refused.length, reason: refused[0]?.reason ?? '' })));
        },
        onError: (error) => void message.error(errorText(error)),
      },
    );
  return (
    <Modal
      open
      title={t('monitoring:triage.confirm', { count: ids.length, decision: t(`monitoring:triage.${decision}`) })}
      okText={t('common:confirm')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: missing, loading: triage.isPending }}
      onOk={decide}
      onCancel={onClose}
    >
      <label htmlFor="triage-reason">{t(needsReason(decision) ? 'monitoring:triage.reasonNeeded' : 'monitoring:triage.reason')}</label>
      <Input.TextArea
        id="triage-reason"
        className="gap-above gap-below"
        maxLength={500}
        showCount
        autoSize={{ minRows: 3 }}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  );
};
