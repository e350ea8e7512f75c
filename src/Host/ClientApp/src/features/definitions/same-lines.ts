export type Shortened = { before: string | null; after: string | null };

const context = 2;

/** Long values shown side by side: the lines that both begin and end with are left out, but for two on either side of the change. */
export const withoutSameLines = (before: string | null, after: string | null): Shortened => {
  const old = before?.split('\n') ?? [];
  const now = after?.split('\n') ?? [];
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head] === now[head]) {
    head++;
  }
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === now.at(-1 - tail)) {
    tail++;
  }
  const cut = (lines: string[]): string => {
    const from = Math.max(0, head - context);
    const to = lines.length - Math.max(0, tail - context);
    return [...(from > 0 ? ['…'] : []), ...lines.slice(from, to), ...(to < lines.length ? ['…'] : [])].join('\n');
  };
  return { before: before === null ? null : cut(old), after: after === null ? null : cut(now) };
};
