// The database that Cloudflare runs: a D1 binding, migrated by wrangler before the Worker is deployed.

import { PrismaD1 } from '@prisma/adapter-d1'
import { PrismaClient } from '../generated/worker/client.ts'
import { withTextInstants } from './text-instants.ts'

/** The binding named in wrangler.toml. Only the adapter looks inside. */
export type D1Binding = ConstructorParameters<typeof PrismaD1>[0]

export function openDatabase(binding: D1Binding): PrismaClient {
  return withTextInstants(new PrismaClient({ adapter: new PrismaD1(binding) }))
}
