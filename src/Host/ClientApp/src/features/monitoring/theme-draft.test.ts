import { expect, test } from 'vitest';
import { overtaken, settled, typed, wordsOf } from './theme-draft';

const empty = { changes: {}, over: '' };

test('Changes_TypedOneAfterAnother_StayOverTheContentTheyBeganWith', () => {
  const draft = typed(typed(empty, { calibre: 'a' }, 'first'), { level: '1' }, 'second');
  expect(draft).toEqual({ changes: { calibre: 'a', level: '1' }, over: 'first' });
  expect(overtaken(draft, 'second')).toBe(true);
});

test('Save_WhileTypingGoesOn_KeepsWhatWasTypedMeanwhile', () => {
  const sent = { calibre: 'a', level: '1' };
  const draft = typed({ changes: sent, over: 'first' }, { calibre: 'ab' }, 'first');
  expect(settled(draft, sent, 'second')).toEqual({ changes: { calibre: 'ab' }, over: 'second' });
  expect(settled({ changes: sent, over: 'first' }, sent, 'second')).toEqual(empty);
});

test('Row_ChangedByATestRunOnly_OvertakesNothing', () => {
  expect(overtaken(typed(empty, { calibre: 'a' }, 'same words'), 'same words')).toBe(false);
  expect(overtaken(empty, 'other words')).toBe(false);
});

test('Words_OfTheSameContentInAnotherOrder_AreTheSame', () => {
  expect(wordsOf({ b: [{ y: 1, x: null }], a: 2 })).toBe(wordsOf({ a: 2, b: [{ x: null, y: 1 }] }));
  expect(wordsOf({ a: [1, 2] })).not.toBe(wordsOf({ a: [2, 1] }));
});

test('Save_OfAListThatTheBrowserKept_LeavesNothingBehind', () => {
  const sent = { parameters: [{ name: 'min_cap', value: 100, unit: 'kVA', label: { zh: '', en: '' } }] };
  expect(settled({ changes: structuredClone(sent), over: 'first' }, sent, 'second')).toEqual(empty);
});
