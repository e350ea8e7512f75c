import { Alert, App, Button, Input, Modal, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '@/ui/state-views';
import { useTriage, useTriageAnomalies, type Decision, type Target, type Triage } from './triage-anomalies';

type Props = { decision: Decision; target: Target; count: string; onClose: () => void; onDone: () => void };

const needsReason = (decision: Decision): boolean => decision === 'ignored';

/** Asks for the reason, decides, and stays open for what takes longer than an answer: then it shows how far that is. */
export const TriageDialog = ({ decision, target, count, onClose, onDone }: Props) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const outcomeText = useOutcomeText();
  const [reason, setReason] = useState('');
  const [begun, setBegun] = useState<Triage>();
  const triage = useTriageAnomalies();
  const decide = () =>
    triage.mutate(
      { ...target, decision, ...(reason.trim() ? { reason: reason.trim() } : {}) },
      {
        onSuccess: (answer) => {
          if (answer.state === 'running') {
            setBegun(answer);
            return;
          }
          onClose();
          onDone();
          void (answer.refusedCount === 0 ? message.success(outcomeText(answer)) : message.warning(outcomeText(answer)));
        },
        onError: (error) => void message.error(errorText(error)),
      },
    );
  const title = t('monitoring:triage.confirm', { count, decision: t(`monitoring:triage.${decision}`) });
  return begun ? (
    <TriageProgress
      title={title}
      begun={begun}
      onClose={() => {
        onClose();
        onDone();
      }}
    />
  ) : (
    <Modal
      open
      title={title}
      okText={t('common:confirm')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: needsReason(decision) && reason.trim() === '', loading: triage.isPending }}
      onOk={decide}
      onCancel={onClose}
    >
      <p className="muted">{t(`triage:consequence.${decision}`)}</p>
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

const TriageProgress = ({ title, begun, onClose }: { title: string; begun: Triage; onClose: () => void }) => {
  const { t } = useTranslation();
  const outcomeText = useOutcomeText();
  const now = useTriage(begun) ?? begun;
  const through = now.state === 'done';
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      footer={
        <Button type={through ? 'primary' : 'default'} onClick={onClose}>
          {t('common:close')}
        </Button>
      }
    >
      <Progress percent={Math.floor((100 * now.judged) / Math.max(now.total, 1))} aria-label={title} />
      {through ? (
        <Alert type={now.refusedCount === 0 ? 'success' : 'warning'} showIcon title={outcomeText(now)} />
      ) : (
        <p role="status">{t('triage:running', { judged: now.judged.toLocaleString('en-US'), total: now.total.toLocaleString('en-US') })}</p>
      )}
    </Modal>
  );
};

const useOutcomeText = () => {
  const { t } = useTranslation();
  return ({ changed, refused, refusedCount, more }: Triage): string => {
    const first = refused[0]?.reason ?? '';
    const text =
      refusedCount === 0
        ? t('monitoring:triage.done', { count: changed })
        : t('monitoring:triage.partly', { count: changed, refused: refusedCount, reason: t(`triage:refusal.${first}`, { defaultValue: first }) });
    return more ? `${text} ${t('triage:more')}` : text;
  };
};
