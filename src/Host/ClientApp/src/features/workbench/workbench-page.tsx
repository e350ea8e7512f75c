import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { http } from '@/api/http';
import { useAccount, useMay } from '@/api/session';
import { dateTime, yearMonth } from '@/ui/format';
import { Page } from '@/ui/page';
import { EmptyView, Loaded } from '@/ui/state-views';
import { useCode } from '@/ui/use-text';
import { StageFunnel } from './stage-funnel';

export type Workbench = {
  inbox: { open: number; dueToday: number; overdue: number };
  anomalies: { new: number; toHandle: number; inTask: number };
  cases: { open: number; overdue: number; closedThisMonth: number };
  byStage: { stage: string; count: number }[];
  recent: { kind: string; subject: string; subjectId: number; number: string; text: string; at: string }[];
  data: { ym: string; batchId: number; loadedAt: string; stamp: string } | null;
};

export const WorkbenchPage = () => {
  const { t } = useTranslation();
  const account = useAccount();
  const workbench = useQuery({ queryKey: ['workbench'], queryFn: () => http.get<Workbench>('/api/workbench') });
  return (
    <Page title={t('workbench:title')} subtitle={t('workbench:hello', { name: account.displayName })}>
      <Loaded of={workbench}>{(data) => <WorkbenchBody data={data} />}</Loaded>
    </Page>
  );
};

const WorkbenchBody = ({ data }: { data: Workbench }) => {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <>
      <DataStamp data={data.data} />
      <div className="tiles">
        {may('work.answer') && (
          <>
            <Tile to="/inbox" name="open" value={data.inbox.open} />
            <Tile to="/inbox" name="dueToday" value={data.inbox.dueToday} tone="soon" />
            <Tile to="/inbox" name="overdue" value={data.inbox.overdue} tone="overdue" />
          </>
        )}
        {may('anomaly.read') && (
          <>
            <Tile to="/anomalies?state=new" name="new" value={data.anomalies.new} />
            <Tile to="/anomalies?state=to-handle" name="toHandle" value={data.anomalies.toHandle} tone="soon" />
            <Tile to="/anomalies?state=in-task" name="inTask" value={data.anomalies.inTask} />
          </>
        )}
        {may('case.read') && (
          <>
            <Tile to="/cases" name="openCases" value={data.cases.open} />
            <Tile to="/cases?overdue=true" name="overdueCases" value={data.cases.overdue} tone="overdue" />
            <Tile to="/cases?stage=closed" name="closedThisMonth" value={data.cases.closedThisMonth} tone="good" />
          </>
        )}
      </div>
      <div className="workbench-columns">
        {may('case.read') ? (
          <section className="panel" aria-label={t('workbench:funnel')}>
            <h2>{t('workbench:funnel')}</h2>
            <StageFunnel stages={data.byStage} />
          </section>
        ) : (
          <Shortcuts />
        )}
        <section className="panel" aria-label={t('workbench:recent')}>
          <h2>{t('workbench:recent')}</h2>
          {data.recent.length === 0 ? <EmptyView text={t('workbench:recentEmpty')} hint={t('workbench:recentEmptyHint')} /> : <Recent rows={data.recent} />}
        </section>
      </div>
    </>
  );
};

/** A number with its name that leads to the rows behind it. A count of nothing is quiet, whatever its colour would be. */
const Tile = ({ to, name, value, tone }: { to: string; name: string; value: number; tone?: 'soon' | 'overdue' | 'good' }) => {
  const { t } = useTranslation();
  return (
    <Link to={to} className={`tile ${value > 0 && tone ? `tile-${tone}` : ''}`}>
      <span className="tile-value">{value.toLocaleString('en-US')}</span>
      <span className="tile-name">{t(`workbench:tile.${name}`)}</span>
    </Link>
  );
};

const shortcuts = [
  { to: '/accounts', name: 'accounts', permission: 'account.manage' },
  { to: '/imports', name: 'imports', permission: 'data.import' },
];

/** For whoever keeps the system and sees no case content. */
const Shortcuts = () => {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <section className="panel" aria-label={t('workbench:shortcuts')}>
      <h2>{t('workbench:shortcuts')}</h2>
      <ul className="recent">
        {shortcuts
          .filter((one) => may(one.permission))
          .map((one) => (
            <li key={one.to}>
              <Link to={one.to}>
                <strong>{t(`common:nav.${one.name}`)}</strong>
                <span className="muted small">{t(`workbench:shortcut.${one.name}`)}</span>
              </Link>
            </li>
          ))}
      </ul>
    </section>
  );
};

const DataStamp = ({ data }: { data: Workbench['data'] }) => {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <p className="muted data-stamp">
      {data ? t('workbench:data', { ym: yearMonth(data.ym), at: dateTime(data.loadedAt) }) : t('workbench:noData')}
      {!data && may('data.import') && <Link to="/imports"> {t('workbench:importNow')}</Link>}
    </p>
  );
};

const Recent = ({ rows }: { rows: Workbench['recent'] }) => {
  const code = useCode();
  return (
    <ul className="recent">
      {rows.map((row) => (
        <li key={`${row.subject}-${row.at}-${row.text}`}>
          <Link to={`/${row.subject.startsWith('task') ? 'tasks' : 'cases'}/${row.subjectId}`}>
            <span>{row.text || code('historyKind', row.kind)}</span>
            <span className="muted small">
              {row.number} · {dateTime(row.at)}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
};
