// A client of Prisma's that outlives the database it asks. A new one reads the schema twice and works out anew how each
// question is asked, which took as long as all the rest of a house; what it keeps of that holds for any database.

import type { SqlDriverAdapter, SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'

export type Kept<Client> = {
  client: Client
  /** The database that it asks; between two houses none. */
  house: { adapter?: Promise<SqlDriverAdapter> | undefined }
}

/** What `make` makes over the adapter of whichever house there is. */
export function keptClient<Client>(
  factory: SqlDriverAdapterFactory,
  make: (factory: SqlDriverAdapterFactory) => Client,
): Kept<Client> {
  const { provider, adapterName } = factory
  const house: Kept<Client>['house'] = {}
  const here = async () => {
    if (!house.adapter) throw new Error('the database of this house is closed')
    return await house.adapter
  }
  const adapter: SqlDriverAdapter = {
    provider,
    adapterName,
    queryRaw: async (query) => await (await here()).queryRaw(query),
    executeRaw: async (query) => await (await here()).executeRaw(query),
    executeScript: async (script) => await (await here()).executeScript(script),
    startTransaction: async (level) => await (await here()).startTransaction(level),
    dispose: async () => {},
  }
  // How many values a statement may have is the engine's, which stays the same.
  const connect = async () => {
    const known = (await here()).getConnectionInfo?.()
    return { ...adapter, ...(known ? { getConnectionInfo: () => known } : {}) }
  }
  return { client: make({ provider, adapterName, connect }), house }
}
