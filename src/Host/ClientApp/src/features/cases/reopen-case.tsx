import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http } from '@/api/http';
import { dateTime, yearMonth } from '@/ui/format';
import { ReasonDialog } from '@/ui/reason-dialog';
import { Loaded } from '@/ui/state-views';
import { CaseEvidence } from './case-evidence';
import type { AuditCase } from './case';

const shortestReason = 10;
const shown = 5;
const touched = ['case', 'cases', 'history', 'anomalies', 'work-items', 'workbench', 'case-visits'];

type Cause = 'new-evidence' | 'recurrence';

type Grounds = {
  refusal: string | null;
  newFiles: number;
  recurrences: { anomalyId: number; themeCode: string; ym: string; objKey: string; firstSeenAt: string }[];
  recurrenceUntil: string | null;
};

const useGrounds = (data: AuditCase) =>
  useQuery({ queryKey: ['case', String(data.id), 'reopening', data.evidence.length], queryFn: () => http.get<Grounds>(`/api/cases/${data.id}/reopening`) });

/** Takes a closed order up again: for new evidence, or because its theme found the object again. */
export const ReopenCase = ({ data }: { data: AuditCase }) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const grounds = useGrounds(data);
  const again = grounds.data?.refusal === null && grounds.data.recurrences.length > 0;
  return (
    <>
      {again && <Alert type="warning" showIcon className="gap-below" title={t('cases:reopen.offered', { count: grounds.data?.recurrences.length ?? 0 })} />}
      <div className="gap-below">
        <Button {...(again ? { type: 'primary' as const } : {})} onClick={() => setOpen(true)}>
          {t('cases:reopen.button')}
        </Button>
      </div>
      {open && <Loaded of={grounds}>{(found) => <ReopenDialog data={data} grounds={found} onClose={() => setOpen(false)} />}</Loaded>}
    </>
  );
};

const ReopenDialog = ({ data, grounds, onClose }: { data: AuditCase; grounds: Grounds; onClose: () => void }) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [cause, setCause] = useState<Cause>(grounds.recurrences.length > 0 ? 'recurrence' : 'new-evidence');
  const send = useMutation({
    mutationFn: (reason: string) => http.post(`/api/cases/${data.id}/reopen`, { cause, reason }),
    onSuccess: () => {
      onClose();
      void message.success(t('cases:reopen.done'));
      return Promise.all(touched.map((key) => client.invalidateQueries({ queryKey: [key] })));
    },
  });
  return (
    <ReasonDialog
      title={t('cases:reopen.title')}
      hint={t('cases:reopen.hint')}
      shortest={shortestReason}
      pending={send.isPending}
      error={send.error}
      onDecide={(reason) => send.mutate(reason)}
      onClose={onClose}
    >
      <Radio.Group className="gap-below" aria-label={t('cases:reopen.cause')} value={cause} onChange={(event) => setCause(event.target.value as Cause)}>
        <Radio value="new-evidence">{t('cases:reopen.newEvidence')}</Radio>
        <Radio value="recurrence" disabled={grounds.recurrences.length === 0}>
          {t('cases:reopen.recurrence', { count: grounds.recurrences.length })}
        </Radio>
      </Radio.Group>
      {cause === 'recurrence' ? <Recurrences grounds={grounds} /> : <NewEvidence data={data} grounds={grounds} />}
    </ReasonDialog>
  );
};

const Recurrences = ({ grounds }: { grounds: Grounds }) => {
  const { t } = useTranslation();
  return (
    <ul className="gap-below">
      {grounds.recurrences.slice(0, shown).map((found) => (
        <li key={found.anomalyId}>
          <span className="mono">{found.objKey}</span> {found.themeCode} {yearMonth(found.ym)} · {dateTime(found.firstSeenAt)}
        </li>
      ))}
      {grounds.recurrences.length > shown && <li>{t('tasks:andMore', { count: grounds.recurrences.length - shown })}</li>}
    </ul>
  );
};

const NewEvidence = ({ data, grounds }: { data: AuditCase; grounds: Grounds }) => {
  const { t } = useTranslation();
  const since = { ...data, evidence: data.evidence.filter((file) => data.closedAt !== null && file.uploadedAt > data.closedAt) };
  return (
    <div className="gap-below">
      <p className={grounds.newFiles > 0 ? 'muted' : undefined}>{t(grounds.newFiles > 0 ? 'cases:reopen.files' : 'cases:reopen.noFiles', { count: grounds.newFiles })}</p>
      <CaseEvidence data={since} embedded adds />
    </div>
  );
};
