import { App, Button, Form, Input, Modal, Segmented, Switch, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '@/api/session';
import { dateTime, yearMonth } from '@/ui/format';
import { LoadMore, Records } from '@/ui/records';
import { EmptyView, ErrorView, LoadingView, useErrorText } from '@/ui/state-views';
import { usePages } from '@/ui/use-pages';
import { useText } from '@/ui/use-text';
import { shown, useAnswerAlarm, type Alarm } from './indicator';
import { useIndicatorName } from './indicator-tile';

const states = ['open', 'acknowledged', 'cleared'] as const;
const colors = { open: 'red', acknowledged: 'green', cleared: 'default' } as const;

/** What went beyond its limit, and what an analyst said about it. */
export const AlarmsPanel = ({ org }: { org: string }) => {
  const { t } = useTranslation();
  const may = useMay();
  const text = useText();
  const name = useIndicatorName();
  const [state, setState] = useState<string>('open');
  const [answering, setAnswering] = useState<Alarm>();
  const list = usePages<Alarm>(['indicators', 'alarms'], '/api/indicator-alarms', { state, org });
  const value = (row: Alarm) => (
    <span>
      <strong className="level-text-alarm">{shown(row.value, row.decimals)}</strong> <span className="muted">/ {row.limitValue} {text(row.unit)}</span>
    </span>
  );
  const next = (row: Alarm) =>
    row.state !== 'acknowledged' && may('anomaly.triage') ? (
      <Button type="link" className="cell-link" aria-label={`${t('indicators:answer')} ${name(row)} ${row.orgName}`} onClick={() => setAnswering(row)}>
        {t('indicators:answer')}
      </Button>
    ) : (
      <Answer row={row} />
    );
  const tag = (row: Alarm) => (
    <Tag variant="filled" color={colors[row.state]}>
      {t(`indicators:alarmState.${row.state}`)}
    </Tag>
  );
  return (
    <section aria-label={t('indicators:alarms')}>
      <Segmented className="gap-below" value={state} onChange={setState} options={states.map((one) => ({ value: one, label: t(`indicators:alarmState.${one}`) }))} />
      {list.isPending && <LoadingView rows={3} />}
      {list.error && !list.data && <ErrorView error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && (
        <Records
          label={t('indicators:alarms')}
          rows={list.rows}
          rowKey={(row) => row.id}
          width={860}
          empty={<EmptyView text={t('indicators:noAlarms')} />}
          columns={[
            { title: t('indicators:indicator'), key: 'name', render: (_, row) => name(row) },
            { title: t('common:unit'), dataIndex: 'orgName', width: 130 },
            { title: t('monitoring:month'), key: 'ym', width: 90, render: (_, row) => yearMonth(row.ym) },
            { title: t('indicators:valueAndLimit'), key: 'value', width: 190, render: (_, row) => value(row) },
            { title: t('common:state'), key: 'state', width: 100, render: (_, row) => tag(row) },
            { title: t('indicators:reason'), key: 'next', width: 240, render: (_, row) => next(row) },
          ]}
          card={(row) => (
            <>
              <div className="card-line">
                <span>{name(row)}</span>
                {tag(row)}
              </div>
              <div className="card-line muted">
                <span>
                  {row.orgName} · {yearMonth(row.ym)}
                </span>
                {value(row)}
              </div>
              {next(row)}
            </>
          )}
        />
      )}
      <LoadMore shown={list.rows.length} total={undefined} {...list.more} />
      {answering && <AnswerDialog alarm={answering} onClose={() => setAnswering(undefined)} />}
    </section>
  );
};

const Answer = ({ row }: { row: Alarm }) => {
  const { t } = useTranslation();
  return row.reason ? (
    <div>
      {row.reason}
      <div className="muted small">
        {row.answeredBy} · {dateTime(row.answeredAt)} {row.clueId !== null && <Link to="/clues">{t('indicators:openClue')}</Link>}
      </div>
    </div>
  ) : (
    '—'
  );
};

const AnswerDialog = ({ alarm, onClose }: { alarm: Alarm; onClose: () => void }) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const name = useIndicatorName();
  const answer = useAnswerAlarm(alarm.id);
  const [form] = Form.useForm<{ reason: string; clue: boolean }>();
  return (
    <Modal open title={`${name(alarm)} · ${alarm.orgName}`} okText={t('indicators:answer')} cancelText={t('common:cancel')} confirmLoading={answer.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} layout="vertical" initialValues={{ clue: false }} onFinish={(values) => answer.mutate(values, { onSuccess: onClose, onError: (error) => void message.error(errorText(error)) })}>
        <Form.Item name="reason" label={t('indicators:reason')} rules={[{ required: true, whitespace: true, min: 4, message: t('indicators:reasonHint') }]}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 3 }} />
        </Form.Item>
        <Form.Item name="clue" label={t('indicators:makeClue')} valuePropName="checked" extra={t('indicators:makeClueHint')}>
          <Switch />
        </Form.Item>
      </Form>
    </Modal>
  );
};
