// The cities that are carried on Cloudflare: `cities/<id>.toml` says of each what wrangler.toml does not, its secrets
// stand in `cities/<id>.env`, which git leaves out.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { experimental_readRawConfig } from 'wrangler'
import { readProfile } from '../../src/domain/profile/profile.ts'

type Database = { binding: string; database_name: string; database_id: string }
/** What is read of wrangler's configuration; all of it goes on. */
type Raw = {
  name?: string
  main?: string
  alias?: Record<string, string>
  assets?: { directory?: string }
  vars?: Record<string, string>
  d1_databases?: (Partial<Database> & { migrations_dir?: string })[]
  secrets?: { required?: string[] }
}

export type CloudCity = {
  id: string
  config: Raw
  /** As they are deployed: without what only Telegram needs where its door is shut. */
  secrets: Readonly<Record<string, string>>
}

const TEMPLATE = 'wrangler.toml'
const NOT_MADE = /^[0-]*$/
const OF_TELEGRAM = ['BOT_TOKEN', 'WEBHOOK_SECRET']

const rawOf = (file: string) => experimental_readRawConfig({ config: file }).rawConfig as Raw

/** The cities there are, by id. Throws where a file is no TOML. */
export function readCities(home: string): CloudCity[] {
  if (!existsSync(home)) return []
  const names = readdirSync(home).filter((name) => name.endsWith('.toml'))
  return names.sort().map((name) => {
    const id = name.slice(0, -'.toml'.length)
    const secretsFile = resolve(home, `${id}.env`)
    const secrets = existsSync(secretsFile) ? parseEnv(readFileSync(secretsFile, 'utf8')) : {}
    const config = merged(rawOf(resolve(home, name)))
    return { id, config, secrets: told(secrets, isWebOnly(config)) }
  })
}

const isWebOnly = ({ vars }: Raw) => vars?.['DOORS'] === 'web'

// With an empty value a secret would be deployed as one, and those of a door that is shut are refused at the start.
const told = (secrets: NodeJS.Dict<string>, webOnly: boolean): Record<string, string> =>
  Object.fromEntries(
    Object.entries(secrets).flatMap(([name, value]) =>
      value && !(webOnly && OF_TELEGRAM.includes(name)) ? [[name, value]] : [],
    ),
  )

/** What wrangler.toml says for every city, and what a city says in its place; paths hold from anywhere. */
function merged(own: Raw): Raw {
  const base = rawOf(TEMPLATE)
  const vars = { ...base.vars, ...own.vars }
  const database = { ...base.d1_databases?.[0], ...own.d1_databases?.[0] }
  const needed = isWebOnly({ vars }) ? ['DATA_KEY'] : (base.secrets?.required ?? [])
  return {
    ...base,
    ...own,
    vars,
    main: resolve(base.main ?? ''),
    alias: Object.fromEntries(
      Object.entries(base.alias ?? {}).map(([name, path]) => [name, resolve(path)]),
    ),
    assets: { ...base.assets, directory: resolve(base.assets?.directory ?? '') },
    d1_databases: [{ ...database, migrations_dir: resolve(database.migrations_dir ?? '') }],
    secrets: own.secrets ?? { required: needed },
  }
}

export const databaseOf = ({ config }: CloudCity) => config.d1_databases?.[0]?.database_id ?? ''
export const varOf = ({ config }: CloudCity, name: string) => config.vars?.[name] ?? ''

/** What keeps a city from being deployed, one line each; no line repeats a secret. */
export function faultsOf(city: CloudCity, all: readonly CloudCity[]): string[] {
  const faults: string[] = []
  if (NOT_MADE.test(databaseOf(city))) faults.push('database_id: no database has been made')
  if (!varOf(city, 'PUBLIC_URL').startsWith('https://')) faults.push('PUBLIC_URL: no https address')
  for (const name of city.config.secrets?.required ?? []) {
    if (!city.secrets[name]) faults.push(`${name}: missing in ${city.id}.env`)
  }
  const profile = profileOf(city)
  if ('fault' in profile) faults.push(`PROFILE: ${profile.fault}`)
  const others = all.filter((one) => one.id !== city.id)
  const shared = (what: string, of: (one: CloudCity) => string | undefined) => {
    const other = others.find((one) => of(city) && of(one) === of(city))
    if (other) faults.push(`${what}: ${other.id} has the same; each city has its own`)
  }
  shared('name', ({ config }) => config.name)
  shared('database_id', (one) => (NOT_MADE.test(databaseOf(one)) ? undefined : databaseOf(one)))
  shared('PUBLIC_URL', (one) => varOf(one, 'PUBLIC_URL'))
  for (const name of ['BOT_TOKEN', 'WEBHOOK_SECRET', 'DATA_KEY']) {
    shared(name, ({ secrets }) => secrets[name])
  }
  return faults
}

/** The profile a city begins with, as Lotse keeps it. */
export function profileOf(city: CloudCity): { profile: object } | { fault: string } {
  const name = varOf(city, 'PROFILE')
  const file = resolve('prisma/seed', `${name}.json`)
  if (!/^[\w-]+$/.test(name) || !existsSync(file)) {
    return { fault: `there is no prisma/seed/${name}.json: npm run lotse -- profile new` }
  }
  const read = readProfile(JSON.parse(readFileSync(file, 'utf8')))
  return 'faults' in read ? { fault: read.faults.join('; ') } : { profile: read.profile }
}
