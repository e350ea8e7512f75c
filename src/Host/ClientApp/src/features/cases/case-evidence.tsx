import { CameraOutlined, FilePdfOutlined, FileOutlined, InboxOutlined } from '@ant-design/icons';
import { App, Button, Image, Progress, Upload } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evidence } from '@/api/types';
import { dateTime, fileSize } from '@/ui/format';
import { EmptyView, useErrorText } from '@/ui/state-views';
import type { AuditCase } from './case';
import { evidenceAccept, faultOf, useUploadEvidence } from './upload-evidence';

/** Files of a case, with upload by drag, by choosing, and by camera on a phone. `embedded`: inside the form of the current step; `adds`: also where no step waits. */
export const CaseEvidence = ({ data, embedded, adds }: { data: AuditCase; embedded?: boolean; adds?: boolean }) => {
  const { t } = useTranslation();
  const closed = data.stage === 'closed';
  return (
    <div className={embedded ? 'evidence' : 'evidence panel'}>
      {(adds || (!closed && data.openWorkItems.some((item) => item.canAnswer))) && <EvidenceUpload caseId={data.id} />}
      {data.evidence.length === 0 && !embedded && <EmptyView text={t('cases:evidence.empty')} hint={t('cases:evidence.emptyHint')} />}
      <EvidenceList files={data.evidence} />
    </div>
  );
};

const EvidenceUpload = ({ caseId }: { caseId: number }) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const send = useUploadEvidence(caseId);
  const camera = useRef<HTMLInputElement>(null);
  const [running, setRunning] = useState<Record<string, number>>({});
  const take = async (file: File) => {
    const fault = faultOf(file);
    if (fault) {
      void message.error(t(`cases:evidence.fault.${fault}`, { name: file.name }));
      return;
    }
    const progress = (share: number) => setRunning((old) => ({ ...old, [file.name]: Math.round(share * 100) }));
    progress(0);
    try {
      await send.mutateAsync({ file, onProgress: progress });
      void message.success(t('cases:evidence.uploaded', { name: file.name }));
    } catch (error) {
      void message.error(`${file.name}: ${errorText(error)}`);
    } finally {
      setRunning(({ [file.name]: _, ...rest }) => rest);
    }
  };
  return (
    <div className="evidence-upload">
      <Upload.Dragger
        multiple
        accept={evidenceAccept}
        showUploadList={false}
        beforeUpload={(file) => {
          void take(file);
          return false;
        }}
      >
        <InboxOutlined className="evidence-icon" aria-hidden="true" />
        <div>{t('cases:evidence.drop')}</div>
        <div className="muted small">{t('cases:evidence.rules')}</div>
      </Upload.Dragger>
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        className="file-input"
        aria-label={t('cases:evidence.camera')}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) {
            void take(file);
          }
          event.target.value = '';
        }}
      />
      <Button className="camera-button" icon={<CameraOutlined />} onClick={() => camera.current?.click()}>
        {t('cases:evidence.camera')}
      </Button>
      {Object.entries(running).map(([name, percent]) => (
        <div key={name} className="small">
          {name}
          <Progress percent={percent} size="small" aria-label={name} />
        </div>
      ))}
    </div>
  );
};

const EvidenceList = ({ files }: { files: Evidence[] }) => (
  <Image.PreviewGroup>
    <ul className="evidence-list">
      {files.map((file) => (
        <li key={file.id}>
          <Thumbnail file={file} />
          <div className="evidence-text">
            <a href={`/api/evidence/${file.id}`} target="_blank" rel="noreferrer">
              {file.fileName}
            </a>
            <span className="muted small">
              {fileSize(file.size)} · {file.uploadedBy} · {dateTime(file.uploadedAt)}
            </span>
            <code className="muted small" title={file.sha256}>
              SHA-256 {file.sha256.slice(0, 12)}…
            </code>
          </div>
        </li>
      ))}
    </ul>
  </Image.PreviewGroup>
);

const Thumbnail = ({ file }: { file: Evidence }) => {
  if (file.contentType.startsWith('image/')) {
    return <Image src={`/api/evidence/${file.id}`} alt={file.fileName} width={64} height={64} className="evidence-thumb" />;
  }
  const Icon = file.contentType === 'application/pdf' ? FilePdfOutlined : FileOutlined;
  return (
    <span className="evidence-thumb evidence-thumb-icon">
      <Icon aria-hidden="true" />
    </span>
  );
};
