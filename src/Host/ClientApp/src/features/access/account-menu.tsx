import { DownOutlined, KeyOutlined, LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '@/api/session';
import { useCode } from '@/ui/use-text';
import { useIsPhone } from '@/ui/use-is-phone';
import { ChangePasswordDialog } from './change-password';
import { useSignOut } from './sign-out';

export const AccountMenu = () => {
  const { t } = useTranslation();
  const code = useCode();
  const account = useAccount();
  const isPhone = useIsPhone();
  const signOut = useSignOut();
  const [changing, setChanging] = useState(false);
  const who = {
    key: 'who',
    type: 'group' as const,
    label: `${account.userName} · ${account.roles.map((role) => code('role', role)).join('、')}`,
  };
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            who,
            { key: 'password', icon: <KeyOutlined />, label: t('access:password.title'), onClick: () => setChanging(true) },
            { key: 'out', icon: <LogoutOutlined />, label: t('access:signOut'), onClick: () => signOut.mutate() },
          ],
        }}
      >
        <Button type="text" icon={<UserOutlined />} aria-label={`${t('access:accountMenu')} ${account.displayName}`}>
          {!isPhone && account.displayName}
          {!isPhone && <DownOutlined className="small" />}
        </Button>
      </Dropdown>
      <ChangePasswordDialog open={changing} onClose={() => setChanging(false)} />
    </>
  );
};
