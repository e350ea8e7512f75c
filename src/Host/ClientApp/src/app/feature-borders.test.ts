import { expect, test } from 'vitest';

const sources = import.meta.glob<string>('../**/*.{ts,tsx}', { eager: true, import: 'default', query: '?raw' });

const importsOf = (source: string): string[] => [...source.matchAll(/(?:from|import\()\s*'(@\/[^']+)'/g)].map((match) => match[1] ?? '');
const featureOf = (path: string): string | undefined => /features\/([^/]+)/.exec(path)?.[1];

/** A feature may use the shared floors, never another feature; the shared floors know no feature. Only app puts features together. */
test('Features_NeverImportEachOther', () => {
  const crossings = Object.entries(sources)
    .filter(([path]) => !path.startsWith('./'))
    .flatMap(([path, source]) =>
      importsOf(source)
        .filter((target) => target.startsWith('@/app') || (featureOf(target) !== undefined && featureOf(target) !== featureOf(path)))
        .map((target) => `${path} -> ${target}`),
    );
  expect(crossings).toEqual([]);
});
