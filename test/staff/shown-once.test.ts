// A secret is shown once: loading its page again neither makes another one nor shows it, and nobody else gets at it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, PASSWORD, type Visitor } from '../support/staff-house.ts'

let house: House
let chief: Visitor & { id: string }
let anna: Visitor & { id: string }
let ben: Visitor & { id: string }
beforeAll(async () => {
  house = await openHouse()
  const role = { role: 'administrator', centres: [], body: null } as const
  chief = await house.signedIn({ email: 'chief@rsc.example', ...role })
  anna = await house.signedIn({ email: 'anna@rsc.example' })
  ben = await house.signedIn({ email: 'ben@rsc.example' })
})
afterAll(() => house.stop())

type Case = {
  who?: 'anna'
  from: string
  to: string
  fields: Record<string, string>
  secret: RegExp
  leads: string
  count: () => Promise<number>
}

const TOKENS = '/staff/admin/tokens'
const scope = { name: 'Fachverfahren', role: 'lead', body: 'drk', 'centre-hochfeld': 'on' }
const cases: [string, () => Case][] = [
  [
    'a token',
    () => ({
      ...{ from: TOKENS, to: TOKENS, leads: TOKENS, secret: /lotse_[0-9a-f]+_[0-9a-f]{64}/ },
      fields: { ...scope, until: '2026-12-31', id: 'drawn-token-1' },
      count: () => house.db.apiToken.count(),
    }),
  ],
  [
    'the secret of a webhook',
    () => ({
      ...{ from: '/staff/admin/webhooks', to: '/staff/admin/webhooks' },
      ...{ leads: '/staff/admin/webhooks', secret: /whsec_[\w+/]{43}=/ },
      fields: { url: 'https://fall.example/in', 'care.changed': 'yes', id: 'drawn-webhook-1' },
      count: () => house.db.webhook.count(),
    }),
  ],
  [
    'the link of an invitation',
    () => ({
      ...{ from: '/staff/admin/staff/new', to: '/staff/admin/staff' },
      ...{ leads: '/staff/admin/staff', secret: /\/staff\/invite\/[0-9a-f]{64}/ },
      fields: { ...scope, email: 'dana@rsc.example', language: 'de' },
      count: () => house.db.staffInvite.count(),
    }),
  ],
  [
    'a new link',
    () => ({
      ...{ from: `/staff/admin/staff/${ben.id}`, to: `/staff/admin/staff/${ben.id}/link` },
      ...{ leads: '/staff/admin/staff', secret: /\/staff\/invite\/[0-9a-f]{64}/, fields: {} },
      count: () => house.db.staffInvite.count(),
    }),
  ],
  [
    'the address of a calendar',
    () => ({
      ...{ who: 'anna', from: '/staff/account', to: '/staff/account/calendars' },
      ...{ leads: '/staff/account', secret: /\/api\/calendar\/[0-9a-f]{64}/ },
      fields: { which: 'own', detail: 'busy' },
      count: () => house.db.staffCalendar.count(),
    }),
  ],
  [
    'recovery codes',
    () => ({
      ...{ who: 'anna', from: '/staff/account', to: '/staff/account/codes' },
      ...{ leads: '/staff/account', secret: /<ul class="codes"><li>[^<]+/ },
      fields: { current: PASSWORD },
      count: () => house.db.audit.count({ where: { action: 'new-recovery-codes' } }),
    }),
  ],
]

test.each(cases)('%s is there once, and is made once', async (_, about) => {
  const { who, from, to, fields, secret, leads, count } = about()
  const member = who === 'anna' ? anna : chief
  const before = await count()
  await member.get(from)
  const made = await member.post(to, fields)
  expect(made.status).toBe(200)
  const [shown = ''] = secret.exec(made.text) ?? []
  expect(shown).not.toBe('')
  expect(made.location).toMatch(/^\/staff\/typed\/[\w-]+$/)
  expect(await count()).toBe(before + 1)
  // Loaded again, and gone back to.
  for (let n = 0; n < 2; n += 1) {
    const again = await member.get(made.location ?? '')
    expect(again).toMatchObject({ status: 303, location: `${leads}?said=once` })
    expect(again.text).not.toMatch(secret)
  }
  expect((await member.get(`${leads}?said=once`)).text).toContain('wird nur einmal gezeigt')
  expect(await count()).toBe(before + 1)
  const left = JSON.stringify(await house.db.staffVerification.findMany())
  expect(left).not.toContain(shown.split(/[_/>]/).at(-1))
  expect(house.logged.join('\n')).not.toContain(shown.split(/[_/>]/).at(-1))
})

/** What a press leads to, before the browser goes there. */
async function pressed(member: Visitor, path: string, fields: Record<string, string>) {
  const page = (await member.get(path)).text
  const form = /name="form" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const cookie = [...member.jar].map((pair) => pair.join('=')).join('; ')
  const headers = { Cookie: cookie, Origin: 'http://localhost' }
  const body = new URLSearchParams({ form, ...fields })
  const answer = await house.app.request(path, { method: 'POST', headers, body })
  return answer.headers.get('location') ?? ''
}

test('pressed twice it is one token, and the second press still leads to it', async () => {
  await chief.get(TOKENS)
  const fields = { ...scope, until: '2026-12-31', id: 'drawn-token-2' }
  const before = await house.db.apiToken.count()
  const first = await pressed(chief, TOKENS, fields)
  const second = await pressed(chief, TOKENS, fields)
  expect(second).toBe(first)
  expect(await house.db.apiToken.count()).toBe(before + 1)
  // Nobody else has it: neither another account in this browser nor a stranger.
  ben.jar.set('lotse.typed', chief.jar.get('lotse.typed') ?? '')
  expect((await ben.get(first)).status).toBe(410)
  expect((await house.visit().get(first)).status).toBe(401)
  expect((await chief.get(second)).text).toMatch(/lotse_[0-9a-f]+_/)
  // Sent a third time it was shown.
  expect(await pressed(chief, TOKENS, fields)).toBe(first)
  expect(await chief.get(first)).toMatchObject({ status: 303, location: `${TOKENS}?said=once` })
  expect(await house.db.apiToken.count()).toBe(before + 1)
})

test('a refused one takes nothing: mended, it is made', async () => {
  await chief.get('/staff/admin/webhooks')
  const id = 'drawn-webhook-2'
  const bad = { id, url: 'nonsense', 'care.changed': 'yes' }
  const refused = await chief.post('/staff/admin/webhooks', bad)
  expect(refused.status).toBe(400)
  const mended = { ...bad, url: 'https://fall.example/two' }
  expect((await chief.post('/staff/admin/webhooks', mended)).text).toContain('whsec_')
})
