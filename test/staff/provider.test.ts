import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addAccount, closeAccount } from '../../src/flows/sign-in/accounts.ts'
import { startProvider } from '../support/identity-provider.ts'
import { SECRET } from '../support/lotse.ts'
import { type House, openHouse, PASSWORD, type Visitor } from '../support/staff-house.ts'

const OURS = { PUBLIC_URL: 'http://localhost', WEBHOOK_SECRET: SECRET }
const BACK = `${OURS.PUBLIC_URL}/staff/auth/callback/oidc`

type City = Awaited<ReturnType<typeof startProvider>>
let city: City
let house: House
let anna = ''

async function openWith(settings: Record<string, string> = {}) {
  house = await openHouse(undefined, { ...OURS, ...city.settings, ...settings })
  anna =
    (await addAccount(house.signIn, {
      name: 'Anna',
      email: 'anna@rsc.example',
      role: 'counsellor',
      centres: ['hochfeld'],
      body: 'drk',
      language: 'de',
    })) ?? ''
}

/** From the sign-in page to the provider and back; the answer to what was brought back. */
async function comesAs(who: string, visitor: Visitor, path = '/staff/sign-in/provider') {
  const { location } = await visitor.get(path)
  const back = await city.visit(location ?? '', who)
  return { back, answer: await visitor.get(back) }
}

const lines = async (outcome: string) =>
  (await house.db.audit.findMany({ where: { outcome } })).map(({ action }) => action)

describe.each([
  ['in the ID token', true],
  ['only when asked', false],
])('a provider that tells the address %s', (_, inToken) => {
  beforeAll(async () => {
    city = await startProvider(BACK, inToken)
    city.people.set('a1', { email: 'Anna@rsc.example', verified: true })
    city.people.set('x1', { email: 'anna@rsc.example', verified: false })
    city.people.set('z1', { email: 'zora@rsc.example', verified: true })
    await openWith()
  })
  afterAll(async () => {
    await house.stop()
    city.stop()
  })

  test('lets in who is invited, without a code of ours, again and again', async () => {
    for (const path of ['/staff/sign-in/provider', '/staff/sign-in/provider?next=/staff/account']) {
      const visitor = house.visit()
      const { answer } = await comesAs('a1', visitor, path)
      expect(answer.status).toBe(303)
      expect(answer.location).toBe(path.includes('next') ? '/staff/account' : '/staff')
      expect((await visitor.get('/staff/account')).text).toContain('anna@rsc.example')
    }
    const [row] = await house.db.audit.findMany({ where: { action: 'sign-in-provider' } })
    expect(row).toMatchObject({ staffId: anna, outcome: 'done' })
  })

  test.each([
    ['z1', 'gibt es hier kein Konto', 'sign-in-provider unknown'],
    ['x1', 'bestätigt ist', 'sign-in-provider unverified'],
    ['', 'abgebrochen', 'sign-in-provider declined'],
  ])('refuses %s, says why and writes it down', async (who, why, action) => {
    const visitor = house.visit(`198.51.100.${who.length + why.length}`)
    const { answer } = await comesAs(who, visitor)
    expect(answer.status).toBe(401)
    expect(answer.text).toContain(why)
    expect((await visitor.get('/staff/account')).status).toBe(401)
    expect(await lines('refused')).toContain(action)
    expect(await house.db.staff.count()).toBe(1)
  })

  test('says it in English to whoever reads that', async () => {
    const visitor = house.visit('198.51.100.99')
    const { location } = await visitor.get('/staff/sign-in/provider')
    const back = await city.visit(location ?? '', 'z1')
    const answer = await visitor.get(back, { 'Accept-Language': 'en' })
    expect(answer.text).toContain('has no account here')
  })
})

describe('a provider', () => {
  beforeEach(async () => {
    city = await startProvider(BACK, true)
    city.people.set('a1', { email: 'anna@rsc.example', verified: true })
    await openWith()
    return async () => {
      await house.stop()
      city.stop()
    }
  })

  test('is offered on the sign-in page, and no script or form leads there', async () => {
    const { text, headers } = await house.visit().get('/staff/sign-in')
    expect(text).toContain('Anmelden mit Stadt Duisburg')
    expect(headers.get('content-security-policy')).toContain("form-action 'self'")
  })

  test('is not believed twice, nor in another browser, nor without what we sent along', async () => {
    const visitor = house.visit()
    const { back } = await comesAs('a1', visitor)
    const other = house.visit('198.51.100.2')
    for (const [who, path] of [
      [visitor, back],
      [other, back],
      [other, back.replace(/state=[^&]+/, 'state=guessed')],
      [other, back.replace(/state=[^&]+&?/, '')],
    ] as const) {
      const answer = await who.get(path)
      expect(answer.status).toBe(401)
      expect(answer.text).toContain('gilt nicht mehr')
    }
    expect((await other.get('/staff/account')).status).toBe(401)
    expect(await lines('refused')).toContain('sign-in-provider state')
  })

  test('has to be the one that was asked', async () => {
    const visitor = house.visit()
    const { location } = await visitor.get('/staff/sign-in/provider')
    const back = await city.visit(location ?? '', 'a1')
    const elsewhere = encodeURIComponent('https://evil.example')
    expect(back).toContain('iss=')
    const answer = await visitor.get(back.replace(/iss=[^&]+/, `iss=${elsewhere}`))
    expect(answer.status).toBe(503)
    expect(await lines('refused')).toEqual(['sign-in-provider issuer'])
  })

  test('is not asked at all under another name than its own', async () => {
    const { issuer } = city
    await house.stop()
    await openWith({ STAFF_OIDC_ISSUER: issuer.replace('127.0.0.1', 'localhost') })
    expect((await house.visit().get('/staff/sign-in/provider')).status).toBe(503)
  })

  test('opens no account that is closed, not even one it opened before', async () => {
    expect((await comesAs('a1', house.visit())).answer.status).toBe(303)
    await closeAccount(house.deps, house.signIn, anna)
    expect((await comesAs('a1', house.visit())).answer.status).toBe(401)
    expect(await lines('refused')).toEqual(['sign-in-provider closed'])
  })

  test('is asked anew each time whether the address is verified and the same', async () => {
    expect((await comesAs('a1', house.visit())).answer.status).toBe(303)
    city.people.set('a1', { email: 'anna@rsc.example', verified: false })
    expect((await comesAs('a1', house.visit())).answer.text).toContain('bestätigt ist')
    city.people.set('a1', { email: 'other@rsc.example', verified: true })
    expect((await comesAs('a1', house.visit())).answer.text).toContain('kein Konto')
  })

  test('leaves nothing but the address: no token, no secret, no line in the log', async () => {
    const visitor = house.visit()
    const { location } = await visitor.get('/staff/sign-in/provider')
    const back = await city.visit(location ?? '', 'a1')
    await visitor.get(back)
    const [account] = await house.db.staffAccount.findMany()
    expect(account).toMatchObject({ accessToken: null, refreshToken: null, idToken: null })
    expect(location).not.toContain(city.client.secret)
    const log = house.logged.join('\n')
    for (const secret of [city.client.secret, /code=([^&]+)/.exec(back)?.[1], 'anna@rsc.example']) {
      expect(secret).toBeTruthy()
      expect(log).not.toContain(secret)
    }
  })

  test('does not stand in for our second factor where somebody comes by password', async () => {
    await comesAs('a1', house.visit())
    const { password } = await house.signIn.auth.$context
    const { internalAdapter } = await house.signIn.auth.$context
    const hash = await password.hash(PASSWORD)
    const credential = { userId: anna, accountId: anna, providerId: 'credential', password: hash }
    await internalAdapter.createAccount(credential)
    const visitor = house.visit()
    await visitor.post('/staff/sign-in', { email: 'anna@rsc.example', password: PASSWORD })
    expect((await visitor.get('/staff/account')).location).toBe('/staff/second-factor')
  })

  test('that is down is said to be, and the password still works', async () => {
    city.stop()
    const answer = await house.visit().get('/staff/sign-in/provider')
    expect(answer.status).toBe(503)
    expect(answer.text).toContain('antwortet gerade nicht richtig')
    expect(answer.text).toContain('name="password"')
  })

  test('makes whoever fails again and again wait, so that nobody fills the audit', async () => {
    const visitor = house.visit('198.51.100.5')
    const tries = Array.from({ length: 8 }, () => '/staff/auth/callback/oidc?state=x&code=y')
    const seen: number[] = []
    for (const path of tries) seen.push((await visitor.get(path)).status)
    expect(seen).toEqual([401, 401, 401, 401, 401, 429, 429, 429])
    expect(await lines('refused')).toHaveLength(5)
  })
})

test('where a second factor is asked of the provider, a password alone is not enough', async () => {
  city = await startProvider(BACK, true)
  city.people.set('a1', { email: 'anna@rsc.example', verified: true, acr: 'password' })
  await openWith({ STAFF_OIDC_ACR: 'two-factor' })
  expect((await comesAs('a1', house.visit())).answer.text).toContain('ohne zweiten Faktor')
  city.people.set('a1', { email: 'anna@rsc.example', verified: true, acr: 'two-factor' })
  expect((await comesAs('a1', house.visit())).answer.status).toBe(303)
  await house.stop()
  city.stop()
})

test('without settings there is no provider', async () => {
  house = await openHouse()
  expect((await house.visit().get('/staff/sign-in')).text).not.toContain('Anmelden mit')
  expect((await house.visit().get('/staff/sign-in/provider')).status).toBe(404)
  expect((await house.visit().get('/staff/auth/callback/oidc?code=x')).status).toBe(404)
  await house.stop()
})
