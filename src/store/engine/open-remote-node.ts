// A D1 database reached from Node over Cloudflare's API: for commands, far too slow for a talk.

import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaD1 } from '@prisma/adapter-d1'
import { PrismaClient } from '../../generated/node/client.ts'
import { openOnD1 } from './open-d1.ts'
import { remoteD1 } from './remote-d1-node.ts'

/** Ids as Cloudflare shows them, and a token that may edit D1. */
export type Remote = { account: string; database: string; token: string }

export function openRemote(remote: Remote) {
  const d1 = new PrismaD1({
    CLOUDFLARE_ACCOUNT_ID: remote.account,
    CLOUDFLARE_DATABASE_ID: remote.database,
    CLOUDFLARE_D1_TOKEN: remote.token,
  })
  return openOnD1(
    d1,
    remoteD1(remote),
    new AsyncLocalStorage(),
    (adapter) => new PrismaClient({ adapter }),
  )
}
