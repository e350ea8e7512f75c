// Statements in, errors out. Standard input: a JSON list of T-SQL texts. Standard output: a JSON list of { index, message }; empty where all is well.
// A parser alone is not enough: it accepts words of other dialects, so these are looked for outside of strings, comments and quoted names.
import { init, parse } from '@guanmingchiu/sqlparser-ts'
import { readFileSync } from 'node:fs'

const FOREIGN = /\b(LIMIT|RETURNING|SERIAL|BIGSERIAL|AUTOINCREMENT|JSONB|BYTEA|BOOLEAN|WITHOUT\s+ROWID|TIMESTAMPTZ|ON\s+CONFLICT|ILIKE|JULIANDAY|STRFTIME|DATE_TRUNC|EXTRACT|INTERVAL|TRUE|FALSE|GROUP_CONCAT|STRING_TO_ARRAY|NOW|LENGTH|CHAR_LENGTH|SUBSTR|IFNULL|PRAGMA)\b|\|\||::/i
const QUOTED = /N?'(?:[^']|'')*'|\[[^\]]*\]|"[^"]*"|--[^\n]*|\/\*[\s\S]*?\*\//g

// The parser knows this statement only in the standard's words.
const ALTER_COLUMN = /\bALTER COLUMN (\[[^\]]+\]) (\w+(?:\([^)]*\))?) (?:NOT )?NULL\b/g

function problemsOf(text, index) {
  const found = []
  try {
    parse(text.replace(ALTER_COLUMN, 'ALTER COLUMN $1 SET DATA TYPE $2'), 'mssql')
  } catch (problem) {
    found.push({ index, message: String(problem.message ?? problem) })
  }
  const bare = text.replace(QUOTED, ' ')
  const foreign = FOREIGN.exec(bare)
  if (foreign) found.push({ index, message: `a word of another dialect: ${foreign[0]}` })
  return found
}

await init()
const statements = JSON.parse(readFileSync(0, 'utf8'))
process.stdout.write(JSON.stringify(statements.flatMap(problemsOf)))
