import type { Text } from '@/api/types';

export type FieldType =
  | 'text' | 'markdown' | 'choice' | 'choices' | 'date' | 'datetime' | 'money' | 'energy' | 'integer' | 'decimal' | 'boolean' | 'evidence';

/** True when the named field holds one of the values, compared as text (for "choices": when any chosen one is among them). */
export type Condition = { field: string; in: unknown[] };

export type FormField = {
  name: string;
  type: FieldType;
  label: Text;
  help?: Text;
  unit?: Text;
  required?: boolean;
  requiredWhen?: Condition;
  requiredForOutcomes?: string[];
  visibleWhen?: Condition;
  multiline?: boolean;
  minLength?: number;
  maxLength?: number;
  min?: number;
  max?: number;
  decimals?: number;
  options?: { value: string; label: Text }[];
  prefill?: string;
};

export type FormDefinition = { key: string; version: number; title: Text; fields: FormField[] };

export type Answers = Record<string, unknown>;

export const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);

const holds = (condition: Condition, answers: Answers): boolean => {
  const value = answers[condition.field];
  const wanted = condition.in.map(String);
  if (value === undefined || value === null) {
    return false;
  }
  return (Array.isArray(value) ? value : [value]).some((one) => wanted.includes(String(one)));
};

export const isVisible = (field: FormField, answers: Answers): boolean => !field.visibleWhen || holds(field.visibleWhen, answers);

export const isRequired = (field: FormField, answers: Answers, outcome?: string): boolean =>
  field.required === true ||
  (field.requiredWhen !== undefined && holds(field.requiredWhen, answers)) ||
  (outcome !== undefined && field.requiredForOutcomes?.includes(outcome) === true);

/** What is sent: the answers of visible fields that hold something. */
export const answersToSend = (form: FormDefinition, answers: Answers): Answers =>
  Object.fromEntries(
    form.fields
      .filter((field) => isVisible(field, answers) && !isBlank(answers[field.name]))
      .map((field) => [field.name, answers[field.name]]),
  );
