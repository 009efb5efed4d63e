// A D1 database reached from Node over Cloudflare's API: for commands, far too slow for a talk.

import { PrismaD1 } from '@prisma/adapter-d1'
import { PrismaClient } from '../generated/node/client.ts'
import { withTextInstants } from './text-instants.ts'

/** Ids as Cloudflare shows them, and a token that may edit D1. */
export type Remote = { account: string; database: string; token: string }

export function openRemote({ account, database, token }: Remote): PrismaClient {
  const adapter = new PrismaD1({
    CLOUDFLARE_ACCOUNT_ID: account,
    CLOUDFLARE_DATABASE_ID: database,
    CLOUDFLARE_D1_TOKEN: token,
  })
  return withTextInstants(new PrismaClient({ adapter }))
}
