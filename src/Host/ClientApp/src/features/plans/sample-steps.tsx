import { App, Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { http } from '@/api/http';
import { useMay } from '@/api/session';
import { useCode } from '@/ui/use-text';
import { useStep } from './plan';
import { sampleKey, type Proof, type Sample } from './sample';

type Step = 'proof' | 'pick' | 'freeze' | 'task';

/** What this account can do with the sample now; drawing it again to see that it is the same may everybody. */
export const SampleSteps = ({ sample }: { sample: Sample }) => {
  const { t } = useTranslation();
  const may = useMay();
  const { message } = App.useApp();
  const [step, setStep] = useState<Step>();
  const prove = useStep([], () => http.get<Proof>(`/api/samples/${sample.id}/proof`), (proof) => void message.open({ type: proof.same ? 'success' : 'error', content: t(proof.same ? 'plans:sample.same' : 'plans:sample.different', proof), duration: 6 }));
  const steps: Step[] = [
    ...(sample.state === 'drawn' && may('plan.write') ? (['pick', 'freeze'] as const) : []),
    ...(sample.state === 'frozen' && may('task.create') ? (['task'] as const) : []),
  ];
  const close = () => setStep(undefined);
  return (
    <>
      <Button loading={prove.isPending} onClick={() => prove.mutate(undefined)}>
        {t('plans:sample.step.proof')}
      </Button>
      {steps.map((each) => (
        <Button key={each} {...(each === 'pick' ? {} : { type: 'primary' as const })} onClick={() => setStep(each)}>
          {t(`plans:sample.step.${each}`)}
        </Button>
      ))}
      {step === 'pick' && <PickDialog sample={sample} onClose={close} />}
      {step === 'freeze' && <FreezeDialog sample={sample} onClose={close} />}
      {step === 'task' && <TaskDialog sample={sample} onClose={close} />}
    </>
  );
};

type DialogProps = { sample: Sample; onClose: () => void };

const PickDialog = ({ sample, onClose }: DialogProps) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ objKey: string; reason: string }>();
  const send = useStep([sampleKey], (values: { objKey: string; reason: string }) => http.post(`/api/samples/${sample.id}/picks`, values), onClose);
  return (
    <Modal open title={t('plans:sample.step.pick')} okText={t('common:confirm')} cancelText={t('common:cancel')} confirmLoading={send.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <p className="muted">{t('plans:sample.pickHint')}</p>
      <Form form={form} layout="vertical" onFinish={(values) => send.mutate(values)}>
        <Form.Item name="objKey" label={t('plans:sample.object')} rules={[{ required: true, whitespace: true, message: t('plans:needed') }]}>
          <Input maxLength={256} autoComplete="off" />
        </Form.Item>
        <Form.Item name="reason" label={t('plans:sample.reason')} rules={[{ required: true, whitespace: true, min: 5, message: t('plans:sample.reasonHint') }]}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
};

const FreezeDialog = ({ sample, onClose }: DialogProps) => {
  const { t } = useTranslation();
  const send = useStep([sampleKey, ['anomalies']], () => http.post(`/api/samples/${sample.id}/freeze`, {}), onClose);
  return (
    <Modal open title={t('plans:sample.step.freeze')} okText={t('common:confirm')} cancelText={t('common:cancel')} confirmLoading={send.isPending} onOk={() => send.mutate(undefined)} onCancel={onClose}>
      <p>{t('plans:sample.freezeHint', { count: sample.drawn + sample.picked })}</p>
    </Modal>
  );
};

type TaskValues = { title: string; urgency: string };

const TaskDialog = ({ sample, onClose }: DialogProps) => {
  const { t } = useTranslation();
  const code = useCode();
  const navigate = useNavigate();
  const [form] = Form.useForm<TaskValues>();
  const send = useStep([sampleKey, ['anomalies']], (values: TaskValues) => http.post<{ id: number }>(`/api/samples/${sample.id}/task`, values), ({ id }) => void navigate(`/tasks/${id}`));
  return (
    <Modal open title={t('plans:sample.step.task')} okText={t('common:confirm')} cancelText={t('common:cancel')} confirmLoading={send.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <Form<TaskValues> form={form} layout="vertical" initialValues={{ title: sample.title, urgency: 'normal' }} onFinish={(values) => send.mutate(values)}>
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
