import { Alert, App, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { http } from '@/api/http';
import { OrgSelect } from '@/ui/org-select';
import { useErrorText } from '@/ui/state-views';
import { useCode } from '@/ui/use-text';
import { roles, useAccountChange } from './account';

type Values = { userName: string; displayName: string; personNo: string; orgNo: string; roles: string[]; password: string };

const useCreateAccount = () => useAccountChange((values: Values) => http.post<{ id: number }>('/api/accounts', values));

export const CreateAccountDialog = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const { t } = useTranslation();
  const code = useCode();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const [form] = Form.useForm<Values>();
  const create = useCreateAccount();
  const needed = [{ required: true, whitespace: true, message: t('accounts:needed') }];
  const submit = (values: Values) =>
    create.mutate(values, {
      onSuccess: () => {
        void message.success(t('accounts:created', { name: values.displayName }));
        onClose();
      },
    });
  return (
    <Modal
      open={open}
      title={t('accounts:create')}
      okText={t('accounts:createNow')}
      cancelText={t('common:cancel')}
      confirmLoading={create.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      afterClose={() => {
        form.resetFields();
        create.reset();
      }}
    >
      {create.error && <Alert type="error" showIcon className="gap-below" title={errorText(create.error)} />}
      <Form<Values> form={form} layout="vertical" onFinish={submit} autoComplete="off">
        <Form.Item name="userName" label={t('accounts:field.userName')} rules={needed}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="displayName" label={t('accounts:field.displayName')} rules={needed}>
          <Input />
        </Form.Item>
        <Form.Item name="personNo" label={t('accounts:field.personNo')} rules={needed} extra={t('accounts:personHint')}>
          <Input />
        </Form.Item>
        <Form.Item name="orgNo" label={t('common:unit')} rules={[{ required: true, message: t('accounts:needed') }]} valuePropName="value">
          <OrgField />
        </Form.Item>
        <Form.Item name="roles" label={t('accounts:field.roles')} rules={[{ required: true, message: t('accounts:needed') }]}>
          <Select mode="multiple" options={roles.map((value) => ({ value, label: code('role', value) }))} />
        </Form.Item>
        <Form.Item name="password" label={t('accounts:field.password')} rules={[{ required: true, min: 8, message: t('accounts:passwordTooShort') }]}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </Form>
    </Modal>
  );
};

type FieldProps = { id?: string; value?: string; onChange?: (value: string | undefined) => void };

const OrgField = ({ id, value, onChange }: FieldProps) => <OrgSelect {...(id ? { id } : {})} value={value ?? ''} onChange={(next) => onChange?.(next)} />;
