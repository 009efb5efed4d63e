// A D1 in workerd, asked from the process of the tests: one question for each batch or statement. The proxies that
// wrangler lends take one for each word of it (prepare, bind, all), and twice the time of most tests.

/** A statement as workerd's binding sends it: bytes are a list of numbers. */
export type Query = { sql: string; params: readonly unknown[] }

type Answered = { results: { columns: string[]; rows: unknown[][] }; meta: { changes?: number } }
type Refused = { success: false; error: string }

/** The same words as a binding has; `ask` sends statements that go together. */
export function farD1(ask: (queries: Query[]) => Promise<unknown>) {
  class Statement {
    readonly query: Query
    constructor(sql: string, params: readonly unknown[] = []) {
      this.query = { sql, params }
    }
    bind(...values: unknown[]) {
      return new Statement(this.query.sql, values.map(asNumbers))
    }
    async all() {
      const [result] = await batch([this])
      return result as { results: Record<string, unknown>[] }
    }
    run = () => this.all()
    async first(column?: string) {
      const row = (await this.all()).results[0] ?? null
      return row && column !== undefined ? row[column] : row
    }
    async raw({ columnNames = false } = {}) {
      const [
        {
          results: { columns, rows },
        },
      ] = (await answered([this])) as [Answered]
      return columnNames ? [columns, ...rows] : rows
    }
  }
  const answered = async (statements: Statement[]) => {
    const answer = (await ask(statements.map(({ query }) => query))) as Answered[] | Refused
    if ('error' in answer) throw new Error(`D1_ERROR: ${answer.error}`)
    return answer
  }
  const batch = async (statements: Statement[]) =>
    (await answered(statements)).map(({ results: { columns, rows }, meta }) => ({
      meta,
      results: rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at]]))),
    }))
  return { prepare: (sql: string) => new Statement(sql), batch }
}

function asNumbers(value: unknown): unknown {
  const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : value
  return bytes instanceof Uint8Array ? [...bytes] : bytes
}
