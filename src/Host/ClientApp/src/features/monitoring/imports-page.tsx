import { FolderOpenOutlined, InboxOutlined } from '@ant-design/icons';
import { Alert, Button, Progress, Radio, Upload } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateTime } from '@/ui/format';
import { Page } from '@/ui/page';
import { Records } from '@/ui/records';
import { EmptyView, Loaded, useErrorText } from '@/ui/state-views';
import { StateTag } from '@/ui/tags';
import { useUrlFilter } from '@/ui/use-url-filter';
import { useImports } from './import-batch';
import { useImportData } from './import-data';
import { ImportReport } from './import-report';

const filters = ['open'] as const;

export const ImportsPage = () => {
  const { t } = useTranslation();
  const filter = useUrlFilter(filters);
  const imports = useImports();
  const show = (id: number) => filter.set({ open: String(id) });
  return (
    <Page title={t('monitoring:imports')} subtitle={t('monitoring:importsSubtitle')}>
      <ImportUpload onStarted={show} />
      {filter.get('open') && <ImportReport id={filter.get('open')} />}
      <h2>{t('monitoring:importHistory')}</h2>
      <Loaded of={imports}>
        {(rows) => (
          <Records
            label={t('monitoring:importHistory')}
            rows={rows}
            rowKey={(row) => row.id}
            onOpen={(row) => show(row.id)}
            width={640}
            empty={<EmptyView text={t('monitoring:noImports')} hint={t('monitoring:noImportsHint')} />}
            columns={[
              { title: t('monitoring:startedAt'), key: 'start', render: (_, row) => <Button type="link" className="cell-link" onClick={() => show(row.id)}>{dateTime(row.startedAt)}</Button> },
              { title: t('common:state'), key: 'state', render: (_, row) => <StateTag list="runState" state={row.state} /> },
              { title: t('monitoring:rowsRead'), key: 'read', align: 'right', render: (_, row) => row.rowsRead.toLocaleString('en-US') },
              { title: t('monitoring:rowsRejected'), key: 'rejected', align: 'right', render: (_, row) => row.rowsRejected.toLocaleString('en-US') },
              { title: t('monitoring:endedAt'), key: 'end', render: (_, row) => dateTime(row.endedAt) },
            ]}
            card={(row) => (
              <>
                <div className="card-line">
                  <Button type="link" className="card-link" onClick={() => show(row.id)}>
                    {dateTime(row.startedAt)}
                  </Button>
                  <StateTag list="runState" state={row.state} />
                </div>
                <div className="muted">{t('monitoring:rowsSummary', { read: row.rowsRead, rejected: row.rowsRejected })}</div>
              </>
            )}
          />
        )}
      </Loaded>
    </Page>
  );
};

const ImportUpload = ({ onStarted }: { onStarted: (id: number) => void }) => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const folder = useRef<HTMLInputElement>(null);
  const [percent, setPercent] = useState(0);
  const [keepMissing, setKeepMissing] = useState(false);
  const [wrongKind, setWrongKind] = useState(false);
  const send = useImportData();
  const start = (files: File[]) => {
    const wanted = files.filter((file) => /\.(csv|xlsx|zip)$/i.test(file.name));
    setWrongKind(wanted.length === 0);
    if (wanted.length > 0) {
      setPercent(0);
      send.mutate({ files: wanted, keepMissing, onProgress: (share) => setPercent(Math.round(share * 100)) }, { onSuccess: ({ id }) => onStarted(id) });
    }
  };
  return (
    <div className="panel gap-below">
      <Radio.Group
        className="gap-below"
        aria-label={t('imports:missing')}
        value={keepMissing}
        disabled={send.isPending}
        onChange={({ target }) => setKeepMissing(target.value as boolean)}
        options={[
          { value: false, label: t('imports:missingError') },
          { value: true, label: t('imports:missingKeep') },
        ]}
      />
      <Upload.Dragger
        multiple
        accept=".csv,.xlsx,.zip"
        showUploadList={false}
        disabled={send.isPending}
        beforeUpload={(file, all) => {
          if (file === all[0]) {
            start(all);
          }
          return false;
        }}
      >
        <InboxOutlined className="evidence-icon" aria-hidden="true" />
        <div>{t('imports:dropFiles')}</div>
        <div className="muted small">{t('imports:dropFilesHint')}</div>
      </Upload.Dragger>
      <input
        ref={(input) => {
          folder.current = input;
          input?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        multiple
        className="file-input"
        aria-label={t('monitoring:chooseFolder')}
        onChange={(event) => start([...(event.target.files ?? [])])}
      />
      <Button className="gap-above" icon={<FolderOpenOutlined />} disabled={send.isPending} onClick={() => folder.current?.click()}>
        {t('monitoring:chooseFolder')}
      </Button>
      {send.isPending && <Progress percent={percent} aria-label={t('monitoring:uploading')} />}
      {wrongKind && <Alert type="warning" showIcon className="gap-above" title={t('imports:wrongKind')} />}
      {send.error && <Alert type="error" showIcon className="gap-above" title={errorText(send.error)} />}
    </div>
  );
};
