import { useTranslation } from 'react-i18next';
import { useActivityName } from '@/flow/activity-name';
import { Records } from '@/ui/records';
import { EmptyView } from '@/ui/state-views';
import type { Heat, HeatNode } from './heat';
import { hours } from './heat-page';

/** The same figures as a table: to sort, to read aloud, to copy. */
export const HeatTable = ({ heat }: { heat: Heat }) => {
  const { t } = useTranslation();
  const nameOf = useActivityName();
  const names = new Map((heat.root.activities ?? []).map((activity) => [activity.id, nameOf(activity)]));
  const number = (title: string, value: (row: HeatNode) => number) => ({
    title: t(`definitions:heat.${title}`),
    key: title,
    align: 'right' as const,
    sorter: (left: HeatNode, right: HeatNode) => value(left) - value(right),
    render: (_: unknown, row: HeatNode) => value(row).toLocaleString('en-US'),
  });
  const time = (title: 'median' | 'p90', value: (row: HeatNode) => number | null) => ({
    ...number(title, (row) => value(row) ?? -1),
    render: (_: unknown, row: HeatNode) => hours(value(row)),
  });
  return (
    <Records
      label={t('definitions:heat.table')}
      rows={heat.nodes}
      rowKey={(row) => row.id}
      width={820}
      empty={<EmptyView text={t('definitions:empty')} />}
      columns={[
        { title: t('definitions:heat.step'), key: 'step', render: (_, row) => names.get(row.id) ?? row.id },
        number('visits', (row) => row.visits),
        time('median', (row) => row.medianHours),
        time('p90', (row) => row.p90Hours),
        number('waiting', (row) => row.waiting),
        number('overdue', (row) => row.overdue),
        number('returned', (row) => row.returned),
      ]}
      card={(row) => (
        <>
          <strong>{names.get(row.id) ?? row.id}</strong>
          <div className="muted">
            {t('definitions:heat.count', { visits: row.visits })} · {t('definitions:heat.times', { median: hours(row.medianHours), p90: hours(row.p90Hours) })}
          </div>
          <div className="muted">
            {t('definitions:heat.waits', { waiting: row.waiting, overdue: row.overdue })} · {t('definitions:heat.returned')} {row.returned}
          </div>
        </>
      )}
    />
  );
};
