import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FormField } from '@/forms/form-definition';

type Options = NonNullable<FormField['options']>;
type Props = { id: string; options: Options; language: 'zh' | 'en'; onChange: (options: Options) => void };

/** What can be chosen: the value that is stored, and its words. */
export const OptionsEditor = ({ id, options, language, onChange }: Props) => {
  const { t } = useTranslation();
  const put = (index: number, change: Partial<Options[number]>) => onChange(options.map((option, at) => (at === index ? { ...option, ...change } : option)));
  return (
    <Form.Item label={t('forms:options')} htmlFor={`${id}-0`} className="field-wide">
      <div className="options">
        {options.map((option, index) => (
          <div className="option" key={index}>
            <Input id={`${id}-${index}`} aria-label={t('forms:optionText', { number: index + 1 })} placeholder={t('forms:optionText', { number: index + 1 })} value={option.label[language] ?? ''} onChange={(event) => put(index, { label: { ...option.label, [language]: event.target.value } })} />
            <Input className="mono" aria-label={t('forms:optionValue', { number: index + 1 })} placeholder={t('forms:optionValue', { number: index + 1 })} value={option.value} onChange={(event) => put(index, { value: event.target.value })} />
            <Button type="text" icon={<DeleteOutlined />} aria-label={t('forms:removeOption', { number: index + 1 })} onClick={() => onChange(options.filter((_, at) => at !== index))} />
          </div>
        ))}
        <Button type="dashed" icon={<PlusOutlined />} onClick={() => onChange([...options, { value: `option-${options.length + 1}`, label: { zh: '', en: '' } }])}>
          {t('forms:addOption')}
        </Button>
      </div>
    </Form.Item>
  );
};
