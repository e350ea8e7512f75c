import { App, Button, DatePicker, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http } from '@/api/http';
import { useMay } from '@/api/session';
import { useErrorText } from '@/ui/state-views';
import { useThemeStep, type ThemeVersion } from './theme-life';

type Decision = { approve: boolean; effectiveFrom?: string; comment?: string };

/** What can be done with a version now, by whom: hand in, approve from a day on, send back. */
export const ThemeSteps = ({ version, onTest, testing }: { version: ThemeVersion; onTest?: () => void; testing?: boolean }) => {
  const { t } = useTranslation();
  const may = useMay();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const [asking, setAsking] = useState<'approve' | 'reject'>();
  const path = `/api/themes/${version.code}/versions/${version.number}`;
  const submit = useThemeStep(() => http.post<void>(`${path}/submit`));
  return (
    <>
      {may('theme.edit') && onTest && (
        <Button onClick={onTest} loading={testing ?? false}>
          {t('themelife:test')}
        </Button>
      )}
      {may('theme.edit') && version.state === 'tested' && (
        <Button
          type="primary"
          loading={submit.isPending}
          onClick={() => void submit.mutateAsync(undefined).then(() => message.success(t('themelife:submitted')), (error) => message.error(errorText(error)))}
        >
          {t('themelife:submit')}
        </Button>
      )}
      {may('theme.approve') && version.state === 'submitted' && (
        <>
          <Button onClick={() => setAsking('reject')}>{t('themelife:reject')}</Button>
          <Button type="primary" onClick={() => setAsking('approve')}>
            {t('themelife:approve')}
          </Button>
        </>
      )}
      {asking && <DecisionDialog version={version} kind={asking} onClose={() => setAsking(undefined)} />}
    </>
  );
};

const DecisionDialog = ({ version, kind, onClose }: { version: ThemeVersion; kind: 'approve' | 'reject'; onClose: () => void }) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const decide = useThemeStep((decision: Decision) => http.post<void>(`/api/themes/${version.code}/versions/${version.number}/decide`, decision));
  const [form] = Form.useForm<{ from?: Dayjs; comment?: string }>();
  const approve = kind === 'approve';
  return (
    <Modal
      open
      title={t(`themelife:${kind}Title`, { code: version.code, number: version.number })}
      okText={t(`themelife:${kind}`)}
      cancelText={t('common:cancel')}
      confirmLoading={decide.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ from: dayjs() }}
        onFinish={({ from, comment }) =>
          void decide.mutateAsync({ approve, ...(approve && from ? { effectiveFrom: from.format('YYYY-MM-DD') } : {}), ...(comment ? { comment } : {}) }).then(
            () => {
              void message.success(t(`themelife:${kind}Done`));
              onClose();
            },
            (error) => message.error(errorText(error)),
          )
        }
      >
        {approve && (
          <Form.Item name="from" label={t('themelife:effectiveFrom')} extra={t('themelife:effectiveHint')} rules={[{ required: true, message: t('themelife:needed') }]}>
            <DatePicker allowClear={false} minDate={dayjs()} />
          </Form.Item>
        )}
        <Form.Item name="comment" label={t('themelife:comment')} rules={approve ? [] : [{ required: true, whitespace: true, message: t('themelife:needed') }]}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 3 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
};
