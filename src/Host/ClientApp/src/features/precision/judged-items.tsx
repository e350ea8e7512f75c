import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { amount, date, yearMonth } from '@/ui/format';
import { LoadMore, Records } from '@/ui/records';
import { EmptyView, ErrorView, LoadingView } from '@/ui/state-views';
import { usePages } from '@/ui/use-pages';
import type { UrlFilter } from '@/ui/use-url-filter';
import type { JudgedItem } from './precision';

/** The items behind one figure of the table. */
export const JudgedItems = ({ filter, months }: { filter: UrlFilter; months: string }) => {
  const { t } = useTranslation();
  const verdict = filter.get('verdict');
  const list = usePages<JudgedItem>(['precision', 'items'], '/api/precision/items', {
    theme: filter.get('theme'),
    version: filter.get('version'),
    org: filter.get('org'),
    verdict,
    months,
  });
  const link = (row: JudgedItem) => (
    <Link to={`/cases/${row.caseId}`} className="strong-link mono">
      {row.caseNumber}
    </Link>
  );
  const conclusion = (row: JudgedItem) => (row.conclusion ? t(`precision:conclusion.${row.conclusion}`, { defaultValue: row.conclusion }) : '—');
  return (
    <section className="gap-above" aria-label={t('precision:items')}>
      <div className="panel-head">
        <h2>
          {t('precision:items')} · {t(`precision:verdict.${verdict}`)}
        </h2>
        <Button onClick={() => filter.set({ verdict: null, version: null })}>{t('precision:hide')}</Button>
      </div>
      {list.isPending && <LoadingView rows={3} />}
      {list.error && !list.data && <ErrorView error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && (
        <Records
          label={t('precision:items')}
          rows={list.rows}
          rowKey={(row) => `${row.caseId}/${row.themeCode}/${row.objKey}`}
          width={1080}
          empty={<EmptyView text={t('common:noMatch')} hint={t('common:noMatchHint')} />}
          columns={[
            { title: t('monitoring:case'), key: 'case', width: 220, render: (_, row) => link(row) },
            { title: t('monitoring:theme'), key: 'theme', render: (_, row) => `${row.themeCode} v${row.version}` },
            { title: t('monitoring:object'), dataIndex: 'objKey', render: (value: string) => <span className="mono">{value}</span> },
            { title: t('common:unit'), dataIndex: 'orgName' },
            { title: t('monitoring:month'), key: 'ym', width: 90, render: (_, row) => yearMonth(row.ym) },
            { title: t('monitoring:metric'), key: 'metric', align: 'right', render: (_, row) => amount(row.metric) },
            { title: t('monitoring:limit'), key: 'limit', align: 'right', render: (_, row) => amount(row.limitValue) },
            { title: t('precision:conclusionName'), key: 'conclusion', render: (_, row) => conclusion(row) },
            { title: t('precision:closedAt'), key: 'closed', width: 110, render: (_, row) => date(row.closedAt) },
          ]}
          card={(row) => (
            <>
              {link(row)}
              <div className="card-line">
                <span className="mono">{row.objKey}</span>
                <span>{conclusion(row)}</span>
              </div>
              <div className="muted">
                {row.orgName} · {yearMonth(row.ym)} · {amount(row.metric)} / {amount(row.limitValue)}
              </div>
            </>
          )}
        />
      )}
      <LoadMore shown={list.rows.length} total={undefined} {...list.more} />
    </section>
  );
};
