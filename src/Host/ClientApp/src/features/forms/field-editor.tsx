import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FieldType, FormField } from '@/forms/form-definition';
import { ConditionEditor } from './condition-editor';
import { fitted } from './form';
import { OptionsEditor } from './options-editor';

type Props = { id: string; field: FormField; before: FormField[]; language: 'zh' | 'en'; onChange: (field: FormField) => void };

const types: FieldType[] = ['text', 'markdown', 'choice', 'choices', 'date', 'datetime', 'money', 'energy', 'integer', 'decimal', 'boolean', 'evidence'];
const prefills = ['title', 'urgency', 'conclusion', 'rootCause', 'recoveredYuan', 'personName'];
const numbers = new Set(['money', 'energy', 'integer', 'decimal']);

/** Everything about one question. What its type does not know is not offered, and dropped when the type changes. */
export const FieldEditor = ({ id, field, before, language, onChange }: Props) => {
  const { t } = useTranslation();
  const set = (change: Partial<Record<keyof FormField, unknown>>) =>
    onChange(fitted(Object.fromEntries(Object.entries({ ...field, ...change }).filter(([, value]) => value !== undefined)) as FormField));
  const words = (name: 'label' | 'help' | 'unit') => (
    <Form.Item label={`${t(`forms:${name}`)} (${language === 'zh' ? '中文' : 'English'})`} htmlFor={`${id}-${name}`}>
      <Input id={`${id}-${name}`} value={field[name]?.[language] ?? ''} onChange={(event) => set({ [name]: { zh: '', ...field[name], [language]: event.target.value } })} />
    </Form.Item>
  );
  const number = (name: 'minLength' | 'maxLength' | 'min' | 'max' | 'decimals') => (
    <Form.Item label={t(`forms:${name}`)} htmlFor={`${id}-${name}`}>
      <InputNumber<number> id={`${id}-${name}`} className="field-narrow" value={field[name] ?? null} onChange={(value) => set({ [name]: value ?? undefined })} />
    </Form.Item>
  );
  const isText = field.type === 'text' || field.type === 'markdown';
  return (
    <Form component="div" layout="vertical" className="field-editor">
      {words('label')}
      <Form.Item label={t('forms:kind')} htmlFor={`${id}-type`}>
        <Select id={`${id}-type`} value={field.type} options={types.map((value) => ({ value, label: t(`forms:type.${value}`) }))} onChange={(type: FieldType) => set({ type })} />
      </Form.Item>
      <Form.Item label={t('forms:fieldName')} htmlFor={`${id}-name`} extra={t('forms:fieldNameHint')}>
        <Input id={`${id}-name`} className="mono" value={field.name} onChange={(event) => set({ name: event.target.value })} />
      </Form.Item>
      {words('help')}
      <div className="field-wide">
        <Checkbox checked={field.required === true} onChange={(event) => set({ required: event.target.checked || undefined })}>{t('forms:required')}</Checkbox>
        {field.type === 'text' && <Checkbox checked={field.multiline === true} onChange={(event) => set({ multiline: event.target.checked || undefined })}>{t('forms:multiline')}</Checkbox>}
      </div>
      <ConditionEditor id={`${id}-required`} label={t('forms:requiredWhen')} value={field.requiredWhen} before={before} onChange={(requiredWhen) => set({ requiredWhen })} />
      <ConditionEditor id={`${id}-visible`} label={t('forms:visibleWhen')} value={field.visibleWhen} before={before} onChange={(visibleWhen) => set({ visibleWhen })} />
      <Form.Item label={t('forms:requiredForOutcomes')} htmlFor={`${id}-outcomes`}>
        <Select id={`${id}-outcomes`} mode="tags" value={field.requiredForOutcomes ?? []} onChange={(list: string[]) => set({ requiredForOutcomes: list.length > 0 ? list : undefined })} />
      </Form.Item>
      <Form.Item label={t('forms:prefill')} htmlFor={`${id}-prefill`}>
        <Select id={`${id}-prefill`} allowClear placeholder={t('forms:noPrefill')} value={field.prefill ?? null} options={prefills.map((value) => ({ value, label: t(`forms:source.${value}`) }))} onChange={(prefill: string | null | undefined) => set({ prefill: prefill ?? undefined })} />
      </Form.Item>
      {isText && number('minLength')}
      {isText && number('maxLength')}
      {(numbers.has(field.type) || field.type === 'evidence') && number('min')}
      {numbers.has(field.type) && number('max')}
      {numbers.has(field.type) && number('decimals')}
      {numbers.has(field.type) && words('unit')}
      {(field.type === 'choice' || field.type === 'choices') && <OptionsEditor id={`${id}-options`} options={field.options ?? []} language={language} onChange={(options) => set({ options })} />}
    </Form>
  );
};
