// Several statements as one fact: all of them or none, on either engine. Prisma's own transactions do
// not exist on D1, and on Node a tap beside an open one would land inside it.
//
// What the operations of a batch send is held back where it reaches the adapter, until each has asked
// for its one statement; then the engine runs them together, with nothing in between.

import {
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlQuery,
  type Transaction,
} from '@prisma/driver-adapter-utils'
import { Bound } from '../sql/statement.ts'
import { givenBy, heldOf } from './raw.ts'
import type { Held, Outcome } from './result-set.ts'

/** An operation of a model that is one statement, not awaited yet, or a raw statement. */
type Work = PromiseLike<unknown> | Bound<unknown>
/** What each gave; of a raw statement its rows, or whether it changed any. */
type Given<Works extends readonly Work[]> = {
  -readonly [Key in keyof Works]: Works[Key] extends Bound<infer Row>
    ? [Row] extends [never]
      ? boolean
      : Row[]
    : Awaited<Works[Key]>
}

export type Batches = {
  batch: <const Works extends readonly Work[]>(works: Works) => Promise<Given<Works>>
  /** As `batch`, but where one of them (the first, or the one at `must`) changes no row nothing is done: `null`. */
  batchIf: <const Works extends readonly Work[]>(
    works: Works,
    must?: number,
  ) => Promise<Given<Works> | null>
}

/** Runs all or none; `null` where the one at `must` changed nothing. */
export type Together = (held: readonly Held[], must: number | null) => Promise<Outcome[] | null>

/** Which batch an operation is in, wherever it has come to: an AsyncLocalStorage of the runtime. */
export type Holder = {
  run: <T>(hold: Hold, work: () => T) => T
  getStore: () => Hold | undefined
}

type Hold = (waiting: Waiting) => void
type Waiting = Held & { give: (outcome: Outcome) => void; fail: (fault: unknown) => void }

class NothingDone extends Error {}

/** An adapter that holds statements back, and the batches it makes possible. */
export function holdingBack<Adapter extends SqlDriverAdapter>(
  adapter: Adapter,
  together: Together,
  holder: Holder,
): { adapter: Adapter } & Batches {
  function asked<Result extends Outcome>(query: SqlQuery, rows: boolean): Promise<Result> {
    const hold = holder.getStore()
    if (!hold) return (rows ? adapter.queryRaw(query) : adapter.executeRaw(query)) as never
    return new Promise<Outcome>((give, fail) => hold({ query, rows, give, fail })) as never
  }

  async function run(works: readonly Work[], must: number | null): Promise<unknown[] | null> {
    if (works.every(isStatement)) {
      const outcomes = await together(works.map(heldOf), must)
      return outcomes && works.map((work, index) => givenBy(work, outcomes[index] as Outcome))
    }
    for (const work of works) if (!isStatement(work)) refuseToRead(work)
    const held: (Waiting | undefined)[] = works.map(() => undefined)
    const asking = works.map((work, index) => {
      const place = Promise.withResolvers<void>()
      const hold = (waiting: Waiting) => {
        if (held[index]) throw new Error('an operation of a batch takes more than one statement')
        held[index] = waiting
        place.resolve()
      }
      const given = isStatement(work)
        ? new Promise<Outcome>((give, fail) => hold({ ...heldOf(work), give, fail })).then(
            (outcome) => givenBy(work, outcome),
          )
        : holder.run(hold, async () => await work)
      return { given, place: Promise.race([place.promise, given]) }
    })
    const all = asking.map(({ given }) => given)
    try {
      await Promise.all(asking.map(({ place }) => place))
      const sent = held.filter((one) => one !== undefined)
      // One that had nothing to send (an empty list) has changed nothing.
      const needed = must === null ? undefined : held[must]
      if (must !== null && !needed) throw new NothingDone()
      const place = needed ? sent.indexOf(needed) : null
      const outcomes = sent.length === 0 ? [] : await together(sent, place)
      if (!outcomes) throw new NothingDone()
      for (const [index, one] of sent.entries()) one.give(outcomes[index] as Outcome)
    } catch (fault) {
      for (const one of held) one?.fail(asPrismaKnows(fault))
      await Promise.allSettled(all)
      if (fault instanceof NothingDone) return null
    }
    return await Promise.all(all)
  }

  return {
    adapter: Object.create(adapter, {
      queryRaw: { value: (query: SqlQuery) => asked(query, true) },
      executeRaw: { value: (query: SqlQuery) => asked(query, false) },
      startTransaction: { value: async () => readingOnly(adapter) },
    }),
    batch: (works) => run(works, null) as never,
    batchIf: (works, must = 0) => run(works, must) as never,
  }
}

/** A broken unique key is a `P2002` of the operation, as if it had been sent alone. */
export function asPrismaKnows(fault: unknown): unknown {
  const [, columns] = /UNIQUE constraint failed: ([^:]*)/.exec(String(fault)) ?? []
  if (!columns) return fault
  const fields = columns.split(', ').map((column) => column.split('.').pop() ?? column)
  return new DriverAdapterError({ kind: 'UniqueConstraintViolation', constraint: { fields } })
}

// Prisma collects `findUnique` over all who ask in one tick: in a batch it would draw in a stranger's.
function refuseToRead(work: PromiseLike<unknown>): void {
  const { action = '' } = (Reflect.get(work, 'spec') ?? {}) as { action?: string }
  if (!/^(create|update|upsert|delete)/.test(action)) throw new Error('a batch only writes')
}

const isStatement = (work: Work): work is Bound<unknown> => work instanceof Bound

/**
 * Where one operation takes several statements Prisma asks for a transaction. Reading may do so: a list
 * longer than D1 binds is read in pieces. Writing would not be one fact, so it is refused in every test.
 */
function readingOnly(adapter: SqlDriverAdapter): Transaction {
  const read = (query: SqlQuery) => {
    if (!/^\s*(SELECT|COMMIT|ROLLBACK)/i.test(query.sql)) throw new Error(MORE_THAN_ONE)
    return adapter.queryRaw(query)
  }
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    options: { usePhantomQuery: true },
    queryRaw: async (query) => await read(query),
    executeRaw: async () => {
      throw new Error(MORE_THAN_ONE)
    },
    commit: async () => {},
    rollback: async () => {},
  } as Transaction
}

const MORE_THAN_ONE =
  'this operation takes several statements: write one, or make a batch (docs/decisions)'
