import { Tabs, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { HistoryTimeline } from '@/history/history-timeline';
import { BackLink } from '@/ui/back-link';
import { Page } from '@/ui/page';
import { StageStepper } from '@/ui/stage-stepper';
import { Loaded } from '@/ui/state-views';
import { Due, StateTag, UrgencyTag } from '@/ui/tags';
import { useIsPhone } from '@/ui/use-is-phone';
import { useUrlFilter } from '@/ui/use-url-filter';
import { useCase, type AuditCase } from './case';
import { CancelCase } from './cancel-case';
import { CaseAnswers } from './case-answers';
import { CaseEvidence } from './case-evidence';
import { CaseItems } from './case-items';
import { CaseSummary } from './case-summary';
import { CaseWaits } from './case-waits';
import { CaseWorkflow } from './case-workflow';

export type StepPanel = (props: { caseId: number; themeCode: string; id: string; evidenceCount: number; evidence: ReactNode; onCompleted: () => void }) => ReactNode;

type Renders = { renderStep: StepPanel; renderVisits: (caseId: number) => ReactNode; renderEvaluation: (orgNo: string) => ReactNode };

/** One case from monitor to improve: where it stands, the form of its current step, and everything that led there. */
export const CasePage = (renders: Renders) => {
  const { id = '' } = useParams();
  const found = useCase(id);
  return <Loaded of={found}>{(data) => <CaseBody key={data.id} data={data} {...renders} />}</Loaded>;
};

const CaseBody = ({ data, renderStep, renderVisits, renderEvaluation }: Renders & { data: AuditCase }) => {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  return (
    <Page
      title={data.title}
      back={<BackLink fallback="/cases" text={t('cases:back')} />}
      tags={
        <>
          <StateTag list="caseState" state={data.state} />
          <UrgencyTag urgency={data.urgency} />
          {data.reopenings > 0 && <Tag color="volcano">{t('cases:reopen.times', { count: data.reopenings })}</Tag>}
        </>
      }
      actions={data.mayCancel ? <CancelCase data={data} /> : undefined}
      subtitle={
        <span className="case-line">
          <span className="mono">{data.number}</span>
          <span>{data.orgName}</span>
          {data.dueAt && <Due of={data} />}
        </span>
      }
    >
      <StageStepper stages={data.stages} />
      <div className="case-columns">
        <div className="case-main">
          <div className="no-print">
            {data.stage === 'evaluate' && renderEvaluation(data.orgNo)}
            <CurrentStep data={data} renderStep={renderStep} />
          </div>
          <CaseTabs data={data} withHistory={isPhone} renderVisits={renderVisits} />
        </div>
        {!isPhone && (
          <aside className="case-side">
            <CaseSummary data={data} />
            <h2 className="side-title">{t('common:history.title')}</h2>
            <HistoryTimeline subject={`cases/${data.id}`} />
          </aside>
        )}
      </div>
    </Page>
  );
};

const CurrentStep = ({ data, renderStep }: { data: AuditCase; renderStep: StepPanel }) => {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('item');
  const mine = data.openWorkItems.find((item) => item.id === asked) ?? data.openWorkItems.find((item) => item.canAnswer);
  // The step a person works on stays on the screen although a colleague may complete it meanwhile: its form says so and keeps the text.
  const [pinned, setPinned] = useState<string>();
  // What was just answered stands among the open ones until the case is read again; pinned once more it would never leave.
  const [answered, setAnswered] = useState<string>();
  const id = asked ?? pinned ?? mine?.id;
  if (id !== pinned && id !== answered) {
    setPinned(id);
  }
  const onCompleted = () => {
    setAnswered(id);
    setPinned(undefined);
    const rest = new URLSearchParams(search);
    rest.delete('item');
    setSearch(rest, { replace: true });
    window.scrollTo({ top: 0, behavior: 'smooth' });
  };
  return id ? (
    renderStep({ caseId: data.id, themeCode: data.themeCode, id, evidenceCount: data.evidence.length, evidence: <CaseEvidence data={data} embedded />, onCompleted })
  ) : (
    <CaseWaits data={data} />
  );
};

const tabNames = ['tab'] as const;
const checking = ['recheck', 'evaluate', 'improve', 'closed'];

const CaseTabs = ({ data, withHistory, renderVisits }: { data: AuditCase; withHistory: boolean; renderVisits: Renders['renderVisits'] }) => {
  const { t } = useTranslation();
  const filter = useUrlFilter(tabNames);
  const answers = { key: 'answers', label: t('cases:tab.answers', { count: data.answers.length }), children: <CaseAnswers answers={data.answers} summaries={data.summaries} /> };
  // Whoever checks a reply needs it in sight; whoever writes one needs the items.
  const repliesFirst = checking.includes(data.stage) && data.answers.length > 0;
  const items = [
    ...(repliesFirst ? [answers] : []),
    ...(withHistory ? [{ key: 'summary', label: t('cases:tab.summary'), children: <CaseSummary data={data} /> }] : []),
    { key: 'items', label: t('cases:tab.items', { count: data.items.length }), children: <CaseItems data={data} /> },
    { key: 'visits', label: t('plans:visit.tab'), children: renderVisits(data.id) },
    { key: 'evidence', label: t('cases:tab.evidence', { count: data.evidence.length }), children: <CaseEvidence data={data} /> },
    ...(repliesFirst ? [] : [answers]),
    { key: 'workflow', label: t('cases:tab.workflow'), children: <CaseWorkflow path={`/api/cases/${data.id}/workflow`} id={data.id} /> },
    ...(withHistory ? [{ key: 'history', label: t('common:history.title'), children: <HistoryTimeline subject={`cases/${data.id}`} /> }] : []),
  ];
  const first = items[0]?.key ?? 'items';
  return (
    <Tabs
      activeKey={items.some((item) => item.key === filter.get('tab')) ? filter.get('tab') : first}
      items={items}
      onChange={(key) => filter.set({ tab: key === first ? null : key })}
    />
  );
};
