import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { amount, yearMonth } from '@/ui/format';
import { StateTag } from '@/ui/tags';
import type { AnomalyDetail } from './anomaly';

/** The object's own rows of every table that the rule reads, named in the reader's words and, for whoever reads the rule beside, in the rule's. Columns that are empty throughout are left out. */
export const RowsBehind = ({ tables }: { tables: AnomalyDetail['behind'] }) => {
  const { t } = useTranslation();
  if (tables.length === 0) {
    return null;
  }
  return (
    <section aria-label={t('triage:behind')} className="gap-above">
      <h3>{t('triage:behind')}</h3>
      {tables.map((table) => {
        const shown = table.columns.map((name, at) => ({ name, at })).filter(({ at }) => table.rows.some((row) => row[at] !== null && row[at] !== ''));
        return (
          <details key={table.table} className="gap-above">
            <summary>
              {t(`model:tables.${table.table}`, { defaultValue: table.table })} <code>{table.table}</code> <span className="muted">{t('triage:behindRows', { count: table.rows.length })}</span>
            </summary>
            <div className="behind">
              <table>
                <thead>
                  <tr>
                    {shown.map(({ name }) => (
                      <th key={name} title={name}>
                        {t(`model:columns.${name}`, { defaultValue: name })}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {table.rows.map((row, index) => (
                    <tr key={index}>
                      {shown.map(({ name, at }) => (
                        <td key={name}>{row[at] ?? ''}</td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </details>
        );
      })}
    </section>
  );
};

/** What was found and done about the same object before. */
export const EarlierAnomalies = ({ rows }: { rows: AnomalyDetail['earlier'] }) => {
  const { t } = useTranslation();
  return (
    <section aria-label={t('triage:earlier')} className="gap-above gap-below">
      <h3>{t('triage:earlier')}</h3>
      {rows.length === 0 ? (
        <p className="muted">{t('triage:noEarlier')}</p>
      ) : (
        <Table
          size="small"
          rowKey="id"
          aria-label={t('triage:earlier')}
          pagination={false}
          dataSource={rows}
          scroll={{ x: 480 }}
          columns={[
            { title: t('monitoring:month'), key: 'ym', width: 86, render: (_, row) => yearMonth(row.ym) },
            { title: t('monitoring:theme'), key: 'theme', render: (_, row) => <Link to={`/anomalies?open=${row.id}`}>{`${row.themeCode} ${row.themeName}`}</Link> },
            { title: t('monitoring:metric'), key: 'metric', align: 'right', render: (_, row) => `${amount(row.metric)} / ${amount(row.limitValue)}` },
            { title: t('common:state'), key: 'state', render: (_, row) => <StateTag list="anomalyState" state={row.state} /> },
            { title: t('monitoring:case'), key: 'case', render: (_, row) => (row.caseId ? <Link to={`/cases/${row.caseId}`}>{row.caseNumber ?? row.caseId}</Link> : '—') },
          ]}
        />
      )}
    </section>
  );
};
