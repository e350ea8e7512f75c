import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

export type UrlFilter = {
  get: (name: string) => string;
  set: (changes: Record<string, string | null | undefined>) => void;
  clear: () => void;
  isEmpty: boolean;
};

/** Filters live in the address, so that they survive opening a record, a reload and sending the link to a colleague. */
export const useUrlFilter = (names: readonly string[]): UrlFilter => {
  const [search, setSearch] = useSearchParams();
  const set = useCallback(
    (changes: Record<string, string | null | undefined>) =>
      setSearch(
        (old) => {
          const next = new URLSearchParams(old);
          Object.entries(changes).forEach(([name, value]) => (value ? next.set(name, value) : next.delete(name)));
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return useMemo(
    () => ({
      get: (name: string) => search.get(name) ?? '',
      set,
      clear: () => set(Object.fromEntries(names.map((name) => [name, null]))),
      isEmpty: names.every((name) => !search.get(name)),
    }),
    [search, set, names],
  );
};
