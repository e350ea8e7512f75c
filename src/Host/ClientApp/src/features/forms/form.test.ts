import { expect, test } from 'vitest';
import { fitted, newField } from './form';

test('FieldThatBecomesAText_LosesItsOptions', () => {
  expect(fitted({ name: 'a', type: 'text', label: { zh: '甲' }, options: [], maxLength: 5, min: 3 })).toEqual({ name: 'a', type: 'text', label: { zh: '甲' }, maxLength: 5 });
});

test('FieldThatBecomesAChoice_HasAListToFill', () => {
  expect(fitted({ name: 'a', type: 'choice', label: { zh: '甲' } }).options).toEqual([]);
});

test('NewField_TakesANameThatIsFree', () => {
  expect(newField([{ name: 'field2', type: 'text', label: { zh: '甲' } }]).name).toBe('field3');
});
