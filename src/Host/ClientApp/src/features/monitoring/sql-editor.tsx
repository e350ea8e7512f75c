import { useId, useMemo } from 'react';
import { indexAt, tokensOf } from './sql-tokens';

/** The rule in colours; the piece that a refusal points at is underlined. */
const Coloured = ({ sql, wrongAt }: { sql: string; wrongAt?: number | null }) => {
  const tokens = useMemo(() => tokensOf(sql), [sql]);
  const wrong = indexAt(tokens, wrongAt ?? -1);
  return tokens.map((token, index) => (
    <span key={index} className={`sql-${token.kind}${index === wrong ? ' sql-wrong' : ''}`}>
      {token.text}
    </span>
  ));
};

/** Line and column of a place in a rule, counted from 1. */
export const placeOf = (sql: string, position: number): { line: number; column: number } => {
  const before = sql.slice(0, position).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
};

/** A rule to read. */
export const SqlView = ({ sql, label }: { sql: string; label: string }) => (
  <pre className="sql" tabIndex={0} aria-label={label}>
    <Coloured sql={sql} />
  </pre>
);

/** A rule to write: an ordinary text field whose letters are transparent, over the same text in colour. Both wrap and scroll alike. */
export const SqlEditor = ({ sql, label, onChange, wrongAt }: { sql: string; label: string; onChange: (sql: string) => void; wrongAt?: number | null }) => {
  const id = useId();
  const rows = Math.max(8, sql.split('\n').length + 1);
  return (
    <div className="sql-editor">
      <label htmlFor={id} className="hidden-label">
        {label}
      </label>
      <pre className="sql-under" aria-hidden="true">
        <Coloured sql={sql} wrongAt={wrongAt ?? null} />
        {'\n'}
      </pre>
      <textarea
        id={id}
        className="sql-over"
        rows={rows}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        value={sql}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
};
