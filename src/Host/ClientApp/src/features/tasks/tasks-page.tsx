import type { TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { dateTime } from '@/ui/format';
import { Page } from '@/ui/page';
import { LoadMore, Records } from '@/ui/records';
import { EmptyView, ErrorView, LoadingView } from '@/ui/state-views';
import { StateTag, UrgencyTag } from '@/ui/tags';
import { usePages } from '@/ui/use-pages';
import { useCode } from '@/ui/use-text';
import type { TaskRow } from './task';

export const TasksPage = () => {
  const { t } = useTranslation();
  const code = useCode();
  const navigate = useNavigate();
  const list = usePages<TaskRow>(['tasks'], '/api/tasks', {});
  const link = (row: TaskRow) => (
    <Link to={`/tasks/${row.id}`} className="strong-link">
      {row.title}
    </Link>
  );
  const columns: NonNullable<TableProps<TaskRow>['columns']> = [
    { title: t('tasks:field.title'), key: 'title', render: (_, row) => link(row) },
    { title: t('tasks:field.number'), dataIndex: 'number', width: 210, render: (value: string) => <span className="mono">{value}</span> },
    { title: t('tasks:field.type'), key: 'type', width: 100, render: (_, row) => code('taskType', row.type) },
    { title: t('common:urgency'), key: 'urgency', width: 90, render: (_, row) => <UrgencyTag urgency={row.urgency} /> },
    { title: t('common:stage'), key: 'stage', width: 110, render: (_, row) => code('stage', row.stage) },
    { title: t('common:state'), key: 'state', width: 110, render: (_, row) => <StateTag list="taskState" state={row.state} /> },
    { title: t('tasks:field.anomalies'), dataIndex: 'anomalyCount', width: 90, align: 'right' },
    { title: t('tasks:field.createdAt'), key: 'created', width: 150, render: (_, row) => dateTime(row.createdAt) },
  ];
  return (
    <Page title={t('tasks:title')} subtitle={t('tasks:subtitle')}>
      {list.isPending && <LoadingView />}
      {list.error && !list.data && <ErrorView error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && (
        <Records
          label={t('tasks:title')}
          rows={list.rows}
          rowKey={(row) => row.id}
          columns={columns}
          width={1080}
          onOpen={(row) => void navigate(`/tasks/${row.id}`)}
          empty={<EmptyView text={t('tasks:empty')} hint={t('tasks:emptyHint')} action={<Link to="/anomalies?state=to-handle">{t('tasks:toAnomalies')}</Link>} />}
          card={(row) => (
            <>
              <div className="card-line">
                {link(row)}
                <UrgencyTag urgency={row.urgency} />
              </div>
              <div className="mono muted">{row.number}</div>
              <div className="muted">
                {code('stage', row.stage)} · {t('tasks:anomalyCount', { count: row.anomalyCount })} · {dateTime(row.createdAt)}
              </div>
            </>
          )}
        />
      )}
      <LoadMore shown={list.rows.length} total={list.total} {...list.more} />
    </Page>
  );
};
