import { symmetricDecrypt } from 'better-auth/crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { addAccount, invite } from '../../src/flows/sign-in/accounts.ts'
import { type House, keyIn, openHouse, PASSWORD } from '../support/staff-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.stop())

const codesIn = (page: string) =>
  [...page.matchAll(/<li>(\w{5}-\w{5})<\/li>/g)].map((match) => match[1] ?? '')

/** Somebody signed in, with their recovery codes and the page of their account open. */
async function member(email: string) {
  const account = { name: 'Anna', role: 'counsellor', body: 'drk', language: 'de' } as const
  const id = (await addAccount(house.signIn, { ...account, email, centres: ['hochfeld'] })) ?? ''
  const visitor = house.visit()
  await visitor.post(await invite(house.deps, id), { password: PASSWORD, repeat: PASSWORD })
  await visitor.post('/staff/sign-in', { email, password: PASSWORD })
  const secret = keyIn((await visitor.get('/staff/second-factor')).text)
  const done = await visitor.post('/staff/second-factor', { code: await house.codeOf(secret) })
  await visitor.get('/staff/account')
  return { id, email, visitor, codes: codesIn(done.text) }
}

type Member = Awaited<ReturnType<typeof member>>

/** The same person on another device, come in by a recovery code. */
async function elsewhere({ email, codes }: Member, password = PASSWORD) {
  const visitor = house.visit('198.51.100.20')
  await visitor.post('/staff/sign-in', { email, password })
  const { location } = await visitor.post('/staff/sign-in/recovery', { code: codes.pop() ?? '' })
  return Object.assign(visitor, { in: location === '/staff' })
}

const written = async ({ id }: Member) =>
  (await house.db.audit.findMany({ where: { subject: id } })).map(
    ({ action, outcome }) => `${action} ${outcome}`,
  )

test('another password ends every other session, and this one goes on', async () => {
  const anna = await member('password@rsc.example')
  const tablet = await elsewhere(anna)
  const password = 'an entirely new sentence'
  const change = { current: PASSWORD, password, repeat: password }
  expect((await anna.visitor.post('/staff/account/password', change)).status).toBe(303)
  expect((await anna.visitor.get('/staff/account?done=password')).text).toContain('ist geändert')
  expect((await tablet.get('/staff/account')).status).toBe(401)
  expect((await elsewhere(anna)).in).toBe(false)
  expect((await elsewhere(anna, password)).in).toBe(true)
  expect(await written(anna)).toEqual(['change-password done'])
})

test.each([
  ['password', { password: 'an entirely new sentence', repeat: 'an entirely new sentence' }],
  ['codes', {}],
  ['second-factor', { code: 'aaaaa-aaaaa' }],
])('without the password nothing changes: %s', async (path, fields) => {
  const anna = await member(`${path}-wrong@rsc.example`)
  const form = { current: 'not the password', ...fields }
  const answer = await anna.visitor.post(`/staff/account/${path}`, form)
  expect(answer.status).toBe(401)
  expect(answer.text).toContain('Es wurde nichts geändert')
  expect((await elsewhere(anna)).in).toBe(true)
  expect((await written(anna))[0]).toContain('refused')
})

test('a password that is too short is refused before anything is asked', async () => {
  const anna = await member('short@rsc.example')
  const form = { current: PASSWORD, password: 'short', repeat: 'short' }
  expect((await anna.visitor.post('/staff/account/password', form)).status).toBe(400)
})

test('whoever sits at an open browser cannot guess the password for long', async () => {
  const anna = await member('guess@rsc.example')
  const guess = (current: string) => anna.visitor.post('/staff/account/codes', { current })
  for (let tries = 0; tries < 5; tries += 1) await guess(`wrong ${tries}`)
  expect((await guess(PASSWORD)).status).toBe(429)
})

test('new recovery codes take the place of the old ones', async () => {
  const anna = await member('codes@rsc.example')
  const old = [...anna.codes]
  const shown = await anna.visitor.post('/staff/account/codes', { current: PASSWORD })
  anna.codes.splice(0, anna.codes.length, ...codesIn(shown.text))
  expect(anna.codes).toHaveLength(10)
  expect((await elsewhere({ ...anna, codes: old })).in).toBe(false)
  expect((await elsewhere(anna)).in).toBe(true)
})

test('a lost phone is replaced by recovery codes: one to come in, one to change', async () => {
  const anna = await member('phone@rsc.example')
  const signIn = await elsewhere(anna)
  await signIn.get('/staff/account')
  const wrong = { current: PASSWORD, code: 'aaaaa-aaaaa' }
  expect((await signIn.post('/staff/account/second-factor', wrong)).status).toBe(401)
  const form = { current: PASSWORD, code: anna.codes.pop() ?? '' }
  const { location } = await signIn.post('/staff/account/second-factor', form)
  expect(location).toBe('/staff/second-factor')
  // Whoever has the lost phone is out, and until the new one is set up nothing else is shown.
  expect((await anna.visitor.get('/staff/account')).status).toBe(401)
  expect((await signIn.get('/staff/account')).location).toBe('/staff/second-factor')
  const secret = keyIn((await signIn.get('/staff/second-factor')).text)
  const done = await signIn.post('/staff/second-factor', { code: await house.codeOf(secret) })
  expect(codesIn(done.text)).toHaveLength(10)
  expect((await signIn.get('/staff/account')).status).toBe(200)
  expect(await written(anna)).toContain('replace-second-factor done')
})

test('other sessions end at a tap, this one does not', async () => {
  const anna = await member('sessions@rsc.example')
  const tablet = await elsewhere(anna)
  expect((await tablet.get('/staff/account')).status).toBe(200)
  const ended = await anna.visitor.post('/staff/account/sessions', {})
  const said = await anna.visitor.get(ended.location ?? '')
  expect(said.text).toContain('Alle anderen Sitzungen sind beendet')
  expect((await tablet.get('/staff/account')).status).toBe(401)
  expect((await anna.visitor.get('/staff/account')).status).toBe(200)
})

test('a code alone does not show the recovery codes again', async () => {
  const anna = await member('codes-again@rsc.example')
  const where = { userId: anna.id }
  const factor = await house.db.staffTwoFactor.findFirstOrThrow({ where })
  const { secretConfig } = await house.signIn.auth.$context
  const secret = await symmetricDecrypt({ key: secretConfig, data: factor.secret })
  // As if the code that signed in were another one by now.
  await house.db.$executeRawUnsafe('DELETE FROM "StaffUsedCode"')
  const form = { code: await house.codeOf(secret) }
  const answer = await anna.visitor.post('/staff/second-factor', form)
  expect([answer.status, answer.location]).toEqual([303, '/staff'])
  expect(codesIn(answer.text)).toEqual([])
})

test('another password or the end of a session holds, however old the session was', async () => {
  const anna = await member('older@rsc.example')
  const later = (ms: number) => vi.useFakeTimers({ now: Date.now() + ms, toFake: ['Date'] })
  later(5 * 60_000)
  const password = 'an entirely new sentence'
  const change = { current: PASSWORD, password, repeat: password }
  expect((await anna.visitor.post('/staff/account/password', change)).status).toBe(303)
  expect((await anna.visitor.get('/staff/account')).status).toBe(200)
  later(5 * 60_000)
  await anna.visitor.post('/staff/sign-out', {})
  expect(anna.visitor.jar.has('lotse.session_token')).toBe(false)
  vi.useRealTimers()
})
