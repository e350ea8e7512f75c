import { expect, test } from 'vitest';

type Tree = { [key: string]: string | Tree };

const files = import.meta.glob<Tree>('./*/*.json', { eager: true, import: 'default' });
const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.*'], { eager: true, import: 'default', query: '?raw' });

const flatten = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[`${prefix}${key}`, value] as [string, string]] : flatten(value, `${prefix}${key}.`)));

const textsOf = (language: string): Map<string, string> =>
  new Map(
    Object.entries(files)
      .filter(([path]) => path.startsWith(`./${language}/`))
      .flatMap(([path, tree]) => flatten(tree).map(([key, text]) => [`${path.slice(5, -5)}:${key}`, text] as [string, string])),
  );

const zh = textsOf('zh');
const en = textsOf('en');
const holes = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((hole) => hole[1] ?? '').toSorted();

test('BothLanguages_HaveTheSameKeys', () => {
  expect([...en.keys()].toSorted()).toEqual([...zh.keys()].toSorted());
});

test('BothLanguages_FillTheSameHoles', () => {
  const different = [...zh].filter(([key, text]) => holes(text).join() !== holes(en.get(key) ?? '').join()).map(([key]) => key);
  expect(different).toEqual([]);
});

test('EveryKeyInTheSources_HasAText', () => {
  const asked = Object.values(sources).flatMap((source) => [...source.matchAll(/['"`]([a-z]+:[a-zA-Z][\w.-]*)['"`]/g)].map((match) => match[1] ?? ''));
  const known = asked.filter((key) => !key.startsWith('node:'));
  expect(known.length).toBeGreaterThan(100);
  expect(known.filter((key) => !zh.has(key))).toEqual([]);
});

test('EnglishTexts_HoldNoChinese', () => {
  expect([...en].filter(([, text]) => /[\u4e00-\u9fff]/.test(text)).map(([key]) => key)).toEqual([]);
});
