import { Button, Checkbox, DatePicker, Drawer, Form, Input, InputNumber, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { http } from '@/api/http';
import { useAccount } from '@/api/session';
import { OrgSelect } from '@/ui/org-select';
import { SourceSelect, useHasWarehouse } from '@/ui/source-select';
import { useCode } from '@/ui/use-text';
import { useStep } from './plan';
import { dimensions, purposes, sampleKey } from './sample';
import { ThemeSelect } from './theme-select';

type Values = { purpose: string; title?: string; ym: Dayjs; orgNo?: string; themeCode?: string; ruleSql?: string; source?: string; byTable?: boolean; stratifyBy: string[]; ratePercent: number; least: number };
type Props = { planId: number | null; ym: string | null; onClose: () => void; onDrawn: (id: number) => void };

const example = "SELECT c.org_no, c.cons_no AS obj_key, c.run_cap AS metric,\n       CASE WHEN c.volt_code = 'AC00101' THEN 10 ELSE 0 END AS limit_v\nFROM cons c\nWHERE c.status = '0'";

/** Purposes whose population is read from the marketing data. */
const fromData = ['hv-connection', 'call-back', 'rule'];

/** What the sample is drawn from and how; the seed is the house's. */
export const DrawSample = ({ planId, ym, onClose, onDrawn }: Props) => {
  const { t } = useTranslation();
  const code = useCode();
  const account = useAccount();
  const [form] = Form.useForm<Values>();
  const purpose = Form.useWatch('purpose', form) ?? 'hv-connection';
  const several = useHasWarehouse();
  const byTable = (Form.useWatch('byTable', form) ?? true) && purpose === 'closed-order';
  const draw = useStep(
    [sampleKey],
    ({ ym: month, ...values }: Values) => http.post<{ id: number }>('/api/samples', { ...values, byTable, ym: month.format('YYYYMM'), planId }),
    ({ id }) => onDrawn(id),
  );
  const needed = [{ required: true, message: t('plans:needed') }];
  const start = ym ? dayjs(`${ym.slice(0, 4)}-${ym.slice(4)}-01`) : dayjs().subtract(1, 'month');
  return (
    <Drawer
      open
      size={560}
      title={t('plans:sample.draw')}
      onClose={onClose}
      footer={
        <div className="drawer-foot">
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="primary" loading={draw.isPending} onClick={() => form.submit()}>
            {t('plans:sample.drawNow')}
          </Button>
        </div>
      }
    >
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ purpose: 'hv-connection', ym: start, orgNo: account.orgNo, stratifyBy: ['unit'], ratePercent: purposes['hv-connection'], least: 0 }}
        onValuesChange={(changed) => changed.purpose && form.setFieldsValue({ ratePercent: purposes[changed.purpose] ?? 10 })}
        onFinish={(values) => draw.mutate(values)}
      >
        <Form.Item name="purpose" label={t('plans:sample.purpose')} rules={needed}>
          <Select options={Object.keys(purposes).map((value) => ({ value, label: code('samplePurpose', value) }))} />
        </Form.Item>
        <Form.Item name="title" label={t('plans:sample.name')} extra={t('plans:sample.nameHint')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="ym" label={t('plans:sample.month')} rules={needed}>
          <DatePicker picker="month" />
        </Form.Item>
        <Form.Item name="orgNo" label={t('common:unit')} rules={needed}>
          <OrgField />
        </Form.Item>
        {purpose === 'anomaly' && (
          <Form.Item name="themeCode" label={t('plans:theme')} rules={needed}>
            <ThemeSelect />
          </Form.Item>
        )}
        {purpose === 'rule' && (
          <Form.Item name="ruleSql" label={t('plans:sample.rule')} rules={needed} extra={t('plans:sample.ruleHint')}>
            <Input.TextArea className="mono" maxLength={8000} autoSize={{ minRows: 5 }} placeholder={example} />
          </Form.Item>
        )}
        {several && fromData.includes(purpose) && (
          <Form.Item name="source" label={t('monitoring:source')}>
            <SourceSelect />
          </Form.Item>
        )}
        {purpose === 'closed-order' && (
          <Form.Item name="byTable" valuePropName="checked" initialValue extra={byTable ? t('plans:sample.tableHint') : undefined}>
            <Checkbox>{t('plans:sample.byTable')}</Checkbox>
          </Form.Item>
        )}
        {!byTable && <Shares />}
      </Form>
    </Drawer>
  );
};

/** One share for all, in strata of one's own choice. */
const Shares = () => {
  const { t } = useTranslation();
  const code = useCode();
  return (
    <>
        <Form.Item name="stratifyBy" label={t('plans:sample.strata')}>
          <Checkbox.Group options={dimensions.map((value) => ({ value, label: code('stratum', value) }))} />
        </Form.Item>
        <Form.Item name="ratePercent" label={t('plans:sample.rate')} rules={[{ required: true, message: t('plans:needed') }]} extra={t('plans:sample.rateHint')}>
          <InputNumber min={0} max={100} precision={2} suffix="%" />
        </Form.Item>
        <Form.Item name="least" label={t('plans:sample.least')}>
          <InputNumber min={0} max={5000} precision={0} />
        </Form.Item>
    </>
  );
};

type FieldProps = { id?: string; value?: string; onChange?: (value: string | undefined) => void };

const OrgField = ({ id, value, onChange }: FieldProps) => <OrgSelect {...(id ? { id } : {})} value={value ?? ''} onChange={(next) => onChange?.(next)} />;
