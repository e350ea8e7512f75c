import { Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import { amount, date, dateTime, money } from '@/ui/format';
import { useText } from '@/ui/use-text';
import { isBlank, type Answers, type FormDefinition, type FormField } from './form-definition';

/** A completed form, read only, in the words of the form version that was answered. */
export const AnswersView = ({ form, answers }: { form: FormDefinition; answers: Answers }) => {
  const text = useText();
  const show = useAnswer();
  const filled = form.fields.filter((field) => !isBlank(answers[field.name]));
  return (
    <Descriptions
      column={{ xs: 1, md: 2 }}
      size="small"
      items={filled.map((field) => ({
        key: field.name,
        label: text(field.label),
        span: field.multiline || field.type === 'markdown' ? 'filled' : 1,
        children: <span className="pre-line">{show(field, answers[field.name])}</span>,
      }))}
    />
  );
};

const useAnswer = (): ((field: FormField, value: unknown) => string) => {
  const text = useText();
  const { t } = useTranslation();
  const label = (field: FormField, value: unknown): string =>
    text(field.options?.find((option) => option.value === value)?.label) || String(value);
  return (field, value) => {
    switch (field.type) {
      case 'choice':
        return label(field, value);
      case 'choices':
        return (value as unknown[]).map((one) => label(field, one)).join('、');
      case 'boolean':
        return value === true ? t('common:yes') : t('common:no');
      case 'date':
        return date(String(value));
      case 'datetime':
        return dateTime(String(value));
      case 'money':
        return money(Number(value));
      case 'energy':
      case 'integer':
      case 'decimal':
        return `${amount(Number(value))} ${text(field.unit)}`.trim();
      default:
        return String(value);
    }
  };
};
