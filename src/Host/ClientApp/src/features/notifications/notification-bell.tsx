import { BellOutlined } from '@ant-design/icons';
import { Badge, Button, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NotificationList } from './notification-list';
import { useNotifications } from './notifications';
import { useReadNotifications } from './read-notifications';

const shownInBell = 8;

export const NotificationBell = () => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { data } = useNotifications();
  const read = useReadNotifications();
  const first = data?.pages[0];
  const unread = first?.unread ?? 0;
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      content={
        <div className="bell-panel">
          <div className="panel-head">
            <strong>{t('notifications:title')}</strong>
            <Button type="link" size="small" disabled={unread === 0} onClick={() => read.mutate(undefined)}>
              {t('notifications:readAll')}
            </Button>
          </div>
          <NotificationList
            items={(first?.items ?? []).slice(0, shownInBell)}
            onOpen={(item) => {
              setOpen(false);
              if (!item.read) {
                read.mutate([item.id]);
              }
            }}
          />
          <Link to="/notifications" onClick={() => setOpen(false)} className="bell-all">
            {t('notifications:all')}
          </Link>
        </div>
      }
    >
      <Badge count={unread} size="small" offset={[-6, 6]}>
        <Button type="text" icon={<BellOutlined />} aria-label={t('notifications:bell', { count: unread })} />
      </Badge>
    </Popover>
  );
};
