import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { http } from '@/api/http';
import { useMay } from '@/api/session';
import { dateTime } from '@/ui/format';
import { Records } from '@/ui/records';
import { EmptyView, Loaded, useErrorText } from '@/ui/state-views';
import { StateTag } from '@/ui/tags';
import { useThemeRequests, useThemeStep } from './theme-life';

/** Versions that are being written or wait for a second person. */
export const ThemeRequests = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const requests = useThemeRequests();
  return (
    <Loaded of={requests}>
      {(rows) => (
        <Records
          label={t('themelife:view.requests')}
          rows={rows}
          rowKey={(row) => `${row.code}/${row.number}`}
          empty={<EmptyView text={t('themelife:noRequests')} hint={t('themelife:noRequestsHint')} />}
          onOpen={(row) => void navigate(`/themes/${row.code}/versions/${row.number}`)}
          columns={[
            { title: t('monitoring:version'), key: 'code', render: (_, row) => <Link to={`/themes/${row.code}/versions/${row.number}`}>{`${row.code} v${row.number}`}</Link> },
            { title: t('common:state'), key: 'state', render: (_, row) => <StateTag list="themeState" state={row.state} /> },
            { title: t('themelife:reason'), key: 'reason', render: (_, row) => row.changeReason ?? '—' },
            { title: t('themelife:writtenBy'), key: 'by', render: (_, row) => `${row.writtenBy} · ${dateTime(row.createdAt)}` },
          ]}
          card={(row) => (
            <>
              <div className="card-line">
                <Link to={`/themes/${row.code}/versions/${row.number}`}>{`${row.code} v${row.number}`}</Link>
                <StateTag list="themeState" state={row.state} />
              </div>
              <div className="muted">{row.changeReason}</div>
            </>
          )}
        />
      )}
    </Loaded>
  );
};

/** A theme that does not exist yet begins as its own first version. */
export const NewTheme = () => {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<{ code: string; nameZh: string; nameEn: string; reason: string }>();
  const begin = useThemeStep(({ code, reason, ...names }: { code: string; nameZh: string; nameEn: string; reason: string }) =>
    http.post<{ number: number }>(`/api/themes/${code}/versions`, { reason, changes: names }),
  );
  if (!may('theme.edit')) {
    return null;
  }
  const needed = [{ required: true, whitespace: true, message: t('themelife:needed') }];
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('themelife:newTheme')}
      </Button>
      <Modal
        open={open}
        title={t('themelife:newTheme')}
        okText={t('themelife:begin')}
        cancelText={t('common:cancel')}
        confirmLoading={begin.isPending}
        onOk={() => form.submit()}
        onCancel={() => setOpen(false)}
      >
        <Form
          form={form}
          layout="vertical"
          onFinish={(values) =>
            begin.mutate(values, {
              onSuccess: ({ number }) => void navigate(`/themes/${values.code}/versions/${number}`),
              onError: (error) => void message.error(errorText(error)),
            })
          }
        >
          <Form.Item name="code" label={t('monitoring:code')} rules={[{ required: true, pattern: /^[A-Z]{2}-\d{2,3}$/, message: t('themelife:codeHint') }]}>
            <Input placeholder="DJ-21" />
          </Form.Item>
          <Form.Item name="nameZh" label={t('themelife:field.nameZh')} rules={needed}>
            <Input />
          </Form.Item>
          <Form.Item name="nameEn" label={t('themelife:field.nameEn')} rules={needed}>
            <Input />
          </Form.Item>
          <Form.Item name="reason" label={t('themelife:reason')} rules={needed}>
            <Input.TextArea autoSize={{ minRows: 2 }} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
};
