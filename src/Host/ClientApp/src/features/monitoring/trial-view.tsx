import { Alert, Table, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { amount, dateTime, yearMonth } from '@/ui/format';
import { EmptyView } from '@/ui/state-views';
import { useOrgs } from '@/ui/org-select';
import { SqlView } from './sql-editor';
import type { Finding, Trial } from './theme-life';

/** What a test run found, beside the version in use over the same data. */
export const TrialView = ({ trial }: { trial: Trial }) => {
  const { t } = useTranslation();
  const compared = trial.comparedWith !== null;
  return (
    <section className="panel gap-below" aria-label={t('themelife:trial')}>
      <div className="panel-head">
        <h2>{t('themelife:trial')}</h2>
        <span className="muted">
          {t('themelife:trialBy', { by: trial.by, at: dateTime(trial.at), ym: yearMonth(trial.ym), day: trial.today })} · {trial.source ?? t('monitoring:embedded')}
        </span>
      </div>
      <dl className="figures">
        <Figure name={t('themelife:rows')} value={amount(trial.rows)} />
        {compared && <Figure name={t('themelife:before', { number: trial.comparedWith })} value={amount(trial.comparedRows)} />}
        {compared && <Figure name={t('themelife:added')} value={`+${amount(trial.added)}`} />}
        {compared && <Figure name={t('themelife:gone')} value={`−${amount(trial.gone)}`} />}
        <Figure name={t('themelife:duration')} value={`${amount(trial.durationMs)} ms`} />
      </dl>
      {!compared && <Alert type="info" showIcon className="gap-below" title={t('themelife:nothingToCompare')} />}
      <Tabs
        items={[
          { key: 'first', label: t('themelife:firstRows', { count: trial.first.length }), children: <Findings rows={trial.first} label={t('themelife:preview')} /> },
          ...(compared
            ? [
                { key: 'added', label: `${t('themelife:added')} ${trial.added}`, children: <Findings rows={trial.addedFirst} label={t('themelife:added')} /> },
                { key: 'gone', label: `${t('themelife:gone')} ${trial.gone}`, children: <Findings rows={trial.goneFirst} label={t('themelife:gone')} /> },
              ]
            : []),
          {
            key: 'plan',
            label: t('themelife:plan'),
            children: (
              <>
                <pre className="sql" tabIndex={0} aria-label={t('themelife:plan')}>
                  {trial.plan.join('\n')}
                </pre>
                <details>
                  <summary>{t('themelife:statement')}</summary>
                  <SqlView sql={trial.statement} label={t('themelife:statement')} />
                </details>
              </>
            ),
          },
        ]}
      />
    </section>
  );
};

const Figure = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);

const Findings = ({ rows, label }: { rows: Finding[]; label: string }) => {
  const { t } = useTranslation();
  const { data: orgs } = useOrgs();
  return rows.length === 0 ? (
    <EmptyView text={t('themelife:noRows')} />
  ) : (
    <Table<Finding>
      size="small"
      aria-label={label}
      rowKey="objKey"
      dataSource={rows}
      pagination={false}
      scroll={{ x: 480 }}
      columns={[
        { title: t('monitoring:object'), dataIndex: 'objKey', render: (value: string) => <span className="mono">{value}</span> },
        { title: t('common:unit'), dataIndex: 'orgNo', render: (value: string) => orgs?.find((org) => org.orgNo === value)?.name ?? value },
        { title: t('monitoring:metric'), dataIndex: 'metric', align: 'right', render: (value: number) => <span className="metric-over">{amount(value)}</span> },
        { title: t('monitoring:limit'), dataIndex: 'limitValue', align: 'right', render: (value: number) => amount(value) },
      ]}
    />
  );
};
