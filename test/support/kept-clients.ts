// Clients of Prisma that outlive a house. A new one reads the schema twice and works out anew how each question is
// asked, which took as long as all the rest of a house; what it keeps of that holds for any database.

import { setImmediate as turn } from 'node:timers/promises'
import type { SqlDriverAdapter, SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { PrismaClient } from '../../src/generated/node/client.ts'

type Kept = {
  client: PrismaClient
  /** The database that it asks; between two houses none. */
  house: { adapter?: Promise<SqlDriverAdapter> | undefined }
}

const idle: Kept[] = []

/** One that asks no other database just now. Once its house has ended it is as a new one, which finds nothing open. */
export function keptClientOver(factory: SqlDriverAdapterFactory): PrismaClient {
  const kept = idle.pop() ?? make(factory)
  kept.house.adapter = factory.connect()
  let late: PrismaClient | undefined
  const end = async () => {
    kept.house.adapter = undefined
    // What was asked in the last moment fails, and asks nobody who comes after.
    await turn()
    idle.push(kept)
  }
  let ended: Promise<void> | undefined
  const disconnect = async () => {
    ended ??= end()
    await ended
  }
  return new Proxy(kept.client, {
    get(client, name) {
      if (name === '$disconnect') return disconnect
      if (!ended) return Reflect.get(client, name)
      late ??= new PrismaClient({ adapter: factory })
      return Reflect.get(late, name)
    },
  })
}

function make({ provider, adapterName }: SqlDriverAdapterFactory): Kept {
  const house: Kept['house'] = {}
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
  const connect = async () => adapter
  return { client: new PrismaClient({ adapter: { provider, adapterName, connect } }), house }
}
