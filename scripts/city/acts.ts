// What is done with a city on Cloudflare. wrangler is handed nothing of the shell that would be a setting of Lotse:
// where a secret stands in both, wrangler takes the shell's, which may be another city's.

import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fields } from '../../src/config/fields.ts'
import { type CloudCity, databaseOf, faultsOf, profileOf, varOf } from './configs.ts'

/** Runs wrangler, or a command of Lotse, with an environment; its exit code. */
export type Run = (words: readonly string[], env: NodeJS.ProcessEnv) => { code: number }
export type Say = (line: string) => void

// wrangler itself leaves through them.
const OURS_TOO = ['HTTPS_PROXY', 'NO_PROXY']

/** An environment without settings of Lotse, of one city or of several. */
export function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const names = Object.keys(fields.shape).filter((name) => !OURS_TOO.includes(name))
  const isSetting = (name: string) =>
    name === 'PROFILES' ||
    names.some((one) => name === one || name.startsWith(`${one}_`)) ||
    name.startsWith('CLOUDFLARE_INCLUDE_PROCESS_ENV')
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => name === 'CLOUDFLARE_API_TOKEN' || !isSetting(name)),
  )
}

/**
 * Makes the configuration of a city, with secrets of its own.
 * @returns the files, or why there are none
 */
export function makeCity(home: string, id: string): { files: string[] } | { fault: string } {
  if (!/^[a-z][a-z0-9-]{0,40}$/.test(id)) return { fault: 'expected letters, digits and -' }
  const [toml, env] = [join(home, `${id}.toml`), join(home, `${id}.env`)]
  const there = [toml, env].find((file) => existsSync(file))
  if (there) return { fault: `${there} is there already` }
  mkdirSync(home, { recursive: true })
  writeFileSync(
    toml,
    `# ${id}: what is this city's alone. Everything else stands in wrangler.toml; secrets in ${id}.env.

name = "lotse-${id}"
# account_id = ""

[[d1_databases]]
binding = "DB"
database_name = "lotse-${id}"
# As \`npx wrangler d1 create lotse-${id} --jurisdiction eu\` prints it.
database_id = ""

[vars]
PROFILE = "${id}"
# https://lotse-${id}.ACCOUNT.workers.dev, or an address of the city's own
PUBLIC_URL = ""
# "web" without Telegram; empty: both
DOORS = ""
`,
    { flag: 'wx' },
  )
  const secrets = [
    '# From BotFather; it and the next are not deployed where DOORS is "web".',
    'BOT_TOKEN=',
    `WEBHOOK_SECRET=${randomBytes(24).toString('hex')}`,
    '# Keep a copy apart: without it personal data are lost.',
    `DATA_KEY=${randomBytes(32).toString('base64')}`,
    '',
  ]
  writeFileSync(env, secrets.join('\n'), { mode: 0o600, flag: 'wx' })
  return { files: [toml, env] }
}

/** Migrates, seeds and deploys cities one after the other; the ids of those that did not come to their end. */
export function deployCities(
  wanted: readonly CloudCity[],
  all: readonly CloudCity[],
  { run, say, isDry = false }: { run: Run; say: Say; isDry?: boolean },
): string[] {
  return eachOf(wanted, all, say, (city, config, env) => {
    const steps: [what: string, words: string[]][] = [
      ['migrated', ['d1', 'migrations', 'apply', 'DB', '--remote', '--config', config]],
      [
        'seeded',
        ['d1', 'execute', 'DB', '--remote', '--yes', '--file', seedOf(city), '--config', config],
      ],
      ['deployed', ['deploy', '--config', config, '--secrets-file', secretsOf(city)]],
    ]
    const deploying = ['deploy', '--config', config, '--dry-run']
    const doing: typeof steps = isDry ? [['would be deployed', deploying]] : steps
    for (const [what, words] of doing) {
      if (run(words, env).code !== 0) return false
      say(`${city.id}: ${what}`)
    }
    return true
  })
}

/** Applies migrations alone. */
export function migrateCities(
  wanted: readonly CloudCity[],
  all: readonly CloudCity[],
  { run, say, isLocal = false }: { run: Run; say: Say; isLocal?: boolean },
): string[] {
  return eachOf(wanted, all, say, (city, config, env) => {
    const where = isLocal ? '--local' : '--remote'
    const words = ['d1', 'migrations', 'apply', 'DB', where, '--config', config]
    if (run(words, env).code !== 0) return false
    say(`${city.id}: migrated`)
    return true
  })
}

/** A city that cannot be done keeps none of the others from it. */
function eachOf(
  wanted: readonly CloudCity[],
  all: readonly CloudCity[],
  say: Say,
  act: (city: CloudCity, config: string, env: NodeJS.ProcessEnv) => boolean,
): string[] {
  const undone: string[] = []
  for (const city of wanted) {
    const faults = faultsOf(city, all)
    for (const fault of faults) say(`${city.id}: ${fault}`)
    const isDone = faults.length === 0 && act(city, configOf(city), withoutSettings(process.env))
    if (!isDone) undone.push(city.id)
  }
  return undone
}

/** A file made for wrangler, which nobody else may read. */
export const made = (city: CloudCity, ending: string, text: string): string => {
  const folder = resolve('.wrangler/cities')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${city.id}.${ending}`)
  writeFileSync(file, text, { mode: 0o600 })
  return file
}

// As JSON: in a .env the values of the shell would win over those of the file.
const secretsOf = (city: CloudCity) => made(city, 'secrets.json', JSON.stringify(city.secrets))

/** The whole configuration of a city, as wrangler reads it. */
const configOf = (city: CloudCity): string =>
  made(city, 'json', JSON.stringify(city.config, null, 2))

/** A statement that puts the profile in. What staff have edited stays; a database that is another city's refuses it. */
export function seedOf(city: CloudCity): string {
  const read = profileOf(city)
  if ('fault' in read) throw new Error(read.fault)
  const text = (value: string) => `'${value.replaceAll("'", "''")}'`
  const values = [varOf(city, 'PROFILE'), JSON.stringify(read.profile), new Date().toISOString()]
  const sql = `INSERT INTO "City" ("id", "profile", "updatedAt") VALUES (${values.map(text).join(', ')})
ON CONFLICT ("id") DO NOTHING;\n`
  return made(city, 'sql', sql)
}

/** What a command of Lotse is given to work on a city's D1; `null` where the account is not known. */
export function settingsOf(city: CloudCity, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv | null {
  const account =
    (city.config as { account_id?: string }).account_id ?? env['CLOUDFLARE_ACCOUNT_ID']
  if (!account || !env['CLOUDFLARE_API_TOKEN']) return null
  const database = { DATABASE_URL: `d1:${account}/${databaseOf(city)}` }
  return { ...withoutSettings(env), ...city.config.vars, ...city.secrets, ...database }
}
