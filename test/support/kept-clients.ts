// Clients that wait for the next house of a test; each house has one for itself.

import { setImmediate as turn } from 'node:timers/promises'
import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { PrismaClient } from '../../src/generated/node/client.ts'
import { type Kept, keptClient } from './kept-client.ts'

const idle: Kept<PrismaClient>[] = []

/** One that asks no other database just now. Once its house has ended it is as a new one, which finds nothing open. */
export function keptClientOver(factory: SqlDriverAdapterFactory): PrismaClient {
  const kept = idle.pop() ?? keptClient(factory, newClient)
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
      late ??= newClient(factory)
      return Reflect.get(late, name)
    },
  })
}

const newClient = (adapter: SqlDriverAdapterFactory) => new PrismaClient({ adapter })
