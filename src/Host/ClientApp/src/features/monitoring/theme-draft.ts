import { useState } from 'react';
import { useAccount } from '@/api/session';
import type { Changes, ThemeVersion } from './theme-life';

/** What a person has typed and not saved, with the content it was typed over. */
export type Draft = { changes: Changes; over: string };

const none: Draft = { changes: {}, over: '' };

const read = (key: string): Draft => {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null) ?? none;
  } catch {
    return none;
  }
};

const isEmpty = (draft: Draft): boolean => Object.keys(draft.changes).length === 0;

/** The words of a content, whatever order their names come in: the cache and the server do not always agree on it. Pure. */
export const wordsOf = (content: unknown): string =>
  JSON.stringify(content, (_, value: unknown) => (value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))) : value));

/** Typed over the first content it meets, and kept over that one however the stored version goes on. Pure. */
export const typed = (draft: Draft, part: Changes, present: string): Draft => ({ changes: { ...draft.changes, ...part }, over: isEmpty(draft) ? present : draft.over });

/** After a save: what was sent is stored, what was typed meanwhile stays. Pure. */
export const settled = (draft: Draft, sent: Changes, present: string): Draft => {
  const left = Object.entries(draft.changes).filter(([name, value]) => wordsOf(sent[name as keyof Changes]) !== wordsOf(value));
  return left.length === 0 ? none : { changes: Object.fromEntries(left), over: present };
};

/** Somebody saved other words while these were typed. A test run changes the row and no word of it. Pure. */
export const overtaken = (draft: Draft, present: string): boolean => !isEmpty(draft) && draft.over !== present;

/**
 * Unsaved changes of a version, kept in this browser until they are saved or given up: leaving the page, a session that ends, a reload and a colleague who
 * saves first lose nothing.
 */
export const useThemeDraft = (version: ThemeVersion) => {
  const { id } = useAccount();
  const key = `theme-draft/${id}/${version.code}/${version.number}`;
  const present = wordsOf(version.content);
  const [draft, setDraft] = useState(() => read(key));
  const [restored, setRestored] = useState(() => !isEmpty(draft));
  const keep = (next: Draft) => {
    setDraft(next);
    if (isEmpty(next)) {
      localStorage.removeItem(key);
      setRestored(false);
    } else {
      localStorage.setItem(key, JSON.stringify(next));
    }
  };
  return {
    changes: draft.changes,
    dirty: !isEmpty(draft),
    restored,
    overtaken: overtaken(draft, present),
    change: (part: Changes) => keep(typed(draft, part, present)),
    settle: (sent: Changes, stored: ThemeVersion) => keep(settled(read(key), sent, wordsOf(stored.content))),
    giveUp: () => keep(none),
    /** The changes stand; they are now over what the colleague saved. */
    keepMine: () => keep({ ...draft, over: present }),
  };
};
