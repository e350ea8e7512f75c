import { Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '@/ui/use-text';
import { FieldControl } from './field-control';
import { isRequired, isVisible, type Answers, type FormDefinition } from './form-definition';

type Props = {
  form: FormDefinition;
  answers: Answers;
  errors: Record<string, string>;
  outcome?: string | undefined;
  disabled?: boolean;
  evidence?: ReactNode;
  onChange: (name: string, value: unknown) => void;
};

export const fieldId = (name: string): string => `field-${name}`;

/** Draws a form from its definition. Values live with the caller, who keeps them as a draft. */
export const FormFields = ({ form, answers, errors, outcome, disabled, evidence, onChange }: Props) => {
  const text = useText();
  const { t } = useTranslation();
  return (
    <div className="form-fields">
      {form.fields
        .filter((field) => isVisible(field, answers))
        .map((field) => (
          <Form.Item
            key={field.name}
            className={isWide(field.type, field.multiline) ? 'field-wide' : ''}
            label={<span id={`${fieldId(field.name)}-label`}>{text(field.label)}</span>}
            htmlFor={fieldId(field.name)}
            required={isRequired(field, answers, outcome)}
            extra={text(field.help) || (field.minLength ? t('common:form.atLeast', { min: field.minLength }) : null)}
            {...(errors[field.name] ? { validateStatus: 'error' as const, help: errors[field.name] } : {})}
          >
            {field.type === 'evidence' ? (
              <div id={fieldId(field.name)} tabIndex={-1}>
                {evidence}
              </div>
            ) : (
              <FieldControl
                field={field}
                id={fieldId(field.name)}
                value={answers[field.name]}
                disabled={disabled ?? false}
                onChange={(value) => onChange(field.name, value)}
              />
            )}
          </Form.Item>
        ))}
    </div>
  );
};

const isWide = (type: string, multiline?: boolean): boolean =>
  type === 'markdown' || type === 'evidence' || type === 'choices' || type === 'choice' || (type === 'text' && multiline === true);
