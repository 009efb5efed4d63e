// The demo's town of today, made once for all who only look at it: to make one takes longer than most tests.

import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readConfig } from '../../src/config/settings.ts'
import { makeTown } from '../../src/runtime/node/demo.ts'

const place = () => join(tmpdir(), 'lotse-town')
const isThere = () => existsSync(join(place(), 'lotse.db'))

/** Lays its database and its key into a folder, once it is made. */
export async function layTown(folder: string): Promise<void> {
  const isOurs = !isThere() && mkdirSync(place(), { recursive: true }) !== undefined
  if (isOurs) await make()
  while (!isThere()) await sleep(50)
  cpSync(place(), folder, { recursive: true })
}

async function make(): Promise<void> {
  const read = readConfig({ DATABASE_URL: `file:${join(place(), 'lotse.db')}` })
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  const put = await makeTown(read.config, Date.now())
  put()
}
