import { DatePicker, Form, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { useText } from '@/ui/use-text';
import type { CalculatorField } from './calculator';

type Props = { fields: CalculatorField[]; values: Record<string, string>; onChange: (name: string, value: string) => void };

/** One labelled control per value; an empty one takes the default that stands in it. */
export const CalculatorFields = ({ fields, values, onChange }: Props) => {
  const text = useText();
  return (
    <Form component="div" layout="vertical">
      {fields.map((field) => (
        <Form.Item key={field.name} label={text(field.label)} htmlFor={`calculator-${field.name}`}>
          <Control field={field} value={values[field.name] ?? field.default} onChange={(value) => onChange(field.name, value)} />
        </Form.Item>
      ))}
    </Form>
  );
};

const Control = ({ field, value, onChange }: { field: CalculatorField; value: string; onChange: (value: string) => void }) => {
  const text = useText();
  const id = `calculator-${field.name}`;
  switch (field.type) {
    case 'choice':
      return <Select id={id} value={value} options={(field.options ?? []).map((option) => ({ value: option.value, label: text(option.label) }))} onChange={onChange} />;
    case 'date':
      return <DatePicker id={id} className="field-narrow" value={value ? dayjs(value) : null} onChange={(day) => onChange(day?.format('YYYY-MM-DD') ?? '')} />;
    default:
      return (
        <InputNumber<string>
          id={id}
          className="field-narrow"
          stringMode
          inputMode="decimal"
          value={value}
          min={String(field.min)}
          {...(field.max === null ? {} : { max: String(field.max) })}
          suffix={field.unit}
          onChange={(next) => onChange(next ?? '')}
        />
      );
  }
};
