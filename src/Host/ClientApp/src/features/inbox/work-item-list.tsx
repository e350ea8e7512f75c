import type { TableProps } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { dateTime } from '@/ui/format';
import { Records } from '@/ui/records';
import { Due, StateTag, UrgencyTag } from '@/ui/tags';
import { useCode } from '@/ui/use-text';
import { workItemPath, type WorkItemRow } from './work-item';

type Props = { rows: WorkItemRow[]; empty: ReactNode; onOpen: (row: WorkItemRow) => void };

export const WorkItemList = ({ rows, empty, onOpen }: Props) => {
  const { t } = useTranslation();
  const code = useCode();
  const columns: NonNullable<TableProps<WorkItemRow>['columns']> = [
    { title: t('inbox:column.title'), key: 'title', render: (_, row) => <TitleLink row={row} /> },
    { title: t('inbox:column.number'), dataIndex: 'subjectNumber', width: 220, render: (value: string) => <span className="mono">{value}</span> },
    { title: t('common:stage'), key: 'stage', width: 110, render: (_, row) => code('stage', row.stage) },
    { title: t('common:unit'), dataIndex: 'orgName', width: 130 },
    { title: t('common:urgency'), key: 'urgency', width: 90, render: (_, row) => <UrgencyTag urgency={row.urgency} /> },
    { title: t('inbox:column.opened'), key: 'opened', width: 150, render: (_, row) => dateTime(row.openedAt) },
    {
      title: t('common:dueAt'),
      key: 'due',
      width: 170,
      render: (_, row) => (row.state === 'open' ? <Due of={row} /> : <Result row={row} />),
    },
  ];
  return (
    <Records
      label={t('inbox:title')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={columns}
      empty={empty}
      onOpen={onOpen}
      width={1080}
      card={(row) => (
        <>
          <div className="card-line">
            <TitleLink row={row} />
            <UrgencyTag urgency={row.urgency} />
          </div>
          <div className="mono muted">{row.subjectNumber}</div>
          <div className="card-line">
            <span className="muted">
              {code('stage', row.stage)} · {row.orgName}
            </span>
            {row.state === 'open' ? <Due of={row} compact /> : <Result row={row} />}
          </div>
        </>
      )}
    />
  );
};

const TitleLink = ({ row }: { row: WorkItemRow }) => {
  const location = useLocation();
  return (
    <Link to={workItemPath(row)} state={{ from: location.pathname + location.search }} className="strong-link">
      {row.title}
    </Link>
  );
};

const Result = ({ row }: { row: WorkItemRow }) => {
  const code = useCode();
  return row.outcome ? <span>{code('outcome', row.outcome)}</span> : <StateTag list="workItemState" state={row.state} />;
};
