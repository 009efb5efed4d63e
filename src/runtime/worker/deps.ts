// Deps in a Worker: settings and the database come as bindings; a city's deployment puts its profile in.

import { neededForTelegram } from '../../config/doors.ts'
import { type Config, readConfig, type Setting } from '../../config/settings.ts'
import type { Clock, Deps } from '../../deps.ts'
import type { Watch } from '../../flows/watch.ts'
import { version } from '../../generated/version.ts'
import { createI18n } from '../../i18n/index.ts'
import { createLog } from '../../log.ts'
import { type D1Binding, newClient, openDatabase } from '../../store/engine/open-worker.ts'
import type { NotReady } from '../../store/engine/readiness.ts'
import { createSeal } from '../../store/engine/seal.ts'
import { createStore } from '../../store/store.ts'
import { createHttpMailer } from '../http-mail.ts'
import { countingQueries, queries } from './queries.ts'
import { callWebhook } from './webhook-caller.ts'

/** What wrangler.toml binds, by name; settings and secrets are texts. */
export type Env = Record<string, unknown>

/** Why Lotse cannot answer: one line for each setting that is missing or bad, or about the database. */
export class CannotStart extends Error {
  readonly why: 'settings' | 'no-profile' | NotReady['why']
  constructor(message: string, why: CannotStart['why'] = 'settings') {
    super(message)
    this.why = why
  }
}

// What Node can do without, by polling, a demo or a key file, a Worker cannot.
const needed = ({ DOORS }: Env): Setting[] => [
  ...neededForTelegram(DOORS),
  ...(['PUBLIC_URL', 'DATA_KEY'] as const),
]

/** Opens everything the flows need. Throws {@link CannotStart}. */
export async function openDeps(env: Env, clock: Clock, clientOver = newClient): Promise<Deps> {
  const { config, binding } = readEnv(env)
  const log = createLog(config.logLevel, clock.now, (line) => console.log(line))
  const seal = await createSeal(config.dataKey ?? '').catch((fault: unknown) => {
    throw fault instanceof RangeError ? new CannotStart(`DATA_KEY: ${fault.message}`) : fault
  })
  const store = createStore(await openDatabase(countingQueries(binding), clientOver), seal)
  // Before anything is written that the import would find in its way.
  if (await store.copies.isHalf()) {
    throw new CannotStart('DB: holds half of an imported city: run the import again', 'unfinished')
  }
  if (!(await knowsKey(store))) {
    throw new CannotStart('DATA_KEY: this database was sealed with another key')
  }
  const other = await store.cities.other(config.profile)
  if (other) throw new CannotStart(`DB: this database is ${other}’s; each city has its own`)
  if ((await store.cities.version(config.profile)) === 0) {
    const advice = 'npm run city -- deploy puts it in'
    throw new CannotStart(
      `PROFILE: ${config.profile} is not in the database: ${advice}`,
      'no-profile',
    )
  }
  const i18n = createI18n({
    onMissing: ({ language, key }) => log.error('missing text', { language, key }),
  })
  const { mail: by } = config
  const mail = by?.key === undefined ? {} : { mail: createHttpMailer(by.url, by.key, by.from) }
  const newId = () => crypto.randomUUID()
  const watch: Watch = {
    took: (door, outcome, ms) => log.info('input', { door, outcome, ms }),
  }
  const made = { config, version, store, clock, i18n, log, random, newId }
  return { ...made, callWebhook, queries, watch, ...mail }
}

/** Asks first for what only a migrated database answers; whether it is whole, `/readyz` looks. */
async function knowsKey({ meta }: Deps['store']): Promise<boolean> {
  try {
    return await meta.knowsKey()
  } catch (fault) {
    const not = await meta.notReady()
    if (!not) throw fault
    throw new CannotStart(`DB: ${not.why}: ${not.names.join(', ')}`, not.why)
  }
}

function readEnv(env: Env): { config: Config; binding: D1Binding } {
  const read = readConfig(env, needed(env))
  const faults = 'faults' in read ? [...read.faults] : []
  if (env['SMTP_URL'])
    faults.push('SMTP_URL: a Worker sends mail by MAIL_URL and MAIL_KEY; SMTP needs Node')
  const binding = env['DB']
  if (!isD1(binding)) faults.push('DB: no D1 database is bound under this name in wrangler.toml')
  if ('faults' in read || !isD1(binding) || faults.length > 0)
    throw new CannotStart(faults.join('\n'))
  return { config: read.config, binding }
}

function isD1(binding: unknown): binding is D1Binding {
  return typeof binding === 'object' && binding !== null && 'prepare' in binding
}

/** A whole number below `below`, which is at most 2³²; drawn again where it would favour some. */
function random(below: number): number {
  const fair = 2 ** 32 - (2 ** 32 % below)
  for (;;) {
    const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1))
    if (drawn < fair) return drawn % below
  }
}
