import { Alert, Descriptions, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { HistoryTimeline } from '@/history/history-timeline';
import { BackLink } from '@/ui/back-link';
import { dateTime } from '@/ui/format';
import { Page } from '@/ui/page';
import { Records } from '@/ui/records';
import { EmptyView, Loaded } from '@/ui/state-views';
import { StateTag } from '@/ui/tags';
import { useCode } from '@/ui/use-text';
import { useScheme, useTaskTypes, type Member, type Scheme, type SchemeTask } from './scheme';
import { SchemeTeam } from './scheme-team';
import { SchemeSteps } from './scheme-steps';

/** One scheme: what it says, who approved it, and the tasks that came from it. */
export const SchemePage = () => {
  const { id = '' } = useParams();
  const found = useScheme(id);
  return <Loaded of={found}>{(data) => <SchemeBody key={data.scheme.id} scheme={data.scheme} team={data.team} tasks={data.tasks} />}</Loaded>;
};

const SchemeBody = ({ scheme, team, tasks }: { scheme: Scheme; team: Member[]; tasks: SchemeTask[] }) => {
  const { t } = useTranslation();
  return (
    <Page
      title={scheme.title}
      back={<BackLink fallback="/schemes" text={t('plans:scheme.title')} />}
      tags={<StateTag list="schemeState" state={scheme.state} />}
      subtitle={
        <span className="case-line">
          <span className="mono">{scheme.number}</span>
          <span>{scheme.orgName}</span>
        </span>
      }
      actions={<SchemeSteps scheme={scheme} />}
    >
      {scheme.remark && <Alert type="info" showIcon className="gap-below" title={scheme.remark} />}
      <SchemeText scheme={scheme} />
      <SchemeTeam scheme={scheme} team={team} />
      <Tabs
        items={[
          { key: 'tasks', label: t('plans:scheme.tasks', { count: tasks.length }), children: <SchemeTasks tasks={tasks} /> },
          { key: 'history', label: t('common:history.title'), children: <HistoryTimeline subject={`schemes/${scheme.id}`} /> },
        ]}
      />
    </Page>
  );
};

const SchemeText = ({ scheme }: { scheme: Scheme }) => {
  const { t } = useTranslation();
  const code = useCode();
  const types = useTaskTypes();
  const words = types.data?.find((type) => type.code === scheme.type);
  return (
    <section className="panel gap-below" aria-label={t('plans:scheme.text')}>
      <Descriptions
        column={{ xs: 1, lg: 2 }}
        size="small"
        items={[
          {
            key: 'type',
            label: t('plans:type'),
            children: (
              <span>
                {code('taskType', scheme.type)}
                {words && <span className="muted small"> {t('plans:vocabulary', { state: words.stateGrid, south: words.southernGrid, code: words.tableCode })}</span>}
              </span>
            ),
          },
          { key: 'period', label: t('plans:period'), children: `${scheme.periodFrom} – ${scheme.periodTo}` },
          { key: 'units', label: t('plans:scheme.units'), children: scheme.units.map((unit) => unit.name).join('、') },
          {
            key: 'themes',
            label: t('plans:scheme.themes'),
            children: (
              <span className="case-line">
                {scheme.themes.map((theme) => (
                  <Link key={theme.code} to={`/themes/${theme.code}`}>
                    {theme.code} {theme.name}
                  </Link>
                ))}
              </span>
            ),
          },
          { key: 'by', label: t('plans:createdBy'), children: `${scheme.createdBy} · ${dateTime(scheme.createdAt)}` },
          { key: 'approved', label: t('plans:approvedBy'), children: scheme.approvedBy ?? '—' },
          ...(scheme.planId ? [{ key: 'plan', label: t('plans:title'), children: <Link to={`/plans/${scheme.planId}`}>{t('plans:month', { month: scheme.planMonth })}</Link> }] : []),
        ]}
      />
      {(['goal', 'checklist', 'basis'] as const).map((part) => (
        <div key={part} className="scheme-part">
          <h2 className="side-title">{t(`plans:scheme.${part}`)}</h2>
          <p className="pre-line">{scheme[part]}</p>
        </div>
      ))}
    </section>
  );
};

const SchemeTasks = ({ tasks }: { tasks: SchemeTask[] }) => {
  const { t } = useTranslation();
  const number = (row: SchemeTask) => (
    <Link to={`/tasks/${row.id}`} className="mono">
      {row.number}
    </Link>
  );
  return (
    <Records
      label={t('plans:scheme.tasks', { count: tasks.length })}
      rows={tasks}
      rowKey={(row) => row.id}
      width={640}
      empty={<EmptyView text={t('plans:scheme.noTasks')} hint={t('plans:scheme.noTasksHint')} />}
      columns={[
        { title: t('plans:number'), key: 'number', width: 220, render: (_, row) => number(row) },
        { title: t('plans:scheme.name'), dataIndex: 'title' },
        { title: t('common:state'), key: 'state', width: 120, render: (_, row) => <StateTag list="taskState" state={row.state} /> },
        { title: t('plans:createdAt'), key: 'at', width: 150, render: (_, row) => dateTime(row.createdAt) },
      ]}
      card={(row) => (
        <div className="card-line">
          {number(row)}
          <StateTag list="taskState" state={row.state} />
        </div>
      )}
    />
  );
};
