// The dossier of each city that comes with Lotse, under several settings.
import { readConfig } from '../../../src/config/settings.ts'
import type { Profile } from '../../../src/domain/profile/profile.ts'
import { dossier } from '../../../src/papers/dossier.ts'
import type { Entered, Given } from '../../../src/papers/given.ts'
import { seedProfile } from '../../support/duisburg.ts'

export const CITIES = ['duisburg', 'duesseldorf', 'kreis-unna'] as const

/** Every setting that a paper could give away by mistake. */
const SECRETS = {
  BOT_TOKEN: '4242:the-token-of-nobody',
  WEBHOOK_SECRET: 'the-secret-of-the-webhook',
  STAFF_OIDC_CLIENT_SECRET: 'the-secret-of-the-client',
  DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
  METRICS_TOKEN: 'the-token-of-the-metrics',
  MAIL_KEY: 'the-key-of-the-mail',
}

const LIVE = { PUBLIC_URL: 'https://lotse.stadt.example', DATA_KEY: SECRETS.DATA_KEY }

export const SETTINGS: Readonly<Record<string, Record<string, string>>> = {
  demo: {},
  'the web alone': { ...LIVE, DOORS: 'web' },
  everything: {
    ...LIVE,
    ...SECRETS,
    STAFF_OIDC_ISSUER: 'https://anmeldung.stadt.example/realm',
    STAFF_OIDC_CLIENT_ID: 'lotse',
    MAIL_URL: 'https://mail.stadt.example/send',
    MAIL_FROM: 'lotse@stadt.example',
    METRICS_PORT: '9464',
    METRICS_HOST: '10.1.2.3',
    HTTPS_PROXY: 'http://someone:proxy-password@proxy.stadt.example:3128',
    NO_PROXY: 'stadt.example',
  },
  'mail by SMTP': {
    ...LIVE,
    DOORS: 'web',
    SMTP_URL: 'smtps://sender:mail-password@mail.stadt.example:465',
    MAIL_FROM: 'lotse@stadt.example',
  },
  'a database at Cloudflare': {
    ...LIVE,
    DOORS: 'web',
    DATABASE_URL: 'd1:0123456789abcdef0123456789abcdef/12345678-1234-4123-8123-123456789abc',
    CLOUDFLARE_API_TOKEN: 'the-token-of-cloudflare',
  },
}

export const WORDS_KEPT = [
  ...Object.values(SECRETS),
  'proxy-password',
  'mail-password',
  'the-token-of-cloudflare',
  '0123456789abcdef',
  '12345678-1234',
]

const ENTERED: Entered = {
  webhooks: [{ host: 'fachverfahren.stadt.example', events: ['intake.submitted'] }],
  tokens: [{ name: 'Fachverfahren', role: 'counsellor', body: null }],
  mailboxes: [],
  groups: [],
}

/** What the papers are made of; `change` says what is other in the profile. */
export function givenOf(
  city: (typeof CITIES)[number],
  settings: string,
  change: (profile: Profile) => Profile = (profile) => profile,
): Given {
  const read = readConfig({ PROFILE: city, ...SETTINGS[settings] })
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  const profile = change(seedProfile(city))
  const entered = { ...ENTERED, mailboxes: profile.centres.slice(0, 1).map(({ id }) => id) }
  return { profile, config: read.config, entered, version: '0.1.0', day: '27.11.2026' }
}

export const papersOf = (given: Given): [string, string][] => [...dossier(given)]
