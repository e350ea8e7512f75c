import { Alert, Statistic } from 'antd';
import { useTranslation } from 'react-i18next';
import { dateTime } from '@/ui/format';
import { Records } from '@/ui/records';
import { EmptyView, Loaded } from '@/ui/state-views';
import { useEngineHealth, type EngineHealth as Health } from './operation';

export const EngineHealth = () => {
  const { t } = useTranslation();
  const health = useEngineHealth();
  return (
    <Loaded of={health}>
      {(answer) => (
        <>
          <Alert
            className="gap-below"
            type={answer.well ? 'success' : 'warning'}
            showIcon
            title={t(answer.well ? 'operations:well' : 'operations:notWell')}
            description={t('operations:readAt', { at: dateTime(answer.reading.at), sweep: dateTime(answer.reading.lastSweepAt) })}
          />
          <Figures reading={answer.reading} />
          <h2>{t('operations:triggers')}</h2>
          <Triggers triggers={answer.triggers} />
          <h2>{t('operations:findings')}</h2>
          <Findings answer={answer} />
        </>
      )}
    </Loaded>
  );
};

const Figures = ({ reading }: { reading: Health['reading'] }) => {
  const { t } = useTranslation();
  const figures: [string, number | string][] = [
    ['due', reading.due],
    ['lag', `${Math.round(reading.lagSeconds)} s`],
    ['worstLag', `${Math.round(reading.worstLagSeconds)} s`],
    ['waiting', reading.waiting],
    ['parked', reading.parked],
    ['deadCount', reading.dead],
    ['incidentCount', reading.incidents],
    ['suspendedCount', reading.suspended],
  ];
  return (
    <div className="panel health-figures gap-below">
      {figures.map(([name, value]) => (
        <Statistic key={name} title={t(`operations:figure.${name}`)} value={value} />
      ))}
    </div>
  );
};

const Triggers = ({ triggers }: { triggers: Health['triggers'] }) => {
  const { t } = useTranslation();
  return (
    <Records
      label={t('operations:triggers')}
      rows={triggers}
      rowKey={(trigger) => `${trigger.definitionId}/${trigger.activityId}`}
      width={720}
      empty={<EmptyView text={t('operations:noTriggers')} hint={t('operations:noTriggersHint')} />}
      columns={[
        { title: t('operations:definition'), key: 'definition', render: (_, trigger) => `${trigger.definitionId} v${trigger.definitionVersion}` },
        { title: t('operations:schedule'), key: 'schedule', render: (_, trigger) => `${trigger.name.replace('Elsa.', '')} ${trigger.schedule ?? ''}` },
        { title: t('operations:next'), key: 'next', render: (_, trigger) => dateTime(trigger.dueAt) },
        { title: t('operations:fired'), dataIndex: 'fired', align: 'right' },
        { title: t('operations:note'), key: 'note', render: (_, trigger) => trigger.lastError ?? '—' },
      ]}
      card={(trigger) => (
        <>
          <strong>
            {trigger.definitionId} v{trigger.definitionVersion}
          </strong>
          <div>
            {trigger.name.replace('Elsa.', '')} {trigger.schedule}
          </div>
          <div className="muted">
            {t('operations:next')} {dateTime(trigger.dueAt)} · {t('operations:fired')} {trigger.fired}
          </div>
          {trigger.lastError && <div className="muted">{trigger.lastError}</div>}
        </>
      )}
    />
  );
};

const Findings = ({ answer }: { answer: Health }) => {
  const { t } = useTranslation();
  const text = answer.reconciledAt ? t('operations:noFindings', { at: dateTime(answer.reconciledAt) }) : t('operations:notReconciled');
  return (
    <div className="panel">
      {answer.findings.length === 0 ? (
        <EmptyView text={text} hint={t('operations:noFindingsHint')} />
      ) : (
        <ul>
          {answer.findings.map((finding) => (
            <li key={`${finding.kind}/${finding.instanceId}/${finding.about}`}>
              {t(`operations:finding.${finding.kind}`)} · {finding.instanceId ?? ''} {finding.about}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
