import { Button, Form, Input, Modal, Radio, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http } from '@/api/http';
import { dateTime } from '@/ui/format';
import { Records } from '@/ui/records';
import { EmptyView } from '@/ui/state-views';
import { useCode } from '@/ui/use-text';
import { planKey, useStep, type Opinion, type Plan } from './plan';

const colors: Record<string, string> = { agree: 'green', change: 'orange' };

/** What the specialties said in this round; the officer who was asked answers here. */
export const PlanOpinions = ({ plan }: { plan: Plan }) => {
  const { t } = useTranslation();
  const code = useCode();
  const [answering, setAnswering] = useState<Opinion>();
  const verdict = (row: Opinion) => (
    <Tag variant="filled" {...(row.verdict ? { color: colors[row.verdict] } : {})}>
      {t(`plans:verdict.${row.verdict ?? 'none'}`)}
    </Tag>
  );
  const action = (row: Opinion) =>
    row.mine && plan.state === 'consulting' ? (
      <Button type="link" className="cell-link" onClick={() => setAnswering(row)} aria-label={`${t('plans:answer')} ${code('specialty', row.specialty)}`}>
        {t(row.verdict ? 'plans:answerAgain' : 'plans:answer')}
      </Button>
    ) : null;
  return (
    <>
      <Records
        label={t('plans:opinions')}
        rows={plan.opinions}
        rowKey={(row) => row.specialty}
        width={820}
        empty={<EmptyView text={t('plans:noOpinions')} hint={t('plans:noOpinionsHint')} />}
        columns={[
          { title: t('plans:specialty'), key: 'specialty', width: 130, render: (_, row) => code('specialty', row.specialty) },
          { title: t('plans:officer'), dataIndex: 'officer', width: 180 },
          { title: t('plans:opinion'), key: 'verdict', width: 120, render: (_, row) => verdict(row) },
          { title: t('plans:opinionText'), key: 'text', render: (_, row) => <span className="pre-line">{row.text || '—'}</span> },
          { title: t('plans:answeredAt'), key: 'at', width: 150, render: (_, row) => dateTime(row.answeredAt) },
          { title: '', key: 'action', width: 110, render: (_, row) => action(row) },
        ]}
        card={(row) => (
          <>
            <div className="card-line">
              <strong>{code('specialty', row.specialty)}</strong>
              {verdict(row)}
            </div>
            <div className="pre-line">{row.text}</div>
            <div className="card-line muted">
              <span>{row.officer}</span>
              {action(row)}
            </div>
          </>
        )}
      />
      {answering && <OpinionDialog plan={plan} opinion={answering} onClose={() => setAnswering(undefined)} />}
    </>
  );
};

type Values = { verdict: string; text?: string };

const OpinionDialog = ({ plan, opinion, onClose }: { plan: Plan; opinion: Opinion; onClose: () => void }) => {
  const { t } = useTranslation();
  const code = useCode();
  const [form] = Form.useForm<Values>();
  const verdict = Form.useWatch('verdict', form) ?? 'agree';
  const send = useStep([planKey], (values: Values) => http.post(`/api/plans/${plan.id}/opinion`, { ...values, specialty: opinion.specialty }), onClose);
  return (
    <Modal
      open
      title={`${t('plans:answer')} · ${code('specialty', opinion.specialty)}`}
      okText={t('common:confirm')}
      cancelText={t('common:cancel')}
      confirmLoading={send.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Values> form={form} layout="vertical" initialValues={{ verdict: opinion.verdict ?? 'agree', text: opinion.text ?? '' }} onFinish={(values) => send.mutate(values)}>
        <Form.Item name="verdict" label={t('plans:opinion')}>
          <Radio.Group options={['agree', 'change'].map((value) => ({ value, label: t(`plans:verdict.${value}`) }))} />
        </Form.Item>
        <Form.Item name="text" label={t('plans:opinionText')} rules={verdict === 'change' ? [{ required: true, whitespace: true, message: t('plans:needed') }] : []}>
          <Input.TextArea maxLength={2000} autoSize={{ minRows: 3 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
};
