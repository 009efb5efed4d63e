// The form of a raw statement: a name, why it is not a model's, its text, the types of what goes in and
// of what comes out. A test prepares each and compares the declared rows with the tables.
//
//   export const SEATS = statement('seats.taken', {
//     why: 'a sum over many rows',
//     sql: 'SELECT "seat", count(*) AS "n" FROM "Booking" WHERE "centreId" = ?1 GROUP BY "seat"',
//     values: ['text'],
//     rows: { seat: 'integer?', n: 'integer' },
//   })
//   const taken = await db.all(SEATS(centre)) // { seat: number | null; n: number }[]

/**
 * A type in SQLite. `?`: may be NULL. `!`: the column may be NULL, but not in the rows of this
 * statement, as its text shows.
 */
export type Declared = `${'text' | 'integer' | 'real' | 'boolean'}${'' | '?' | '!'}`

declare const WORD: unique symbol
/** A text of which TypeScript knows more: `rows: { state: word<State>() }`. */
export type Word<Type> = 'text' & { readonly [WORD]: Type }
export const word = <Type extends string>(): Word<Type> => 'text' as Word<Type>
export const wordOrNull = <Type extends string>(): Word<Type | null> => 'text?' as Word<Type | null>

type Of<Type> = Type extends { readonly [WORD]: infer Known }
  ? Known
  : Type extends `${infer Kind}?`
    ? Of<Kind> | null
    : Type extends `text${string}`
      ? string
      : Type extends `boolean${string}`
        ? boolean
        : number
export type Columns = Readonly<Record<string, Declared>>
type Rows<Gives> = { -readonly [Column in keyof Gives]: Of<Gives[Column]> }
type Values<Takes> = { readonly [Index in keyof Takes]: Of<Takes[Index]> }

export type Statement = {
  name: string
  why: string
  /** With plain parameters, cast to their types, each as often as it is used. */
  sql: string
  /** Which of the values stands at each parameter. */
  order: readonly number[]
  values: readonly Declared[]
  rows: Columns | null
}

/** A statement with its values: alone for `db.all`, `db.first`, `db.run`, or one of `db.batch`. */
export class Bound<Row> {
  declare readonly row: Row
  readonly statement: Statement
  readonly values: readonly unknown[]
  constructor(statement: Statement, values: readonly unknown[]) {
    this.statement = statement
    this.values = statement.order.map((index) => asSqlite(values[index]))
  }
}

/** The rows of a statement: `type Taken = RowOf<typeof SEATS>`. */
export type RowOf<Makes> = Makes extends (...values: never[]) => Bound<infer Row> ? Row : never

/** Every statement there is, for the test that walks them. */
export const STATEMENTS: Statement[] = []

export type Form<Takes, Gives> = { why: string; sql: string; values?: Takes; rows?: Gives }
export type Ask<Takes extends readonly Declared[], Gives> = (
  ...values: Values<Takes>
) => Bound<Gives extends null ? never : Rows<Gives>>

/** Names a statement. Parameters are `?1`, `?2`, … and may be used more than once. */
export function statement<
  const Takes extends readonly Declared[] = [],
  const Gives extends Columns | null = null,
>(name: string, form: Form<Takes, Gives>): Ask<Takes, Gives> {
  const made = read(name, form)
  STATEMENTS.push(made)
  return (...values) => new Bound(made, values)
}

const CASTS: Record<string, string> = { integer: 'INTEGER', boolean: 'INTEGER', real: 'REAL' }

/** A statement as it is sent. */
export function read(
  name: string,
  { why, sql, values, rows }: Form<readonly Declared[], Columns | null>,
): Statement {
  const order: number[] = []
  // better-sqlite3 takes numbered parameters for names, D1 would take them as they are. A bare value
  // makes SQLite plan anew whenever another one is bound, where an index holds some rows only or its
  // values have been counted: that cost ten times the statement. A cast value is not looked at.
  const plain = sql.replace(/\?(\d+)/g, (_, number: string) => {
    const index = Number(number) - 1
    order.push(index)
    const [kind = 'text'] = (values?.[index] ?? 'text').split(/[?!]/)
    return `CAST(? AS ${CASTS[kind] ?? 'TEXT'})`
  })
  return { name, why, sql: plain, order, values: values ?? [], rows: rows ?? null }
}

const asSqlite = (value: unknown) => (typeof value === 'boolean' ? Number(value) : value)
