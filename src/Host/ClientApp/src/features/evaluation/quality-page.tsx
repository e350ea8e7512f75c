import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '@/ui/page';
import { Records } from '@/ui/records';
import { EmptyView, Loaded } from '@/ui/state-views';
import { useUrlFilter } from '@/ui/use-url-filter';
import { percent, useQuality, type Quality, type QualityLine } from './quality';

const filters = ['ym'] as const;

/** How well the units replied in a month: orders that passed at once, and what their samples came to. */
export const QualityPage = () => {
  const { t } = useTranslation();
  const filter = useUrlFilter(filters);
  const found = useQuality(filter.get('ym'));
  return (
    <Page title={t('evaluation:title')} subtitle={t('evaluation:subtitle')}>
      <Loaded of={found}>
        {(data) => (
          <>
            <div className="filters" role="search">
              <DatePicker
                aria-label={t('evaluation:month')}
                picker="month"
                allowClear={false}
                value={dayjs(`${data.ym.slice(0, 4)}-${data.ym.slice(4)}-01`)}
                onChange={(month) => filter.set({ ym: month ? month.format('YYYYMM') : null })}
              />
            </div>
            <QualityTable data={data} />
            <p className="muted gap-above">{t('evaluation:formula', { weight: data.weight })}</p>
          </>
        )}
      </Loaded>
    </Page>
  );
};

const QualityTable = ({ data }: { data: Quality }) => {
  const { t } = useTranslation();
  const lowest = Math.min(...data.lines.map((line) => line.level));
  const unit = (row: QualityLine) => <span style={{ paddingInlineStart: (row.level - lowest) * 20 }}>{row.orgName}</span>;
  const share = (to: string, part: number, whole: number, value: number | null) =>
    whole === 0 ? (
      <span className="muted">—</span>
    ) : (
      <>
        {percent(value)}{' '}
        <Link to={to} className="small">
          {t('evaluation:of', { part, whole })}
        </Link>
      </>
    );
  const orders = (row: QualityLine) => share(`/cases?org=${row.orgNo}&closed=${data.ym}`, row.firstPass, row.closed, row.firstPassPercent);
  const samples = (row: QualityLine) => share('/samples', row.passed, row.sampled, row.passPercent);
  const faults = (row: QualityLine) => (row.failed + row.falsified === 0 ? <span className="muted">0</span> : <span className="metric-over">{t('evaluation:faults', row)}</span>);
  const score = (row: QualityLine) => (row.score === null ? <span className="muted">—</span> : <strong>{row.score.toFixed(2)}</strong>);
  return (
    <Records
      label={t('evaluation:title')}
      rows={data.lines}
      rowKey={(row) => row.orgNo}
      width={900}
      empty={<EmptyView text={t('evaluation:none')} />}
      columns={[
        { title: t('common:unit'), key: 'unit', render: (_, row) => unit(row) },
        { title: t('evaluation:firstPass'), key: 'first', align: 'right', width: 190, render: (_, row) => orders(row) },
        { title: t('evaluation:sampled'), key: 'sampled', align: 'right', width: 190, render: (_, row) => samples(row) },
        { title: t('evaluation:failed'), key: 'failed', align: 'right', width: 170, render: (_, row) => faults(row) },
        { title: t('evaluation:points'), key: 'points', align: 'right', width: 100, render: (_, row) => (row.points === 0 ? <span className="muted">0</span> : `−${row.points}`) },
        { title: t('evaluation:score', { weight: data.weight }), key: 'score', align: 'right', width: 130, render: (_, row) => score(row) },
      ]}
      card={(row) => (
        <>
          <div className="card-line">
            {unit(row)}
            <span>
              <span className="muted small">{t('evaluation:score', { weight: data.weight })}</span> {score(row)}
            </span>
          </div>
          <div className="muted">
            {t('evaluation:firstPass')} {orders(row)} · {t('evaluation:sampled')} {samples(row)}
          </div>
          {row.points > 0 && (
            <div>
              {row.failed + row.falsified > 0 && faults(row)} <span className="muted">{`${t('evaluation:points')} −${row.points}`}</span>
            </div>
          )}
        </>
      )}
    />
  );
};
