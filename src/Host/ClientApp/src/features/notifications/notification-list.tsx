import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { dateTime } from '@/ui/format';
import { EmptyView } from '@/ui/state-views';
import { useCode } from '@/ui/use-text';
import { notificationPath, type Notification } from './notifications';

type Props = { items: Notification[]; onOpen: (item: Notification) => void };

export const NotificationList = ({ items, onOpen }: Props) => {
  const { t } = useTranslation();
  const code = useCode();
  if (items.length === 0) {
    return <EmptyView text={t('notifications:empty')} hint={t('notifications:emptyHint')} />;
  }
  return (
    <ul className="notifications" aria-label={t('notifications:title')}>
      {items.map((item) => {
        const path = notificationPath(item);
        const body = (
          <>
            <span className="notification-text">{item.text}</span>
            <span className="muted small">
              {code('notificationKind', item.kind)} · {dateTime(item.at)}
            </span>
          </>
        );
        return (
          <li key={item.id} className={item.read ? '' : 'unread'}>
            {path ? (
              <Link to={path} onClick={() => onOpen(item)}>
                {body}
              </Link>
            ) : (
              <span>{body}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
};
