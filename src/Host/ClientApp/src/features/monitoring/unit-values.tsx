import { Table, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { http, query } from '@/api/http';
import { useMay } from '@/api/session';
import type { Text } from '@/api/types';
import { date } from '@/ui/format';
import { EmptyView, Loaded } from '@/ui/state-views';
import { useText, useUnit } from '@/ui/use-text';
import type { ParameterValue } from './theme-life';

type Step = { value: ParameterValue | null; version: number; from: string | null; by: string; approvedBy: string | null; reason: string | null };

type UnitValue = {
  theme: string;
  themeName: string;
  parameter: string;
  label: Text;
  unit: string;
  orgNo: string;
  orgName: string;
  everybodys: ParameterValue;
  inForce: boolean;
  steps: Step[];
};

const useUnitValues = (theme: string, enabled: boolean) =>
  useQuery({ queryKey: ['unit-values', theme], queryFn: () => http.get<UnitValue[]>(`/api/unit-values${query({ theme })}`), enabled });

const shown = (value: ParameterValue | null, unit: string): string => (value === null ? '—' : `${Array.isArray(value) ? value.join('、') : value} ${unit}`.trim());

/** On the page of a theme: nothing where every unit has the same values. */
export const UnitValuesSection = ({ theme }: { theme: string }) => {
  const { t } = useTranslation();
  const may = useMay();
  const { data = [] } = useUnitValues(theme, may('anomaly.read'));
  return data.length === 0 ? null : (
    <section className="panel gap-below" aria-label={t('themelife:unitValues.title')}>
      <h2>{t('themelife:unitValues.title')}</h2>
      <UnitValueTable rows={data} />
    </section>
  );
};

/** Every value that some unit has, or had, of its own, over all themes. */
export const UnitValues = () => {
  const { t } = useTranslation();
  const values = useUnitValues('', true);
  return (
    <Loaded of={values}>
      {(rows) => (rows.length === 0 ? <EmptyView text={t('themelife:unitValues.none')} hint={t('themelife:unitValues.noneHint')} /> : <UnitValueTable rows={rows} withTheme />)}
    </Loaded>
  );
};

const UnitValueTable = ({ rows, withTheme = false }: { rows: UnitValue[]; withTheme?: boolean }) => {
  const { t } = useTranslation();
  const text = useText();
  const unit = useUnit();
  const now = (row: UnitValue) => row.steps[0] as Step;
  return (
    <Table<UnitValue>
      size="small"
      aria-label={t('themelife:unitValues.title')}
      rowKey={(row) => `${row.theme}/${row.parameter}/${row.orgNo}`}
      dataSource={rows}
      pagination={false}
      scroll={{ x: 900 }}
      expandable={{ expandedRowRender: (row) => <Steps row={row} />, rowExpandable: (row) => row.steps.length > 0 }}
      columns={[
        ...(withTheme ? [{ title: t('monitoring:theme'), key: 'theme', width: 220, render: (_: unknown, row: UnitValue) => <Link to={`/themes/${row.theme}`}>{`${row.theme} ${row.themeName}`}</Link> }] : []),
        { title: t('common:unit'), dataIndex: 'orgName', width: 130 },
        { title: t('monitoring:parameter'), key: 'label', render: (_, row) => text(row.label) || row.parameter },
        {
          title: t('monitoring:value'),
          key: 'value',
          align: 'right',
          width: 130,
          render: (_, row) => (row.inForce ? <strong>{shown(now(row).value, unit(row.unit))}</strong> : <Tag variant="filled">{t('themelife:unitValues.over')}</Tag>),
        },
        { title: t('themelife:unitValues.everybodys'), key: 'standard', align: 'right', width: 130, render: (_, row) => shown(row.everybodys, unit(row.unit)) },
        { title: t('themelife:effectiveFrom'), key: 'from', width: 120, render: (_, row) => date(now(row).from) },
        { title: t('themelife:writtenBy'), key: 'by', width: 120, render: (_, row) => now(row).by || '—' },
        { title: t('themelife:approvedBy'), key: 'approved', width: 120, render: (_, row) => now(row).approvedBy ?? '—' },
      ]}
    />
  );
};

/** What the value was before, and why it changed. */
const Steps = ({ row }: { row: UnitValue }) => {
  const { t } = useTranslation();
  const unit = useUnit();
  return (
    <ol className="plain-list" aria-label={t('themelife:history')}>
      {row.steps.map((step) => (
        <li key={step.version}>
          <span className="mono">{date(step.from)}</span>{' '}
          <strong>{step.value === null ? t('themelife:unitValues.takenAway') : shown(step.value, unit(row.unit))}</strong>{' '}
          <Link to={`/themes/${row.theme}/versions/${step.version}`}>{`v${step.version}`}</Link>{' '}
          <span className="muted">{[step.by, step.approvedBy && `${t('themelife:approvedBy')} ${step.approvedBy}`, step.reason].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ol>
  );
};
