import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { http } from '@/api/http';
import { useMay } from '@/api/session';
import { newRequestKey } from '@/forms/use-draft';
import { useCode } from '@/ui/use-text';
import { useStep } from './plan';
import { schemeKey, type Scheme } from './scheme';
import { SchemeForm } from './scheme-form';

type Step = 'change' | 'submit' | 'approve' | 'return' | 'start' | 'close' | 'cancel' | 'task';

const primary: Step[] = ['submit', 'approve', 'start', 'task'];

/** What this account can do with the scheme now. */
export const SchemeSteps = ({ scheme }: { scheme: Scheme }) => {
  const { t } = useTranslation();
  const may = useMay();
  const [step, setStep] = useState<Step>();
  const [writes, approves] = [may('plan.write'), may('plan.approve') && !scheme.mine];
  const steps: Step[] = {
    draft: writes ? (['cancel', 'change', 'submit'] as Step[]) : [],
    submitted: [...(writes ? (['cancel'] as Step[]) : []), ...(approves ? (['return', 'approve'] as Step[]) : [])],
    approved: writes ? (['cancel', 'start'] as Step[]) : [],
    'in-force': [...(writes ? (['close'] as Step[]) : []), ...(may('task.create') ? (['task'] as Step[]) : [])],
    closed: [],
    cancelled: [],
  }[scheme.state];
  const close = () => setStep(undefined);
  return (
    <>
      {steps.map((each) => (
        <Button key={each} {...(primary.includes(each) ? { type: 'primary' as const } : {})} danger={each === 'cancel'} onClick={() => setStep(each)}>
          {t(`plans:scheme.step.${each}`)}
        </Button>
      ))}
      {step === 'change' && <SchemeForm start={{ scheme }} onClose={close} onWritten={close} />}
      {step === 'task' && <TaskDialog scheme={scheme} onClose={close} />}
      {step && step !== 'change' && step !== 'task' && <StepDialog scheme={scheme} step={step} onClose={close} />}
    </>
  );
};

const StepDialog = ({ scheme, step, onClose }: { scheme: Scheme; step: Step; onClose: () => void }) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ remark?: string }>();
  const send = useStep([schemeKey], (values: { remark?: string }) => http.post(`/api/schemes/${scheme.id}/${step}`, values), onClose);
  const needed = step === 'return' || step === 'close' || step === 'cancel';
  return (
    <Modal open title={t(`plans:scheme.step.${step}`)} okText={t('common:confirm')} cancelText={t('common:cancel')} confirmLoading={send.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <p>{t(`plans:scheme.ask.${step}`)}</p>
      <Form form={form} layout="vertical" onFinish={(values) => send.mutate(values)}>
        {step !== 'submit' && step !== 'start' && (
          <Form.Item name="remark" label={t('plans:remark')} rules={needed ? [{ required: true, whitespace: true, message: t('plans:needed') }] : []}>
            <Input.TextArea maxLength={1000} autoSize={{ minRows: 3 }} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
};

type TaskValues = { title: string; urgency: string };

const TaskDialog = ({ scheme, onClose }: { scheme: Scheme; onClose: () => void }) => {
  const { t } = useTranslation();
  const code = useCode();
  const navigate = useNavigate();
  const [form] = Form.useForm<TaskValues>();
  const [requestKey] = useState(newRequestKey);
  const send = useStep(
    [schemeKey, ['anomalies']],
    (values: TaskValues) => http.post<{ id: number }>(`/api/schemes/${scheme.id}/task`, { ...values, requestKey }),
    ({ id }) => void navigate(`/tasks/${id}`),
  );
  return (
    <Modal open title={t('plans:scheme.step.task')} okText={t('common:confirm')} cancelText={t('common:cancel')} confirmLoading={send.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <p className="muted">{t('plans:scheme.taskHint')}</p>
      <Form<TaskValues> form={form} layout="vertical" initialValues={{ title: scheme.title, urgency: 'normal' }} onFinish={(values) => send.mutate(values)}>
        <Form.Item name="title" label={t('plans:scheme.taskTitle')} rules={[{ required: true, whitespace: true, message: t('plans:needed') }]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="urgency" label={t('plans:urgency')}>
          <Select options={['critical', 'urgent', 'normal'].map((value) => ({ value, label: code('urgency', value) }))} />
        </Form.Item>
      </Form>
    </Modal>
  );
};
