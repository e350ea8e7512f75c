import { App, Button, Dropdown, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { dateTime } from '@/ui/format';
import { LoadMore, Records } from '@/ui/records';
import { EmptyView, Loaded } from '@/ui/state-views';
import { useCode } from '@/ui/use-text';
import { pathOf, useIncidents, useRepair, useRepairAlike, type Incident, type IncidentGroup } from './operation';
import { ProcessDrawer } from './process-drawer';
import { ReasonDialog } from './reason-dialog';

const actions = ['retry', 'skip', 'suspend', 'continue', 'cancel'] as const;
type Choice = { action: (typeof actions)[number]; incident: Incident } | { action: 'retry' | 'skip'; group: IncidentGroup };

export const Incidents = () => {
  const { t } = useTranslation();
  const incidents = useIncidents();
  const [choice, setChoice] = useState<Choice>();
  const [shown, setShown] = useState<string>();
  return (
    <Loaded of={incidents}>
      {({ pages }) => (
        <>
          {(pages[0]?.groups ?? []).some((group) => group.count > 1) && <Groups groups={(pages[0]?.groups ?? []).filter((group) => group.count > 1)} onChoose={setChoice} />}
          <Lines items={pages.flatMap((page) => page.items)} onChoose={setChoice} onShow={setShown} />
          <LoadMore shown={pages.reduce((sum, page) => sum + page.items.length, 0)} total={undefined} hasMore={incidents.hasNextPage} loading={incidents.isFetchingNextPage} onMore={() => void incidents.fetchNextPage()} />
          {shown && <ProcessDrawer id={shown} onClose={() => setShown(undefined)} />}
          {choice && <ChoiceDialog choice={choice} onClose={() => setChoice(undefined)} />}
          <p className="muted small">{t('operations:incidentsNote')}</p>
        </>
      )}
    </Loaded>
  );
};

const Groups = ({ groups, onChoose }: { groups: IncidentGroup[]; onChoose: (choice: Choice) => void }) => {
  const { t } = useTranslation();
  const code = useCode();
  const buttons = (group: IncidentGroup) => (
    <span className="panel-tags">
      <Button size="small" type="primary" onClick={() => onChoose({ action: 'retry', group })}>
        {t('operations:retryAll')}
      </Button>
      <Button size="small" onClick={() => onChoose({ action: 'skip', group })}>
        {t('operations:skipAll')}
      </Button>
    </span>
  );
  return (
    <>
      <h2 className="gap-below">{t('operations:alike')}</h2>
      <Records
        label={t('operations:alike')}
        rows={groups}
        rowKey={(group) => [group.definitionId, group.definitionVersion, group.activityId, group.code].join('/')}
        empty={null}
        columns={[
          { title: t('operations:count'), dataIndex: 'count', align: 'right', width: 80 },
          { title: t('operations:place'), key: 'place', render: (_, group) => <Place {...group} /> },
          { title: t('operations:fault'), key: 'fault', render: (_, group) => <Fault code={code('incidentCode', group.code)} reason={group.reason} /> },
          { title: t('operations:action'), key: 'action', width: 200, render: (_, group) => buttons(group) },
        ]}
        card={(group) => (
          <>
            <div className="card-line">
              <strong>{t('operations:cases', { count: group.count })}</strong>
              <Tag variant="filled">{code('incidentCode', group.code)}</Tag>
            </div>
            <Place {...group} />
            <div className="muted">{group.reason}</div>
            {buttons(group)}
          </>
        )}
      />
    </>
  );
};

type LinesProps = { items: Incident[]; onChoose: (choice: Choice) => void; onShow: (instanceId: string) => void };

const Lines = ({ items, onChoose, onShow }: LinesProps) => {
  const { t } = useTranslation();
  const code = useCode();
  const menu = (incident: Incident) => (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'show', label: t('operations:mend'), onClick: () => onShow(incident.instanceId) },
          ...actions
            .filter((action) => (action === 'suspend' ? !incident.suspended : action !== 'continue' || incident.suspended))
            .map((action) => ({ key: action, label: t(`operations:do.${action}`), danger: action === 'cancel', onClick: () => onChoose({ action, incident }) })),
        ],
      }}
    >
      <Button size="small" aria-label={`${t('operations:repair')} ${incident.number ?? incident.subject ?? incident.instanceId}`}>
        {t('operations:repair')}
      </Button>
    </Dropdown>
  );
  return (
    <>
      <h2 className="gap-above gap-below">{t('operations:incidents')}</h2>
      <Records
        label={t('operations:incidents')}
        rows={items}
        rowKey={(incident) => incident.activityInstanceId}
        empty={<EmptyView text={t('operations:noIncidents')} hint={t('operations:noIncidentsHint')} />}
        columns={[
          { title: t('operations:at'), key: 'at', width: 150, render: (_, incident) => dateTime(incident.occurredAt) },
          { title: t('operations:subject'), key: 'subject', width: 230, render: (_, incident) => <Subject subject={incident.subject} suspended={incident.suspended} number={incident.number} /> },
          { title: t('operations:place'), key: 'place', render: (_, incident) => <Place {...incident} /> },
          { title: t('operations:fault'), key: 'fault', render: (_, incident) => <Fault code={code('incidentCode', incident.code)} reason={incident.reason} /> },
          { title: t('operations:action'), key: 'action', width: 100, render: (_, incident) => menu(incident) },
        ]}
        card={(incident) => (
          <>
            <div className="card-line">
              <Subject subject={incident.subject} suspended={incident.suspended} number={incident.number} />
              {menu(incident)}
            </div>
            <Place {...incident} />
            <Fault code={code('incidentCode', incident.code)} reason={incident.reason} />
            <div className="muted small">{dateTime(incident.occurredAt)}</div>
          </>
        )}
      />
    </>
  );
};

const ChoiceDialog = ({ choice, onClose }: { choice: Choice; onClose: () => void }) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const repair = useRepair();
  const alike = useRepairAlike();
  const common = {
    hint: t(`operations:hint.${choice.action}`),
    danger: choice.action === 'cancel',
    ...(choice.action === 'skip' ? { outcomes: 'group' in choice ? choice.group.outcomes : choice.incident.outcomes } : {}),
    onClose,
  };
  if ('group' in choice) {
    const { group } = choice;
    return (
      <ReasonDialog
        {...common}
        title={`${t(choice.action === 'retry' ? 'operations:retryAllOf' : 'operations:skipAllOf', { count: group.count })}: ${group.step}`}
        pending={alike.isPending}
        error={alike.error}
        onDecide={(values) =>
          alike.mutate(
            { group, ...values },
            {
              onSuccess: ({ done, failed }) => {
                void message.info(t('operations:alikeDone', { done, failed }));
                onClose();
              },
            },
          )
        }
      />
    );
  }
  const { action, incident } = choice;
  return (
    <ReasonDialog
      {...common}
      title={`${t(`operations:do.${action}`)}: ${incident.step}${incident.number ? ` (${incident.number})` : ''}`}
      pending={repair.isPending}
      error={repair.error}
      onDecide={(values) =>
        repair.mutate(
          { action, instanceId: incident.instanceId, activityInstanceId: incident.activityInstanceId, ...values },
          {
            onSuccess: () => {
              void message.success(t('operations:decided'));
              onClose();
            },
          },
        )
      }
    />
  );
};

export const Subject = ({ subject, suspended, number }: { subject: string | null; suspended?: boolean; number?: string | null }) => {
  const { t } = useTranslation();
  const path = pathOf(subject);
  return (
    <span className="panel-tags">
      {path ? <Link to={path} className={number ? 'mono' : ''}>{number ?? t(path.startsWith('/cases') ? 'operations:case' : 'operations:task')}</Link> : <span className="muted">{subject ?? t('operations:noSubject')}</span>}
      {suspended && <Tag variant="filled" color="orange">{t('operations:suspended')}</Tag>}
    </span>
  );
};

const Place = ({ step, definitionId, definitionVersion, activityId }: { step: string; definitionId: string; definitionVersion: number; activityId: string }) => (
  <>
    <div>{step}</div>
    <div className="muted small">
      {definitionId} v{definitionVersion} · <code>{activityId}</code>
    </div>
  </>
);

const Fault = ({ code, reason }: { code: string; reason: string }) => (
  <div className="panel-tags">
    <Tag variant="filled" color="red">
      {code}
    </Tag>
    <span className="muted">{reason}</span>
  </div>
);
