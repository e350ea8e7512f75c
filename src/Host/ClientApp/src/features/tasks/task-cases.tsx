import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Records } from '@/ui/records';
import { EmptyView } from '@/ui/state-views';
import { StateTag } from '@/ui/tags';
import { useCode } from '@/ui/use-text';
import type { AuditTask } from './task';

/** The work orders that the task was dispatched as. */
export const TaskCases = ({ task }: { task: AuditTask }) => {
  const { t } = useTranslation();
  const code = useCode();
  const navigate = useNavigate();
  const from = { from: `/tasks/${task.id}` };
  const link = (row: AuditTask['cases'][number]) => (
    <Link to={`/cases/${row.id}`} state={from} className="strong-link mono">
      {row.number}
    </Link>
  );
  return (
    <Records
      label={t('tasks:cases')}
      rows={task.cases}
      rowKey={(row) => row.id}
      width={560}
      onOpen={(row) => void navigate(`/cases/${row.id}`, { state: from })}
      empty={<EmptyView text={t('tasks:noCases')} hint={t('tasks:noCasesHint')} />}
      columns={[
        { title: t('tasks:caseNumber'), key: 'number', render: (_, row) => link(row) },
        { title: t('common:unit'), dataIndex: 'orgName' },
        { title: t('common:stage'), key: 'stage', render: (_, row) => code('stage', row.stage) },
        { title: t('common:state'), key: 'state', render: (_, row) => <StateTag list="caseState" state={row.state} /> },
      ]}
      card={(row) => (
        <>
          <div className="card-line">
            {link(row)}
            <StateTag list="caseState" state={row.state} />
          </div>
          <div className="muted">
            {row.orgName} · {code('stage', row.stage)}
          </div>
        </>
      )}
    />
  );
};
