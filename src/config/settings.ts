// Settings: read once from the environment, every missing or bad one named at once.

import type { TrustedProxies } from '../domain/people/proxies.ts'
import { type Doors, doorsOf } from './doors.ts'
import { empty, fields, type Setting, type Settings } from './fields.ts'
import { type OutgoingProxy, proxyOf } from './proxy.ts'
import { faultsTogether } from './together.ts'

export type { Setting } from './fields.ts'

/** The city's identity provider, which staff may sign in through. */
type Provider = {
  issuer: string
  clientId: string
  clientSecret: string
  /** What staff call it. */
  name: string
  /** The authentication context class that a sign-in must have, which says how it was proved. */
  acr: string | undefined
  /** Whether an address of which it does not say that it is verified is believed to be. */
  trustsAddresses: boolean
}

export type Config = {
  /** demo: neither a token nor DOORS, Telegram is simulated. live: as `doors` say. */
  mode: 'demo' | 'live'
  doors: Doors
  /** With it Telegram delivers to a public address where there is one, else it is polled. */
  botToken: string | undefined
  publicUrl: string | undefined
  webhookSecret: string | undefined
  telegramApiRoot: string
  port: number
  host: string
  /** Who is believed about where a request comes from. */
  trustedProxies: TrustedProxies
  /** Through which everything leaves that goes out by https, on Node. */
  proxy: OutgoingProxy | undefined
  /** Where metrics are read, on Node; who reads them has the token, where there is one. */
  metrics: { port: number; host: string; token: string | undefined } | undefined
  databaseFile: string
  /** A D1 database over Cloudflare's API instead of the file; for commands. */
  remote: { account: string; database: string; token: string } | undefined
  dataKey: string | undefined
  /** Webhooks may lead into our own network, and over http. */
  privateWebhooks: boolean
  /** Mail by SMTP, on Node only; with a key by HTTP. */
  mail: { url: string; from: string; key?: string } | undefined
  staffProvider: Provider | undefined
  /** Who is told of holes: a mail address, or a page. */
  securityContact: string | undefined
  /** Nobody real comes: it goes live without the facts that people have to be told, and says so everywhere. */
  trial: boolean
  profile: string
  logLevel: 'debug' | 'info' | 'warn' | 'error'
}

/**
 * Reads the settings. Never repeats a value in a fault, since values can be secrets.
 * @param needed settings that have no stand-in where this runs
 * @returns the settings, or one line for each setting that is missing or bad, all at once
 */
export function readConfig(
  env: Record<string, unknown>,
  needed: readonly Setting[] = [],
): { config: Config } | { faults: string[] } {
  const missing = needed.filter((name) => empty(env[name]) === undefined)
  const faults = missing.map((name) => `${name}: missing`)
  const bad = new Set<Setting>(missing)
  const read: Record<string, unknown> = {}
  for (const name of Object.keys(fields.shape) as Setting[]) {
    if (bad.has(name)) continue
    const one = fields.shape[name].safeParse(env[name])
    if (one.success) {
      read[name] = one.data
    } else {
      bad.add(name)
      faults.push(`${name}: ${one.error.issues[0]?.message}`)
    }
  }
  const together = faultsTogether(read as Partial<Settings>, bad)
  faults.push(...together.map(({ setting, message }) => `${setting}: ${message}`))
  if (faults.length > 0) return { faults }
  const settings = read as Settings
  const isLive = Boolean(settings.BOT_TOKEN || settings.DOORS)
  return {
    config: {
      mode: isLive ? 'live' : 'demo',
      doors: doorsOf(settings),
      botToken: settings.BOT_TOKEN,
      publicUrl: settings.PUBLIC_URL,
      webhookSecret: settings.WEBHOOK_SECRET,
      telegramApiRoot: settings.TELEGRAM_API_ROOT,
      port: settings.PORT,
      trustedProxies: settings.TRUSTED_PROXIES,
      proxy: proxyOf(settings),
      // The demo lets anybody in, so it is not open to the network unless it is told to be.
      host: settings.HOST ?? (isLive ? '0.0.0.0' : '127.0.0.1'),
      metrics: metricsOf(settings),
      databaseFile: settings.DATABASE_URL.replace(/^file:/, ''),
      remote: remoteOf(settings.DATABASE_URL, settings.CLOUDFLARE_API_TOKEN),
      dataKey: settings.DATA_KEY,
      privateWebhooks: settings.WEBHOOKS_PRIVATE === 'yes',
      mail: mailOf(settings),
      staffProvider: providerOf(settings),
      securityContact: settings.SECURITY_CONTACT,
      trial: isLive && settings.TRIAL === 'yes',
      profile: settings.PROFILE,
      logLevel: settings.LOG_LEVEL,
    },
  }
}

function mailOf({ SMTP_URL, MAIL_URL, MAIL_KEY, MAIL_FROM }: Settings): Config['mail'] {
  if (!MAIL_FROM) return undefined
  if (MAIL_URL && MAIL_KEY) return { url: MAIL_URL, from: MAIL_FROM, key: MAIL_KEY }
  return SMTP_URL ? { url: SMTP_URL, from: MAIL_FROM } : undefined
}

function metricsOf(given: Settings): Config['metrics'] {
  const { METRICS_PORT: port, METRICS_HOST: host, METRICS_TOKEN: token } = given
  return port === undefined ? undefined : { port, host, token }
}

function providerOf(settings: Settings): Config['staffProvider'] {
  const issuer = settings.STAFF_OIDC_ISSUER
  const clientId = settings.STAFF_OIDC_CLIENT_ID
  const clientSecret = settings.STAFF_OIDC_CLIENT_SECRET
  if (!issuer || !clientId || !clientSecret) return undefined
  const name = settings.STAFF_OIDC_NAME ?? new URL(issuer).hostname
  const trustsAddresses = settings.STAFF_OIDC_TRUSTS_EMAIL === 'yes'
  return { issuer, clientId, clientSecret, name, acr: settings.STAFF_OIDC_ACR, trustsAddresses }
}

function remoteOf(url: string, token: string | undefined): Config['remote'] {
  const [, account, database] = /^d1:(\w+)\/(.+)$/.exec(url) ?? []
  return account && database && token ? { account, database, token } : undefined
}
