// A client over D1, whichever of the two generated ones it is.

import type {
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
} from '@prisma/driver-adapter-utils'
import { type Holder, holdingBack } from './batches.ts'
import type { Database, Upkeep } from './database.ts'
import { isReading, plannedOnce } from './planned-once.ts'
import { rawOver } from './raw.ts'
import { type D1, queriesOnD1, togetherOnD1 } from './statements-d1.ts'
import { watchTroubles } from './troubles.ts'

type Client = { $extends: (extension: never) => unknown }

const NOTHING: Upkeep = { emptyLog: async () => true, rewrite: async () => {}, size: async () => 0 }

/** Opens what `make` makes over the adapter, with batches run by `binding`. */
export async function openOnD1<Made extends Client>(
  d1: { connect: () => Promise<SqlDriverAdapter> },
  binding: D1,
  holder: Holder,
  make: (adapter: SqlDriverAdapterFactory) => Made,
): Promise<Made & Database> {
  const troubles = watchTroubles()
  const connected = await d1.connect()
  const queryRaw = troubles.noting(connected.queryRaw.bind(connected))
  const noted = Object.create(connected, {
    queryRaw: {
      value: (query: SqlQuery) => queryRaw(isReading(query) ? plannedOnce(query) : query),
    },
    executeRaw: { value: troubles.noting(connected.executeRaw.bind(connected)) },
  }) as SqlDriverAdapter
  const together = troubles.noting(togetherOnD1(binding))
  const { adapter, ...batches } = holdingBack(noted, together, holder)
  const { provider, adapterName } = adapter
  const client = make({ provider, adapterName, connect: async () => adapter })
  const { query, change } = queriesOnD1(binding)
  const raw = rawOver({ query: troubles.noting(query), change: troubles.noting(change) })
  const own: Record<string | symbol, unknown> = { ...batches, ...raw, troubles, upkeep: NOTHING }
  return new Proxy(client, {
    get: (target, name) => own[name] ?? Reflect.get(target, name),
  }) as Made & Database
}
