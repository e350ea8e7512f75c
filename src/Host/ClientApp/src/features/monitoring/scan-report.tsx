import { Progress, Table, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { dateTime, yearMonth } from '@/ui/format';
import { Loaded } from '@/ui/state-views';
import { StateTag } from '@/ui/tags';
import { useScan } from './scan';
import { useThemes } from './theme';
import { useThemeName } from './themes-page';

/** One run: what each theme found, or why it could not. */
export const ScanReport = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const scan = useScan(id);
  const name = useThemeName();
  const { data: themes } = useThemes();
  return (
    <section className="panel gap-below" aria-label={t('monitoring:run')}>
      <Loaded of={scan}>
        {(data) => (
          <>
            <div className="panel-head">
              <h2>
                {t('monitoring:run')} {yearMonth(data.ym)} · {dateTime(data.startedAt)}
              </h2>
              <StateTag list="runState" state={data.state} />
            </div>
            {data.state === 'running' && <Progress percent={Math.min(99, Math.round((data.themes.length / Math.max(1, themes?.length ?? 1)) * 100))} aria-label={t('monitoring:scanning')} />}
            <Table
              size="small"
              rowKey="code"
              aria-label={t('monitoring:scanResult')}
              dataSource={data.themes}
              pagination={false}
              scroll={{ x: 560 }}
              columns={[
                {
                  title: t('monitoring:theme'),
                  key: 'code',
                  render: (_, row) => {
                    const theme = themes?.find((one) => one.code === row.code);
                    return <Link to={`/anomalies?theme=${row.code}&ym=${data.ym}`}>{`${row.code} ${theme ? name(theme) : ''}`}</Link>;
                  },
                },
                { title: t('monitoring:found'), dataIndex: 'found', align: 'right', width: 90 },
                { title: t('monitoring:newFound'), dataIndex: 'new', align: 'right', width: 90 },
                { title: t('monitoring:duration'), key: 'ms', align: 'right', width: 100, render: (_, row) => `${row.durationMs} ms` },
                {
                  title: t('monitoring:result'),
                  key: 'error',
                  render: (_, row) => (row.error ? <span className="error-text">{row.error}</span> : <Tag color="green">{t('monitoring:ok')}</Tag>),
                },
              ]}
            />
          </>
        )}
      </Loaded>
    </section>
  );
};
