// Settings that do not fit each other, or belong together.

import { doorFaults } from './doors.ts'
import type { Setting, Settings } from './fields.ts'
import { isPrivate } from './half-working.ts'
import { exceptFault } from './proxy.ts'

const OIDC = ['STAFF_OIDC_ISSUER', 'STAFF_OIDC_CLIENT_ID', 'STAFF_OIDC_CLIENT_SECRET'] as const
const TELEGRAM = 'https://api.telegram.org'
/** What Telegram calls a webhook at (Bot API, setWebhook). */
const WEBHOOK_PORTS = ['', '443', '80', '88', '8443']

type Fault = { setting: Setting; message: string }

/** What is wrong between those that were given; those that are bad by themselves are not there. */
export function faultsTogether(given: Partial<Settings>, bad: ReadonlySet<Setting>): Fault[] {
  const faults: Fault[] = []
  const say = (setting: Setting, message: string) => faults.push({ setting, message })
  const isThere = (name: Setting) => Boolean(given[name]) || bad.has(name)
  for (const { setting, message } of doorFaults(given)) if (!bad.has(setting)) say(setting, message)
  for (const { setting, message } of mailFaults(given, isThere)) say(setting, message)
  // Alone it is what the machine's other programs go by.
  const except = given.HTTPS_PROXY && given.NO_PROXY ? exceptFault(given.NO_PROXY) : null
  if (except) say('NO_PROXY', except)
  for (const { setting, message } of metricsFaults(given, isThere)) say(setting, message)
  if (given.DATABASE_URL?.startsWith('d1:')) {
    for (const name of ['CLOUDFLARE_API_TOKEN', 'DATA_KEY'] as const) {
      if (!isThere(name)) say(name, 'missing: a D1 database cannot be used without it')
    }
  }
  if (OIDC.some(isThere)) {
    for (const name of OIDC) if (!isThere(name)) say(name, 'missing: the three belong together')
  } else {
    const unused: Setting[] = ['STAFF_OIDC_NAME', 'STAFF_OIDC_ACR']
    if (given.STAFF_OIDC_TRUSTS_EMAIL === 'yes') unused.push('STAFF_OIDC_TRUSTS_EMAIL')
    for (const name of unused) {
      if (given[name]) say(name, 'given, but there is no STAFF_OIDC_ISSUER')
    }
  }
  faults.push(...publicFaults(given, isThere))
  return faults
}

const ITSELF = /^(localhost|127\.0\.0\.1|::1)$/

/** What is watched is for whoever watches: never by accident for everybody who reaches the machine. */
function metricsFaults(given: Partial<Settings>, isThere: (name: Setting) => boolean): Fault[] {
  const { METRICS_PORT: port, METRICS_HOST: host = '', METRICS_TOKEN: token } = given
  const faults: Fault[] = []
  const say = (setting: Setting, message: string) => faults.push({ setting, message })
  if (port === undefined) {
    if (token && !isThere('METRICS_PORT')) {
      say('METRICS_TOKEN', 'given, but nothing is shown without METRICS_PORT')
    }
    return faults
  }
  if (port !== 0 && port === given.PORT) say('METRICS_PORT', 'is PORT, which everybody reaches')
  if (!ITSELF.test(host) && !isThere('METRICS_TOKEN')) {
    say('METRICS_TOKEN', 'missing: with METRICS_HOST, others reach it than this machine')
  }
  return faults
}

function mailFaults(given: Partial<Settings>, isThere: (name: Setting) => boolean): Fault[] {
  const faults: Fault[] = []
  const say = (setting: Setting, message: string) => faults.push({ setting, message })
  const way = (['SMTP_URL', 'MAIL_URL'] as const).find(isThere)
  if (way && !isThere('MAIL_FROM')) say('MAIL_FROM', `missing: with ${way}, mails need a sender`)
  if (given.MAIL_FROM && !way) {
    say('MAIL_FROM', 'given, but no mail leaves without SMTP_URL or MAIL_URL')
  }
  if (isThere('MAIL_URL') && !isThere('MAIL_KEY')) {
    say('MAIL_KEY', 'missing: with MAIL_URL, Lotse must prove itself by a key')
  }
  if (given.MAIL_KEY && !isThere('MAIL_URL')) say('MAIL_KEY', 'given, but there is no MAIL_URL')
  if (given.MAIL_URL && isThere('SMTP_URL')) {
    say('MAIL_URL', 'given beside SMTP_URL, and mail leaves by one of them')
  }
  return faults
}

function publicFaults(given: Partial<Settings>, isThere: (name: Setting) => boolean): Fault[] {
  const { PUBLIC_URL: url } = given
  const faults: Fault[] = []
  const say = (setting: Setting, message: string) => faults.push({ setting, message })
  const isLive = isThere('BOT_TOKEN') || isThere('DOORS')
  if (isLive && isThere('STAFF_OIDC_ISSUER') && !isThere('PUBLIC_URL')) {
    say('PUBLIC_URL', 'missing: the identity provider has to send people back to an address')
  }
  if (isThere('BOT_TOKEN') && isThere('PUBLIC_URL') && !isThere('WEBHOOK_SECRET')) {
    say('WEBHOOK_SECRET', 'missing: with PUBLIC_URL, Telegram must prove itself by a secret')
  }
  // Another Bot API server takes any.
  if (!url || !isThere('BOT_TOKEN') || given.TELEGRAM_API_ROOT !== TELEGRAM) return faults
  const { port, hostname } = new URL(url)
  if (hostname === 'localhost' || hostname === '127.0.0.1') return faults
  if (!isPrivate(url)) say('PUBLIC_URL', 'expected https://: Telegram delivers to nothing else')
  else if (!WEBHOOK_PORTS.includes(port)) {
    say('PUBLIC_URL', `port ${port}: Telegram delivers to 443, 80, 88 and 8443 only`)
  }
  return faults
}
