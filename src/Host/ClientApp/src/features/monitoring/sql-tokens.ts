export type SqlToken = { kind: 'word' | 'keyword' | 'function' | 'parameter' | 'text' | 'number' | 'comment' | 'sign' | 'space'; text: string };

const keywords = new Set(
  ('select from where and or not in is null as join left inner outer on group by having order union all distinct case when then else end between like exists count sum min max avg coalesce nullif abs round').split(' '),
);
const pattern = /(--[^\n]*)|('(?:[^']|'')*'?)|(@[a-z_0-9]*)|([A-Za-z_][A-Za-z_0-9]*)|(\d+(?:\.\d+)?)|(\s+)|([^\s])/g;
const kinds = ['comment', 'text', 'parameter', 'word', 'number', 'space', 'sign'] as const;

/** Splits a rule into coloured pieces; every character comes out again, so what is shown is what is written. */
export const tokensOf = (sql: string): SqlToken[] =>
  [...sql.matchAll(pattern)].map((match) => {
    const kind = kinds[match.slice(1).findIndex((group) => group !== undefined)] ?? 'sign';
    const text = match[0];
    if (kind !== 'word') {
      return { kind, text };
    }
    const isCall = sql[(match.index ?? 0) + text.length] === '(';
    return { kind: keywords.has(text.toLowerCase()) ? 'keyword' : isCall ? 'function' : 'word', text };
  });

/** Which piece holds the letter at this place, counted from 0; -1 if none does. */
export const indexAt = (tokens: SqlToken[], place: number): number => {
  let end = 0;
  return place < 0 ? -1 : tokens.findIndex((token) => (end += token.text.length) > place);
};
