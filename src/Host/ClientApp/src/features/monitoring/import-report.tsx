import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Progress, Table, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { http } from '@/api/http';
import { statusOf } from '@/api/problem';
import { dateTime, yearMonth } from '@/ui/format';
import { Loaded, useErrorText } from '@/ui/state-views';
import { StateTag } from '@/ui/tags';
import { useImport, type ImportBatch } from './import-batch';

/** One batch: how far it is, what each file held, and every row that was refused with its reason. */
export const ImportReport = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const batch = useImport(id);
  // The server drops a batch that it finds to hold what is in force already.
  if (statusOf(batch.error) === 404) {
    return <Alert type="info" showIcon className="gap-below" title={t('monitoring:sameBatch')} />;
  }
  return (
    <section className="panel gap-below" aria-label={t('monitoring:batch')}>
      <div className="panel-head">
        <h2>
          {t('monitoring:batch')} {batch.data && dateTime(batch.data.startedAt)}
        </h2>
        {batch.data && (
          <div className="panel-tags">
            <StateTag list="runState" state={batch.data.state} />
            {batch.data.state === 'running' && <CancelImport id={batch.data.id} />}
          </div>
        )}
      </div>
      <Loaded of={batch}>{(data) => <ImportBody data={data} />}</Loaded>
    </section>
  );
};

const CancelImport = ({ id }: { id: number }) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const cancel = useMutation({ mutationFn: () => http.post<void>(`/api/imports/${id}/cancel`), onError: (error) => void message.error(errorText(error)) });
  return (
    <Button size="small" loading={cancel.isPending} onClick={() => cancel.mutate()}>
      {t('imports:cancel')}
    </Button>
  );
};

const ImportBody = ({ data }: { data: ImportBatch }) => {
  const { t } = useTranslation();
  const status = data.state === 'failed' || data.state === 'cancelled' ? 'exception' : data.state === 'done' ? 'success' : 'active';
  return (
    <>
      <Progress percent={Math.round(data.progress * 100)} status={status} aria-label={t('monitoring:importing')} />
      <p className="muted">{t('monitoring:rowsSummary', { read: data.rowsRead.toLocaleString('en-US'), rejected: data.rowsRejected.toLocaleString('en-US') })}</p>
      {data.ym && (
        <p className="muted">
          {t('imports:month')} {yearMonth(data.ym)} · {t('imports:stamp')} {data.stamp}
        </p>
      )}
      {data.state === 'cancelled' && <Alert type="warning" showIcon className="gap-below" title={t('imports:cancelled')} />}
      {data.state === 'failed' && <Alert type="error" showIcon className="gap-below" title={t('monitoring:importFailed')} />}
      {data.problems.length > 0 && (
        <>
          <div className="panel-head">
            <h3>{t('monitoring:problems', { count: data.problems.length })}</h3>
            <Button href={`/api/imports/${data.id}/rejects`} download>
              {t('monitoring:downloadRejects')}
            </Button>
          </div>
          <Table
            size="small"
            aria-label={t('monitoring:problemList')}
            rowKey={(row) => `${row.file}-${row.line}-${row.column}-${row.reason}`}
            dataSource={data.problems}
            pagination={{ pageSize: 10, showSizeChanger: false, hideOnSinglePage: true }}
            scroll={{ x: 560 }}
            columns={[
              { title: t('imports:severity'), dataIndex: 'warning', render: (warning: boolean) => <Tag color={warning ? 'gold' : 'red'}>{t(warning ? 'imports:warning' : 'imports:error')}</Tag> },
              { title: t('monitoring:file'), dataIndex: 'file' },
              { title: t('monitoring:line'), dataIndex: 'line', align: 'right' },
              { title: t('monitoring:column'), dataIndex: 'column' },
              { title: t('monitoring:reason'), dataIndex: 'reason' },
            ]}
          />
        </>
      )}
      {data.files.length > 0 && (
        <Table
          size="small"
          className="gap-above"
          rowKey="name"
          aria-label={t('monitoring:files')}
          dataSource={data.files}
          pagination={false}
          columns={[
            { title: t('monitoring:file'), dataIndex: 'name' },
            { title: t('imports:format'), dataIndex: 'format', render: (format: string | null, row) => (row.kept ? t('imports:kept') : format?.toUpperCase()) },
            { title: t('monitoring:rows'), dataIndex: 'rows', align: 'right', render: (value: number) => value.toLocaleString('en-US') },
            { title: t('monitoring:rowsRejected'), dataIndex: 'rejected', align: 'right', render: (value: number) => value.toLocaleString('en-US') },
          ]}
        />
      )}
    </>
  );
};
