import { App, Button, Form, Modal, Select, Switch, TimePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http } from '@/api/http';
import { dateTime } from '@/ui/format';
import { Records } from '@/ui/records';
import { EmptyView, Loaded, useErrorText } from '@/ui/state-views';
import { StateTag } from '@/ui/tags';
import { useThemes } from './theme';
import { useThemeName } from './themes-page';

type Schedule = {
  themeCode: string;
  frequency: 'day' | 'week' | 'month' | 'quarter';
  day: number;
  minute: number;
  workingDaysOnly: boolean;
  enabled: boolean;
  nextDueAt: string;
  lastRunId: number | null;
  lastDueAt: string | null;
  running: boolean;
};

const clock = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** When each theme is screened by itself. */
export const Schedules = ({ onOpenRun }: { onOpenRun: (id: number) => void }) => {
  const { t } = useTranslation();
  const schedules = useQuery({ queryKey: ['schedules'], queryFn: () => http.get<Schedule[]>('/api/schedules') });
  const themes = useThemes();
  const name = useThemeName();
  const [editing, setEditing] = useState<Schedule>();
  const when = useWhen();
  const theme = (code: string) => themes.data?.find((one) => one.code === code);
  const edit = (row: Schedule) => (
    <Button type="link" className="cell-link" onClick={() => setEditing(row)} aria-label={`${t('schedules:edit')} ${row.themeCode}`}>
      {t('schedules:edit')}
    </Button>
  );
  const state = (row: Schedule) => <StateTag list="scheduleState" state={row.running ? 'running' : row.enabled ? 'on' : 'off'} />;
  return (
    <>
      <Loaded of={schedules}>
        {(rows) => (
          <Records
            label={t('schedules:title')}
            rows={rows.filter((row) => theme(row.themeCode))}
            rowKey={(row) => row.themeCode}
            empty={<EmptyView text={t('schedules:none')} />}
            columns={[
              { title: t('monitoring:theme'), key: 'theme', render: (_, row) => `${row.themeCode} ${name(theme(row.themeCode)!)}` },
              { title: t('schedules:when'), key: 'when', width: 220, render: (_, row) => when(row) },
              { title: t('common:state'), key: 'state', width: 100, render: (_, row) => state(row) },
              { title: t('schedules:next'), key: 'next', width: 160, render: (_, row) => (row.enabled ? dateTime(row.nextDueAt) : '—') },
              {
                title: t('schedules:last'),
                key: 'last',
                width: 170,
                render: (_, row) =>
                  row.lastRunId ? (
                    <Button type="link" className="cell-link" onClick={() => onOpenRun(row.lastRunId!)}>
                      {dateTime(row.lastDueAt)}
                    </Button>
                  ) : (
                    '—'
                  ),
              },
              { title: '', key: 'edit', width: 80, render: (_, row) => edit(row) },
            ]}
            card={(row) => (
              <>
                <div className="card-line">
                  <strong>{`${row.themeCode} ${name(theme(row.themeCode)!)}`}</strong>
                  {state(row)}
                </div>
                <div className="card-line muted">
                  <span>{when(row)}</span>
                  {edit(row)}
                </div>
              </>
            )}
          />
        )}
      </Loaded>
      {editing && <ScheduleDialog schedule={editing} onClose={() => setEditing(undefined)} />}
    </>
  );
};

const useWhen = (): ((row: Schedule) => string) => {
  const { t } = useTranslation();
  return (row) => {
    const place = row.frequency === 'week' ? t(`schedules:weekday.${row.day}`) : row.frequency === 'day' ? '' : t('schedules:workingDay', { day: row.day });
    return [t(`schedules:frequency.${row.frequency}`), place, clock(row.minute)].filter(Boolean).join(' ');
  };
};

type Values = { frequency: Schedule['frequency']; day: number; time: Dayjs; workingDaysOnly: boolean; enabled: boolean };

const ScheduleDialog = ({ schedule, onClose }: { schedule: Schedule; onClose: () => void }) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const frequency = Form.useWatch('frequency', form) ?? schedule.frequency;
  const save = useMutation({
    mutationFn: ({ time, ...values }: Values) => http.put<Schedule>(`/api/schedules/${schedule.themeCode}`, { ...values, day: values.day ?? 1, minute: time.hour() * 60 + time.minute() }),
    onSuccess: () => {
      onClose();
      return client.invalidateQueries({ queryKey: ['schedules'] });
    },
    onError: (error) => void message.error(errorText(error)),
  });
  const days =
    frequency === 'week'
      ? [1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, label: t(`schedules:weekday.${value}`) }))
      : Array.from({ length: 15 }, (_, index) => ({ value: index + 1, label: t('schedules:workingDay', { day: index + 1 }) }));
  return (
    <Modal
      open
      title={`${t('schedules:edit')} ${schedule.themeCode}`}
      okText={t('common:save')}
      cancelText={t('common:cancel')}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ ...schedule, time: dayjs().startOf('day').add(schedule.minute, 'minute') }}
        onFinish={(values) => save.mutate(values)}
      >
        <Form.Item name="frequency" label={t('monitoring:frequency')}>
          <Select options={(['day', 'week', 'month', 'quarter'] as const).map((value) => ({ value, label: t(`schedules:frequency.${value}`) }))} />
        </Form.Item>
        {frequency !== 'day' && (
          <Form.Item name="day" label={t('schedules:day')}>
            <Select options={days} />
          </Form.Item>
        )}
        <Form.Item name="time" label={t('schedules:time')}>
          <TimePicker format="HH:mm" allowClear={false} />
        </Form.Item>
        <Form.Item name="workingDaysOnly" label={t('schedules:workingDaysOnly')} valuePropName="checked" hidden={frequency === 'month' || frequency === 'quarter'}>
          <Switch />
        </Form.Item>
        <Form.Item name="enabled" label={t('schedules:enabled')} valuePropName="checked">
          <Switch />
        </Form.Item>
      </Form>
    </Modal>
  );
};
