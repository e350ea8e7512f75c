import { Alert, App, Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '@/ui/state-views';
import { ForecastView } from './forecast-view';
import { useRepair } from './operation';
import { useForecast, type Process, type Repairing, type Token } from './process';

export type Mending = { name: string } | { token: Token };
type Values = { value?: string; target?: string; reason: string };
type Props = { process: Process; mending: Mending; onClose: () => void };

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const repairOf = (process: Process, mending: Mending, values: Pick<Values, 'value' | 'target'>): Repairing =>
  'token' in mending
    ? { action: 'move-token', instanceId: process.id, activityInstanceId: mending.token.activityInstanceId, toActivityId: values.target ?? '' }
    : { action: 'edit-variable', instanceId: process.id, name: mending.name, value: JSON.parse(values.value ?? 'null') as unknown };

/** Edits a variable, or moves a token: what would happen can be seen first, and the reason stands in the history. */
export const MendDialog = ({ process, mending, onClose }: Props) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const [form] = Form.useForm<Values>();
  const [requestKey] = useState(() => crypto.randomUUID());
  const repair = useRepair();
  const forecast = useForecast();
  const error: unknown = repair.error ?? forecast.error;
  const preview = () => void form.validateFields(['token' in mending ? 'target' : 'value']).then((values) => forecast.mutate(repairOf(process, mending, values)), () => undefined);
  const decide = (values: Values) =>
    repair.mutate(
      { ...repairOf(process, mending, values), reason: values.reason, requestKey },
      {
        onSuccess: () => {
          void message.success(t('operations:decided'));
          onClose();
        },
      },
    );
  const action = 'token' in mending ? 'move-token' : 'edit-variable';
  return (
    <Modal
      open
      title={`${t(`operations:do.${action}`)}: ${'token' in mending ? mending.token.name : mending.name}`}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>{t('common:cancel')}</Button>,
        <Button key="preview" loading={forecast.isPending} onClick={preview}>{t('operations:preview')}</Button>,
        <Button key="ok" type="primary" loading={repair.isPending} onClick={() => form.submit()}>{t('common:confirm')}</Button>,
      ]}
    >
      <p className="muted gap-below">{t(`operations:hint.${action}`)}</p>
      {error !== null && <Alert type="error" showIcon className="gap-below" title={errorText(error)} />}
      {forecast.data && <ForecastView forecast={forecast.data} />}
      <Form<Values> form={form} layout="vertical" onFinish={decide} onValuesChange={(changed) => ('reason' in changed ? undefined : forecast.reset())} initialValues={'name' in mending ? { value: JSON.stringify(process.variables[mending.name] ?? null) } : {}}>
        {'token' in mending ? <TargetField token={mending.token} /> : <ValueField />}
        <Form.Item name="reason" label={t('operations:reason')} rules={[{ required: true, whitespace: true, message: t('operations:reasonNeeded') }]}>
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Form.Item>
      </Form>
    </Modal>
  );
};

const TargetField = ({ token }: { token: Token }) => {
  const { t } = useTranslation();
  return (
    <Form.Item name="target" label={t('operations:target')} rules={[{ required: true, message: t('operations:needed') }]}>
      <Select showSearch optionFilterProp="label" options={token.targets.map((node) => ({ value: node.activityId, label: `${node.name} (${node.activityId})` }))} />
    </Form.Item>
  );
};

const ValueField = () => {
  const { t } = useTranslation();
  const rule = { validator: (_: unknown, text: string | undefined) => (isJson(text ?? '') ? Promise.resolve() : Promise.reject(new Error(t('operations:valueWrong')))) };
  return (
    <Form.Item name="value" label={t('operations:value')} extra={t('operations:valueHint')} rules={[rule]}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} className="mono" spellCheck={false} />
    </Form.Item>
  );
};
