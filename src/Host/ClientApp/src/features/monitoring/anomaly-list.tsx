import { Button, Checkbox, type TableProps } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/session';
import { amount, date, money, yearMonth } from '@/ui/format';
import { Records } from '@/ui/records';
import { LevelTag } from '@/ui/tags';
import { useIsPhone } from '@/ui/use-is-phone';
import type { Anomaly } from './anomaly';
import { Marks, Risk } from './anomaly-marks';

type Props = { rows: Anomaly[]; chosen: number[]; empty: ReactNode; onChoose: (ids: number[]) => void; onOpen: (row: Anomaly) => void };

export const AnomalyList = ({ rows, chosen, empty, onChoose, onOpen }: Props) => {
  const { t } = useTranslation();
  const may = useMay();
  const isPhone = useIsPhone();
  const maySelect = may('anomaly.triage') || may('task.create');
  const columns = useColumns(onOpen);
  const all = rows.length > 0 && chosen.length === rows.length;
  const toggle = (id: number, on: boolean) => onChoose(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <>
      {isPhone && maySelect && rows.length > 0 && (
        <Checkbox
          className="choose-all"
          checked={all}
          indeterminate={!all && chosen.length > 0}
          onChange={(event) => onChoose(event.target.checked ? rows.map((row) => row.id) : [])}
        >
          {t('monitoring:triage.all')}
        </Checkbox>
      )}
      <Records
        label={t('monitoring:anomalies')}
        rows={rows}
        rowKey={(row) => row.id}
        columns={columns}
        width={1360}
        empty={empty}
        onOpen={onOpen}
        {...(maySelect
          ? {
              selection: {
                selectedRowKeys: chosen,
                onChange: (keys) => onChoose(keys as number[]),
                getCheckboxProps: (row) => ({ 'aria-label': `${t('monitoring:triage.choose')} ${row.themeCode} ${row.objKey}` }),
              } satisfies TableProps<Anomaly>['rowSelection'],
            }
          : {})}
        card={(row) => (
          <>
            <div className="card-line">
              {maySelect ? (
                <Checkbox checked={chosen.includes(row.id)} onChange={(event) => toggle(row.id, event.target.checked)}>
                  <span className="mono">{row.objKey}</span>
                </Checkbox>
              ) : (
                <span className="mono">{row.objKey}</span>
              )}
              <Marks row={row} />
            </div>
            <Button type="link" className="card-link" onClick={() => onOpen(row)}>
              {row.themeCode} {row.themeName}
            </Button>
            <div className="card-line muted">
              <span>
                {row.orgName} · {yearMonth(row.ym)}
              </span>
              <span>
                <span className="metric-over">{amount(row.metric)}</span> / {amount(row.limitValue)}
              </span>
            </div>
            <div className="card-line muted">
              <LevelTag level={row.level} />
              <span>
                {money(row.stake)} · {t('triage:risk')} <Risk row={row} />
              </span>
            </div>
          </>
        )}
      />
    </>
  );
};

const useColumns = (onOpen: (row: Anomaly) => void): NonNullable<TableProps<Anomaly>['columns']> => {
  const { t } = useTranslation();
  return [
    {
      title: t('monitoring:theme'),
      key: 'theme',
      width: 260,
      render: (_, row) => (
        <Button type="link" className="cell-link" onClick={() => onOpen(row)}>
          <span className="mono">{row.themeCode}</span> {row.themeName}
        </Button>
      ),
    },
    { title: t('monitoring:object'), dataIndex: 'objKey', width: 150, render: (value: string) => <span className="mono">{value}</span> },
    { title: t('common:unit'), dataIndex: 'orgName', width: 130 },
    { title: t('monitoring:month'), key: 'ym', width: 90, render: (_, row) => yearMonth(row.ym) },
    {
      title: t('triage:metricAndLimit'),
      key: 'metric',
      width: 190,
      align: 'right',
      render: (_, row) => (
        <>
          <span className="metric-over">{amount(row.metric)}</span> <span className="muted">/ {amount(row.limitValue)}</span>
        </>
      ),
    },
    { title: t('triage:stake'), key: 'stake', width: 120, align: 'right', render: (_, row) => money(row.stake) },
    { title: t('triage:risk'), key: 'risk', width: 76, align: 'right', render: (_, row) => <Risk row={row} /> },
    { title: t('monitoring:level'), key: 'level', width: 80, render: (_, row) => <LevelTag level={row.level} /> },
    { title: t('common:state'), key: 'state', width: 130, render: (_, row) => <Marks row={row} /> },
    { title: t('monitoring:hits'), dataIndex: 'hits', width: 96, align: 'right' },
    { title: t('monitoring:lastSeen'), key: 'seen', width: 116, render: (_, row) => date(row.lastSeenAt) },
  ];
};
