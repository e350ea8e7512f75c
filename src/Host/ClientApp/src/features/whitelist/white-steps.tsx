import { Button, DatePicker, Form, Input, Modal, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http } from '@/api/http';
import { useMay } from '@/api/session';
import { useWhiteStep, type White } from './white';

type Step = 'review' | 'approve' | 'renew' | 'cancel';

/** What this account can do with an entry now. */
export const WhiteSteps = ({ entry }: { entry: White }) => {
  const { t } = useTranslation();
  const may = useMay();
  const [asking, setAsking] = useState<Step>();
  const steps: Step[] = [
    ...(entry.state === 'applied' && may('white.review') && !entry.mine ? (['review'] as const) : []),
    ...(entry.state === 'reviewed' && may('white.approve') && !entry.mine && !entry.reviewedByMe ? (['approve'] as const) : []),
    ...(entry.state === 'effective' && may('white.apply') && (entry.type === 'normal' || entry.renewals === 0) ? (['renew'] as const) : []),
    ...(entry.state === 'effective' && may('white.approve') ? (['cancel'] as const) : []),
  ];
  return (
    <span className="panel-tags">
      {steps.map((step) => (
        <Button key={step} type="link" className="cell-link" onClick={() => setAsking(step)} aria-label={`${t(`whitelist:step.${step}`)} ${entry.number}`}>
          {t(`whitelist:step.${step}`)}
        </Button>
      ))}
      {steps.length === 0 && <span className="muted">—</span>}
      {asking && <StepDialog entry={entry} step={asking} onClose={() => setAsking(undefined)} />}
    </span>
  );
};

type Values = { approve?: boolean; comment?: string; validTo?: Dayjs };

const StepDialog = ({ entry, step, onClose }: { entry: White; step: Step; onClose: () => void }) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const approve = Form.useWatch('approve', form) ?? true;
  const decides = step === 'review' || step === 'approve';
  const body = ({ approve: yes, comment, validTo }: Values) => (decides ? { approve: yes, comment } : { reason: comment, ...(step === 'renew' ? { validTo: validTo?.format('YYYY-MM-DD') } : {}) });
  const send = useWhiteStep((values: Values) => http.post(`/api/whitelist/${entry.id}/${step}`, body(values)), onClose);
  return (
    <Modal
      open
      title={`${t(`whitelist:step.${step}`)} ${entry.number}`}
      okText={t('common:confirm')}
      cancelText={t('common:cancel')}
      confirmLoading={send.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="pre-line">
        {entry.reason}
        <br />
        <span className="muted">{entry.proof}</span>
      </p>
      <Form<Values> form={form} layout="vertical" initialValues={{ approve: true, validTo: dayjs().add(6, 'month') }} onFinish={(values) => send.mutate(values)}>
        {decides && (
          <Form.Item name="approve" label={t('whitelist:decision')}>
            <Radio.Group
              options={[
                { value: true, label: t('whitelist:yes') },
                { value: false, label: t('whitelist:no') },
              ]}
            />
          </Form.Item>
        )}
        {step === 'renew' && (
          <Form.Item name="validTo" label={t('whitelist:validTo')}>
            <DatePicker allowClear={false} minDate={dayjs().add(1, 'day')} maxDate={dayjs().add(entry.type === 'normal' ? 12 : 6, 'month')} />
          </Form.Item>
        )}
        <Form.Item name="comment" label={t('whitelist:comment')} rules={decides && approve ? [] : [{ required: true, whitespace: true, message: t('whitelist:needed') }]}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
};
