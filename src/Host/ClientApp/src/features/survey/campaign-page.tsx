import { Alert, App, Button, Popconfirm, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '@/api/http';
import { BackLink } from '@/ui/back-link';
import { amount, date, dateTime, yearMonth } from '@/ui/format';
import { Page } from '@/ui/page';
import { Records } from '@/ui/records';
import { EmptyView, Loaded, useErrorText } from '@/ui/state-views';
import { StateTag } from '@/ui/tags';
import { useUrlFilter } from '@/ui/use-url-filter';
import { Findings } from './findings';
import { ProgressTable } from './progress-table';
import { useCampaign, type Campaign } from './survey';

const names = ['tab', 'state', 'rule', 'org'] as const;

/** One survey: progress of its units and teams, the defects, the reports of past periods, its runs. */
export const CampaignPage = () => {
  const { id = '' } = useParams();
  const found = useCampaign(id);
  return <Loaded of={found}>{(data) => <Body data={data} />}</Loaded>;
};

const Body = ({ data }: { data: Campaign }) => {
  const { t } = useTranslation();
  const filter = useUrlFilter(names);
  const last = data.runs[0];
  const tabs = [
    { key: 'progress', label: t('survey:tab.progress'), children: <Progress data={data} /> },
    { key: 'findings', label: t('survey:tab.findings'), children: <Findings data={data} filter={filter} /> },
    { key: 'rules', label: t('survey:tab.rules', { count: data.rules.length }), children: <Rules data={data} onOpen={(rule) => filter.set({ tab: 'findings', rule })} /> },
    { key: 'reports', label: t('survey:tab.reports', { count: data.reports.length }), children: <Reports data={data} /> },
    { key: 'runs', label: t('survey:tab.runs', { count: data.runs.length }), children: <Runs data={data} /> },
  ];
  return (
    <Page
      title={data.title}
      back={<BackLink fallback="/survey" text={t('survey:title')} />}
      tags={<StateTag list="surveyState" state={data.state} />}
      subtitle={
        <span className="case-line">
          <span className="mono">{data.number}</span>
          <span>{data.orgName}</span>
          <span>{`${date(data.startDay)} – ${date(data.endDay)}`}</span>
          <span>{`${t('survey:month')} ${yearMonth(data.ym)}`}</span>
          <span>{data.source ?? t('survey:embedded')}</span>
        </span>
      }
      actions={data.mayManage && data.state === 'open' ? <Actions data={data} /> : undefined}
    >
      {last?.state === 'failed' && <Alert className="gap-below" type="error" showIcon title={t('survey:runFailed')} description={last.problem ?? undefined} />}
      <Tabs activeKey={filter.get('tab') || 'progress'} items={tabs} onChange={(key) => filter.set({ tab: key === 'progress' ? null : key })} />
    </Page>
  );
};

const Actions = ({ data }: { data: Campaign }) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const client = useQueryClient();
  const running = data.runs[0]?.state === 'running';
  const send = useMutation({
    mutationFn: (what: 'runs' | 'close') => http.post<unknown>(`/api/survey/campaigns/${data.id}/${what}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['survey'] }),
    onError: (error) => void message.error(errorText(error), 6),
  });
  return (
    <>
      <Popconfirm title={t('survey:closeAsk')} onConfirm={() => send.mutate('close')} okText={t('survey:close')} cancelText={t('common:cancel')}>
        <Button>{t('survey:close')}</Button>
      </Popconfirm>
      <Button type="primary" loading={running || send.isPending} onClick={() => send.mutate('runs')}>
        {t(running ? 'survey:running' : 'survey:run')}
      </Button>
    </>
  );
};

const Progress = ({ data }: { data: Campaign }) => {
  const { t } = useTranslation();
  return (
    <>
      {data.period && (
        <p className="muted gap-below">{t(`survey:periodOf.${data.rhythm}`, { days: data.period.start === data.period.end ? date(data.period.start) : `${date(data.period.start)} – ${date(data.period.end)}` })}</p>
      )}
      <ProgressTable lines={data.progress} empty={<EmptyView text={t('survey:noProgress')} hint={t('survey:noProgressHint')} />} />
      <h2 className="section-title">{t('survey:teams')}</h2>
      <Records
        label={t('survey:teams')}
        rows={data.teams}
        rowKey={(team) => team.id}
        width={560}
        empty={null}
        columns={[
          { title: t('survey:teamName'), dataIndex: 'name', width: 200 },
          { title: t('survey:units'), key: 'units', render: (_, team) => team.units.join('、') },
          { title: t('survey:members'), key: 'members', render: (_, team) => team.members.join('、') || t('survey:everybody') },
        ]}
        card={(team) => (
          <>
            <strong>{team.name}</strong>
            <div className="muted">{team.units.join('、')}</div>
            {team.members.length > 0 && <div>{team.members.join('、')}</div>}
          </>
        )}
      />
    </>
  );
};

const Rules = ({ data, onOpen }: { data: Campaign; onOpen: (rule: string) => void }) => {
  const { t } = useTranslation();
  const open = (rule: Campaign['rules'][number]) => (
    <Button type="link" className="cell-link" onClick={() => onOpen(rule.code)}>
      {rule.name}
    </Button>
  );
  return (
    <Records
      label={t('survey:rules')}
      rows={data.rules}
      rowKey={(rule) => rule.code}
      width={640}
      empty={null}
      columns={[
        { title: t('survey:rule'), key: 'name', render: (_, rule) => open(rule) },
        { title: t('survey:code'), dataIndex: 'code', width: 110, render: (value: string) => <span className="mono">{value}</span> },
        { title: t('survey:kind'), key: 'kind', width: 120, render: (_, rule) => t(`survey:kinds.${rule.kind}`) },
        { title: t('survey:total'), key: 'total', width: 100, align: 'right', render: (_, rule) => amount(rule.total) },
        { title: t('survey:open'), key: 'open', width: 110, align: 'right', render: (_, rule) => amount(rule.open) },
      ]}
      card={(rule) => (
        <>
          <div className="card-line">
            {open(rule)}
            <span>{`${amount(rule.open)} / ${amount(rule.total)}`}</span>
          </div>
          <div className="muted">{t(`survey:kinds.${rule.kind}`)}</div>
        </>
      )}
    />
  );
};

const Reports = ({ data }: { data: Campaign }) => {
  const { t } = useTranslation();
  if (data.reports.length === 0) {
    return (
      <div className="panel">
        <EmptyView text={t('survey:noReports')} hint={t(`survey:reportHint.${data.rhythm}`)} />
      </div>
    );
  }
  return data.reports.map((report) => (
    <section key={report.end}>
      <h2 className="section-title">{report.start === report.end ? date(report.start) : `${date(report.start)} – ${date(report.end)}`}</h2>
      <ProgressTable lines={report.lines} empty={<EmptyView text={t('survey:noProgress')} />} />
    </section>
  ));
};

const Runs = ({ data }: { data: Campaign }) => {
  const { t } = useTranslation();
  return (
    <Records
      label={t('survey:tab.runs', { count: data.runs.length })}
      rows={data.runs}
      rowKey={(run) => run.id}
      width={760}
      empty={<EmptyView text={t('survey:noRuns')} />}
      columns={[
        { title: t('survey:startedAt'), key: 'at', width: 170, render: (_, run) => dateTime(run.startedAt) },
        { title: t('survey:stamp'), key: 'stamp', width: 130, render: (_, run) => date(run.stamp) },
        { title: t('common:state'), key: 'state', width: 110, render: (_, run) => <StateTag list="surveyRun" state={run.state} /> },
        { title: t('survey:found'), key: 'found', width: 100, align: 'right', render: (_, run) => amount(run.found) },
        { title: t('survey:newFound'), key: 'new', width: 100, align: 'right', render: (_, run) => amount(run.new) },
        { title: t('survey:corrected'), key: 'corrected', width: 100, align: 'right', render: (_, run) => amount(run.corrected) },
        { title: t('survey:errors'), key: 'errors', render: (_, run) => run.problem ?? run.errors.join('; ') },
      ]}
      card={(run) => (
        <>
          <div className="card-line">
            <span>{dateTime(run.startedAt)}</span>
            <StateTag list="surveyRun" state={run.state} />
          </div>
          <div className="muted">{`${t('survey:found')} ${run.found} · ${t('survey:newFound')} ${run.new} · ${t('survey:corrected')} ${run.corrected}`}</div>
        </>
      )}
    />
  );
};
