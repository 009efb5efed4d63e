// A client over D1, whichever of the two generated ones it is.

import type { SqlDriverAdapter, SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { type Holder, holdingBack } from './batches.ts'
import type { Database } from './database.ts'
import { rawOver } from './raw.ts'
import { type D1, queriesOnD1, togetherOnD1 } from './statements-d1.ts'

type Client = { $extends: (extension: never) => unknown }

/** Opens what `make` makes over the adapter, with batches run by `binding`. */
export async function openOnD1<Made extends Client>(
  d1: { connect: () => Promise<SqlDriverAdapter> },
  binding: D1,
  holder: Holder,
  make: (adapter: SqlDriverAdapterFactory) => Made,
): Promise<Made & Database> {
  const { adapter, ...batches } = holdingBack(await d1.connect(), togetherOnD1(binding), holder)
  const { provider, adapterName } = adapter
  const client = make({ provider, adapterName, connect: async () => adapter })
  const own = { ...batches, ...rawOver(queriesOnD1(binding)) }
  return new Proxy(client, {
    get: (target, name) => Reflect.get(own, name) ?? Reflect.get(target, name),
  }) as Made & Database
}
