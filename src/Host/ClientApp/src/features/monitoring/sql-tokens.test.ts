import { expect, test } from 'vitest';
import { indexAt, tokensOf } from './sql-tokens';

const rule = "SELECT b.org_no, -- unit\n  safe_divide(b.pq, 2.5) AS metric FROM bill b WHERE b.ym = @ym AND b.amt_type = 'it''s'";

test('Rule_SplitIntoTokens_LosesNoCharacter', () => {
  expect(tokensOf(rule).map((token) => token.text).join('')).toBe(rule);
});

test('Rule_Pieces_AreWhatTheyLookLike', () => {
  const kindOf = (text: string) => tokensOf(rule).find((token) => token.text === text)?.kind;
  expect([kindOf('SELECT'), kindOf('safe_divide'), kindOf('@ym'), kindOf("'it''s'"), kindOf('2.5'), kindOf('-- unit'), kindOf('bill')]).toEqual([
    'keyword', 'function', 'parameter', 'text', 'number', 'comment', 'word',
  ]);
});

test('Rule_StillBeingTyped_IsColouredToo', () => {
  expect(tokensOf("SELECT 'open").map((token) => token.kind)).toEqual(['keyword', 'space', 'text']);
});

test('IndexAt_PlaceInTheRule_IsThePieceThatHoldsIt', () => {
  const tokens = tokensOf('select cons_no');
  expect([0, 5, 6, 7, 13, 14, -1].map((place) => indexAt(tokens, place))).toEqual([0, 0, 1, 2, 2, -1, -1]);
});
