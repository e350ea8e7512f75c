import { Alert, Button, Descriptions, Tabs, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useMay } from '@/api/session';
import { HistoryTimeline } from '@/history/history-timeline';
import { BackLink } from '@/ui/back-link';
import { amount, dateTime, yearMonth } from '@/ui/format';
import { useOrgs } from '@/ui/org-select';
import { Page } from '@/ui/page';
import { Records } from '@/ui/records';
import { EmptyView, Loaded } from '@/ui/state-views';
import { StateTag } from '@/ui/tags';
import { useCode } from '@/ui/use-text';
import { byTable, useSample, type Sample, type SampleItem, type Stratum, type WholeSample } from './sample';
import { GradeItem } from './grade-item';
import { SampleSteps } from './sample-steps';

/** One sample: how it was drawn, what each stratum gave, and every object in it. */
export const SamplePage = () => {
  const { id = '' } = useParams();
  const found = useSample(id);
  return <Loaded of={found}>{(data) => <SampleBody key={data.sample.id} whole={data} />}</Loaded>;
};

const SampleBody = ({ whole }: { whole: WholeSample }) => {
  const { t } = useTranslation();
  const { sample, strata, items, result } = whole;
  return (
    <Page
      title={sample.title}
      back={<BackLink fallback="/samples" text={t('plans:sample.title')} />}
      tags={<StateTag list="sampleState" state={sample.state} />}
      subtitle={
        <span className="case-line">
          <span className="mono">{sample.number}</span>
          <span>{sample.orgName}</span>
          <span>{t('plans:sample.counts', { population: sample.population, drawn: sample.drawn, picked: sample.picked })}</span>
          {result.graded > 0 && <span>{t('plans:sample.result', { ...result, rate: result.passPercent ?? '—' })}</span>}
        </span>
      }
      actions={<SampleSteps sample={sample} />}
    >
      <SampleText sample={sample} />
      <SizeNote whole={whole} />
      <Tabs
        items={[
          { key: 'items', label: t('plans:sample.items', { count: items.length }), children: <SampleItems sample={sample} items={items} /> },
          { key: 'strata', label: t('plans:sample.strataOf', { count: strata.length }), children: <Strata strata={strata} /> },
          { key: 'history', label: t('common:history.title'), children: <HistoryTimeline subject={`samples/${sample.id}`} /> },
        ]}
      />
    </Page>
  );
};

const SampleText = ({ sample }: { sample: Sample }) => {
  const { t } = useTranslation();
  const code = useCode();
  const by = sample.stratifyBy.split(',').filter(Boolean).map((each) => code('stratum', each));
  return (
    <section className="panel gap-below" aria-label={t('plans:sample.how')}>
      <Descriptions
        column={{ xs: 1, sm: 2, lg: 3 }}
        size="small"
        items={[
          { key: 'purpose', label: t('plans:sample.purpose'), children: code('samplePurpose', sample.purpose) },
          { key: 'month', label: t('plans:sample.month'), children: yearMonth(sample.ym) },
          { key: 'rate', label: t('plans:sample.rate'), children: byTable(sample) ? t('plans:sample.byTable') : `${sample.ratePercent} %${sample.least > 0 ? ` · ${t('plans:sample.leastOf', { least: sample.least })}` : ''}` },
          { key: 'strata', label: t('plans:sample.strata'), children: byTable(sample) ? t('plans:sample.tableStrata') : by.length > 0 ? by.join('、') : '—' },
          { key: 'seed', label: t('plans:sample.seed'), children: <span className="mono">{sample.seed}</span> },
          { key: 'algorithm', label: t('plans:sample.algorithm'), children: <span className="mono">{sample.algorithm}</span> },
          { key: 'by', label: t('plans:createdBy'), children: `${sample.createdBy} · ${dateTime(sample.createdAt)}` },
          ...(sample.themeCode ? [{ key: 'theme', label: t('plans:theme'), children: `${sample.themeCode} ${sample.themeName}` }] : []),
          ...(sample.planId ? [{ key: 'plan', label: t('plans:title'), children: <Link to={`/plans/${sample.planId}`}>{t('plans:openPlan')}</Link> }] : []),
          ...(sample.taskId ? [{ key: 'task', label: t('plans:sample.task'), children: <Link to={`/tasks/${sample.taskId}`}>{sample.taskNumber}</Link> }] : []),
        ]}
      />
      {sample.ruleSql && (
        <details className="sample-rule">
          <summary>{t('plans:sample.rule')}</summary>
          <pre className="mono">{sample.ruleSql}</pre>
        </details>
      )}
    </section>
  );
};

/** What a sample of this size can say at all, and what it says once it is judged. */
const SizeNote = ({ whole: { sample, result, upperIfAllPass } }: { whole: WholeSample }) => {
  const { t } = useTranslation();
  const text =
    sample.drawn === sample.population
      ? t('plans:sample.sizeAll', { count: sample.drawn })
      : result.upperPercent === null
        ? t('plans:sample.sizeBefore', { count: sample.drawn, upper: upperIfAllPass ?? '—' })
        : t('plans:sample.sizeAfter', { count: result.drawn, failed: result.drawnFailed, upper: result.upperPercent });
  return sample.drawn > 0 ? <Alert type="info" showIcon className="gap-below" title={text} description={sample.drawn < sample.population ? t('plans:sample.sizeRule') : undefined} /> : null;
};

/** A stratum's name holds codes; kinds of orders, units and voltages are said in words. */
const useStratum = () => {
  const { t } = useTranslation();
  const code = useCode();
  const orgs = useOrgs();
  const names = new Map((orgs.data ?? []).map((org) => [org.orgNo, org.name]));
  return (stratum: string) => (stratum ? stratum.split('·').map((part) => names.get(part) ?? (kinds.includes(part) ? code('sampleClass', part) : code('voltage', part))).join(' · ') : t('plans:sample.whole'));
};

const kinds = ['money', 'failed-handler', 'level', 'white', 'unfounded', 'rest'];
const gradeColors = { pass: 'green', minor: 'gold', fail: 'orange', falsified: 'red' };

const SampleItems = ({ sample, items }: { sample: Sample; items: SampleItem[] }) => {
  const { t } = useTranslation();
  const code = useCode();
  const may = useMay();
  const [grading, setGrading] = useState<SampleItem>();
  const mayGrade = sample.state !== 'drawn' && may('plan.write');
  const stratum = useStratum();
  const object = (row: SampleItem) => (row.caseId ? <Link to={`/cases/${row.caseId}`} className="mono">{row.objKey}</Link> : <span className="mono">{row.objKey}</span>);
  const how = (row: SampleItem) => (row.reason ? <Tag variant="filled" color="gold">{t('plans:sample.byHand')}</Tag> : t('plans:sample.place', { place: row.place }));
  const grade = (row: SampleItem) => (
    <span className="panel-tags">
      {row.grade && (
        <Tag variant="filled" color={gradeColors[row.grade]} title={[row.gradeNote, row.gradedBy].filter(Boolean).join(' · ')}>
          {code('sampleGrade', row.grade)}
        </Tag>
      )}
      {row.reopenedCaseId && (
        <Link to={`/cases/${row.reopenedCaseId}`} className="small">
          {t('plans:sample.reopened')}
        </Link>
      )}
      {mayGrade && (
        <Button type="link" size="small" className="cell-link" aria-label={t('plans:sample.gradeOf', { object: row.objKey })} onClick={() => setGrading(row)}>
          {t(row.grade ? 'plans:sample.regrade' : 'plans:sample.judge')}
        </Button>
      )}
    </span>
  );
  return (
    <>
      {grading && <GradeItem sample={sample} item={grading} onClose={() => setGrading(undefined)} />}
      <Records
        label={t('plans:sample.items', { count: items.length })}
        rows={items}
        rowKey={(row) => row.objKey}
        width={sample.state === 'drawn' ? 900 : 1060}
        empty={<EmptyView text={t('plans:sample.noItems')} />}
        columns={[
          { title: t('plans:sample.object'), key: 'object', width: 230, render: (_, row) => object(row) },
          { title: t('common:unit'), dataIndex: 'orgName', width: 140 },
          { title: t('plans:specialty'), key: 'specialty', width: 110, render: (_, row) => code('specialty', row.specialty) },
          { title: t('plans:sample.metric'), key: 'metric', align: 'right', width: 110, render: (_, row) => amount(row.metric) },
          { title: t('plans:sample.stratum'), key: 'stratum', width: 200, render: (_, row) => stratum(row.stratum) },
          { title: t('plans:sample.chosen'), key: 'how', width: 110, render: (_, row) => how(row) },
          { title: t('plans:sample.reason'), key: 'reason', render: (_, row) => row.reason ?? '—' },
          ...(sample.state === 'drawn' ? [] : [{ title: t('plans:sample.grade'), key: 'grade', width: 240, render: (_: unknown, row: SampleItem) => grade(row) }]),
        ]}
        card={(row) => (
          <>
            <div className="card-line">
              {object(row)}
              <span>{how(row)}</span>
            </div>
            <div className="muted">
              {row.orgName} · {stratum(row.stratum)}
            </div>
            {row.reason && <div>{row.reason}</div>}
            {sample.state !== 'drawn' && <div>{grade(row)}</div>}
          </>
        )}
      />
    </>
  );
};

const Strata = ({ strata }: { strata: Stratum[] }) => {
  const { t } = useTranslation();
  const name = useStratum();
  const few = (row: Stratum) => (row.drawn < row.wanted ? <Tag variant="filled" color="orange">{t('plans:sample.few')}</Tag> : null);
  return (
    <Records
      label={t('plans:sample.strata')}
      rows={strata}
      rowKey={(row) => row.stratum}
      width={560}
      empty={<EmptyView text={t('plans:sample.noItems')} />}
      columns={[
        { title: t('plans:sample.stratum'), key: 'name', render: (_, row) => name(row.stratum) },
        { title: t('plans:sample.population'), dataIndex: 'population', align: 'right', width: 110 },
        { title: t('plans:sample.wanted'), dataIndex: 'wanted', align: 'right', width: 110 },
        { title: t('plans:sample.drawn'), dataIndex: 'drawn', align: 'right', width: 110 },
        { title: '', key: 'few', width: 110, render: (_, row) => few(row) },
      ]}
      card={(row) => (
        <>
          <div className="card-line">
            <strong>{name(row.stratum)}</strong>
            {few(row)}
          </div>
          <div className="muted">
            {t('plans:sample.population')} {row.population} · {t('plans:sample.drawn')} {row.drawn}
          </div>
        </>
      )}
    />
  );
};
