import { App, Button, Form, Input, Modal, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { http } from '@/api/http';
import { useMay } from '@/api/session';
import { date, dateTime } from '@/ui/format';
import { Loaded, useErrorText } from '@/ui/state-views';
import { StateTag } from '@/ui/tags';
import { isOpen, useThemeHistory, useThemeStep, useThemeVersions, type ThemeVersion } from './theme-life';

/** Every version of a theme with who wrote and who approved it, and the way to the next one. */
export const ThemeVersions = ({ code }: { code: string }) => {
  const { t } = useTranslation();
  const may = useMay();
  const versions = useThemeVersions(code);
  const [asking, setAsking] = useState<'begin' | 'retire'>();
  return (
    <section className="panel gap-below" aria-label={t('themelife:versions')}>
      <Loaded of={versions} rows={3}>
        {(rows) => (
          <>
            <div className="panel-head">
              <h2>{t('themelife:versions')}</h2>
              <div className="panel-tags">
                {may('theme.approve') && rows.some((row) => row.state === 'approved') && <Button onClick={() => setAsking('retire')}>{t('themelife:retire')}</Button>}
                {may('theme.edit') && !rows.some(isOpen) && (
                  <Button type="primary" onClick={() => setAsking('begin')}>
                    {t('themelife:begin')}
                  </Button>
                )}
              </div>
            </div>
            <VersionTable code={code} rows={rows} />
          </>
        )}
      </Loaded>
      {asking && <ReasonDialog code={code} kind={asking} onClose={() => setAsking(undefined)} />}
    </section>
  );
};

const VersionTable = ({ code, rows }: { code: string; rows: ThemeVersion[] }) => {
  const { t } = useTranslation();
  return (
    <Table<ThemeVersion>
      size="small"
      rowKey="number"
      aria-label={t('themelife:versions')}
      pagination={false}
      scroll={{ x: 720 }}
      dataSource={rows}
      columns={[
        { title: t('monitoring:version'), key: 'number', width: 90, render: (_, row) => <Link to={`/themes/${code}/versions/${row.number}`}>{`v${row.number}`}</Link> },
        {
          title: t('common:state'),
          key: 'state',
          width: 130,
          render: (_, row) => <StateTag list="themeState" state={row.inUse ? 'in-use' : row.state} />,
        },
        { title: t('themelife:effectiveFrom'), key: 'from', width: 120, render: (_, row) => date(row.effectiveFrom) },
        { title: t('themelife:writtenBy'), key: 'by', render: (_, row) => `${row.origin === 'shipped' ? t('themelife:shipped') : row.writtenBy} · ${dateTime(row.createdAt)}` },
        { title: t('themelife:approvedBy'), key: 'approved', render: (_, row) => (row.approvedBy ? `${row.approvedBy} · ${dateTime(row.approvedAt)}` : '—') },
        { title: t('themelife:reason'), key: 'reason', render: (_, row) => row.changeReason ?? '—' },
      ]}
    />
  );
};

const ReasonDialog = ({ code, kind, onClose }: { code: string; kind: 'begin' | 'retire'; onClose: () => void }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const [form] = Form.useForm<{ reason: string }>();
  const step = useThemeStep(async (reason: string) => {
    if (kind === 'retire') {
      await http.post<void>(`/api/themes/${code}/retire`, { reason });
      return null;
    }
    return (await http.post<{ number: number }>(`/api/themes/${code}/versions`, { reason })).number;
  });
  return (
    <Modal
      open
      title={t(`themelife:${kind}Title`, { code })}
      okText={t(`themelife:${kind}`)}
      cancelText={t('common:cancel')}
      confirmLoading={step.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={({ reason }) =>
          step.mutate(reason, {
            onSuccess: (number) => {
              onClose();
              void (number === null ? message.success(t('themelife:retireDone')) : navigate(`/themes/${code}/versions/${number}`));
            },
            onError: (error) => void message.error(errorText(error)),
          })
        }
      >
        <Form.Item name="reason" label={t('themelife:reason')} rules={[{ required: true, whitespace: true, message: t('themelife:needed') }]}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 3 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
};

/** The theme's life as the chain keeps it. */
export const ThemeHistory = ({ code }: { code: string }) => {
  const { t } = useTranslation();
  const history = useThemeHistory(code);
  return (
    <section className="panel" aria-label={t('themelife:history')}>
      <h2>{t('themelife:history')}</h2>
      <Loaded of={history} rows={3}>
        {(lines) => (
          <div className="timeline gap-above">
            {lines.map((line) => (
              <div key={line.seq} className="timeline-item">
                <div className="timeline-head">
                  <strong>{t(`themelife:kind.${line.kind.replaceAll('.', '-')}`, { defaultValue: line.kind })}</strong>
                  <time className="muted">{dateTime(line.at)}</time>
                </div>
                <div className="timeline-body muted">
                  {line.data?.number !== undefined && <span>{`v${line.data.number as number}`}</span>}
                  {line.actorName && <span>{line.actorName}</span>}
                  {line.data?.rows !== undefined && <span>{t('themelife:testFigures', { rows: line.data.rows, added: line.data.added, gone: line.data.gone })}</span>}
                  {typeof line.data?.effectiveFrom === 'string' && <span>{`${t('themelife:effectiveFrom')} ${line.data.effectiveFrom}`}</span>}
                  {typeof line.data?.comment === 'string' && <span>{line.data.comment}</span>}
                </div>
              </div>
            ))}
          </div>
        )}
      </Loaded>
    </section>
  );
};
