import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/session';
import { useErrorText } from '@/ui/state-views';
import { isFree, type Anomaly } from './anomaly';
import { useTriageAnomalies, type Decision, type Target } from './triage-anomalies';

type Props = { chosen: Anomaly[]; total: number; filter: Record<string, string>; onClear: () => void; onCreateTask: () => void };

const decisions: Decision[] = ['to-handle', 'ignored', 'reanalyse'];
/** The server counts no further. */
const countCap = 1_000;
const needsReason = (decision: Decision): boolean => decision === 'ignored';

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

type DialogProps = { decision: Decision; target: Target; count: string; onClose: () => void; onDone: () => void };

const TriageDialog = ({ decision, target, count, onClose, onDone }: DialogProps) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const [reason, setReason] = useState('');
  const triage = useTriageAnomalies();
  const missing = needsReason(decision) && reason.trim() === '';
  const decide = () =>
    triage.mutate(
      { ...target, decision, ...(reason.trim() ? { reason: reason.trim() } : {}) },
      {
        onSuccess: ({ changed, refused, refusedCount, more }) => {
          onClose();
          onDone();
          void (refusedCount === 0
            ? message.success(t(more ? 'triage:doneMore' : 'monitoring:triage.done', { count: changed }))
            : message.warning(t('monitoring:triage.partly', { count: changed, refused: refusedCount, reason: t(`triage:refusal.${refused[0]?.reason ?? ''}`, { defaultValue: refused[0]?.reason ?? '' }) })));
        },
        onError: (error) => void message.error(errorText(error)),
      },
    );
  return (
    <Modal
      open
      title={t('monitoring:triage.confirm', { count, decision: t(`monitoring:triage.${decision}`) })}
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
