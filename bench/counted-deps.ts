// What the flows are given where it is counted how often the database is asked.

import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { duisburgProfile } from '../scripts/gallery/talk-facts.ts'
import { readConfig } from '../src/config/settings.ts'
import type { Deps } from '../src/deps.ts'
import { createI18n } from '../src/i18n/index.ts'
import { createLog } from '../src/log.ts'
import { openDatabase } from '../src/store/engine/open-node.ts'
import { createSeal } from '../src/store/engine/seal.ts'
import { createStore } from '../src/store/store.ts'
import { counted } from '../test/support/counted.ts'
import { TOKEN } from './taps/telegram.ts'

/** Duisburg in a database of its own, which is gone after `close`; `count` goes up with each statement. */
export async function openCounted() {
  const home = mkdtempSync(join(tmpdir(), 'lotse-statements-'))
  const db = await openDatabase(join(home, 'bench.db'))
  const count = { statements: 0 }
  const read = readConfig({ BOT_TOKEN: TOKEN })
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  const clock = { now: () => Date.now() }
  const deps: Deps = {
    config: read.config,
    store: createStore(counted(db, count), await createSeal(randomBytes(32).toString('base64'))),
    clock,
    i18n: createI18n(),
    log: createLog('error', clock.now, () => {}),
    version: '0.0.0',
    newId: randomUUID,
    random: randomInt,
  }
  await deps.store.cities.seed('duisburg', duisburgProfile(), clock.now())
  const close = async () => {
    await deps.store.close()
    rmSync(home, { recursive: true, force: true })
  }
  return { deps, count, close }
}
