import { expect, test } from 'vitest';
import { answersToSend, isVisible, type FormDefinition } from './form-definition';
import { validateForm } from './validate-form';

const form: FormDefinition = {
  key: 'handling-reply',
  version: 1,
  title: { zh: '处理回复单' },
  fields: [
    { name: 'conclusion', type: 'choice', label: { zh: '结论' }, required: true, options: ['normal', 'confirmed'].map((value) => ({ value, label: { zh: value } })) },
    { name: 'kind', type: 'choice', label: { zh: '分类' }, requiredWhen: { field: 'conclusion', in: ['confirmed'] }, visibleWhen: { field: 'conclusion', in: ['confirmed'] } },
    { name: 'explanation', type: 'text', label: { zh: '说明' }, required: true, minLength: 20 },
    { name: 'money', type: 'money', label: { zh: '金额' }, min: 0 },
    { name: 'score', type: 'decimal', label: { zh: '得分' }, requiredForOutcomes: ['完成'] },
    { name: 'photos', type: 'evidence', label: { zh: '佐证' }, required: true, min: 2 },
  ],
};
const codes = (answers: Record<string, unknown>, outcome = '提交', photos = 2) =>
  validateForm(form, answers, outcome, photos).map((error) => `${error.field}:${error.code}`);
const explanation = '现场核对铭牌与档案容量不一致，已拍照并要求用户整改。';

test('EmptyForm_NamesEachRequiredField', () => {
  expect(codes({}, '提交', 0)).toEqual(['conclusion:required', 'explanation:required', 'photos:evidence']);
});

test('RequiredWhen_AppliesOnlyWhenTheConditionHolds', () => {
  expect(codes({ conclusion: 'normal', explanation })).toEqual([]);
  expect(codes({ conclusion: 'confirmed', explanation })).toEqual(['kind:required']);
});

test('ShortText_BlanksDoNotCount', () => {
  expect(codes({ conclusion: 'normal', explanation: `短${' '.repeat(30)}` })).toEqual(['explanation:too-short']);
});

test('NumberBelowMinimum_IsRefused', () => {
  expect(codes({ conclusion: 'normal', explanation, money: -1 })).toEqual(['money:min']);
});

test('RequiredForOutcome_AppliesToThatOutcomeOnly', () => {
  expect(codes({ conclusion: 'normal', explanation }, '完成')).toEqual(['score:required']);
});

test('AnswersToSend_LeavesOutHiddenAndBlankFields', () => {
  expect(answersToSend(form, { conclusion: 'normal', kind: 'left over', explanation, money: undefined })).toEqual({ conclusion: 'normal', explanation });
});

test('ConditionOnABoolean_ComparesAsText', () => {
  const field = { name: 'sum', type: 'money' as const, label: { zh: '金额' }, visibleWhen: { field: 'noMoney', in: ['false'] } };
  expect([false, true, undefined].map((noMoney) => isVisible(field, { noMoney }))).toEqual([true, false, false]);
});
