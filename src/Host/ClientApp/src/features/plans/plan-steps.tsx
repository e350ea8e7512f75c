import { Button, DatePicker, Form, Input, Modal, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http } from '@/api/http';
import { useMay } from '@/api/session';
import { useCode } from '@/ui/use-text';
import { planKey, useStep, type Plan } from './plan';

type Step = 'consult' | 'decide' | 'revise';

/** What this account can do with the plan now. */
export const PlanSteps = ({ plan }: { plan: Plan }) => {
  const { t } = useTranslation();
  const may = useMay();
  const [step, setStep] = useState<Step>();
  const steps: Step[] = [
    ...(plan.state === 'draft' && may('plan.write') ? (['consult'] as const) : []),
    ...(plan.state === 'consulting' && may('plan.approve') && !plan.mine ? (['decide'] as const) : []),
    ...(plan.state === 'approved' && may('plan.write') ? (['revise'] as const) : []),
  ];
  const close = () => setStep(undefined);
  return (
    <>
      {steps.map((each) => (
        <Button key={each} {...(each === 'revise' ? {} : { type: 'primary' as const })} onClick={() => setStep(each)}>
          {t(`plans:step.${each}`)}
        </Button>
      ))}
      {step === 'consult' && <ConsultDialog plan={plan} onClose={close} />}
      {(step === 'decide' || step === 'revise') && <DecideDialog plan={plan} step={step} onClose={close} />}
    </>
  );
};

type Asking = { dueAt: Dayjs; seats: Record<string, number> };

const ConsultDialog = ({ plan, onClose }: { plan: Plan; onClose: () => void }) => {
  const { t } = useTranslation();
  const code = useCode();
  const [form] = Form.useForm<Asking>();
  const send = useStep(
    [planKey],
    ({ dueAt, seats }: Asking) =>
      http.post(`/api/plans/${plan.id}/consult`, {
        dueAt: dueAt.endOf('day').toISOString(),
        seats: Object.entries(seats ?? {}).map(([specialty, accountId]) => ({ specialty, accountId })),
      }),
    onClose,
  );
  const first = plan.officers[0]?.id;
  return (
    <Modal open title={t('plans:step.consult')} okText={t('plans:send')} cancelText={t('common:cancel')} confirmLoading={send.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <p className="muted">{t('plans:consultHint')}</p>
      <Form<Asking>
        form={form}
        layout="vertical"
        initialValues={{ dueAt: dayjs().add(5, 'day'), seats: Object.fromEntries(plan.specialties.map((specialty) => [specialty, first])) }}
        onFinish={(values) => send.mutate(values)}
      >
        <Form.Item name="dueAt" label={t('plans:due')} rules={[{ required: true, message: t('plans:needed') }]}>
          <DatePicker disabledDate={(day) => day.isBefore(dayjs(), 'day')} />
        </Form.Item>
        {plan.specialties.map((specialty) => (
          <Form.Item key={specialty} name={['seats', specialty]} label={code('specialty', specialty)} rules={[{ required: true, message: t('plans:needed') }]}>
            <Select options={plan.officers.map((officer) => ({ value: officer.id, label: `${officer.name} · ${officer.orgName}` }))} />
          </Form.Item>
        ))}
        {plan.specialties.length === 0 && <p>{t('plans:noThemes')}</p>}
      </Form>
    </Modal>
  );
};

type Decision = { approve?: boolean; remark?: string };

const DecideDialog = ({ plan, step, onClose }: { plan: Plan; step: 'decide' | 'revise'; onClose: () => void }) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<Decision>();
  const approve = Form.useWatch('approve', form) ?? true;
  const send = useStep([planKey], (values: Decision) => http.post(`/api/plans/${plan.id}/${step}`, values), onClose);
  const needed = step === 'revise' || !approve || plan.opinions.some((opinion) => opinion.verdict === 'change');
  return (
    <Modal open title={t(`plans:step.${step}`)} okText={t('common:confirm')} cancelText={t('common:cancel')} confirmLoading={send.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <Form<Decision> form={form} layout="vertical" initialValues={{ approve: true }} onFinish={(values) => send.mutate(values)}>
        {step === 'decide' && (
          <Form.Item name="approve" label={t('plans:decision')}>
            <Radio.Group
              options={[
                { value: true, label: t('plans:approve') },
                { value: false, label: t('plans:giveBack') },
              ]}
            />
          </Form.Item>
        )}
        <Form.Item name="remark" label={t('plans:remark')} rules={needed ? [{ required: true, whitespace: true, message: t('plans:needed') }] : []}>
          <Input.TextArea maxLength={1000} autoSize={{ minRows: 3 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
};
