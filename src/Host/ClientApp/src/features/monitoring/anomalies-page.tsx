import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '@/api/session';
import { Page } from '@/ui/page';
import { LoadMore } from '@/ui/records';
import { EmptyView, ErrorView, LoadingView } from '@/ui/state-views';
import { usePages } from '@/ui/use-pages';
import { useUrlFilter, type UrlFilter } from '@/ui/use-url-filter';
import { isFree, type Anomaly } from './anomaly';
import { AnomalyDrawer } from './anomaly-drawer';
import { AnomalyFilters } from './anomaly-filters';
import { AnomalyList } from './anomaly-list';
import type { Neighbours } from './anomaly-neighbours';
import { TriageBar } from './triage-bar';

const filters = ['state', 'theme', 'org', 'ym', 'level', 'q'] as const;

const filled = (values: Record<string, string>): Record<string, string> => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));

export type CreateTaskSlot = (props: { anomalies: Anomaly[]; onClose: () => void; onCreated: () => void }) => ReactNode;

/** What the themes found: filter, decide, and make a task of what must be handled. */
export const AnomaliesPage = ({ renderCreateTask }: { renderCreateTask: CreateTaskSlot }) => {
  const { t } = useTranslation();
  const filter = useUrlFilter(filters);
  const values = Object.fromEntries(filters.map((name) => [name, filter.get(name)]));
  const sort = filter.get('sort') || 'queue';
  const list = usePages<Anomaly>(['anomalies', 'list'], '/api/anomalies', { ...values, sort });
  const [ids, setIds] = useState<number[]>([]);
  const [creating, setCreating] = useState(false);
  const chosen = useMemo(() => list.rows.filter((row) => ids.includes(row.id)), [list.rows, ids]);
  const clear = () => setIds([]);
  const neighbours = useNeighbours(list, filter);
  return (
    <Page title={t('monitoring:anomalies')} subtitle={t('monitoring:anomaliesSubtitle')}>
      <AnomalyFilters filter={filter} />
      <TriageBar chosen={chosen} total={list.total ?? 0} filter={filled(values)} onClear={clear} onCreateTask={() => setCreating(true)} />
      {list.isPending && <LoadingView />}
      {list.error && !list.data && <ErrorView error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && (
        <AnomalyList rows={list.rows} chosen={ids} onChoose={setIds} onOpen={(row) => filter.set({ open: String(row.id) })} empty={<NoAnomalies filtered={!filter.isEmpty} />} />
      )}
      <LoadMore shown={list.rows.length} total={list.total} {...list.more} />
      <AnomalyDrawer id={filter.get('open')} neighbours={neighbours} onClose={() => filter.set({ open: null })} />
      {creating &&
        renderCreateTask({
          anomalies: chosen.filter(isFree),
          onClose: () => setCreating(false),
          onCreated: () => {
            setCreating(false);
            clear();
          },
        })}
    </Page>
  );
};

type More = { hasMore: boolean; loading: boolean; onMore: () => void };

/** The rows before and after the open one, in the order of the list; towards the end of what is loaded the next page is asked for. */
const useNeighbours = ({ rows, total, more }: { rows: Anomaly[]; total: number | undefined; more: More }, filter: UrlFilter): Neighbours | undefined => {
  const at = rows.findIndex((row) => String(row.id) === filter.get('open'));
  const wanted = at >= 0 && at >= rows.length - 2 && more.hasMore && !more.loading;
  const { onMore } = more;
  useEffect(() => {
    if (wanted) {
      onMore();
    }
  }, [wanted, onMore]);
  if (at < 0) {
    return undefined;
  }
  const to = (row: Anomaly | undefined) => row && (() => filter.set({ open: String(row.id) }));
  return { place: at + 1, total: Math.max(total ?? 0, rows.length), previous: to(rows[at - 1]), next: to(rows[at + 1]) };
};

const NoAnomalies = ({ filtered }: { filtered: boolean }) => {
  const { t } = useTranslation();
  const may = useMay();
  if (filtered) {
    return <EmptyView text={t('common:noMatch')} hint={t('common:noMatchHint')} />;
  }
  const action = may('scan.run') ? (
    <Link to="/scans">
      <Button type="primary">{t('monitoring:scanNow')}</Button>
    </Link>
  ) : undefined;
  return <EmptyView text={t('monitoring:noAnomalies')} hint={t('monitoring:noAnomaliesHint')} action={action} />;
};
