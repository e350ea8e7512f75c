import { Form, Input, InputNumber, Modal, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Parameter } from './theme-life';

type Kind = 'number' | 'date' | 'words';
type Values = { name: string; kind: Kind; zh: string; en: string; unit?: string; min?: number | null; max?: number | null };
type Props = { parameter: Parameter | undefined; taken: string[]; onSave: (parameter: Parameter) => void; onClose: () => void };

const kindOf = ({ value }: Parameter): Kind => (Array.isArray(value) ? 'words' : typeof value === 'number' ? 'number' : 'date');

/** The value that a parameter of a kind begins with. */
const firstValue = (kind: Kind, min: number | null | undefined) => (kind === 'number' ? (min ?? 0) : kind === 'date' ? '2026-01-01' : []);

/** What a parameter is: how the rule names it, what people read, its unit and its bounds. Its value is set in the table. */
export const ParameterDialog = ({ parameter, taken, onSave, onClose }: Props) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch('kind', form) ?? (parameter ? kindOf(parameter) : 'number');
  const needed = { required: true, whitespace: true, message: t('themelife:needed') };
  const free = { validator: (_: unknown, name: string) => (!parameter && taken.includes(name) ? Promise.reject(new Error(t('themelife:parameter.taken'))) : Promise.resolve()) };
  const save = ({ name, zh, en, unit, min, max, kind: chosen }: Values) => {
    const bounds = chosen === 'number' ? { min: min ?? null, max: max ?? null } : {};
    const { overrides = [], value = firstValue(chosen, min) } = parameter ?? {};
    onSave({ name: name.trim(), value, unit: unit?.trim() ?? '', label: { zh: zh.trim(), en: en.trim() }, ...bounds, overrides });
    onClose();
  };
  const initial = parameter
    ? { name: parameter.name, kind: kindOf(parameter), zh: parameter.label.zh, en: parameter.label.en, unit: parameter.unit, min: parameter.min ?? null, max: parameter.max ?? null }
    : { name: '', kind: 'number' as const, zh: '', en: '', unit: '', min: null, max: null };
  return (
    <Modal open title={t(parameter ? 'themelife:parameter.editTitle' : 'themelife:parameter.add')} okText={t('common:confirm')} cancelText={t('common:cancel')} onOk={() => form.submit()} onCancel={onClose}>
      <Form<Values> form={form} layout="vertical" initialValues={initial} onFinish={save}>
        <Form.Item name="name" label={t('monitoring:parameterName')} extra={t('themelife:parameter.nameHint')} rules={[{ required: true, pattern: /^[a-z][a-z0-9_]{0,29}$/, message: t('themelife:parameter.nameHint') }, free]}>
          <Input disabled={parameter !== undefined} prefix="@" />
        </Form.Item>
        <Form.Item name="kind" label={t('themelife:parameter.kind')} hidden={parameter !== undefined}>
          <Segmented options={(['number', 'date', 'words'] as const).map((value) => ({ value, label: t(`themelife:parameter.kinds.${value}`) }))} />
        </Form.Item>
        <Form.Item name="zh" label={t('themelife:parameter.zh')} rules={[needed]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="en" label={t('themelife:parameter.en')} rules={[needed]}>
          <Input maxLength={200} />
        </Form.Item>
        {kind === 'number' && (
          <div className="form-fields">
            <Form.Item name="unit" label={t('themelife:parameter.unit')}>
              <Input maxLength={20} />
            </Form.Item>
            <span />
            <Form.Item name="min" label={t('themelife:parameter.min')}>
              <InputNumber className="field-narrow" />
            </Form.Item>
            <Form.Item
              name="max"
              label={t('themelife:parameter.max')}
              dependencies={['min']}
              rules={[({ getFieldValue }) => ({ validator: (_, max: number | null) => ((max ?? Infinity) < ((getFieldValue('min') as number | null) ?? -Infinity) ? Promise.reject(new Error(t('themelife:parameter.bounds'))) : Promise.resolve()) })]}
            >
              <InputNumber className="field-narrow" />
            </Form.Item>
          </div>
        )}
      </Form>
    </Modal>
  );
};
