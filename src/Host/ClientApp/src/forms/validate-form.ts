import { isBlank, isRequired, isVisible, type Answers, type FormDefinition, type FormField } from './form-definition';

export type FieldError = { field: string; code: string; values?: Record<string, number> };

/** The same rules as the server's, so that most mistakes are shown before anything is sent. The server decides. */
export const validateForm = (form: FormDefinition, answers: Answers, outcome: string, evidenceCount: number): FieldError[] =>
  form.fields
    .filter((field) => isVisible(field, answers))
    .map((field) => checkField(field, answers, outcome, evidenceCount))
    .filter((error) => error !== undefined);

const checkField = (field: FormField, answers: Answers, outcome: string, evidenceCount: number): FieldError | undefined => {
  const required = isRequired(field, answers, outcome);
  if (field.type === 'evidence') {
    const least = Math.max(field.min ?? 0, 1);
    return required && evidenceCount < least ? { field: field.name, code: 'evidence-min', values: { min: least } } : undefined;
  }
  const value = answers[field.name];
  if (isBlank(value)) {
    return required ? { field: field.name, code: 'required' } : undefined;
  }
  return typeof value === 'string' ? checkText(field, value) : typeof value === 'number' ? checkNumber(field, value) : undefined;
};

const checkText = (field: FormField, value: string): FieldError | undefined => {
  const length = value.trim().length;
  if (field.minLength !== undefined && length < field.minLength) {
    return { field: field.name, code: 'min-length', values: { min: field.minLength, length } };
  }
  return field.maxLength !== undefined && length > field.maxLength
    ? { field: field.name, code: 'max-length', values: { max: field.maxLength, length } }
    : undefined;
};

const checkNumber = (field: FormField, value: number): FieldError | undefined => {
  if (field.min !== undefined && value < field.min) {
    return { field: field.name, code: 'min', values: { min: field.min } };
  }
  return field.max !== undefined && value > field.max ? { field: field.name, code: 'max', values: { max: field.max } } : undefined;
};
