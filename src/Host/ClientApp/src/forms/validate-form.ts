import { isBlank, isRequired, isVisible, type Answers, type FormDefinition, type FormField } from './form-definition';

/** The code of a rule, the same as the server's; `limit` fills the hole of its text. */
export type FieldError = { field: string; code: string; limit?: number };

/** The same rules as the server's (tests/form-rules.json holds both to it), so that most mistakes are shown before anything is sent. The server decides. */
export const validateForm = (form: FormDefinition, answers: Answers, outcome: string, evidenceCount: number): FieldError[] => {
  const names = new Set(form.fields.map((field) => field.name));
  const unknown = Object.keys(answers).filter((name) => !names.has(name)).map((name) => ({ field: name, code: 'unknown-field' }));
  const wrong = form.fields.filter((field) => isVisible(field, answers)).map((field) => checkField(field, answers, outcome, evidenceCount));
  return [...unknown, ...wrong.filter((error) => error !== undefined)];
};

const checkField = (field: FormField, answers: Answers, outcome: string, evidenceCount: number): FieldError | undefined => {
  const required = isRequired(field, answers, outcome);
  if (field.type === 'evidence') {
    const least = field.min ?? (required ? 1 : 0);
    return required && evidenceCount < least ? { field: field.name, code: 'evidence', limit: least } : undefined;
  }
  const value = answers[field.name];
  if (isBlank(value)) {
    return required ? { field: field.name, code: 'required' } : undefined;
  }
  return checkValue(field, value);
};

const checkValue = (field: FormField, value: unknown): FieldError | undefined => {
  const wrong = (code: string): FieldError => ({ field: field.name, code });
  switch (field.type) {
    case 'choice':
      return isOption(field, value) ? undefined : wrong('choice');
    case 'choices':
      return Array.isArray(value) && value.every((one) => isOption(field, one)) ? undefined : wrong('choice');
    case 'boolean':
      return typeof value === 'boolean' ? undefined : wrong('boolean');
    case 'date':
      return isDay(String(value)) ? undefined : wrong('date');
    case 'datetime':
      return Number.isNaN(Date.parse(String(value))) ? wrong('date') : undefined;
    case 'text':
    case 'markdown':
      return checkText(field, String(value));
    default:
      return checkNumber(field, String(value));
  }
};

const isOption = (field: FormField, value: unknown): boolean => field.options?.some((option) => option.value === String(value)) === true;

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;

const checkText = (field: FormField, value: string): FieldError | undefined => {
  const length = value.trim().length;
  if (field.minLength !== undefined && length < field.minLength) {
    return { field: field.name, code: 'too-short', limit: field.minLength };
  }
  return field.maxLength !== undefined && length > field.maxLength ? { field: field.name, code: 'too-long', limit: field.maxLength } : undefined;
};

const usualDecimals: Record<string, number> = { money: 2, energy: 2, integer: 0, decimal: 4 };

const checkNumber = (field: FormField, text: string): FieldError | undefined => {
  const parts = /^[+-]?(\d*)(?:\.(\d*))?$/.exec(text);
  if (!parts || (parts[1] ?? '') + (parts[2] ?? '') === '') {
    return { field: field.name, code: 'number' };
  }
  const decimals = field.decimals ?? usualDecimals[field.type] ?? 0;
  if ((parts[2] ?? '').replace(/0+$/, '').length > decimals) {
    return { field: field.name, code: 'decimals', limit: decimals };
  }
  if (field.min !== undefined && Number(text) < field.min) {
    return { field: field.name, code: 'min', limit: field.min };
  }
  return field.max !== undefined && Number(text) > field.max ? { field: field.name, code: 'max', limit: field.max } : undefined;
};
