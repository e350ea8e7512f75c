import { Alert, Form, Input, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from './state-views';

type Props = {
  title: string;
  hint: string;
  shortest: number;
  danger?: boolean;
  pending: boolean;
  error: unknown;
  onDecide: (reason: string) => void;
  onClose: () => void;
  /** What else has to be said, above the reason. */
  children?: ReactNode;
};

/** A decision that says why: the reason stands in the history of what it changes. */
export const ReasonDialog = ({ title, hint, shortest, danger, pending, error, onDecide, onClose, children }: Props) => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [form] = Form.useForm<{ reason: string }>();
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
      // The dialog takes the focus for its cross when it opens; whoever came by keyboard wants to write.
      afterOpenChange={(open) => open && !children && (form.getFieldInstance('reason') as { focus?: () => void } | undefined)?.focus?.()}
    >
      <p className="muted gap-below">{hint}</p>
      {error !== null && error !== undefined && <Alert type="error" showIcon className="gap-below" title={errorText(error)} />}
      {children}
      <Form form={form} layout="vertical" onFinish={({ reason }) => onDecide(reason.trim())}>
        <Form.Item name="reason" label={t('common:reason.label')} rules={[{ required: true, whitespace: true, min: shortest, message: t('common:reason.needed', { count: shortest }) }]}>
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Form.Item>
      </Form>
    </Modal>
  );
};
