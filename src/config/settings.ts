// Settings: read once from the environment, every missing or bad one named at once.

import * as z from 'zod'
import { readTrustedProxies, type TrustedProxies } from '../domain/people/proxies.ts'
import { type Doors, doorFaults, doorsOf, doorsSchema } from './doors.ts'

const empty = (value: unknown) => (value === '' ? undefined : value)
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(empty, schema.optional())
const withDefault = <T extends z.ZodType>(schema: T, value: string) =>
  z.preprocess((given) => empty(given) ?? value, schema)

const httpUrl = z
  .url({ protocol: /^https?$/, error: 'expected an address beginning with https://' })
  .transform((url) => url.replace(/\/+$/, ''))

// The provider is asked who somebody is; over plain http anybody on the way could answer.
const issuerUrl = httpUrl.refine(
  (url) => /^(https:|http:\/\/(localhost|127\.0\.0\.1)(:|\/|$))/.test(url),
  'expected an address beginning with https://',
)

const trustedProxies = z.string().transform((text, context): TrustedProxies => {
  const read = readTrustedProxies(text)
  if (read) return read
  const message =
    'expected none, loopback, private, or addresses and networks, such as 10.1.2.3,fd00::/64'
  context.addIssue({ code: 'custom', message })
  return z.NEVER
})

const schema = z
  .object({
    DOORS: optional(doorsSchema),
    BOT_TOKEN: optional(
      z.string().regex(/^\d+:[\w-]+$/, 'expected the token that BotFather gives'),
    ),
    PUBLIC_URL: optional(httpUrl),
    WEBHOOK_SECRET: optional(
      z
        .string()
        .regex(/^[\w-]{16,256}$/, 'expected 16 to 256 letters, digits, hyphens or underscores'),
    ),
    TELEGRAM_API_ROOT: withDefault(httpUrl, 'https://api.telegram.org'),
    PORT: withDefault(z.coerce.number().int().min(0).max(65535), '3000'),
    HOST: optional(z.string()),
    TRUSTED_PROXIES: withDefault(trustedProxies, 'loopback'),
    DATABASE_URL: withDefault(
      z
        .string()
        .regex(
          /^(file:.+|d1:[0-9a-f]{32}\/[0-9a-f-]{36})$/,
          'expected a file, such as file:./data/lotse.db, or d1:ACCOUNT/DATABASE',
        ),
      'file:./data/lotse.db',
    ),
    CLOUDFLARE_API_TOKEN: optional(z.string()),
    DATA_KEY: optional(z.string()),
    STAFF_OIDC_ISSUER: optional(issuerUrl),
    STAFF_OIDC_CLIENT_ID: optional(z.string()),
    STAFF_OIDC_CLIENT_SECRET: optional(z.string()),
    STAFF_OIDC_NAME: optional(z.string().max(40)),
    STAFF_OIDC_ACR: optional(z.string()),
    SMTP_URL: optional(
      z.url({
        protocol: /^smtps?$/,
        error: 'expected a mail server, such as smtps://user:password@host:465',
      }),
    ),
    WEBHOOKS_PRIVATE: withDefault(z.enum(['yes', 'no']), 'no'),
    MAIL_FROM: optional(z.email('expected the address that mails come from')),
    PROFILE: withDefault(z.string().regex(/^[a-z][a-z0-9-]*$/), 'duisburg'),
    LOG_LEVEL: withDefault(z.enum(['debug', 'info', 'warn', 'error']), 'info'),
  })
  .superRefine((settings, context) => {
    for (const { setting, message } of doorFaults(settings)) {
      context.addIssue({ code: 'custom', path: [setting], message })
    }
    if (settings.SMTP_URL && !settings.MAIL_FROM) {
      const message = 'missing: with SMTP_URL, mails need a sender'
      context.addIssue({ code: 'custom', path: ['MAIL_FROM'], message })
    }
    if (settings.DATABASE_URL.startsWith('d1:')) {
      for (const name of ['CLOUDFLARE_API_TOKEN', 'DATA_KEY'] as const) {
        if (settings[name]) continue
        const message = 'missing: a D1 database cannot be used without it'
        context.addIssue({ code: 'custom', path: [name], message })
      }
    }
    const oidc = ['STAFF_OIDC_ISSUER', 'STAFF_OIDC_CLIENT_ID', 'STAFF_OIDC_CLIENT_SECRET'] as const
    if (oidc.some((name) => settings[name])) {
      for (const name of oidc.filter((one) => !settings[one])) {
        const message = 'missing: the three belong together'
        context.addIssue({ code: 'custom', path: [name], message })
      }
    }
    if (settings.BOT_TOKEN && settings.PUBLIC_URL && !settings.WEBHOOK_SECRET) {
      context.addIssue({
        code: 'custom',
        path: ['WEBHOOK_SECRET'],
        message: 'missing: with PUBLIC_URL, Telegram must prove itself by a secret',
      })
    }
  })

/** The city's identity provider, which staff may sign in through. */
type Provider = {
  issuer: string
  clientId: string
  clientSecret: string
  /** What staff call it. */
  name: string
  /** The authentication context class that a sign-in must have, which says how it was proved. */
  acr: string | undefined
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
  databaseFile: string
  /** A D1 database over Cloudflare's API instead of the file; for commands. */
  remote: { account: string; database: string; token: string } | undefined
  dataKey: string | undefined
  /** Webhooks may lead into our own network, and over http. */
  privateWebhooks: boolean
  /** Mail by SMTP, on Node only. */
  mail: { url: string; from: string } | undefined
  staffProvider: Provider | undefined
  profile: string
  logLevel: 'debug' | 'info' | 'warn' | 'error'
}

export type Setting = keyof z.input<typeof schema>

/**
 * Reads the settings. Never repeats a value in a fault, since values can be secrets.
 * @param needed settings that have no stand-in where this runs
 * @returns the settings, or one line for each setting that is missing or bad
 */
export function readConfig(
  env: Record<string, unknown>,
  needed: readonly Setting[] = [],
): { config: Config } | { faults: string[] } {
  const missing = needed.filter((name) => empty(env[name]) === undefined)
  const read = schema.safeParse(env)
  if (!read.success || missing.length > 0) {
    const bad = read.success ? [] : read.error.issues
    return {
      faults: [
        ...missing.map((name) => `${name}: missing`),
        ...bad
          .map(({ path: [setting], message }) => ({ setting: String(setting), message }))
          .filter(({ setting }) => !missing.some((name) => name === setting))
          .map(({ setting, message }) => `${setting}: ${message}`),
      ],
    }
  }
  const settings = read.data
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
      // The demo lets anybody in, so it is not open to the network unless it is told to be.
      host: settings.HOST ?? (isLive ? '0.0.0.0' : '127.0.0.1'),
      databaseFile: settings.DATABASE_URL.replace(/^file:/, ''),
      remote: remoteOf(settings.DATABASE_URL, settings.CLOUDFLARE_API_TOKEN),
      dataKey: settings.DATA_KEY,
      privateWebhooks: settings.WEBHOOKS_PRIVATE === 'yes',
      mail:
        settings.SMTP_URL && settings.MAIL_FROM
          ? { url: settings.SMTP_URL, from: settings.MAIL_FROM }
          : undefined,
      staffProvider: providerOf(settings),
      profile: settings.PROFILE,
      logLevel: settings.LOG_LEVEL,
    },
  }
}

function providerOf(settings: z.output<typeof schema>): Config['staffProvider'] {
  const issuer = settings.STAFF_OIDC_ISSUER
  const clientId = settings.STAFF_OIDC_CLIENT_ID
  const clientSecret = settings.STAFF_OIDC_CLIENT_SECRET
  if (!issuer || !clientId || !clientSecret) return undefined
  const name = settings.STAFF_OIDC_NAME ?? new URL(issuer).hostname
  return { issuer, clientId, clientSecret, name, acr: settings.STAFF_OIDC_ACR }
}

function remoteOf(url: string, token: string | undefined): Config['remote'] {
  const [, account, database] = /^d1:(\w+)\/(.+)$/.exec(url) ?? []
  return account && database && token ? { account, database, token } : undefined
}
