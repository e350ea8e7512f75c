import { Alert, App, Form, Input, Modal, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { http } from '@/api/http';
import { useErrorText } from '@/ui/state-views';
import { useCode } from '@/ui/use-text';
import { roles, useAccountChange, type AccountRow } from './account';

type Values = { disabled: boolean; roles: string[]; password?: string };

const useChangeAccount = () =>
  useAccountChange(({ id, ...change }: Values & { id: number }) => http.put<void>(`/api/accounts/${id}`, change));

/** Roles, disabling and a new password; names and unit come from the staff list. */
export const ChangeAccountDialog = ({ account, onClose }: { account: AccountRow; onClose: () => void }) => {
  const { t } = useTranslation();
  const code = useCode();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const [form] = Form.useForm<Values>();
  const change = useChangeAccount();
  const submit = ({ password, ...rest }: Values) =>
    change.mutate(
      { id: account.id, ...rest, ...(password ? { password } : {}) },
      {
        onSuccess: () => {
          void message.success(t('accounts:changed', { name: account.displayName }));
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      title={t('accounts:change', { name: account.displayName })}
      okText={t('common:save')}
      cancelText={t('common:cancel')}
      confirmLoading={change.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {change.error && <Alert type="error" showIcon className="gap-below" title={errorText(change.error)} />}
      <Form<Values> form={form} layout="vertical" initialValues={{ roles: account.roles, disabled: account.disabled }} onFinish={submit}>
        <Form.Item name="roles" label={t('accounts:field.roles')} rules={[{ required: true, message: t('accounts:needed') }]}>
          <Select mode="multiple" options={roles.map((value) => ({ value, label: code('role', value) }))} />
        </Form.Item>
        <Form.Item name="password" label={t('accounts:newPassword')} rules={[{ min: 8, message: t('accounts:passwordTooShort') }]}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item name="disabled" label={t('accounts:disabled')} valuePropName="checked" extra={t('accounts:disabledHint')}>
          <Switch />
        </Form.Item>
      </Form>
    </Modal>
  );
};
