// Every setting that would work only by half is refused at the start, by its name and with the reason.
import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readCities } from '../../src/config/cities.ts'
import { readConfig } from '../../src/config/settings.ts'

const KEY = randomBytes(32).toString('base64')
const LIVE = { BOT_TOKEN: '1:T', WEBHOOK_SECRET: 'a-secret-of-sixteen' }
const OIDC = {
  PUBLIC_URL: 'https://lotse.example',
  STAFF_OIDC_ISSUER: 'https://id.example/realms/stadt',
  STAFF_OIDC_CLIENT_ID: 'lotse',
  STAFF_OIDC_CLIENT_SECRET: 'secret',
}
const faultsOf = (env: Record<string, unknown>) => {
  const read = readConfig(env)
  return 'faults' in read ? read.faults : []
}

describe('is refused by name, with the reason', () => {
  test.each<[string, string, string, Record<string, string>?]>([
    ['PUBLIC_URL', 'https://lotse.example/lotse', 'has a path'],
    ['PUBLIC_URL', 'https://lotse.example/?lang=de', 'query'],
    ['PUBLIC_URL', 'https://lotse.example?', 'query'],
    ['PUBLIC_URL', 'https://lotse.example/#top', '#'],
    ['PUBLIC_URL', 'HTTPS://lotse.example', 'small letters'],
    ['PUBLIC_URL', 'https:lotse.example', 'small letters'],
    ['PUBLIC_URL', 'https://user:pw@lotse.example', 'password'],
    ['PUBLIC_URL', 'lotse.example', 'https://'],
    ['PUBLIC_URL', 'ftp://lotse.example', 'https://'],
    ['PUBLIC_URL', ' https://lotse.example', 'blank'],
    ['PUBLIC_URL', '"https://lotse.example"', 'quotation marks'],
    ['PUBLIC_URL', 'https://lotse.example:8444', 'port 8444', LIVE],
    ['PUBLIC_URL', 'http://lotse.example', 'https://', LIVE],
    ['PUBLIC_URL', '', 'identity provider', { ...LIVE, ...OIDC, PUBLIC_URL: '' }],
    ['BOT_TOKEN', 'BotFather', 'BotFather'],
    ['BOT_TOKEN', '1:T\n', 'line break'],
    ['WEBHOOK_SECRET', 'short', '16 to 256'],
    ['WEBHOOK_SECRET', 'sixteen letters!', '16 to 256'],
    ['WEBHOOK_SECRET', 'ä'.repeat(20), '16 to 256'],
    ['WEBHOOK_SECRET', 'a'.repeat(257), '16 to 256'],
    ['TELEGRAM_API_ROOT', 'api.telegram.org', 'https://'],
    ['TELEGRAM_API_ROOT', 'https://api.telegram.org/?x', 'query'],
    ['PORT', 'http', 'port'],
    ['PORT', '1e3', 'port'],
    ['PORT', '0x50', 'port'],
    ['PORT', '-1', 'port'],
    ['PORT', '65536', 'port'],
    ['PORT', '80.5', 'port'],
    ['PORT', ' ', 'blank'],
    ['HOST', '127.0.0.1:3000', 'without a port'],
    ['HOST', 'http://localhost', 'host name'],
    ['HOST', '*', 'host name'],
    ['TRUSTED_PROXIES', 'all', 'loopback'],
    ['SECURITY_CONTACT', 'the city', 'mail address'],
    ['SECURITY_CONTACT', 'http://stadt.example/security', 'https://'],
    ['SECURITY_CONTACT', 'https://stadt.example/security?id=1', 'query'],
    ['TRUSTED_PROXIES', '10.0.0.0/33', 'networks'],
    ['HTTPS_PROXY', 'proxy.example:3128', 'such as http://'],
    ['HTTPS_PROXY', 'socks5://proxy.example', 'such as http://'],
    ['HTTPS_PROXY', 'http://user@proxy.example:3128', 'not both'],
    ['HTTPS_PROXY', 'http://proxy.example/pac', 'has a path'],
    ['NO_PROXY', '10.0.0.0/8', 'network', { HTTPS_PROXY: 'http://proxy:3128' }],
    ['NO_PROXY', 'a b', 'hosts with commas', { HTTPS_PROXY: 'http://proxy:3128' }],
    ['METRICS_PORT', '3000', 'is PORT'],
    ['METRICS_PORT', 'any', 'port'],
    ['METRICS_HOST', '0.0.0.0:9464', 'without a port', { METRICS_PORT: '9464' }],
    ['METRICS_TOKEN', 'short', '16 to 256', { METRICS_PORT: '9464' }],
    ['METRICS_TOKEN', 'a-token-of-sixteen', 'without METRICS_PORT'],
    ['METRICS_TOKEN', '', 'missing', { METRICS_PORT: '9464', METRICS_HOST: '0.0.0.0' }],
    ['DATABASE_URL', './data/lotse.db', 'expected a file'],
    ['DATABASE_URL', 'file:', 'expected a file'],
    ['DATABASE_URL', 'file::memory:', 'in memory'],
    ['DATABASE_URL', 'file:./lotse.db?mode=ro', 'name of the file'],
    ['DATABASE_URL', 'file://data/lotse.db', 'file://HOST'],
    ['DATABASE_URL', 'file:./data/', 'folder'],
    ['DATABASE_URL', 'd1:abc/def', 'expected a file'],
    ['DATA_KEY', 'short', '32 bytes'],
    ['DATA_KEY', randomBytes(31).toString('base64'), '32 bytes'],
    ['DATA_KEY', `2:${KEY},2:${KEY}`, 'same name'],
    ['DATA_KEY', `${KEY},${KEY}`, 'same name'],
    ['DATA_KEY', `3:${KEY},2:${KEY},1:${KEY}`, 'more than two'],
    ['DATA_KEY', `${KEY}\n`, 'blank'],
    ['STAFF_OIDC_ISSUER', 'http://id.example', 'https://', OIDC],
    ['STAFF_OIDC_ISSUER', 'https://login.microsoftonline.com/common/v2.0', 'tenant', OIDC],
    ['STAFF_OIDC_ISSUER', 'https://login.microsoftonline.com/organizations/v2.0', 'tenant', OIDC],
    [
      'STAFF_OIDC_ISSUER',
      'https://id.example/.well-known/openid-configuration',
      'well-known',
      OIDC,
    ],
    ['STAFF_OIDC_CLIENT_SECRET', '', 'belong together', { ...OIDC, STAFF_OIDC_CLIENT_SECRET: '' }],
    ['STAFF_OIDC_CLIENT_SECRET', 'secret ', 'blank', OIDC],
    ['STAFF_OIDC_NAME', 'x'.repeat(41), '40 letters', OIDC],
    ['STAFF_OIDC_NAME', 'Stadt', 'no STAFF_OIDC_ISSUER'],
    ['STAFF_OIDC_ACR', 'a b', 'without blanks', OIDC],
    ['STAFF_OIDC_ACR', 'mfa', 'no STAFF_OIDC_ISSUER'],
    ['STAFF_OIDC_TRUSTS_EMAIL', 'true', 'yes or no', OIDC],
    ['STAFF_OIDC_TRUSTS_EMAIL', 'yes', 'no STAFF_OIDC_ISSUER'],
    ['SMTP_URL', 'mail.example', 'mail server'],
    ['SMTP_URL', 'smtps://', 'mail server'],
    ['SMTP_URL', 'smtps://user@mail.example', 'not both'],
    ['SMTP_URL', 'smtps://user:100%@mail.example', '%25'],
    ['SMTP_URL', 'smtps://user:a/b@mail.example', '%2F'],
    ['SMTP_URL', 'smtp://mail.example:465', 'smtps://'],
    ['SMTP_URL', 'smtps://mail.example:587', 'smtp://'],
    ['MAIL_FROM', 'Lotse', 'mails come from'],
    ['MAIL_FROM', 'lotse@stadt.example', 'SMTP_URL'],
    ['WEBHOOKS_PRIVATE', 'true', 'yes or no'],
    ['PROFILE', 'Duisburg.json', 'prisma/seed'],
    ['PROFILE', '../x', 'prisma/seed'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL'],
    ['DOORS', 'telegram,fax', 'telegram, web'],
    ['CLOUDFLARE_API_TOKEN', 'a b', 'blanks'],
  ])('%s=%s', (name, value, reason, others = {}) => {
    const faults = faultsOf({ ...others, [name]: value })
    const own = faults.filter((fault) => fault.startsWith(`${name}: `))
    expect(own, faults.join('\n')).toHaveLength(1)
    expect(own[0]).toContain(reason)
    if (value.length > 20) expect(own[0]).not.toContain(value)
  })
})

test.each<[string, Record<string, string>]>([
  ['nothing at all', {}],
  ['an address with a slash at its end', { PUBLIC_URL: 'https://lotse.example/', ...LIVE }],
  ['a port that Telegram calls', { PUBLIC_URL: 'https://lotse.example:8443', ...LIVE }],
  [
    'any port where another Bot API server calls',
    { PUBLIC_URL: 'https://lotse.example:9000', TELEGRAM_API_ROOT: 'http://bot-api:8081', ...LIVE },
  ],
  ['any port of pages alone', { DOORS: 'web', PUBLIC_URL: 'https://lotse.example:9000' }],
  ['an address of this machine', { PUBLIC_URL: 'http://localhost:3000', ...LIVE }],
  ['two keys', { DATA_KEY: `2:${KEY},1:${KEY}` }],
  [
    'a password with signs in it',
    { SMTP_URL: 'smtps://user:a%2Fb%25@mail.example:465', MAIL_FROM: 'a@stadt.example' },
  ],
  ['a server without a name', { SMTP_URL: 'smtp://localhost:25', MAIL_FROM: 'a@stadt.example' }],
  ['a provider', { ...LIVE, ...OIDC, STAFF_OIDC_TRUSTS_EMAIL: 'yes' }],
  [
    'an own tenant of Entra',
    {
      ...LIVE,
      ...OIDC,
      STAFF_OIDC_ISSUER:
        'https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0',
    },
  ],
  ['addresses to listen at', { HOST: '::', PORT: '0' }],
  ['a name to listen at', { HOST: 'lotse-1.intern', PORT: '65535' }],
  ['proxies', { TRUSTED_PROXIES: 'loopback,203.0.113.0/24' }],
  [
    'a proxy with a password',
    { HTTPS_PROXY: 'http://user:p%40ss@proxy:3128', NO_PROXY: '*.stadt.example, [fd00::1]' },
  ],
  ['what other programs go by', { NO_PROXY: '10.0.0.0/8' }],
  ['metrics for this machine', { METRICS_PORT: '9464' }],
  [
    'metrics for who has the token',
    { METRICS_PORT: '9464', METRICS_HOST: '::', METRICS_TOKEN: 'a-token-of-sixteen' },
  ],
  ['a file anywhere', { DATABASE_URL: 'file:/var/lib/lotse/lotse.db' }],
])('%s is taken', (_, env) => {
  expect(faultsOf(env)).toEqual([])
})

test('all faults are named at once: bad ones, missing ones, and those that do not fit each other', () => {
  const faults = faultsOf({
    ...{ BOT_TOKEN: 'x', PUBLIC_URL: 'https://lotse.example/x', PORT: 'http' },
    ...{ SMTP_URL: 'smtps://mail.example', STAFF_OIDC_ISSUER: 'https://id.example' },
  })
  expect(faults.map((fault) => fault.split(':')[0]).sort()).toEqual([
    'BOT_TOKEN',
    'MAIL_FROM',
    'PORT',
    'PUBLIC_URL',
    'STAFF_OIDC_CLIENT_ID',
    'STAFF_OIDC_CLIENT_SECRET',
    'WEBHOOK_SECRET',
  ])
})

test('so are those of several cities, each by the name of its own setting', () => {
  const read = readCities({
    PROFILES: 'duisburg,unna',
    PUBLIC_URL_DUISBURG: 'https://duisburg.example/x',
    DATA_KEY_UNNA: 'short',
    TRUSTED_PROXIES: 'all',
  })
  const names = 'faults' in read ? read.faults.map((fault) => fault.split(':')[0]) : []
  for (const name of ['PUBLIC_URL_DUISBURG', 'DATA_KEY_UNNA', 'TRUSTED_PROXIES_DUISBURG']) {
    expect(names).toContain(name)
  }
})

test('what is of the whole process is no single city’s', () => {
  const read = readCities({ PROFILES: 'duisburg,unna', HTTPS_PROXY_UNNA: 'http://proxy:3128' })
  expect('faults' in read && read.faults).toContain(
    'HTTPS_PROXY_UNNA: is the same for all cities here: HTTPS_PROXY',
  )
})
