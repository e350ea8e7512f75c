import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useMay } from '@/api/session';
import { Page } from '@/ui/page';
import { LoadMore, Records } from '@/ui/records';
import { EmptyView, ErrorView, LoadingView } from '@/ui/state-views';
import { StateTag } from '@/ui/tags';
import { usePages } from '@/ui/use-pages';
import { useCode } from '@/ui/use-text';
import { useUrlFilter } from '@/ui/use-url-filter';
import { inspectionTypes, schemeKey, schemeStates, type Scheme } from './scheme';
import { SchemeForm, type SchemeStart } from './scheme-form';

const filters = ['state', 'type'] as const;

/** Schemes: what is audited, where, when and by which points, before any task exists. */
export const SchemesPage = () => {
  const { t } = useTranslation();
  const may = useMay();
  const code = useCode();
  const navigate = useNavigate();
  const filter = useUrlFilter(filters);
  const list = usePages<Scheme>(schemeKey, '/api/schemes', { state: filter.get('state'), type: filter.get('type') });
  const [start, setStart] = useStart();
  const number = (row: Scheme) => (
    <Link to={`/schemes/${row.id}`} className="mono">
      {row.number}
    </Link>
  );
  const select = (name: 'state' | 'type', label: string, values: readonly string[], codes: string) => (
    <Select
      aria-label={label}
      allowClear
      placeholder={label}
      value={filter.get(name) || null}
      options={values.map((value) => ({ value, label: code(codes, value) }))}
      onChange={(value: string | undefined) => filter.set({ [name]: value })}
    />
  );
  return (
    <Page
      title={t('plans:scheme.title')}
      subtitle={t('plans:scheme.subtitle')}
      actions={
        may('plan.write') ? (
          <Button type="primary" onClick={() => setStart({})}>
            {t('plans:scheme.write')}
          </Button>
        ) : undefined
      }
    >
      <div className="filters" role="search">
        {select('state', t('common:state'), schemeStates, 'schemeState')}
        {select('type', t('plans:type'), inspectionTypes, 'taskType')}
      </div>
      {list.isPending && <LoadingView />}
      {list.error && !list.data && <ErrorView error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && (
        <Records
          label={t('plans:scheme.title')}
          rows={list.rows}
          rowKey={(row) => row.id}
          width={1080}
          onOpen={(row) => void navigate(`/schemes/${row.id}`)}
          empty={<EmptyView text={t('plans:scheme.none')} hint={t('plans:scheme.noneHint')} />}
          columns={[
            { title: t('plans:number'), key: 'number', width: 200, render: (_, row) => number(row) },
            { title: t('plans:scheme.name'), dataIndex: 'title' },
            { title: t('plans:type'), key: 'type', width: 110, render: (_, row) => code('taskType', row.type) },
            { title: t('common:unit'), key: 'units', width: 180, render: (_, row) => row.units.map((unit) => unit.name).join('、') },
            { title: t('plans:period'), key: 'period', width: 200, render: (_, row) => `${row.periodFrom} – ${row.periodTo}` },
            { title: t('common:state'), key: 'state', width: 110, render: (_, row) => <StateTag list="schemeState" state={row.state} /> },
          ]}
          card={(row) => (
            <>
              <div className="card-line">
                {number(row)}
                <StateTag list="schemeState" state={row.state} />
              </div>
              <div>{row.title}</div>
              <div className="muted">
                {code('taskType', row.type)} · {row.periodFrom} – {row.periodTo}
              </div>
            </>
          )}
        />
      )}
      <LoadMore shown={list.rows.length} total={undefined} {...list.more} />
      {start && <SchemeForm start={start} onClose={() => setStart(undefined)} onWritten={(id) => void navigate(`/schemes/${id}`)} />}
    </Page>
  );
};

/** A link from a month of a plan opens the form with what the plan says. */
const useStart = (): [SchemeStart | undefined, (next: SchemeStart | undefined) => void] => {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('new') === '1';
  const [start, setStart] = useState<SchemeStart | undefined>(
    asked ? { planId: Number(search.get('plan')), planMonth: Number(search.get('month')), year: Number(search.get('year')), theme: search.get('theme') ?? '' } : undefined,
  );
  const change = (next: SchemeStart | undefined) => {
    setStart(next);
    if (asked && !next) {
      setSearch({}, { replace: true });
    }
  };
  return [start, change];
};
