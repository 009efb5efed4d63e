// Each setting by itself: what it may be, and what would work only by half. No fault repeats a value.

import * as z from 'zod'
import { readTrustedProxies, type TrustedProxies } from '../domain/people/proxies.ts'
import { doorsSchema } from './doors.ts'
import {
  addressFault,
  contactFault,
  databaseFault,
  dataKeyFault,
  issuerFault,
  mailFault,
  smtpFault,
} from './half-working.ts'
import { proxyFault } from './proxy.ts'

export const empty = (value: unknown) => (value === '' ? undefined : value)

/** A text that stands as it is meant: what was copied along is not the value. */
const plain = z.string().superRefine((text, context) => {
  if (text !== text.trim() || /[\r\n\0]/.test(text)) {
    context.addIssue({ code: 'custom', message: 'has a blank or a line break around or in it' })
  } else if (/^(["'`]).*\1$/s.test(text)) {
    context.addIssue({
      code: 'custom',
      message: 'stands in quotation marks, which are taken for a part of it',
    })
  }
})

/** A text that is plain, and of which `faultOf` finds nothing to say. */
const sound = (faultOf: (text: string) => string | null) =>
  plain.superRefine((text, context) => {
    const message = context.issues.length > 0 ? null : faultOf(text)
    if (message) context.addIssue({ code: 'custom', message })
  })
const like = (pattern: RegExp, expected: string) =>
  sound((text) => (pattern.test(text) ? null : `expected ${expected}`))
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(empty, schema.optional())
const withDefault = <T extends z.ZodType>(schema: T, value: string) =>
  z.preprocess((given) => empty(given) ?? value, schema)

const withoutSlash = (url: string) => url.replace(/\/+$/, '')
const yesOrNo = z.enum(['yes', 'no'], 'expected yes or no')

const trustedProxies = plain.transform((text, context): TrustedProxies => {
  const read = readTrustedProxies(text)
  if (read) return read
  const message =
    'expected none, loopback, private, or addresses and networks, such as 10.1.2.3,fd00::/64'
  context.addIssue({ code: 'custom', message })
  return z.NEVER
})

const port = like(/^\d{1,5}$/, 'a port from 0 to 65535')
  .transform(Number)
  .refine((number) => number <= 65_535, 'expected a port from 0 to 65535')
const host = like(
  /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?|[0-9a-f]*:[0-9a-f]*:[0-9a-f:.]*)$/i,
  'a host name or address without a port',
)

export const fields = z.object({
  DOORS: optional(doorsSchema),
  BOT_TOKEN: optional(like(/^\d+:[\w-]+$/, 'the token that BotFather gives')),
  PUBLIC_URL: optional(sound((url) => addressFault(url, 'bare')).transform(withoutSlash)),
  WEBHOOK_SECRET: optional(
    like(/^[\w-]{16,256}$/, '16 to 256 letters, digits, hyphens or underscores'),
  ),
  TELEGRAM_API_ROOT: withDefault(
    sound((url) => addressFault(url, 'with-path')).transform(withoutSlash),
    'https://api.telegram.org',
  ),
  PORT: z.preprocess((given) => String(empty(given) ?? '3000'), port),
  HOST: optional(host),
  METRICS_PORT: optional(port),
  METRICS_HOST: withDefault(host, '127.0.0.1'),
  METRICS_TOKEN: optional(
    like(/^[\w-]{16,256}$/, '16 to 256 letters, digits, hyphens or underscores'),
  ),
  HTTPS_PROXY: optional(sound(proxyFault)),
  NO_PROXY: optional(plain),
  TRUSTED_PROXIES: withDefault(trustedProxies, 'loopback'),
  DATABASE_URL: withDefault(sound(databaseFault), 'file:./data/lotse.db'),
  CLOUDFLARE_API_TOKEN: optional(like(/^\S+$/, 'a token without blanks')),
  DATA_KEY: optional(sound(dataKeyFault)),
  STAFF_OIDC_ISSUER: optional(sound(issuerFault).transform(withoutSlash)),
  STAFF_OIDC_CLIENT_ID: optional(plain),
  STAFF_OIDC_CLIENT_SECRET: optional(plain),
  STAFF_OIDC_NAME: optional(
    sound((name) =>
      name.length <= 40 ? null : 'expected at most 40 letters: it stands on a button',
    ),
  ),
  STAFF_OIDC_ACR: optional(like(/^\S+$/, 'one value without blanks')),
  STAFF_OIDC_TRUSTS_EMAIL: withDefault(yesOrNo, 'no'),
  SMTP_URL: optional(sound(smtpFault)),
  MAIL_URL: optional(sound(mailFault)),
  MAIL_KEY: optional(like(/^\S+$/, 'a key without blanks')),
  WEBHOOKS_PRIVATE: withDefault(yesOrNo, 'no'),
  MAIL_FROM: optional(z.email('expected the address that mails come from')),
  TRIAL: withDefault(yesOrNo, 'no'),
  SECURITY_CONTACT: optional(sound(contactFault)),
  PROFILE: withDefault(
    like(/^[a-z][a-z0-9-]*$/, 'the name of a file in prisma/seed, without .json'),
    'duisburg',
  ),
  LOG_LEVEL: withDefault(z.enum(['debug', 'info', 'warn', 'error']), 'info'),
})

export type Settings = z.output<typeof fields>
export type Setting = keyof Settings
