// Mail over HTTP, against a fake that answers as Cloudflare Email Service and Resend document it.
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readConfig } from '../../src/config/settings.ts'
import type { Mailer } from '../../src/flows/outbox/mailer.ts'
import { createHttpMailer } from '../../src/runtime/http-mail.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { openHouse } from '../support/staff-house.ts'

const FROM = 'lotse@stadt.example'
const KEY = 'a-secret-key-of-the-mail-gateway'
const MAIL = { to: 'team@rsc.example', subject: 'Lotse: 7F3-K2D', text: 'Zeile\n' }

let server: Server
let got: { path: string; headers: IncomingHttpHeaders; body: unknown }[]
/** What it answers next; where there is nothing, that it took the mail. */
let answers: { status: number; body?: unknown; location?: string }[]
let url: string
let mailer: Mailer
beforeEach(async () => {
  ;[got, answers] = [[], []]
  server = createServer(async (request, answer) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = JSON.parse(Buffer.concat(chunks).toString() || 'null')
    got.push({ path: request.url ?? '', headers: request.headers, body })
    const { status, body: said, location } = answers.shift() ?? { status: 200, body: { id: '1' } }
    answer.writeHead(status, location ? { location } : { 'content-type': 'application/json' })
    answer.end(said === undefined ? '' : JSON.stringify(said))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`
  mailer = createHttpMailer(url, KEY, FROM)
})
afterEach(() => server.close())

it('is one object with a bearer key', async () => {
  expect(await mailer({ ...MAIL, replyTo: 'rsc@stadt.example' })).toEqual({
    of: 'sent',
    messageId: 0,
  })
  expect(got).toMatchObject([
    {
      path: '/send',
      headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
      body: {
        ...{ ...MAIL, from: FROM, reply_to: 'rsc@stadt.example' },
        headers: { 'Auto-Submitted': 'auto-generated' },
      },
    },
  ])
})

it.each([
  [
    { status: 200, body: { success: true, errors: [], result: {} } },
    { of: 'sent', messageId: 0 },
  ],
  [{ status: 202 }, { of: 'sent', messageId: 0 }],
  [
    { status: 429, body: {} },
    { of: 'retry', reason: 'server' },
  ],
  [
    { status: 503, body: 'down' },
    { of: 'retry', reason: 'server' },
  ],
  [
    { status: 401, body: { message: 'API key is invalid' } },
    { of: 'failed', reason: 'mail-401' },
  ],
  [
    { status: 422, body: { message: `no ${MAIL.to}` } },
    { of: 'failed', reason: 'mail-422' },
  ],
  [
    { status: 200, body: { success: false, errors: [{}] } },
    { of: 'failed', reason: 'mail-200' },
  ],
])('what is answered by %j is %j', async (answer, outcome) => {
  answers = [answer]
  expect(await mailer(MAIL)).toEqual(outcome)
})

it('carries its key nowhere else, and tries again where nobody is', async () => {
  answers = [{ status: 307, location: url.replace('/send', '/elsewhere') }]
  expect(await mailer(MAIL)).toEqual({ of: 'failed', reason: 'mail-307' })
  expect(got.map(({ path }) => path)).toEqual(['/send'])
  await new Promise((done) => server.close(done))
  expect(await mailer(MAIL)).toEqual({ of: 'retry', reason: 'connection' })
})

it('a notice leaves by it, a refusal of the gateway is seen, and neither key nor address is logged', async () => {
  const house = await openHouse()
  house.deps.mail = mailer
  const target = { centre: 'hochfeld', address: MAIL.to, setAt: house.clock.at, setBy: 'lea' }
  await house.deps.store.notices.set({ ...target, kind: 'mail' })
  const guest = await guestBooks(house)
  answers = [{ status: 403, body: { message: `not from ${FROM}` } }]
  await house.tick()
  await house.tick()
  expect(got).toHaveLength(1)
  expect(JSON.stringify(got[0]?.body)).toContain(guest.ref)
  const chief = await house.signedIn({
    email: 'it@rsc.example',
    role: 'administrator',
    centres: [],
  })
  const { text } = await chief.get('/staff/undelivered')
  expect(text).toContain('mail-403')
  for (const secret of [KEY, MAIL.to, guest.ref]) expect(house.logged.join()).not.toContain(secret)
  await house.stop()
})

const faultsOf = (env: Record<string, string>) => {
  const read = readConfig(env)
  return 'faults' in read ? read.faults : []
}
const WHOLE = { MAIL_URL: 'https://mail.example/send', MAIL_KEY: KEY, MAIL_FROM: FROM }

it('is set by an address, a key and a sender', () => {
  const read = readConfig(WHOLE)
  expect(read).toMatchObject({
    config: { mail: { url: 'https://mail.example/send', key: KEY, from: FROM } },
  })
})

it.each([
  ['MAIL_KEY', { MAIL_KEY: '' }, 'missing'],
  ['MAIL_FROM', { MAIL_FROM: '' }, 'missing'],
  ['MAIL_KEY', { MAIL_URL: '', MAIL_FROM: '' }, 'no MAIL_URL'],
  ['MAIL_URL', { MAIL_URL: 'http://mail.example/send' }, 'https://'],
  ['MAIL_URL', { MAIL_URL: 'https://user:a@mail.example/send' }, 'name or password'],
  ['MAIL_KEY', { MAIL_KEY: 'a b' }, 'blanks'],
  ['MAIL_URL', { SMTP_URL: 'smtps://mail.example' }, 'beside SMTP_URL'],
])('%s is named where it is half set: %j', (name, change, why) => {
  const faults = faultsOf({ ...WHOLE, ...change })
  expect(faults).toHaveLength(1)
  expect(faults[0]).toMatch(new RegExp(`^${name}: .*${why}`))
  expect(faults.join()).not.toContain(KEY)
})
