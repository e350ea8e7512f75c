import { Alert, Descriptions, Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { HistoryTimeline } from '@/history/history-timeline';
import { BackLink } from '@/ui/back-link';
import { dateTime } from '@/ui/format';
import { Page } from '@/ui/page';
import { StageStepper, stagesUpTo } from '@/ui/stage-stepper';
import { Loaded } from '@/ui/state-views';
import { StateTag, UrgencyTag } from '@/ui/tags';
import { useCode } from '@/ui/use-text';
import { useTask, type AuditTask } from './task';
import { TaskCases } from './task-cases';
import { WithdrawTask } from './withdraw-task';

type Props = {
  renderStep: (id: string, onCompleted: () => void) => ReactNode;
  renderWorkflow: (path: string, id: number) => ReactNode;
};

/** One task: its open step, the work orders it became, its history and its position in the lifecycle. */
export const TaskPage = (props: Props) => {
  const { id = '' } = useParams();
  const task = useTask(id);
  return <Loaded of={task}>{(data) => <TaskBody key={data.id} task={data} {...props} />}</Loaded>;
};

/** Taken back before it went out: it has passed none of the later stages. */
const ended = ['cancelled', 'withdrawn'];

const TaskBody = ({ task, renderStep, renderWorkflow }: Props & { task: AuditTask }) => {
  const { t } = useTranslation();
  const code = useCode();
  const [search, setSearch] = useSearchParams();
  const item = ended.includes(task.state) ? undefined : (search.get('item') ?? task.workItem?.id);
  return (
    <Page
      title={task.title}
      back={<BackLink fallback="/tasks" text={t('tasks:title')} />}
      tags={
        <>
          <StateTag list="taskState" state={task.state} />
          <UrgencyTag urgency={task.urgency} />
        </>
      }
      subtitle={
        <span className="case-line">
          <span className="mono">{task.number}</span>
          <span>{task.orgName}</span>
        </span>
      }
      actions={task.mayWithdraw ? <WithdrawTask task={task} /> : undefined}
    >
      {ended.includes(task.state) ? (
        <Alert type="warning" showIcon className="gap-below" title={t('tasks:ended', { state: code('taskState', task.state), at: dateTime(task.closedAt) })} />
      ) : (
        <StageStepper stages={stagesUpTo(task.stage)} />
      )}
      {item && renderStep(item, () => {
          setSearch({}, { replace: true });
          window.scrollTo({ top: 0, behavior: 'smooth' });
        })}
      <TaskSummary task={task} />
      <Tabs
        items={[
          { key: 'cases', label: t('tasks:tab.cases', { count: task.cases.length }), children: <TaskCases task={task} /> },
          { key: 'workflow', label: t('tasks:tab.workflow'), children: renderWorkflow(`/api/tasks/${task.id}/workflow`, task.id) },
          { key: 'history', label: t('common:history.title'), children: <HistoryTimeline subject={`tasks/${task.id}`} /> },
        ]}
      />
    </Page>
  );
};

const TaskSummary = ({ task }: { task: AuditTask }) => {
  const { t } = useTranslation();
  const code = useCode();
  return (
    <section className="panel gap-below" aria-label={t('tasks:summary')}>
      <Descriptions
        column={{ xs: 1, sm: 2, lg: 3 }}
        size="small"
        items={[
          { key: 'type', label: t('tasks:field.type'), children: code('taskType', task.type) },
          { key: 'by', label: t('tasks:field.createdBy'), children: task.createdBy },
          { key: 'at', label: t('tasks:field.createdAt'), children: dateTime(task.createdAt) },
          {
            key: 'count',
            label: t('tasks:field.anomalies'),
            children: task.anomalyCount,
          },
          ...(task.closedAt ? [{ key: 'closed', label: t('tasks:field.closedAt'), children: dateTime(task.closedAt) }] : []),
        ]}
      />
    </section>
  );
};
