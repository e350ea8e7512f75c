import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useMay } from '@/api/session';
import { dateTime, yearMonth } from '@/ui/format';
import { Page } from '@/ui/page';
import { LoadMore, Records } from '@/ui/records';
import { EmptyView, ErrorView, LoadingView } from '@/ui/state-views';
import { StateTag } from '@/ui/tags';
import { usePages } from '@/ui/use-pages';
import { useCode } from '@/ui/use-text';
import { useUrlFilter } from '@/ui/use-url-filter';
import { DrawSample } from './draw-sample';
import { purposes, sampleKey, sampleStates, type Sample } from './sample';

const filters = ['state', 'purpose'] as const;

/** Samples: drawn at random with a stored seed, added to by hand with a reason; none is ever deleted. */
export const SamplesPage = () => {
  const { t } = useTranslation();
  const may = useMay();
  const code = useCode();
  const navigate = useNavigate();
  const filter = useUrlFilter(filters);
  const [search, setSearch] = useSearchParams();
  const asked = search.get('new') === '1';
  const [drawing, setDrawing] = useState(asked);
  const list = usePages<Sample>(sampleKey, '/api/samples', { state: filter.get('state'), purpose: filter.get('purpose') });
  const number = (row: Sample) => (
    <Link to={`/samples/${row.id}`} className="mono">
      {row.number}
    </Link>
  );
  const select = (name: 'state' | 'purpose', label: string, values: readonly string[], codes: string) => (
    <Select
      aria-label={label}
      allowClear
      placeholder={label}
      value={filter.get(name) || null}
      options={values.map((value) => ({ value, label: code(codes, value) }))}
      onChange={(value: string | undefined) => filter.set({ [name]: value })}
    />
  );
  const close = () => {
    setDrawing(false);
    if (asked) {
      setSearch({}, { replace: true });
    }
  };
  return (
    <Page
      title={t('plans:sample.title')}
      subtitle={t('plans:sample.subtitle')}
      actions={
        may('plan.write') ? (
          <Button type="primary" onClick={() => setDrawing(true)}>
            {t('plans:sample.draw')}
          </Button>
        ) : undefined
      }
    >
      <div className="filters" role="search">
        {select('state', t('common:state'), sampleStates, 'sampleState')}
        {select('purpose', t('plans:sample.purpose'), Object.keys(purposes), 'samplePurpose')}
      </div>
      {list.isPending && <LoadingView />}
      {list.error && !list.data && <ErrorView error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && (
        <Records
          label={t('plans:sample.title')}
          rows={list.rows}
          rowKey={(row) => row.id}
          width={1100}
          onOpen={(row) => void navigate(`/samples/${row.id}`)}
          empty={<EmptyView text={t('plans:sample.none')} hint={t('plans:sample.noneHint')} />}
          columns={[
            { title: t('plans:number'), key: 'number', width: 190, render: (_, row) => number(row) },
            { title: t('plans:sample.name'), dataIndex: 'title' },
            { title: t('plans:sample.month'), key: 'ym', width: 90, render: (_, row) => yearMonth(row.ym) },
            { title: t('common:unit'), dataIndex: 'orgName', width: 130 },
            { title: t('plans:sample.population'), dataIndex: 'population', align: 'right', width: 90 },
            { title: t('plans:sample.drawn'), dataIndex: 'drawn', align: 'right', width: 90 },
            { title: t('plans:sample.picked'), dataIndex: 'picked', align: 'right', width: 90 },
            { title: t('common:state'), key: 'state', width: 110, render: (_, row) => <StateTag list="sampleState" state={row.state} /> },
            { title: t('plans:createdAt'), key: 'at', width: 150, render: (_, row) => dateTime(row.createdAt) },
          ]}
          card={(row) => (
            <>
              <div className="card-line">
                {number(row)}
                <StateTag list="sampleState" state={row.state} />
              </div>
              <div>{row.title}</div>
              <div className="muted">{t('plans:sample.counts', { population: row.population, drawn: row.drawn, picked: row.picked })}</div>
            </>
          )}
        />
      )}
      <LoadMore shown={list.rows.length} total={undefined} {...list.more} />
      {drawing && <DrawSample planId={Number(search.get('plan')) || null} ym={search.get('ym')} onClose={close} onDrawn={(id) => void navigate(`/samples/${id}`)} />}
    </Page>
  );
};
