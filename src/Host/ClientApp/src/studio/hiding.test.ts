import { describe, expect, it } from 'vitest';
import { mayDo } from './hiding';

const version = (number: number, ...rels: string[]) => ({
  definitionId: 'online-audit', name: '在线稽查', version: number, isPublished: number === 1, links: rels.map((rel) => ({ rel })),
});

describe('mayDo', () => {
  it('is true for a draft that was never used, and only for it', () => {
    const items = [version(2, 'self', 'delete'), version(1, 'self')];
    expect(mayDo('delete', [['', '2', '2026/11/22']], items, 'editor')).toBe(true);
    expect(mayDo('delete', [['', '1', '2026/11/22']], items, 'editor')).toBe(false);
  });

  it('is false for a lifecycle that the list does not name', () => {
    expect(mayDo('delete', [['audit-task']], [version(2, 'delete')], 'definitions')).toBe(false);
  });

  it('is false for several rows as soon as one of them refuses', () => {
    const items = [version(3, 'delete'), version(2, 'delete'), version(1)];
    expect(mayDo('delete', [['3'], ['2']], items, 'editor')).toBe(true);
    expect(mayDo('delete', [['3'], ['1']], items, 'editor')).toBe(false);
    expect(mayDo('delete', [], items, 'editor')).toBe(false);
  });

  it('offers a rollback only where the server links to it: never over an unpublished draft', () => {
    expect(mayDo('revert', [['1']], [version(1, 'revert')], 'editor')).toBe(true);
    expect(mayDo('revert', [['1']], [version(2, 'delete'), version(1)], 'editor')).toBe(false);
  });
});
