import { Button, DatePicker, Drawer, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { http } from '@/api/http';
import { useAccount } from '@/api/session';
import { useOrgs } from '@/ui/org-select';
import { useCode } from '@/ui/use-text';
import { useStep } from './plan';
import { inspectionTypes, schemeKey, useTaskTypes, type Scheme } from './scheme';
import { ThemeSelect } from './theme-select';

export type SchemeStart = { scheme?: Scheme; planId?: number; planMonth?: number; year?: number; theme?: string };

type Values = { title: string; type: string; units: string[]; themes: string[]; period: [Dayjs, Dayjs]; goal: string; checklist: string; basis: string };
type Props = { start: SchemeStart; onClose: () => void; onWritten: (id: number) => void };

/** A scheme is written here, and changed while it is a draft. */
export const SchemeForm = ({ start, onClose, onWritten }: Props) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const { scheme } = start;
  const body = ({ period: [from, to], ...values }: Values) => ({
    ...values,
    periodFrom: from.format('YYYY-MM-DD'),
    periodTo: to.format('YYYY-MM-DD'),
    planId: scheme?.planId ?? start.planId ?? null,
    planMonth: scheme?.planMonth ?? start.planMonth ?? null,
  });
  const save = useStep(
    [schemeKey],
    async (values: Values) => (scheme ? (await http.put(`/api/schemes/${scheme.id}`, body(values)), scheme.id) : (await http.post<{ id: number }>('/api/schemes', body(values))).id),
    onWritten,
  );
  return (
    <Drawer
      open
      size={620}
      title={t(scheme ? 'plans:scheme.change' : 'plans:scheme.write')}
      onClose={onClose}
      footer={
        <div className="drawer-foot">
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="primary" loading={save.isPending} onClick={() => form.submit()}>
            {t('plans:save')}
          </Button>
        </div>
      }
    >
      <Form<Values> form={form} layout="vertical" initialValues={useInitial(start)} onFinish={(values) => save.mutate(values)}>
        <SchemeFields />
      </Form>
    </Drawer>
  );
};

const useInitial = ({ scheme, year, planMonth, theme }: SchemeStart): Partial<Values> => {
  const account = useAccount();
  const first = year && planMonth ? dayjs(`${year}-${String(planMonth).padStart(2, '0')}-01`) : dayjs().startOf('month');
  return scheme
    ? { ...scheme, units: scheme.units.map((unit) => unit.code), themes: scheme.themes.map((each) => each.code), period: [dayjs(scheme.periodFrom), dayjs(scheme.periodTo)] }
    : { type: 'special', units: [account.orgNo], themes: theme ? [theme] : [], period: [first, first.endOf('month')] };
};

const SchemeFields = () => {
  const { t } = useTranslation();
  const code = useCode();
  const orgs = useOrgs();
  const types = useTaskTypes();
  const needed = [{ required: true, message: t('plans:needed') }];
  const type = Form.useWatch<string | undefined>('type');
  const words = types.data?.find((each) => each.code === type);
  return (
    <>
      <Form.Item name="title" label={t('plans:scheme.name')} rules={[{ required: true, whitespace: true, message: t('plans:needed') }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="type" label={t('plans:type')} rules={needed} extra={words ? t('plans:vocabulary', { state: words.stateGrid, south: words.southernGrid, code: words.tableCode }) : undefined}>
        <Select options={inspectionTypes.map((value) => ({ value, label: code('taskType', value) }))} />
      </Form.Item>
      <Form.Item name="units" label={t('plans:scheme.units')} rules={needed}>
        <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={(orgs.data ?? []).map((org) => ({ value: org.orgNo, label: org.name }))} />
      </Form.Item>
      <Form.Item name="themes" label={t('plans:scheme.themes')} rules={needed} extra={t('plans:scheme.themesHint')}>
        <ThemeSelect multiple />
      </Form.Item>
      <Form.Item name="period" label={t('plans:period')} rules={needed}>
        <DatePicker.RangePicker />
      </Form.Item>
      <Form.Item name="goal" label={t('plans:scheme.goal')} rules={[{ required: true, min: 10, message: t('plans:scheme.goalHint') }]}>
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 3 }} />
      </Form.Item>
      <Form.Item name="checklist" label={t('plans:scheme.checklist')} extra={t('plans:scheme.checklistHint')} rules={[{ required: true, whitespace: true, message: t('plans:needed') }]}>
        <Input.TextArea maxLength={4000} autoSize={{ minRows: 4 }} />
      </Form.Item>
      <Form.Item name="basis" label={t('plans:scheme.basis')} rules={[{ required: true, whitespace: true, message: t('plans:needed') }]}>
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </>
  );
};
