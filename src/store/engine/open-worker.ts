// The database that Cloudflare runs: a D1 binding, migrated by wrangler before the Worker is deployed.

import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaD1 } from '@prisma/adapter-d1'
import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { PrismaClient } from '../../generated/worker/client.ts'
import { openOnD1 } from './open-d1.ts'
import type { D1 } from './statements-d1.ts'

/** The binding named in wrangler.toml. Only the adapter looks inside. */
export type D1Binding = ConstructorParameters<typeof PrismaD1>[0]

/** How a client is made over an adapter; tests bring one that they have. */
export const newClient = (adapter: SqlDriverAdapterFactory) => new PrismaClient({ adapter })

export const openDatabase = (binding: D1Binding, clientOver = newClient) =>
  openOnD1(new PrismaD1(binding), binding as unknown as D1, new AsyncLocalStorage(), clientOver)
