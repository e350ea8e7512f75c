import { Input, Segmented, Select, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { amount, date } from '@/ui/format';
import { Page } from '@/ui/page';
import { LoadMore, Records } from '@/ui/records';
import { EmptyView, ErrorView, Loaded, LoadingView } from '@/ui/state-views';
import { StateTag } from '@/ui/tags';
import { usePages } from '@/ui/use-pages';
import { useCode } from '@/ui/use-text';
import { useUrlFilter } from '@/ui/use-url-filter';
import { ApplyWhiteDialog } from './apply-white';
import { useShares, whiteStates, type White } from './white';
import { WhiteSteps } from './white-steps';

const filters = ['state', 'q'] as const;

/** Objects that a theme leaves in peace for a while: still found and counted, not dispatched. */
export const WhitelistPage = () => {
  const { t } = useTranslation();
  const filter = useUrlFilter(filters);
  const view = filter.get('view') || 'list';
  const applying = Number(filter.get('apply'));
  return (
    <Page title={t('whitelist:title')} subtitle={t('whitelist:subtitle')}>
      <Segmented
        className="gap-below"
        value={view}
        options={['list', 'share'].map((value) => ({ value, label: t(`whitelist:view.${value}`) }))}
        onChange={(value) => filter.set({ view: value === 'list' ? null : value })}
      />
      {view === 'share' ? <Shares /> : <Entries filter={filter} />}
      {applying > 0 && <ApplyWhiteDialog anomalyId={applying} onClose={() => filter.set({ apply: null })} />}
    </Page>
  );
};

const Entries = ({ filter }: { filter: ReturnType<typeof useUrlFilter> }) => {
  const { t } = useTranslation();
  const code = useCode();
  const list = usePages<White>(['whitelist', 'list'], '/api/whitelist', { state: filter.get('state'), q: filter.get('q') });
  const term = (row: White) => `${date(row.validFrom)} – ${date(row.validTo)}`;
  const ended = (row: White) => (row.endReason ? t(`whitelist:ended.${row.endReason}`, { defaultValue: row.endReason }) : '');
  return (
    <>
      <div className="filters" role="search">
        <Select
          aria-label={t('common:state')}
          allowClear
          placeholder={t('common:state')}
          value={filter.get('state') || null}
          options={whiteStates.map((value) => ({ value, label: code('whiteState', value) }))}
          onChange={(value: string | undefined) => filter.set({ state: value })}
        />
        <Input.Search aria-label={t('common:search')} allowClear placeholder={t('whitelist:search')} defaultValue={filter.get('q')} onSearch={(value) => filter.set({ q: value.trim() })} />
      </div>
      {list.isPending && <LoadingView />}
      {list.error && !list.data && <ErrorView error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && (
        <Records
          label={t('whitelist:title')}
          rows={list.rows}
          rowKey={(row) => row.id}
          width={1240}
          empty={<EmptyView text={t('whitelist:none')} hint={t('whitelist:noneHint')} />}
          columns={[
            { title: t('whitelist:number'), dataIndex: 'number', width: 190, render: (value: string) => <span className="mono">{value}</span> },
            { title: t('whitelist:theme'), key: 'theme', render: (_, row) => `${row.themeCode} ${row.themeName}` },
            { title: t('whitelist:object'), dataIndex: 'objKey', width: 140, render: (value: string) => <span className="mono">{value}</span> },
            { title: t('common:unit'), dataIndex: 'orgName', width: 120 },
            { title: t('whitelist:type'), key: 'type', width: 120, render: (_, row) => t(`whitelist:types.${row.type}`) },
            { title: t('whitelist:term'), key: 'term', width: 200, render: (_, row) => term(row) },
            {
              title: t('common:state'),
              key: 'state',
              width: 150,
              render: (_, row) => (
                <>
                  <StateTag list="whiteState" state={row.state} />
                  <div className="muted small">{ended(row)}</div>
                </>
              ),
            },
            { title: t('whitelist:appliedBy'), dataIndex: 'appliedBy', width: 150 },
            { title: t('whitelist:actions'), key: 'actions', width: 130, render: (_, row) => <WhiteSteps entry={row} /> },
          ]}
          card={(row) => (
            <>
              <div className="card-line">
                <span className="mono">{row.number}</span>
                <StateTag list="whiteState" state={row.state} />
              </div>
              <strong>{`${row.themeCode} ${row.themeName} · ${row.objKey}`}</strong>
              <div className="muted">{`${t(`whitelist:types.${row.type}`)} · ${term(row)}`}</div>
              <WhiteSteps entry={row} />
            </>
          )}
        />
      )}
      <LoadMore shown={list.rows.length} total={undefined} {...list.more} />
    </>
  );
};

/** How much of each unit's anomalies is on the list; above fifteen per cent somebody looks at it. */
const Shares = () => {
  const { t } = useTranslation();
  const shares = useShares();
  return (
    <Loaded of={shares}>
      {(rows) => (
        <Records
          label={t('whitelist:view.share')}
          rows={rows}
          rowKey={(row) => row.orgNo}
          empty={<EmptyView text={t('whitelist:noShares')} />}
          columns={[
            { title: t('common:unit'), dataIndex: 'orgName' },
            { title: t('whitelist:anomalies'), key: 'anomalies', align: 'right', render: (_, row) => amount(row.anomalies) },
            { title: t('whitelist:white'), key: 'white', align: 'right', render: (_, row) => amount(row.white) },
            {
              title: t('whitelist:share'),
              key: 'share',
              align: 'right',
              render: (_, row) => (
                <>
                  {row.alarm && <Tag color="red" variant="filled">{t('whitelist:alarm')}</Tag>} {`${(row.part * 100).toFixed(1)} %`}
                </>
              ),
            },
          ]}
          card={(row) => (
            <div className="card-line">
              <strong>{row.orgName}</strong>
              <span>
                {row.alarm && <Tag color="red" variant="filled">{t('whitelist:alarm')}</Tag>} {`${(row.part * 100).toFixed(1)} % (${row.white} / ${row.anomalies})`}
              </span>
            </div>
          )}
        />
      )}
    </Loaded>
  );
};
