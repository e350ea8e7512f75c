import { Checkbox, DatePicker, Input, InputNumber, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useText } from '@/ui/use-text';
import type { FormField } from './form-definition';

type Props = { field: FormField; id: string; value: unknown; disabled: boolean; onChange: (value: unknown) => void };

const fewOptions = 6;

/** One control per field type. Dates travel as YYYY-MM-DD, points in time as ISO UTC, numbers as numbers. */
export const FieldControl = (props: Props) => {
  switch (props.field.type) {
    case 'choice':
    case 'choices':
      return <ChoiceControl {...props} />;
    case 'date':
    case 'datetime':
      return <DateControl {...props} />;
    case 'money':
    case 'energy':
    case 'integer':
    case 'decimal':
      return <NumberControl {...props} />;
    case 'boolean':
      return <BooleanControl {...props} />;
    default:
      return <TextControl {...props} />;
  }
};

const TextControl = ({ field, id, value, disabled, onChange }: Props) => {
  const shared = {
    id,
    value: (value as string | undefined) ?? '',
    disabled,
    ...(field.maxLength ? { maxLength: field.maxLength } : {}),
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return field.multiline || field.type === 'markdown' ? (
    <Input.TextArea {...shared} autoSize={{ minRows: 3, maxRows: 12 }} showCount={field.maxLength !== undefined} />
  ) : (
    <Input {...shared} />
  );
};

const ChoiceControl = ({ field, id, value, disabled, onChange }: Props) => {
  const text = useText();
  const { t } = useTranslation();
  const options = (field.options ?? []).map((option) => ({ value: option.value, label: text(option.label) }));
  const labelled = { 'aria-labelledby': `${id}-label` };
  if (options.length > fewOptions) {
    return (
      <Select
        id={id}
        {...labelled}
        className="field-select"
        {...(field.type === 'choices' ? { mode: 'multiple' as const } : {})}
        value={(value ?? (field.type === 'choices' ? [] : null))}
        options={options}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('common:form.choose')}
        disabled={disabled}
        onChange={(next: unknown) => onChange(next)}
      />
    );
  }
  return field.type === 'choices' ? (
    <Checkbox.Group {...labelled} value={(value as string[] | undefined) ?? []} options={options} disabled={disabled} onChange={onChange} />
  ) : (
    <Radio.Group
      id={id}
      {...labelled}
      name={field.name}
      value={value ?? null}
      options={options}
      disabled={disabled}
      onChange={(event) => onChange(event.target.value)}
    />
  );
};

const DateControl = ({ field, id, value, disabled, onChange }: Props) => {
  const withTime = field.type === 'datetime';
  return (
    <DatePicker
      id={id}
      className="field-narrow"
      showTime={withTime ? { format: 'HH:mm' } : false}
      format={withTime ? 'YYYY-MM-DD HH:mm' : 'YYYY-MM-DD'}
      value={typeof value === 'string' && value !== '' ? dayjs(value) : null}
      disabled={disabled}
      onChange={(next) => onChange(next ? (withTime ? next.toISOString() : next.format('YYYY-MM-DD')) : undefined)}
    />
  );
};

const standardDecimals: Record<string, number> = { money: 2, energy: 2, integer: 0 };

const NumberControl = ({ field, id, value, disabled, onChange }: Props) => {
  const text = useText();
  const decimals = field.decimals ?? standardDecimals[field.type];
  return (
    <InputNumber<number>
      id={id}
      className="field-narrow"
      inputMode={decimals === 0 ? 'numeric' : 'decimal'}
      value={(value as number | undefined) ?? null}
      disabled={disabled}
      {...(decimals === undefined ? {} : { precision: decimals })}
      {...(field.type === 'money' ? { prefix: '¥' } : {})}
      {...(field.unit ? { suffix: text(field.unit) } : {})}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
};

const BooleanControl = ({ field, id, value, disabled, onChange }: Props) => {
  const { t } = useTranslation();
  return (
    <Radio.Group
      id={id}
      aria-labelledby={`${id}-label`}
      name={field.name}
      value={value ?? null}
      disabled={disabled}
      options={[
        { value: true, label: t('common:yes') },
        { value: false, label: t('common:no') },
      ]}
      onChange={(event) => onChange(event.target.value)}
    />
  );
};
