import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '@/api/session';
import { amount, dateTime } from '@/ui/format';
import { LoadMore, Records } from '@/ui/records';
import { EmptyView, ErrorView, LoadingView } from '@/ui/state-views';
import { StateTag } from '@/ui/tags';
import { usePages } from '@/ui/use-pages';
import type { UrlFilter } from '@/ui/use-url-filter';
import { CheckFinding } from './check-finding';
import { findingStates, type Campaign, type Finding } from './survey';

/** The defects of a survey in the reader's own units. */
export const Findings = ({ data, filter }: { data: Campaign; filter: UrlFilter }) => {
  const { t } = useTranslation();
  const may = useMay();
  const [checking, setChecking] = useState<Finding>();
  const list = usePages<Finding>(['survey', 'findings', data.id], `/api/survey/campaigns/${data.id}/findings`, { state: filter.get('state'), rule: filter.get('rule'), org: filter.get('org') });
  const units = data.progress.map((line) => ({ value: line.orgNo, label: line.orgName }));
  const action = (row: Finding) =>
    may('survey.check') && data.state === 'open' && row.state !== 'corrected' ? (
      <Button type="link" className="cell-link" onClick={() => setChecking(row)}>
        {t(row.state === 'found' ? 'survey:check' : 'survey:look')}
      </Button>
    ) : null;
  const sent = (row: Finding) =>
    row.anomalyId && (may('anomaly.read') ? <Link to={`/anomalies?open=${row.anomalyId}`}>{t('survey:sent')}</Link> : <span>{t('survey:sent')}</span>);
  return (
    <>
      <div className="filters" role="search">
        <Choice label={t('common:state')} name="state" filter={filter} options={findingStates.map((value) => ({ value, label: t(`codes:findingState.${value}`) }))} />
        <Choice label={t('survey:rule')} name="rule" filter={filter} options={data.rules.map((rule) => ({ value: rule.code, label: `${rule.code} ${rule.name}` }))} />
        <Choice label={t('common:unit')} name="org" filter={filter} options={units} />
      </div>
      {list.isPending && <LoadingView />}
      {list.error && !list.data && <ErrorView error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && (
        <Records
          label={t('survey:tab.findings')}
          rows={list.rows}
          rowKey={(row) => row.id}
          width={1100}
          empty={<EmptyView text={t('survey:noFindings')} hint={t(data.runs.length === 0 ? 'survey:noProgressHint' : 'survey:noFindingsHint')} />}
          columns={[
            { title: t('survey:rule'), key: 'rule', render: (_, row) => `${row.ruleCode} ${row.ruleName}` },
            { title: t('survey:object'), dataIndex: 'objKey', width: 150, render: (value: string) => <span className="mono">{value}</span> },
            { title: t('common:unit'), dataIndex: 'orgName', width: 120 },
            { title: t('survey:metric'), key: 'metric', width: 150, align: 'right', render: (_, row) => `${amount(row.metric)} / ${amount(row.limitValue)}` },
            { title: t('survey:foundAt'), key: 'at', width: 150, render: (_, row) => dateTime(row.foundAt) },
            { title: t('common:state'), key: 'state', width: 120, render: (_, row) => <StateTag list="findingState" state={row.state} /> },
            { title: t('survey:note'), key: 'note', width: 180, render: (_, row) => sent(row) ?? row.note },
            { title: t('survey:actions'), key: 'action', width: 90, render: (_, row) => action(row) },
          ]}
          card={(row) => (
            <>
              <div className="card-line">
                <span className="mono">{row.objKey}</span>
                <StateTag list="findingState" state={row.state} />
              </div>
              <strong>{row.ruleName}</strong>
              <div className="muted">{`${row.orgName} · ${dateTime(row.foundAt)}`}</div>
              <div className="card-line">
                {action(row)}
                {sent(row)}
              </div>
            </>
          )}
        />
      )}
      <LoadMore shown={list.rows.length} total={undefined} {...list.more} />
      {checking && <CheckFinding finding={checking} questions={data.questions} onClose={() => setChecking(undefined)} />}
    </>
  );
};

type ChoiceProps = { label: string; name: string; filter: UrlFilter; options: { value: string; label: string }[] };

const Choice = ({ label, name, filter, options }: ChoiceProps) => (
  <Select
    aria-label={label}
    allowClear
    placeholder={label}
    value={filter.get(name) || null}
    options={options}
    popupMatchSelectWidth={false}
    onChange={(value: string | undefined) => filter.set({ [name]: value })}
  />
);
