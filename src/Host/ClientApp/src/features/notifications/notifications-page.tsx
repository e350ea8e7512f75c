import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/page';
import { Loaded } from '@/ui/state-views';
import { NotificationList } from './notification-list';
import { useNotifications } from './notifications';
import { useReadNotifications } from './read-notifications';

export const NotificationsPage = () => {
  const { t } = useTranslation();
  const notifications = useNotifications();
  const read = useReadNotifications();
  return (
    <Page title={t('notifications:title')} actions={<Button onClick={() => read.mutate(undefined)}>{t('notifications:readAll')}</Button>}>
      <Loaded of={notifications}>
        {(data) => (
          <div className="panel">
            <NotificationList items={data.pages.flatMap((page) => page.items)} onOpen={(item) => !item.read && read.mutate([item.id])} />
            {notifications.hasNextPage && (
              <Button loading={notifications.isFetchingNextPage} onClick={() => void notifications.fetchNextPage()}>
                {t('common:loadMore')}
              </Button>
            )}
          </div>
        )}
      </Loaded>
    </Page>
  );
};
