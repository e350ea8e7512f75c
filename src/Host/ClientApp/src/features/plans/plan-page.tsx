import { Alert, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { HistoryTimeline } from '@/history/history-timeline';
import { BackLink } from '@/ui/back-link';
import { Page } from '@/ui/page';
import { Loaded } from '@/ui/state-views';
import { Due, StateTag } from '@/ui/tags';
import { usePlan, type Plan } from './plan';
import { PlanMonths } from './plan-months';
import { PlanOpinions } from './plan-opinions';
import { PlanSteps } from './plan-steps';

/** One annual plan: twelve months, the consultation of the specialties, its approval, and what each month has reached. */
export const PlanPage = () => {
  const { id = '' } = useParams();
  const plan = usePlan(id);
  return <Loaded of={plan}>{(data) => <PlanBody key={data.id} plan={data} />}</Loaded>;
};

const PlanBody = ({ plan }: { plan: Plan }) => {
  const { t } = useTranslation();
  const dissent = plan.opinions.filter((opinion) => opinion.verdict === 'change').length;
  const opinionsLabel = t(dissent > 0 ? 'plans:tab.dissent' : 'plans:tab.opinions', { count: plan.opinions.filter((opinion) => opinion.verdict).length, all: plan.opinions.length, dissent });
  return (
    <Page
      title={t('plans:titleOf', { year: plan.year, org: plan.orgName })}
      back={<BackLink fallback="/plans" text={t('plans:title')} />}
      tags={<StateTag list="planState" state={plan.state} />}
      subtitle={
        <span className="case-line">
          <span className="mono">{plan.number}</span>
          <span>{t('plans:by', { name: plan.createdBy })}</span>
          {plan.approvedBy && <span>{t('plans:approvedByName', { name: plan.approvedBy })}</span>}
          {plan.state === 'consulting' && <Due of={{ dueAt: plan.opinionsDueAt, dueSoonAt: plan.opinionsDueSoonAt }} />}
        </span>
      }
      actions={<PlanSteps plan={plan} />}
    >
      {plan.remark && <Alert type="info" showIcon className="gap-below" title={plan.remark} />}
      <Tabs
        items={[
          { key: 'months', label: t('plans:tab.months'), children: <PlanMonths plan={plan} /> },
          { key: 'opinions', label: opinionsLabel, children: <PlanOpinions plan={plan} /> },
          { key: 'history', label: t('common:history.title'), children: <HistoryTimeline subject={`plans/${plan.id}`} /> },
        ]}
      />
    </Page>
  );
};
