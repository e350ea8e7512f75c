import { describe, expect, it } from 'vitest';
import { mayDelete } from './hiding';

const version = (number: number, ...rels: string[]) => ({
  definitionId: 'online-audit', name: '在线稽查', version: number, isPublished: number === 1, links: rels.map((rel) => ({ rel })),
});

describe('mayDelete', () => {
  it('is true for a draft that was never used, and only for it', () => {
    const items = [version(2, 'self', 'delete'), version(1, 'self')];
    expect(mayDelete(['', '2', '2026/11/22'], items, 'editor')).toBe(true);
    expect(mayDelete(['', '1', '2026/11/22'], items, 'editor')).toBe(false);
  });

  it('is false for a lifecycle that the list does not name', () => {
    expect(mayDelete(['audit-task'], [version(2, 'delete')], 'definitions')).toBe(false);
  });
});
