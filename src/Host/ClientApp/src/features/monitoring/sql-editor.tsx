import { useId, useMemo } from 'react';
import { tokensOf } from './sql-tokens';

const Coloured = ({ sql }: { sql: string }) => {
  const tokens = useMemo(() => tokensOf(sql), [sql]);
  return tokens.map((token, index) => (
    <span key={index} className={`sql-${token.kind}`}>
      {token.text}
    </span>
  ));
};

/** A rule to read. */
export const SqlView = ({ sql, label }: { sql: string; label: string }) => (
  <pre className="sql" tabIndex={0} aria-label={label}>
    <Coloured sql={sql} />
  </pre>
);

/** A rule to write: an ordinary text field whose letters are transparent, over the same text in colour. Both wrap and scroll alike. */
export const SqlEditor = ({ sql, label, onChange }: { sql: string; label: string; onChange: (sql: string) => void }) => {
  const id = useId();
  const rows = Math.max(8, sql.split('\n').length + 1);
  return (
    <div className="sql-editor">
      <label htmlFor={id} className="hidden-label">
        {label}
      </label>
      <pre className="sql-under" aria-hidden="true">
        <Coloured sql={sql} />
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
