import { Input, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { date } from '@/ui/format';
import { Page } from '@/ui/page';
import { LoadMore, Records } from '@/ui/records';
import { EmptyView, ErrorView, LoadingView } from '@/ui/state-views';
import { StateTag } from '@/ui/tags';
import { usePages } from '@/ui/use-pages';
import { useCode } from '@/ui/use-text';
import { useUrlFilter } from '@/ui/use-url-filter';
import type { HazardRow } from './hazard';

const filters = ['q'] as const;

export const HazardsPage = () => {
  const { t } = useTranslation();
  const code = useCode();
  const navigate = useNavigate();
  const location = useLocation();
  const from = { from: location.pathname + location.search };
  const filter = useUrlFilter(filters);
  const list = usePages<HazardRow>(['hazards', 'list'], '/api/hazards', { q: filter.get('q') });
  const link = (row: HazardRow) => (
    <Link to={`/hazards/${row.id}`} state={from} className="strong-link">
      {row.title}
    </Link>
  );
  const columns: NonNullable<TableProps<HazardRow>['columns']> = [
    { title: t('libraries:field.title'), key: 'title', render: (_, row) => link(row) },
    { title: t('libraries:field.number'), dataIndex: 'number', width: 200, render: (value: string) => <span className="mono">{value}</span> },
    { title: t('libraries:field.specialty'), key: 'specialty', width: 140, render: (_, row) => code('specialty', row.specialty) },
    { title: t('libraries:field.rootCause'), key: 'cause', width: 160, render: (_, row) => code('rootCause', row.rootCause) },
    { title: t('common:state'), key: 'status', width: 100, render: (_, row) => <StateTag list="hazardStatus" state={row.status} /> },
    { title: t('libraries:field.createdAt'), key: 'created', width: 120, render: (_, row) => date(row.createdAt) },
  ];
  return (
    <Page title={t('libraries:title')} subtitle={t('libraries:subtitle')}>
      <div className="filters" role="search">
        <Input.Search
          aria-label={t('common:search')}
          allowClear
          placeholder={t('libraries:searchPlaceholder')}
          defaultValue={filter.get('q')}
          onSearch={(value) => filter.set({ q: value.trim() })}
        />
      </div>
      {list.isPending && <LoadingView />}
      {list.error && !list.data && <ErrorView error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && (
        <Records
          label={t('libraries:title')}
          rows={list.rows}
          rowKey={(row) => row.id}
          columns={columns}
          width={960}
          onOpen={(row) => void navigate(`/hazards/${row.id}`, { state: from })}
          empty={
            filter.isEmpty ? <EmptyView text={t('libraries:empty')} hint={t('libraries:emptyHint')} /> : <EmptyView text={t('common:noMatch')} hint={t('common:noMatchHint')} />
          }
          card={(row) => (
            <>
              <div className="card-line">
                {link(row)}
                <StateTag list="hazardStatus" state={row.status} />
              </div>
              <div className="muted">
                {code('specialty', row.specialty)} · {date(row.createdAt)}
              </div>
            </>
          )}
        />
      )}
      <LoadMore shown={list.rows.length} total={list.total} {...list.more} />
    </Page>
  );
};
