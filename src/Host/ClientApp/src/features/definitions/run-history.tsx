import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { dateTime } from '@/ui/format';
import { Records } from '@/ui/records';
import { EmptyView, Loaded } from '@/ui/state-views';
import { useRuns, type Run } from './run';
import { RunTag } from './run-report';

type Props = { definitionId: string; kind: string; empty: string; onOpen: (id: number) => void };

/** The last runs of this kind; one opens its report. */
export const RunHistory = ({ definitionId, kind, empty, onOpen }: Props) => {
  const { t } = useTranslation();
  const runs = useRuns(definitionId, kind);
  const open = (run: Run) => (
    <Button type="link" className="cell-link" onClick={() => onOpen(run.id)}>
      {dateTime(run.startedAt)}
    </Button>
  );
  return (
    <>
      <h2>{t('definitions:run.history')}</h2>
      <Loaded of={runs} rows={2}>
        {(rows) => (
          <Records
            label={t('definitions:run.history')}
            rows={rows}
            rowKey={(row) => row.id}
            onOpen={(row) => onOpen(row.id)}
            width={640}
            empty={<EmptyView text={empty} />}
            columns={[
              { title: t('definitions:run.startedAt'), key: 'at', render: (_, row) => open(row) },
              { title: t('definitions:run.what'), key: 'what', render: (_, row) => t(`definitions:run.${row.kind}`, { version: row.toVersion }) },
              { title: t('common:state'), key: 'state', render: (_, row) => <RunTag state={row.state} /> },
              { title: t('definitions:run.cases'), key: 'cases', align: 'right', render: (_, row) => `${row.finished} / ${row.total}` },
              { title: t('definitions:run.by'), key: 'by', render: (_, row) => row.startedBy },
            ]}
            card={(row) => (
              <div className="card-line">
                {open(row)}
                <span>{t(`definitions:run.${row.kind}`, { version: row.toVersion })}</span>
                <RunTag state={row.state} />
              </div>
            )}
          />
        )}
      </Loaded>
    </>
  );
};
