import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Condition, FormField } from '@/forms/form-definition';
import { useText } from '@/ui/use-text';

type Props = { id: string; label: string; value: Condition | undefined; before: FormField[]; onChange: (condition: Condition | undefined) => void };

/** "When this earlier answer is one of these": only earlier questions with known answers are offered. */
export const ConditionEditor = ({ id, label, value, before, onChange }: Props) => {
  const { t } = useTranslation();
  const text = useText();
  const askable = before.filter((field) => field.type === 'choice' || field.type === 'choices' || field.type === 'boolean');
  const chosen = askable.find((field) => field.name === value?.field);
  const answers = chosen?.type === 'boolean'
    ? [{ value: 'true', label: t('common:yes') }, { value: 'false', label: t('common:no') }]
    : (chosen?.options ?? []).map((option) => ({ value: option.value, label: text(option.label) || option.value }));
  return (
    <Form.Item label={label} htmlFor={id} className="field-wide">
      <div className="condition">
        <Select
          id={id}
          allowClear
          placeholder={t('forms:never')}
          value={value?.field ?? null}
          options={askable.map((field) => ({ value: field.name, label: text(field.label) || field.name }))}
          onChange={(field: string | null | undefined) => onChange(field ? { field, in: [] } : undefined)}
        />
        {value && (
          <Select aria-label={t('forms:oneOf', { label })} mode="multiple" placeholder={t('forms:oneOfHint')} value={value.in.map(String)} options={answers} onChange={(list: string[]) => onChange({ ...value, in: list })} />
        )}
      </div>
    </Form.Item>
  );
};
