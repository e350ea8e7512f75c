import { Alert, App, Button, Progress, Table, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMutation } from '@tanstack/react-query';
import { http } from '@/api/http';
import { dateTime, yearMonth } from '@/ui/format';
import { Loaded, useErrorText } from '@/ui/state-views';
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
              <div className="panel-tags">
                {data.cause === 'schedule' && <Tag variant="filled">{t('schedules:byItself')}</Tag>}
                <StateTag list="runState" state={data.state} />
                {data.state === 'running' && <CancelScan id={data.id} />}
              </div>
            </div>
            {data.state === 'running' && (
              <div className="scan-progress">
                <Progress percent={Math.min(99, Math.round(data.progress * 100))} aria-label={t('monitoring:scanning')} />
                <span className="muted">{t('schedules:progress', { done: data.themes.length, total: data.total, theme: data.currentTheme ?? '' })}</span>
              </div>
            )}
            {data.problem && <Alert className="gap-below" type={data.state === 'failed' ? 'error' : 'warning'} showIcon title={data.problem} />}
            <Table
              size="small"
              rowKey="code"
              aria-label={t('monitoring:scanResult')}
              dataSource={data.themes}
              pagination={false}
              scroll={{ x: 760 }}
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
                { title: t('schedules:cleared'), dataIndex: 'cleared', align: 'right', width: 90 },
                { title: t('schedules:white'), dataIndex: 'white', align: 'right', width: 90 },
                { title: t('monitoring:version'), key: 'version', align: 'right', width: 70, render: (_, row) => (row.version ? `v${row.version}` : '—') },
                { title: t('monitoring:duration'), key: 'ms', align: 'right', width: 100, render: (_, row) => `${row.durationMs} ms` },
                {
                  title: t('monitoring:result'),
                  key: 'error',
                  render: (_, row) =>
                    row.error ? (
                      <span className="error-text">{row.error}</span>
                    ) : (
                      <>
                        <Tag color="green">{t('monitoring:ok')}</Tag>
                        {row.keyless > 0 && <Tag color="orange">{t('schedules:keyless', { count: row.keyless })}</Tag>}
                      </>
                    ),
                },
              ]}
            />
          </>
        )}
      </Loaded>
    </section>
  );
};

const CancelScan = ({ id }: { id: number }) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const cancel = useMutation({ mutationFn: () => http.post<void>(`/api/scans/${id}/cancel`), onError: (error) => void message.error(errorText(error)) });
  return (
    <Button size="small" loading={cancel.isPending} onClick={() => cancel.mutate()}>
      {t('schedules:cancel')}
    </Button>
  );
};
