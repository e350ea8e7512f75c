import { LockOutlined, UserOutlined } from '@ant-design/icons';
import { Alert, Button, Form, Input } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/api/problem';
import { useErrorText } from '@/ui/state-views';
import { DemoAccounts } from './demo-accounts';
import { LanguageSwitch } from './language-switch';
import { useSignIn } from './sign-in';

type Values = { userName: string; password: string };

export const SignInPage = () => {
  const { t } = useTranslation();
  const signIn = useSignIn();
  const [form] = Form.useForm<Values>();
  const errorText = useErrorText();
  useEffect(() => {
    document.title = `${t('access:signIn')} · ${t('common:product')}`;
  }, [t]);
  const sayWhy = (error: Error): string =>
    isProblem(error, 'sign-in-failed') ? t('access:failed') : isProblem(error, 'locked-out') ? t('access:lockedOut') : errorText(error);
  return (
    <div className="sign-in">
      <main className="sign-in-panel">
        <div className="sign-in-head">
          <img src="/favicon.svg" alt="" width={40} height={40} />
          <div>
            <h1>{t('common:product')}</h1>
            <p className="muted">{t('access:claim')}</p>
          </div>
          <LanguageSwitch />
        </div>
        {signIn.error && <Alert type="error" showIcon title={sayWhy(signIn.error)} className="gap-below" />}
        <Form<Values> form={form} layout="vertical" size="large" requiredMark={false} onFinish={(values) => signIn.mutate(values)}>
          <Form.Item name="userName" label={t('access:userName')} rules={[{ required: true, message: t('access:userNameMissing') }]}>
            <Input prefix={<UserOutlined />} autoComplete="username" autoFocus />
          </Form.Item>
          <Form.Item name="password" label={t('access:passwordLabel')} rules={[{ required: true, message: t('access:passwordMissing') }]}>
            <Input.Password prefix={<LockOutlined />} autoComplete="current-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
            {t('access:signIn')}
          </Button>
        </Form>
        <DemoAccounts
          disabled={signIn.isPending}
          onPick={({ userName, password }) => {
            form.setFieldsValue({ userName, password });
            signIn.mutate({ userName, password });
          }}
        />
      </main>
    </div>
  );
};
