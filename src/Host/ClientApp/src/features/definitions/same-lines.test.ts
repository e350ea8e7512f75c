import { expect, test } from 'vitest';
import { withoutSameLines } from './same-lines';

const lines = (...texts: string[]): string => texts.join('\n');

test('LongListWithOneChange_ShowsItWithTwoLinesAround', () => {
  expect(withoutSameLines(lines('1', '2', '3', 'a', '5', '6', '7'), lines('1', '2', '3', 'b', '5', '6', '7'))).toEqual({
    before: lines('…', '2', '3', 'a', '5', '6', '…'),
    after: lines('…', '2', '3', 'b', '5', '6', '…'),
  });
});

test('LineAdded_StandsOnlyInTheNewerValue', () => {
  expect(withoutSameLines(lines('a', 'b'), lines('a', 'new', 'b'))).toEqual({ before: lines('a', 'b'), after: lines('a', 'new', 'b') });
});

test('ValueThatWasNotThere_StaysNothing', () => {
  expect(withoutSameLines(null, '40')).toEqual({ before: null, after: '40' });
});
