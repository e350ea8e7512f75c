import { App, Button, Form, Input, Modal, Select, Space, Switch, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '@/api/http';
import { useMay } from '@/api/session';
import { dateTime } from '@/ui/format';
import { OrgSelect } from '@/ui/org-select';
import { Page } from '@/ui/page';
import { LoadMore, Records } from '@/ui/records';
import { EmptyView, ErrorView, LoadingView, useErrorText } from '@/ui/state-views';
import { StateTag } from '@/ui/tags';
import { usePages } from '@/ui/use-pages';
import { useCode } from '@/ui/use-text';
import { useUrlFilter } from '@/ui/use-url-filter';

type Clue = {
  id: number;
  number: string;
  source: string;
  anonymous: boolean;
  secret: boolean;
  content: string;
  reporter: string | null;
  orgName: string;
  objKey: string | null;
  state: 'pending' | 'accepted' | 'filed' | 'rejected';
  reason: string | null;
  anomalyId: number | null;
  answeredAt: string | null;
  answeredBy: string | null;
  answeredVia: string | null;
  answer: string | null;
  mayAnswer: boolean;
  createdBy: string;
  createdAt: string;
};

const filters = ['state'] as const;
const states = ['pending', 'accepted', 'filed', 'rejected'] as const;
const sources = ['95598', 'report', 'superior', 'media', 'audit', 'inspection', 'monitoring', 'visit'] as const;

/** Hints from outside the themes: registered by hand, decided on once, and from then on an anomaly like any other. */
export const CluesPage = () => {
  const { t } = useTranslation();
  const may = useMay();
  const code = useCode();
  const filter = useUrlFilter(filters);
  const list = usePages<Clue>(['clues'], '/api/clues', { state: filter.get('state') });
  const [registering, setRegistering] = useState(false);
  const [deciding, setDeciding] = useState<Clue>();
  const [telling, setTelling] = useState<Clue>();
  const marks = (row: Clue) => (
    <span className="marks">
      <StateTag list="clueState" state={row.state} />
      {row.secret && <Tag variant="filled" color="purple">{t('triage:secret')}</Tag>}
      {row.anonymous && <Tag variant="filled">{t('clues:anonymous')}</Tag>}
    </span>
  );
  const next = (row: Clue) => (
    <>
      {disposition(row)}
      <Told clue={row} onTell={() => setTelling(row)} />
    </>
  );
  const disposition = (row: Clue) =>
    row.anomalyId ? (
      <Link to={`/anomalies?open=${row.anomalyId}`}>{t('clues:openAnomaly')}</Link>
    ) : row.state === 'pending' && may('anomaly.triage') ? (
      <Button type="link" className="cell-link" onClick={() => setDeciding(row)} aria-label={`${t('clues:decide')} ${row.number}`}>
        {t('clues:decide')}
      </Button>
    ) : (
      (row.reason ?? '—')
    );
  return (
    <Page
      title={t('clues:title')}
      subtitle={t('clues:subtitle')}
      actions={
        may('clue.write') ? (
          <Button type="primary" onClick={() => setRegistering(true)}>
            {t('clues:register')}
          </Button>
        ) : undefined
      }
    >
      <div className="filters" role="search">
        <Select
          aria-label={t('common:state')}
          allowClear
          placeholder={t('common:state')}
          value={filter.get('state') || null}
          options={states.map((value) => ({ value, label: code('clueState', value) }))}
          onChange={(value: string | undefined) => filter.set({ state: value })}
        />
      </div>
      {list.isPending && <LoadingView />}
      {list.error && !list.data && <ErrorView error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && (
        <Records
          label={t('clues:title')}
          rows={list.rows}
          rowKey={(row) => row.id}
          width={1080}
          empty={<EmptyView text={t('clues:none')} hint={t('clues:noneHint')} />}
          columns={[
            { title: t('clues:number'), dataIndex: 'number', width: 190, render: (value: string) => <span className="mono">{value}</span> },
            { title: t('clues:source'), key: 'source', width: 100, render: (_, row) => code('clueSource', row.source) },
            { title: t('clues:content'), key: 'content', render: (_, row) => <ClueText clue={row} /> },
            { title: t('common:unit'), dataIndex: 'orgName', width: 120 },
            { title: t('common:state'), key: 'state', width: 170, render: (_, row) => marks(row) },
            { title: t('clues:registered'), key: 'at', width: 140, render: (_, row) => dateTime(row.createdAt) },
            { title: t('clues:disposition'), key: 'next', width: 190, render: (_, row) => next(row) },
          ]}
          card={(row) => (
            <>
              <div className="card-line">
                <span className="mono">{row.number}</span>
                {marks(row)}
              </div>
              <ClueText clue={row} />
              <div className="card-line muted">
                <span>
                  {row.orgName} · {dateTime(row.createdAt)}
                </span>
                {next(row)}
              </div>
            </>
          )}
        />
      )}
      <LoadMore shown={list.rows.length} total={undefined} {...list.more} />
      {registering && <RegisterDialog onClose={() => setRegistering(false)} />}
      {telling && <TellDialog clue={telling} onClose={() => setTelling(undefined)} />}
      {deciding && <DecideDialog clue={deciding} onClose={() => setDeciding(undefined)} />}
    </Page>
  );
};

/** Whether who reported was told. Nobody can be told about an anonymous clue; of the others the button waits for a decision. */
const Told = ({ clue, onTell }: { clue: Clue; onTell: () => void }) => {
  const { t } = useTranslation();
  const code = useCode();
  if (clue.answeredAt) {
    return (
      <div className="muted small">
        {t('clues:told', { at: dateTime(clue.answeredAt), by: clue.answeredBy, via: code('clueVia', clue.answeredVia) })}
        {clue.answer && <div className="pre-line">{clue.answer}</div>}
      </div>
    );
  }
  return clue.mayAnswer ? (
    <div>
      <Button size="small" onClick={onTell} aria-label={`${t('clues:tell')} ${clue.number}`}>
        {t('clues:tell')}
      </Button>
    </div>
  ) : null;
};

const vias = ['phone', 'visit', 'message', 'letter'] as const;

const TellDialog = ({ clue, onClose }: { clue: Clue; onClose: () => void }) => {
  const { t } = useTranslation();
  const code = useCode();
  const [form] = Form.useForm<{ via: string; answer: string }>();
  const tell = useClueStep((values: { via: string; answer: string }) => http.post(`/api/clues/${clue.id}/answer`, values), onClose);
  return (
    <Modal open title={`${t('clues:tell')} ${clue.number}`} okText={t('common:confirm')} cancelText={t('common:cancel')} confirmLoading={tell.isPending} onOk={() => form.submit()} onCancel={onClose}>
      {clue.reporter && <p>{`${t('clues:reporter')}: ${clue.reporter}`}</p>}
      <Form form={form} layout="vertical" initialValues={{ via: 'phone' }} onFinish={(values) => tell.mutate(values)}>
        <Form.Item name="via" label={t('clues:via')}>
          <Select options={vias.map((value) => ({ value, label: code('clueVia', value) }))} />
        </Form.Item>
        <Form.Item name="answer" label={t('clues:answer')} rules={[{ required: true, whitespace: true, min: 4, message: t('clues:answerHint') }]}>
          <Input.TextArea maxLength={1000} autoSize={{ minRows: 3 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
};

const ClueText = ({ clue }: { clue: Clue }) => (
  <div className="pre-line">
    {clue.content}
    {(clue.objKey ?? clue.reporter) && <div className="muted small">{[clue.objKey, clue.reporter].filter(Boolean).join(' · ')}</div>}
  </div>
);

function useClueStep<T>(step: (values: T) => Promise<unknown>, onDone: () => void) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const errorText = useErrorText();
  return useMutation({
    mutationFn: step,
    onSuccess: () => {
      onDone();
      return Promise.all([client.invalidateQueries({ queryKey: ['clues'] }), client.invalidateQueries({ queryKey: ['anomalies'] })]);
    },
    onError: (error) => void message.error(errorText(error)),
  });
}

type Registration = { source: string; anonymous: boolean; secret: boolean; content: string; reporter?: string; orgNo: string; objKey?: string };

const RegisterDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const code = useCode();
  const [form] = Form.useForm<Registration>();
  const anonymous = Form.useWatch('anonymous', form);
  const register = useClueStep((values: Registration) => http.post('/api/clues', values), onClose);
  const needed = [{ required: true, message: t('themelife:needed') }];
  return (
    <Modal open title={t('clues:register')} okText={t('clues:register')} cancelText={t('common:cancel')} confirmLoading={register.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <Form<Registration> form={form} layout="vertical" initialValues={{ anonymous: false, secret: false }} onFinish={(values) => register.mutate(values)}>
        <Form.Item name="source" label={t('clues:source')} rules={needed}>
          <Select options={sources.map((value) => ({ value, label: code('clueSource', value) }))} />
        </Form.Item>
        <Form.Item name="content" label={t('clues:content')} rules={[{ required: true, whitespace: true, min: 10, message: t('clues:contentHint') }]}>
          <Input.TextArea maxLength={4000} autoSize={{ minRows: 4 }} />
        </Form.Item>
        <Form.Item name="orgNo" label={t('clues:about')} rules={needed}>
          <OrgField />
        </Form.Item>
        <Form.Item name="objKey" label={t('clues:object')}>
          <Input maxLength={40} />
        </Form.Item>
        <Space size={32} align="start">
          <Form.Item name="anonymous" label={t('clues:anonymous')} valuePropName="checked" extra={t('clues:anonymousHint')}>
            <Switch />
          </Form.Item>
          <Form.Item name="secret" label={t('triage:secret')} valuePropName="checked" extra={t('clues:secretHint')}>
            <Switch />
          </Form.Item>
        </Space>
        {!anonymous && (
          <Form.Item name="reporter" label={t('clues:reporter')} extra={t('clues:reporterHint')}>
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
};

type FieldProps = { id?: string; value?: string; onChange?: (value: string | undefined) => void };

const OrgField = ({ id, value, onChange }: FieldProps) => <OrgSelect {...(id ? { id } : {})} value={value ?? ''} onChange={(next) => onChange?.(next)} />;

type Decision = { decision: string; level?: string; reason?: string };

const DecideDialog = ({ clue, onClose }: { clue: Clue; onClose: () => void }) => {
  const { t } = useTranslation();
  const code = useCode();
  const [form] = Form.useForm<Decision>();
  const decision = Form.useWatch('decision', form) ?? 'accepted';
  const decide = useClueStep((values: Decision) => http.post(`/api/clues/${clue.id}/decide`, values), onClose);
  return (
    <Modal
      open
      title={`${t('clues:decide')} ${clue.number}`}
      okText={t('common:confirm')}
      cancelText={t('common:cancel')}
      confirmLoading={decide.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="pre-line">{clue.content}</p>
      <Form<Decision> form={form} layout="vertical" initialValues={{ decision: 'accepted', level: '2' }} onFinish={(values) => decide.mutate(values)}>
        <Form.Item name="decision" label={t('clues:disposition')}>
          <Select options={['accepted', 'filed', 'rejected'].map((value) => ({ value, label: code('clueState', value) }))} />
        </Form.Item>
        {decision === 'accepted' && (
          <Form.Item name="level" label={t('monitoring:level')}>
            <Select options={['special', '1', '2', '3', '4'].map((value) => ({ value, label: code('level', value) }))} />
          </Form.Item>
        )}
        <Form.Item name="reason" label={t('themelife:comment')} rules={decision === 'rejected' ? [{ required: true, whitespace: true, message: t('themelife:needed') }] : []}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
};
