import { MenuOutlined } from '@ant-design/icons';
import { Button, Drawer, Layout } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '@/api/session';
import { AccountMenu } from '@/features/access/account-menu';
import { LanguageSwitch } from '@/features/access/language-switch';
import { NotificationBell } from '@/features/notifications/notification-bell';
import { useIsPhone } from '@/ui/use-is-phone';
import { LiveState, useLive } from './live';
import { Navigation } from './navigation';

/** The frame of every page: navigation at the side on a desktop, in a drawer on a phone. */
export const Shell = ({ children }: { children: ReactNode }) => {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const account = useAccount();
  const [menuOpen, setMenuOpen] = useState(false);
  const live = useLive();
  return (
    <Layout className="shell">
      <a href="#content" className="skip-link">
        {t('common:skip')}
      </a>
      {!isPhone && (
        <Layout.Sider width={216} className="shell-side">
          <Brand />
          <Navigation />
        </Layout.Sider>
      )}
      <Layout>
        <Layout.Header className="shell-head">
          {isPhone && <Button type="text" icon={<MenuOutlined />} aria-label={t('common:nav.open')} onClick={() => setMenuOpen(true)} />}
          <span className="shell-org" title={account.orgName}>
            {account.orgName}
          </span>
          <span className="shell-space" />
          <LiveState state={live} />
          <LanguageSwitch />
          <NotificationBell />
          <AccountMenu />
        </Layout.Header>
        <Layout.Content className="shell-content" id="content">
          {children}
        </Layout.Content>
      </Layout>
      {isPhone && (
        <Drawer open={menuOpen} placement="left" size={264} onClose={() => setMenuOpen(false)} title={t('common:product')} rootClassName="nav-drawer">
          <Navigation onNavigate={() => setMenuOpen(false)} />
        </Drawer>
      )}
    </Layout>
  );
};

const Brand = () => {
  const { t } = useTranslation();
  return (
    <div className="brand">
      <img src="/favicon.svg" alt="" width={28} height={28} />
      <span>{t('common:product')}</span>
    </div>
  );
};
