import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { dateTime } from '@/ui/format';
import { OrgSelect } from '@/ui/org-select';
import { Page } from '@/ui/page';
import { LoadMore, Records } from '@/ui/records';
import { EmptyView, ErrorView, LoadingView } from '@/ui/state-views';
import { usePages } from '@/ui/use-pages';
import { useUrlFilter } from '@/ui/use-url-filter';
import type { ProblemList } from './problem-list';

const filters = ['week', 'org'] as const;

/** Monday of the week of a day; the server names weeks so. */
const monday = (day: dayjs.Dayjs): string => day.subtract((day.day() + 6) % 7, 'day').format('YYYY-MM-DD');

/** The weekly problem lists of the teams. */
export const ProblemListsPage = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const filter = useUrlFilter(filters);
  const week = filter.get('week');
  const list = usePages<ProblemList>(['problem-lists'], '/api/problem-lists', { week, org: filter.get('org') });
  const link = (row: ProblemList) => (
    <span>
      <Link to={`/problem-lists/${row.id}`}>{row.schemeTitle ?? row.orgName}</Link>
      {row.schemeTitle && <span className="muted"> {t('plans:list.ofScheme', { org: row.orgName })}</span>}
    </span>
  );
  return (
    <Page title={t('plans:list.title')} subtitle={t('plans:list.subtitle')}>
      <div className="filters" role="search">
        <DatePicker
          aria-label={t('plans:list.week')}
          placeholder={t('plans:list.week')}
          value={week ? dayjs(week) : null}
          onChange={(day) => filter.set({ week: day ? monday(day) : null })}
        />
        <OrgSelect value={filter.get('org')} onChange={(org) => filter.set({ org })} />
      </div>
      {list.isPending && <LoadingView />}
      {list.error && !list.data && <ErrorView error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && (
        <Records
          label={t('plans:list.title')}
          rows={list.rows}
          rowKey={(row) => row.id}
          width={720}
          onOpen={(row) => void navigate(`/problem-lists/${row.id}`)}
          empty={<EmptyView text={t('plans:list.none')} hint={t('plans:list.noneHint')} />}
          columns={[
            { title: t('plans:list.week'), dataIndex: 'week', width: 120 },
            { title: t('plans:list.team'), key: 'org', render: (_, row) => link(row) },
            { title: t('plans:list.all'), dataIndex: 'open', align: 'right', width: 90 },
            { title: t('plans:list.overdue'), key: 'overdue', align: 'right', width: 90, render: (_, row) => <Late count={row.overdue} /> },
            { title: t('plans:list.confirmed'), dataIndex: 'confirmed', align: 'right', width: 130 },
            { title: t('plans:list.written'), key: 'at', width: 150, render: (_, row) => dateTime(row.createdAt) },
          ]}
          card={(row) => (
            <>
              <div className="card-line">
                {link(row)}
                <span>{row.week}</span>
              </div>
              <div className="muted">{t('plans:list.counts', row)}</div>
            </>
          )}
        />
      )}
      <LoadMore shown={list.rows.length} total={undefined} {...list.more} />
    </Page>
  );
};

const Late = ({ count }: { count: number }) => <span className={count > 0 ? 'metric-over' : 'muted'}>{count}</span>;
