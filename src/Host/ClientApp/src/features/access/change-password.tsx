import { useMutation } from '@tanstack/react-query';
import { Alert, App, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { http } from '@/api/http';
import { useErrorText } from '@/ui/state-views';

type Values = { current: string; next: string; again: string };

const useChangePassword = () =>
  useMutation({ mutationFn: ({ current, next }: Values) => http.post<void>('/api/session/password', { current, next }) });

export const ChangePasswordDialog = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const change = useChangePassword();
  const errorText = useErrorText();
  const submit = (values: Values) =>
    change.mutate(values, {
      onSuccess: () => {
        void message.success(t('access:password.changed'));
        onClose();
      },
    });
  return (
    <Modal
      open={open}
      title={t('access:password.title')}
      okText={t('access:password.save')}
      cancelText={t('common:cancel')}
      confirmLoading={change.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      afterClose={() => {
        form.resetFields();
        change.reset();
      }}
    >
      {change.error && <Alert type="error" showIcon title={errorText(change.error)} className="gap-below" />}
      <Form form={form} layout="vertical" onFinish={submit} requiredMark={false}>
        <Form.Item name="current" label={t('access:password.current')} rules={[{ required: true, message: t('access:password.currentMissing') }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item name="next" label={t('access:password.next')} rules={[{ required: true, min: 8, message: t('access:password.tooShort') }]}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('access:password.again')}
          dependencies={['next']}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_, value) => (value === getFieldValue('next') ? Promise.resolve() : Promise.reject(new Error(t('access:password.different')))),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </Form>
    </Modal>
  );
};
