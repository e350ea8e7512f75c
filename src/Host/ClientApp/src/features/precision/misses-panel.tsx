import { Alert, Button, Form, Input, Modal, Popconfirm, Select, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/session';
import { date } from '@/ui/format';
import { EmptyView, Loaded, useErrorText } from '@/ui/state-views';
import { useClues, useLinkMiss, useMisses, useThemeNames, useUnlinkMiss, type Miss } from './misses';

/** Problems that came in by hand, linked to the theme that should have found them. */
export const MissesPanel = ({ theme }: { theme: string }) => {
  const { t } = useTranslation();
  const may = useMay();
  const misses = useMisses(theme);
  const unlink = useUnlinkMiss();
  const [linking, setLinking] = useState(false);
  return (
    <section className="panel gap-above" aria-label={t('precision:misses.title')}>
      <div className="panel-head">
        <h2>{t('precision:misses.title')}</h2>
        {may('anomaly.triage') && <Button onClick={() => setLinking(true)}>{t('precision:misses.link')}</Button>}
      </div>
      <Loaded of={misses} rows={2}>
        {(rows) => (
          <Table<Miss>
            size="small"
            rowKey={(row) => `${row.clueId}/${row.themeCode}`}
            aria-label={t('precision:misses.title')}
            pagination={false}
            scroll={{ x: 860 }}
            dataSource={rows}
            locale={{ emptyText: <EmptyView text={t('precision:misses.empty')} hint={t('precision:misses.hint')} /> }}
            columns={[
              { title: t('precision:misses.clue'), dataIndex: 'clueNumber', width: 220, render: (value: string) => <span className="mono">{value}</span> },
              { title: t('monitoring:theme'), key: 'theme', render: (_, row) => `${row.themeCode} ${row.themeName}` },
              { title: t('precision:misses.reason'), dataIndex: 'reason' },
              { title: t('precision:misses.at'), key: 'at', width: 110, render: (_, row) => date(row.linkedAt) },
              {
                title: '',
                key: 'remove',
                width: 100,
                render: (_, row) =>
                  may('anomaly.triage') ? (
                    <Popconfirm title={t('precision:misses.confirm')} okText={t('common:confirm')} cancelText={t('common:cancel')} onConfirm={() => unlink.mutate(row)}>
                      <Button size="small">{t('precision:misses.remove')}</Button>
                    </Popconfirm>
                  ) : null,
              },
            ]}
          />
        )}
      </Loaded>
      {linking && <LinkDialog theme={theme} onClose={() => setLinking(false)} />}
    </section>
  );
};

const LinkDialog = ({ theme, onClose }: { theme: string; onClose: () => void }) => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const clues = useClues();
  const themes = useThemeNames();
  const link = useLinkMiss();
  const [form] = Form.useForm<{ clueId: number; theme: string; reason: string }>();
  const required = [{ required: true, message: t('common:form.error.required') }];
  return (
    <Modal
      open
      title={t('precision:misses.link')}
      okText={t('common:confirm')}
      cancelText={t('common:cancel')}
      confirmLoading={link.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="muted gap-below">{t('precision:misses.hint')}</p>
      <Form form={form} layout="vertical" initialValues={{ theme: theme || undefined }} onFinish={(values) => link.mutate(values, { onSuccess: onClose })}>
        <Form.Item name="clueId" label={t('precision:misses.clue')} rules={required}>
          <Select
            loading={clues.isPending}
            showSearch={{ optionFilterProp: 'label' }}
            notFoundContent={t('precision:misses.noClues')}
            options={(clues.data?.items ?? []).map((clue) => ({ value: clue.id, label: `${clue.number} ${clue.content}` }))}
          />
        </Form.Item>
        <Form.Item name="theme" label={t('monitoring:theme')} rules={required}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={themes} />
        </Form.Item>
        <Form.Item name="reason" label={t('precision:misses.reason')} rules={[{ required: true, whitespace: true, message: t('common:form.error.required') }]}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      </Form>
      {link.error && <Alert type="error" showIcon title={errorText(link.error)} />}
    </Modal>
  );
};
