import { Alert, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '@/ui/state-views';

type Values = { reason: string; outcome?: string };

type Props = {
  title: string;
  hint: string;
  danger?: boolean;
  /** Asked for when the step is left by one of them. */
  outcomes?: string[];
  pending: boolean;
  error: unknown;
  onDecide: (values: Values & { requestKey: string }) => void;
  onClose: () => void;
};

/** Every decision of an operator says why: the reason stands in the history of the case. */
export const ReasonDialog = ({ title, hint, danger, outcomes, pending, error, onDecide, onClose }: Props) => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [form] = Form.useForm<Values>();
  const [requestKey] = useState(() => crypto.randomUUID());
  return (
    <Modal
      open
      title={title}
      okText={t('common:confirm')}
      cancelText={t('common:cancel')}
      okButtonProps={{ danger: danger ?? false }}
      confirmLoading={pending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="muted gap-below">{hint}</p>
      {error !== null && error !== undefined && <Alert type="error" showIcon className="gap-below" title={errorText(error)} />}
      <Form<Values> form={form} layout="vertical" initialValues={outcomes?.length === 1 ? { outcome: outcomes[0] } : {}} onFinish={(values) => onDecide({ ...values, requestKey })}>
        {outcomes && (
          <Form.Item name="outcome" label={t('operations:outcome')} extra={t('operations:outcomeHint')} rules={[{ required: true, whitespace: true, message: t('operations:needed') }]}>
            <Select options={outcomes.map((outcome) => ({ value: outcome, label: outcome }))} />
          </Form.Item>
        )}
        <Form.Item name="reason" label={t('operations:reason')} rules={[{ required: true, whitespace: true, message: t('operations:reasonNeeded') }]}>
          <Input.TextArea rows={3} maxLength={500} showCount autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  );
};
