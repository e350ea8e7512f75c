import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import en from './en/model.json';
import zh from './zh/model.json';

const schema = readFileSync('../../../definitions/marketing/schema.sql', 'utf8');
const tables = [...schema.matchAll(/CREATE TABLE (\w+)\s*\(([^;]*)\)/g)].map((match) => ({ name: match[1] ?? '', body: match[2] ?? '' }));
const columns = tables.flatMap(({ body }) => [...body.matchAll(/^\s+([a-z]\w*)\s/gm)].map((match) => match[1] ?? ''));

test.each([
  ['zh', zh],
  ['en', en],
])('MarketingModel_InLanguage%s_NamesEveryTableAndColumn', (_, labels) => {
  expect(tables.length).toBe(43);
  expect(Object.keys(labels.tables).toSorted()).toEqual(tables.map(({ name }) => name).toSorted());
  expect(Object.keys(labels.columns).toSorted()).toEqual([...new Set(columns)].toSorted());
});
