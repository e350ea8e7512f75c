import { Checkbox, DatePicker, Input, Select, type TableProps } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { stageKeys } from '@/api/types';
import { dateTime } from '@/ui/format';
import { OrgSelect } from '@/ui/org-select';
import { Page } from '@/ui/page';
import { LoadMore, Records } from '@/ui/records';
import { EmptyView, ErrorView, LoadingView } from '@/ui/state-views';
import { Due, StateTag, UrgencyTag } from '@/ui/tags';
import { usePages } from '@/ui/use-pages';
import { useCode } from '@/ui/use-text';
import { useUrlFilter } from '@/ui/use-url-filter';
import type { CaseRow } from './case';

const filters = ['stage', 'state', 'org', 'q', 'overdue', 'closed'] as const;

export const CasesPage = () => {
  const { t } = useTranslation();
  const code = useCode();
  const navigate = useNavigate();
  const location = useLocation();
  const filter = useUrlFilter(filters);
  const from = { from: location.pathname + location.search };
  const list = usePages<CaseRow>(['cases'], '/api/cases', Object.fromEntries(filters.map((name) => [name, filter.get(name)])));
  const link = (row: CaseRow) => (
    <Link to={`/cases/${row.id}`} state={from} className="strong-link">
      {row.title}
    </Link>
  );
  const columns: NonNullable<TableProps<CaseRow>['columns']> = [
    { title: t('cases:column.title'), key: 'title', render: (_, row) => link(row) },
    { title: t('cases:column.number'), dataIndex: 'number', width: 200, render: (value: string) => <span className="mono">{value}</span> },
    { title: t('common:unit'), dataIndex: 'orgName', width: 116 },
    { title: t('common:stage'), key: 'stage', width: 96, render: (_, row) => code('stage', row.stage) },
    { title: t('common:state'), key: 'state', width: 96, render: (_, row) => <StateTag list="caseState" state={row.state} /> },
    { title: t('common:urgency'), key: 'urgency', width: 80, render: (_, row) => <UrgencyTag urgency={row.urgency} /> },
    { title: t('cases:column.items'), dataIndex: 'itemCount', width: 64, align: 'right' },
    { title: t('common:dueAt'), key: 'due', width: 144, render: (_, row) => <Due of={row} /> },
    { title: t('cases:field.createdAt'), key: 'created', width: 144, render: (_, row) => dateTime(row.createdAt) },
  ];
  return (
    <Page title={t('cases:title')} subtitle={t('cases:subtitle')}>
      <div className="filters" role="search">
        <Select
          aria-label={t('common:stage')}
          allowClear
          placeholder={t('common:stage')}
          value={filter.get('stage') || null}
          options={[...stageKeys, 'closed'].map((value) => ({ value, label: code('stage', value) }))}
          onChange={(value: string | undefined) => filter.set({ stage: value })}
        />
        <OrgSelect value={filter.get('org')} onChange={(org) => filter.set({ org })} />
        <DatePicker
          picker="month"
          aria-label={t('cases:closedIn')}
          placeholder={t('cases:closedIn')}
          value={filter.get('closed') ? dayjs(`${filter.get('closed').slice(0, 4)}-${filter.get('closed').slice(4)}-01`) : null}
          onChange={(month) => filter.set({ closed: month?.format('YYYYMM') })}
        />
        <Input.Search
          aria-label={t('common:search')}
          allowClear
          placeholder={t('cases:searchPlaceholder')}
          defaultValue={filter.get('q')}
          onSearch={(value) => filter.set({ q: value.trim() })}
        />
        <Checkbox checked={filter.get('overdue') === 'true'} onChange={(event) => filter.set({ overdue: event.target.checked ? 'true' : null })}>
          {t('common:overdueOnly')}
        </Checkbox>
      </div>
      {list.isPending && <LoadingView />}
      {list.error && !list.data && <ErrorView error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && (
        <Records
          label={t('cases:title')}
          rows={list.rows}
          rowKey={(row) => row.id}
          columns={columns}
          width={1120}
          onOpen={(row) => void navigate(`/cases/${row.id}`, { state: from })}
          empty={
            filter.isEmpty ? <EmptyView text={t('cases:empty')} hint={t('cases:emptyHint')} /> : <EmptyView text={t('common:noMatch')} hint={t('common:noMatchHint')} />
          }
          card={(row) => (
            <>
              <div className="card-line">
                {link(row)}
                <UrgencyTag urgency={row.urgency} />
              </div>
              <div className="mono muted">{row.number}</div>
              <div className="card-line">
                <span className="muted">
                  {code('stage', row.stage)} · {row.orgName}
                </span>
                <Due of={row} compact />
              </div>
            </>
          )}
        />
      )}
      <LoadMore shown={list.rows.length} total={list.total} {...list.more} />
    </Page>
  );
};
