// A D1 in workerd, asked from the process of the tests through the Worker under test: one request for each question.
// The proxies that wrangler lends take one for each word of it (prepare, bind, all), and twice the time of most tests.

/** What the Worker is asked: statements as one batch, or one whose rows come as lists under their names. */
export type FarQuestion = {
  how: 'batch' | 'raw'
  statements: { sql: string; values: readonly unknown[] }[]
}

const BYTES = '$bytes'

/** Bytes among the values go as text. */
export const packed = (question: FarQuestion): string =>
  JSON.stringify(question, (_, value: unknown) => {
    const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : value
    return bytes instanceof Uint8Array ? { [BYTES]: Buffer.from(bytes).toString('base64') } : value
  })

export const unpacked = (text: string): FarQuestion =>
  JSON.parse(text, (_, value: unknown) => {
    const isBytes = typeof value === 'object' && value !== null && BYTES in value
    return isBytes ? Uint8Array.from(Buffer.from(String(value[BYTES]), 'base64')) : value
  }) as FarQuestion

type Result = { results: Record<string, unknown>[]; meta: { changes?: number } }

/** The same words as a binding has; `ask` throws what D1 said. */
export function farD1(ask: (question: FarQuestion) => Promise<unknown>) {
  class Statement {
    readonly sql: string
    readonly values: readonly unknown[]
    constructor(sql: string, values: readonly unknown[] = []) {
      this.sql = sql
      this.values = values
    }
    bind(...values: unknown[]) {
      return new Statement(this.sql, values)
    }
    async all() {
      return (await batch([this]))[0] as Result
    }
    run = () => this.all()
    async first(column?: string) {
      const row = (await this.all()).results[0] ?? null
      return row && column !== undefined ? row[column] : row
    }
    async raw({ columnNames = false } = {}) {
      const rows = (await ask({ how: 'raw', statements: [this] })) as unknown[][]
      return columnNames ? rows : rows.slice(1)
    }
  }
  const batch = async (statements: Statement[]) =>
    (await ask({ how: 'batch', statements })) as Result[]
  return { prepare: (sql: string) => new Statement(sql), batch }
}
