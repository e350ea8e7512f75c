import { Alert, App, Button, Drawer, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { newRequestKey } from '@/forms/use-draft';
import { amount, yearMonth } from '@/ui/format';
import { useErrorText } from '@/ui/state-views';
import { useCode } from '@/ui/use-text';
import { useCreateTask } from './create-task';
import { taskTypes, urgencies } from './task';

type Chosen = { id: number; themeCode: string; themeName: string; ym: string; objKey: string; orgName: string; metric: number; level: string };
type Props = { anomalies: Chosen[]; onClose: () => void; onCreated: () => void };
type Values = { title: string; type: string; urgency: string };

/** Default urgency from the hardest theme level among the chosen: 特级 is critical, 一级 urgent, the rest normal. */
const urgencyFor = (anomalies: Chosen[]): string => {
  const levels = anomalies.map((one) => one.level);
  if (levels.some((level) => level === 'special' || level === '特级')) {
    return 'critical';
  }
  return levels.some((level) => level === '1' || level === '一级') ? 'urgent' : 'normal';
};

export const CreateTaskDrawer = ({ anomalies, onClose, onCreated }: Props) => {
  const { t } = useTranslation();
  const code = useCode();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const create = useCreateTask();
  const [form] = Form.useForm<Values>();
  const [requestKey] = useState(newRequestKey);
  const [first] = anomalies;
  const submit = (values: Values) =>
    create.mutate(
      { ...values, requestKey, anomalyIds: anomalies.map((one) => one.id) },
      {
        onSuccess: ({ id, number }) => {
          void message.success(t('tasks:created', { number }));
          onCreated();
          void navigate(`/tasks/${id}`);
        },
      },
    );
  return (
    <Drawer
      open
      size={520}
      title={t('tasks:create')}
      onClose={onClose}
      footer={
        <div className="drawer-foot">
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="primary" loading={create.isPending} onClick={() => form.submit()}>
            {t('tasks:createNow')}
          </Button>
        </div>
      }
    >
      {create.error && <Alert type="error" showIcon className="gap-below" title={errorText(create.error)} />}
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{
          title: first ? t('tasks:titleFor', { theme: first.themeName, month: yearMonth(first.ym) }) : '',
          type: 'online',
          urgency: urgencyFor(anomalies),
        }}
        onFinish={submit}
      >
        <Form.Item name="title" label={t('tasks:field.title')} rules={[{ required: true, whitespace: true, message: t('tasks:titleMissing') }]}>
          <Input maxLength={120} showCount />
        </Form.Item>
        <Form.Item name="type" label={t('tasks:field.type')}>
          <Select options={taskTypes.map((value) => ({ value, label: code('taskType', value) }))} />
        </Form.Item>
        <Form.Item name="urgency" label={t('common:urgency')} extra={t('tasks:urgencyHint')}>
          <Radio.Group options={urgencies.map((value) => ({ value, label: code('urgency', value) }))} />
        </Form.Item>
      </Form>
      <h3>{t('tasks:chosen', { count: anomalies.length })}</h3>
      <ul className="chosen-list">
        {anomalies.slice(0, 20).map((one) => (
          <li key={one.id}>
            <span className="mono">{one.themeCode}</span> <span className="mono">{one.objKey}</span> {one.orgName} · {amount(one.metric)}
          </li>
        ))}
      </ul>
      {anomalies.length > 20 && <p className="muted">{t('tasks:andMore', { count: anomalies.length - 20 })}</p>}
    </Drawer>
  );
};
