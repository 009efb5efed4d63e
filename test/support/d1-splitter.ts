// How D1 takes a file of SQL apart, as far as it is known: by semicolons, and a trigger from BEGIN to the
// first END outside parentheses, whichever it belongs to (github.com/cloudflare/workers-sdk/issues/4727).

const TOKENS = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|[A-Za-z_]\w*|[\s\S]/g

/** The statements of a text, without their semicolons. */
export function splitLikeD1(sql: string): string[] {
  const statements: string[] = []
  let statement = ''
  let depth = 0
  let inTrigger = false
  for (const [token] of sql.matchAll(TOKENS)) {
    if (token.startsWith('--') || token.startsWith('/*')) continue
    if (token === '(') depth += 1
    if (token === ')') depth -= 1
    if (depth === 0 && /^begin$/i.test(token)) inTrigger = true
    if (depth === 0 && /^end$/i.test(token)) inTrigger = false
    if (token === ';' && depth === 0 && !inTrigger) {
      statements.push(statement.trim())
      statement = ''
    } else statement += token
  }
  return [...statements, statement.trim()].filter((one) => one !== '')
}
