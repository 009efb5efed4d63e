// A D1 database reached from Node over Cloudflare's API: for commands, far too slow for a talk.

import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaD1 } from '@prisma/adapter-d1'
import { PrismaClient } from '../../generated/node/client.ts'
import { openOnD1 } from './open-d1.ts'
import { overCloudflare, type Remote, remoteD1 } from './remote-d1-node.ts'

export function openRemote(remote: Remote) {
  const d1 = new PrismaD1({
    CLOUDFLARE_ACCOUNT_ID: remote.account,
    CLOUDFLARE_DATABASE_ID: remote.database,
    CLOUDFLARE_D1_TOKEN: remote.token,
  })
  const connect = async () => overCloudflare(await d1.connect(), remote)
  return openOnD1(
    { connect },
    remoteD1(remote),
    new AsyncLocalStorage(),
    (adapter) => new PrismaClient({ adapter }),
  )
}
