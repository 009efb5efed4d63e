// A city lets its machines out through a proxy alone: every way out of a running Lotse takes it.

import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { goesThrough, proxyOf } from '../../src/config/proxy.ts'
import { freePort, startDemo } from '../support/demo-process.ts'
import { OUTSIDE_PEM, startOutside } from '../support/outside.ts'
import { bareEnv } from '../support/own-process.ts'

const ISSUER = 'https://id.outside.test'
const ME = { id: 4242, is_bot: true, first_name: 'Lotse', username: 'lotse_bot' }
const SHOWN = `Basic ${Buffer.from('lotse:p@ss').toString('base64')}`

let folder: string
let outside: Awaited<ReturnType<typeof startOutside>>
/** As a city sets it; what is outside has no name that this machine knows. */
let env: Record<string, string>
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lotse-proxy-'))
  outside = await startOutside(
    ({ url = '' }) => {
      if (url.includes('/bot'))
        return { status: 200, body: { ok: true, result: url.endsWith('getMe') ? ME : true } }
      if (!url.includes('openid-configuration')) return { status: 200, body: { id: '1' } }
      const endpoint = (name: string) => `${ISSUER}/${name}`
      const body = {
        issuer: ISSUER,
        authorization_endpoint: endpoint('auth'),
        token_endpoint: endpoint('token'),
        jwks_uri: endpoint('jwks'),
      }
      return { status: 200, body }
    },
    (shown) => shown === SHOWN,
  )
  env = {
    HTTPS_PROXY: `http://lotse:p%40ss@${outside.proxyAt}`,
    NODE_EXTRA_CA_CERTS: OUTSIDE_PEM,
    BOT_TOKEN: '4242:T',
    TRIAL: 'yes',
    PUBLIC_URL: 'https://lotse.example',
    WEBHOOK_SECRET: 'a-secret-of-the-tests',
  }
})
afterEach(() => {
  outside.stop()
  rmSync(folder, { recursive: true, force: true })
})

it('takes Telegram and the identity provider through it, from a file with its password', async () => {
  const file = join(folder, 'proxy')
  writeFileSync(file, `${env['HTTPS_PROXY']}\n`)
  const { HTTPS_PROXY: _, ...others } = env
  const provider = {
    STAFF_OIDC_ISSUER: ISSUER,
    STAFF_OIDC_CLIENT_ID: 'lotse',
    STAFF_OIDC_CLIENT_SECRET: 'secret',
  }
  const lotse = await startDemo({ ...others, ...provider, HTTPS_PROXY_FILE: file })
  try {
    await expect
      .poll(() => outside.heard, { timeout: 20_000 })
      .toContainEqual('POST api.telegram.org/bot4242:T/setWebhook')
    const answer = await fetch(`${lotse.url}/staff/sign-in/provider`, { redirect: 'manual' })
    expect(answer.headers.get('location')).toContain(`${ISSUER}/auth`)
    expect(new Set(outside.tunnels)).toEqual(
      new Set(['api.telegram.org:443', 'id.outside.test:443']),
    )
    expect(lotse.output()).not.toMatch(/p@ss|p%40ss|"level":"error"/)
  } finally {
    await lotse.stop()
  }
})

it('takes mail over HTTP and webhooks through it, but none into our own network', async () => {
  const mail = {
    MAIL_URL: 'https://mail.outside.test/send',
    MAIL_KEY: 'key',
    MAIL_FROM: 'lotse@stadt.example',
  }
  const said = await goOut({ ...env, ...mail }, [
    'https://case.outside.test/hook',
    'https://10.0.0.1/hook',
  ])
  expect(said).toEqual({
    mail: { of: 'sent', messageId: 0 },
    webhooks: [{ status: 200 }, { fault: 'private-address' }],
  })
  expect(outside.tunnels).toEqual(['mail.outside.test:443', 'case.outside.test:443'])
})

it('says that the proxy refuses, and reaches straight what NO_PROXY names', async () => {
  const mail = {
    MAIL_URL: 'https://mail.outside.test/send',
    MAIL_KEY: 'key',
    MAIL_FROM: 'lotse@stadt.example',
  }
  const wrong = { HTTPS_PROXY: `http://${outside.proxyAt}`, NO_PROXY: 'stadt.test' }
  const said = await goOut({ ...env, ...mail, ...wrong }, [
    'https://case.outside.test/',
    'https://case.stadt.test/',
  ])
  expect(said).toEqual({
    mail: { of: 'retry', reason: 'connection' },
    webhooks: [
      { fault: 'ERR_PROXY_TUNNEL' },
      { fault: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/) },
    ],
  })
  expect(outside.heard).toEqual([])
})

it('takes a command through it', async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['src/cli.ts', 'telegram', 'register'],
    { env: { ...bareEnv(), ...env } },
  )
  expect(stdout).toContain('Telegram delivers to')
  expect(outside.heard).toContain('POST api.telegram.org/bot4242:T/setWebhook')
})

it('keeps the demo away from it, whose Telegram is on this machine', async () => {
  const demo = await startDemo({ HTTPS_PROXY: `http://127.0.0.1:${await freePort()}` })
  expect(await demo.stop()).toBe(0)
})

it.each([
  ['https://api.telegram.org', true],
  ['https://stadt.example/x', false],
  ['https://id.stadt.example', false],
  ['https://notstadt.example', true],
  ['https://10.1.2.3', false],
  ['https://localhost:3000', false],
  ['https://[::1]:3000', false],
  ['http://api.example', false],
])('%s goes through it: %s', (address, does) => {
  const proxy = proxyOf({ HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: '*.Stadt.example, 10.1.2.3' })
  expect(goesThrough(proxy, address)).toBe(does)
  expect(goesThrough(proxyOf({ HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: '*' }), address)).toBe(
    false,
  )
})

async function goOut(settings: Record<string, string>, webhooks: readonly string[]) {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['test/support/way-out-process.ts', ...webhooks],
    { env: { ...bareEnv(), ...settings } },
  )
  return JSON.parse(stdout)
}
