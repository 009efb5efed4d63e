// Deps on Node: the database opened, migrated and seeded, the key checked.

import { randomInt, randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Config } from '../../config/settings.ts'
import type { Clock, Deps } from '../../deps.ts'
import { readProfile } from '../../domain/profile/profile.ts'
import type { Mailer } from '../../flows/outbox/mailer.ts'
import { version } from '../../generated/version.ts'
import { createI18n } from '../../i18n/index.ts'
import { createLog } from '../../log.ts'
import { openDatabase } from '../../store/engine/open-node.ts'
import type { NotReady } from '../../store/engine/readiness.ts'
import { createSeal, type Seal } from '../../store/engine/seal.ts'
import { createStore } from '../../store/store.ts'
import { createHttpMailer } from '../http-mail.ts'
import { isRestoreCutOff } from './backup.ts'
import { erasedListOf } from './erased.ts'
import { heldBeside, isSealed, keyBeside } from './key-file.ts'
import type { Metrics } from './metrics.ts'
import { unusableSentence } from './unusable.ts'
import { createWebhookCaller } from './webhook-caller.ts'

/** Why Lotse cannot start, in one line an operator can act on. */
export class CannotStart extends Error {}

/**
 * Opens everything the flows need, watched by `metrics` where there are any; see `openDatabase` for `isHasty`.
 * Throws {@link CannotStart}.
 */
export async function openDeps(
  config: Config,
  clock: Clock,
  metrics?: Metrics,
  how: { isHasty?: boolean } = {},
): Promise<Deps> {
  const print = (line: string) => process.stdout.write(`${line}\n`)
  const city = config.profile
  const written = createLog(config.logLevel, clock.now, print, { city })
  const log = metrics?.counting(written, city) ?? written
  if (!config.remote && isRestoreCutOff(config.databaseFile)) {
    throw new CannotStart(
      `DATABASE_URL: ${config.databaseFile}: a restore was cut off before it was there: restore again`,
    )
  }
  const data = profileData(config.profile)
  // Before a key and a file are made that nothing could use.
  if (!config.remote && !existsSync(config.databaseFile)) profileIn(config.profile, data)
  const seal = await openSeal(config, log)
  const db = await open(config, seal, clock, how).catch((fault: unknown) => {
    const why = fault instanceof Error ? fault.message : 'unknown'
    const { databaseFile } = config
    throw new CannotStart(
      unusableSentence(databaseFile, fault) ??
        `DATABASE_URL: ${databaseFile} cannot be used: ${why}`,
    )
  })
  const store = createStore(db, seal)
  const fault = await store.meta.notReady()
  // Half of an imported city is for `import` to finish; a start and /readyz refuse it.
  if (fault && fault.why !== 'unfinished') throw new CannotStart(notReadySentence(fault))
  if (!(await store.meta.knowsKey())) {
    throw new CannotStart('DATA_KEY: this database was sealed with another key')
  }
  const other = await store.cities.other(config.profile)
  if (other)
    throw new CannotStart(`DATABASE_URL: this database is ${other}’s; each city has its own`)
  // Only what a city begins with is looked through: from then on the database's counts.
  if ((await store.cities.version(config.profile)) === 0) {
    await store.cities.seed(config.profile, profileIn(config.profile, data), clock.now())
  }
  const i18n = createI18n({
    onMissing: ({ language, key }) => log.error('missing text', { language, key }),
  })
  const callWebhook = createWebhookCaller(config.privateWebhooks, config.proxy)
  const mail = config.mail ? { mail: await mailerOf(config.mail) } : {}
  return {
    config,
    version,
    store,
    clock,
    i18n,
    log,
    random: randomInt,
    newId: randomUUID,
    callWebhook,
    encoder,
    ...(metrics ? { watch: metrics.watchOf(city) } : {}),
    ...mail,
  }
}

async function mailerOf({ url, from, key }: NonNullable<Config['mail']>): Promise<Mailer> {
  if (key !== undefined) return createHttpMailer(url, key, from)
  // Read only where mail leaves by SMTP: a tenth of what a start costs.
  const { createMailer } = await import('./mail.ts')
  return createMailer(url, from)
}

/** The MP3 encoder that the studio's script loads. */
export function encoder(): Uint8Array<ArrayBuffer> {
  return readFileSync(createRequire(import.meta.url).resolve('wasm-media-encoders/wasm/mp3'))
}

const NOT_READY: Record<NotReady['why'], string> = {
  'not-migrated': 'has not been migrated (D1: npx wrangler d1 migrations apply)',
  unreleased:
    'is of a state before the first release, which no migration leads on from: begin anew',
  newer: 'has been migrated by a newer version of Lotse: start that one',
  unfinished: 'holds half of an imported city: run the import again',
  lacks: 'lacks what this version needs',
  differs: 'is not what this version’s migrations make',
  disk: 'cannot be written: its disk is full or failing',
  damaged: 'is damaged: stop, keep it aside, restore the last backup',
}

/** What is wrong with a database, in one line. */
export function notReadySentence({ why, names }: NotReady): string {
  const list = names.length > 0 ? `: ${names.join(', ')}` : ''
  return `DATABASE_URL: this database ${NOT_READY[why]}${list}`
}

async function open(
  { remote, databaseFile }: Config,
  seal: Seal,
  clock: Clock,
  how: { isHasty?: boolean },
) {
  if (remote) {
    // Read only where the database is reached over HTTP, by a command.
    const { openRemote } = await import('../../store/engine/open-remote-node.ts')
    return await openRemote(remote)
  }
  return await openDatabase(databaseFile, erasedListOf(databaseFile, seal, clock), how)
}

async function openSeal(config: Config, log: Deps['log']) {
  try {
    if (config.dataKey) return await createSeal(config.dataKey)
    if (heldBeside(config.databaseFile) === undefined && isSealed(config.databaseFile)) {
      throw new CannotStart(
        `DATA_KEY: missing or empty, and there is no lotse.key: ${config.databaseFile} is sealed with a key, which has to be given`,
      )
    }
    const { dataKey, file, made } = keyBeside(config.databaseFile)
    if (made && config.mode === 'live') log.warn('key made', { file, advice: 'keep a copy apart' })
    return await createSeal(dataKey)
  } catch (fault) {
    if (fault instanceof CannotStart) throw fault
    if (fault instanceof RangeError) throw new CannotStart(`DATA_KEY: ${fault.message}`)
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : 'unknown'
    const ofTheDatabase = code.startsWith('SQLITE_') && unusableSentence(config.databaseFile, fault)
    if (ofTheDatabase) throw new CannotStart(ofTheDatabase)
    throw new CannotStart(`DATA_KEY: no key file can be made beside the database (${code})`)
  }
}

function profileData(name: string): unknown {
  const file = fileURLToPath(new URL(`../../../prisma/seed/${name}.json`, import.meta.url))
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    throw new CannotStart(`PROFILE: there is no readable prisma/seed/${name}.json`)
  }
}

function profileIn(name: string, data: unknown): object {
  const read = readProfile(data)
  if ('faults' in read) throw new CannotStart(`PROFILE: ${name}.json: ${read.faults.join('; ')}`)
  return read.profile
}
