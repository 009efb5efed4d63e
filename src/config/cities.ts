// Several cities in one process: each its own bot, profile, database, key and port.

import { type Config, readConfig, type Setting } from './settings.ts'

type Env = Record<string, unknown>

// What one city never lends another.
const OWN: readonly Setting[] = [
  'BOT_TOKEN',
  'PUBLIC_URL',
  'WEBHOOK_SECRET',
  'DATABASE_URL',
  'DATA_KEY',
  'PORT',
  'STAFF_OIDC_ISSUER',
  'STAFF_OIDC_CLIENT_ID',
  'STAFF_OIDC_CLIENT_SECRET',
  'STAFF_OIDC_NAME',
  'STAFF_OIDC_ACR',
  'STAFF_OIDC_TRUSTS_EMAIL',
]
const COMMON: readonly Setting[] = [
  'DOORS',
  'HOST',
  'TRUSTED_PROXIES',
  'TELEGRAM_API_ROOT',
  'LOG_LEVEL',
  'SMTP_URL',
  'MAIL_URL',
  'MAIL_KEY',
  'MAIL_FROM',
  'WEBHOOKS_PRIVATE',
  'SECURITY_CONTACT',
  'TRIAL',
]
// Of the process, whichever city is meant.
const OF_ALL: readonly Setting[] = [
  'HTTPS_PROXY',
  'NO_PROXY',
  'METRICS_PORT',
  'METRICS_HOST',
  'METRICS_TOKEN',
]

/** The end of a city's own settings: `kreis-unna` → `_KREIS_UNNA`. */
const endOf = (city: string): string => `_${city.toUpperCase().replaceAll('-', '_')}`

/**
 * Reads the settings of every city that runs in this process. Without PROFILES it is one. With
 * `PROFILES=duisburg,duesseldorf` each has settings of its own, named after it: BOT_TOKEN_DUISBURG;
 * databases lie under `data/<city>/`, ports count up from PORT.
 * @returns one configuration a city, or one line for each setting that is missing or bad
 */
export function readCities(env: Env): { cities: Config[] } | { faults: string[] } {
  const names = String(env['PROFILES'] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  if (names.length === 0) {
    const read = readConfig(env)
    return 'config' in read ? { cities: [read.config] } : read
  }
  const cities: Config[] = []
  const faults = sharedFaults(env, names)
  for (const [index, name] of names.entries()) {
    const read = readConfig(settingsOf(env, name, index))
    if ('config' in read) cities.push(read.config)
    else faults.push(...read.faults.map((fault) => named(fault, name)))
  }
  faults.push(...clashes(cities))
  return faults.length > 0 ? { faults } : { cities }
}

/** One city's settings, for a command that works on one; PROFILE says which where there are several. */
export function readCity(env: Env): { config: Config } | { faults: string[] } {
  const read = readCities(env)
  if ('faults' in read) return read
  const [first, ...more] = read.cities
  const wanted =
    more.length === 0 ? first : read.cities.find((one) => one.profile === env['PROFILE'])
  if (wanted) return { config: wanted }
  return {
    faults: [`PROFILE: expected one of ${read.cities.map((one) => one.profile).join(', ')}`],
  }
}

function settingsOf(env: Env, name: string, index: number): Env {
  const end = endOf(name)
  const settings: Env = {
    PROFILE: name,
    PORT: Number(env['PORT'] || 3000) + index,
    DATABASE_URL: `file:./data/${name}/lotse.db`,
  }
  for (const setting of COMMON) settings[setting] = env[setting + end] ?? env[setting]
  for (const setting of OWN) settings[setting] = env[setting + end] ?? settings[setting]
  for (const setting of OF_ALL) settings[setting] = env[setting]
  return settings
}

/** Settings that would serve two cities, where nobody can tell which one was meant; or one that can't be one city's. */
function sharedFaults(env: Env, names: readonly string[]): string[] {
  const end = endOf(names[0] ?? '')
  const shared = OWN.filter((setting) => setting !== 'PORT' && env[setting]).map(
    (setting) => `${setting}: with PROFILES each city has its own, such as ${setting}${end}`,
  )
  const apart = names.flatMap((name) =>
    OF_ALL.filter((setting) => env[setting + endOf(name)]).map(
      (setting) => `${setting}${endOf(name)}: is the same for all cities here: ${setting}`,
    ),
  )
  return [...shared, ...apart]
}

const named = (fault: string, city: string): string =>
  fault.replace(/^[A-Z_]+(?=:)/, (setting) =>
    setting === 'PROFILE' ? 'PROFILES' : `${setting}${endOf(city)}`,
  )

function clashes(cities: readonly Config[]): string[] {
  const twice = (setting: string, of: (city: Config) => unknown) =>
    cities.flatMap((city, index) => {
      const value = of(city)
      const before = cities.slice(0, index).find((other) => value && of(other) === value)
      if (!before) return []
      return [
        `${setting}${endOf(city.profile)}: ${before.profile} has the same; each needs its own`,
      ]
    })
  return [
    ...twice('PROFILES', ({ profile }) => profile).map((fault) =>
      fault.replace(/^\w+/, 'PROFILES'),
    ),
    ...twice('BOT_TOKEN', ({ botToken }) => botToken),
    ...twice('DATABASE_URL', ({ databaseFile }) => databaseFile),
    ...twice('PORT', ({ port }) => port),
  ]
}
