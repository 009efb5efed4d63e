import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { addAccount, invite } from '../../src/flows/sign-in/accounts.ts'
import { createStaff } from '../../src/staff/staff.ts'
import { type House, keyIn, openHouse, PASSWORD, type Visitor } from '../support/staff-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.stop())

const account = { name: 'Anna', role: 'counsellor', body: 'drk', language: 'de' } as const

async function invited(email: string) {
  const id = await addAccount(house.signIn, { ...account, email, centres: ['hochfeld'] })
  return { id: id ?? '', link: await invite(house.deps, id ?? '') }
}

async function withFactor(email: string) {
  const visitor = house.visit()
  const { link, id } = await invited(email)
  await visitor.post(link, { password: PASSWORD, repeat: PASSWORD })
  await visitor.post('/staff/sign-in', { email, password: PASSWORD })
  const secret = keyIn((await visitor.get('/staff/second-factor')).text)
  const done = await visitor.post('/staff/second-factor', { code: await house.codeOf(secret) })
  const codes = [...done.text.matchAll(/<li>(\w{5}-\w{5})<\/li>/g)].map((match) => match[1] ?? '')
  return { visitor, secret, codes, id }
}

/** The code of the next half minute: valid already, and not the one that set up the factor. */
async function nextCode(secret: string) {
  vi.useFakeTimers({ now: Date.now() + 30_000, toFake: ['Date'] })
  const code = await house.codeOf(secret)
  vi.useRealTimers()
  return code
}

const cookieOf = (visitor: Visitor) => visitor.jar.get('lotse.session_token')

test('an invitation sets a password, the first sign-in sets up the second factor', async () => {
  const visitor = house.visit()
  const { link } = await invited('first@rsc.example')
  expect((await visitor.get(link)).text).toContain('first@rsc.example')
  const set = await visitor.post(link, { password: PASSWORD, repeat: PASSWORD })
  expect(set.text).toContain('Passwort ist festgelegt')
  const entered = await visitor.post('/staff/sign-in', {
    email: 'First@RSC.example',
    password: PASSWORD,
  })
  expect(entered.location).toBe('/staff')
  const kept = await visitor.get('/staff/account')
  expect([kept.status, kept.location]).toEqual([303, '/staff/second-factor'])
  const page = await visitor.get('/staff/second-factor')
  const code = await house.codeOf(keyIn(page.text))
  expect((await visitor.post('/staff/second-factor', { code: '000000' })).text).toContain('alert')
  const done = await visitor.post('/staff/second-factor', { code })
  expect(done.text.match(/<li>\w{5}-\w{5}<\/li>/g)).toHaveLength(10)
  expect((await visitor.get('/staff/account')).status).toBe(200)
})

test('an invitation works once, and not after three days', async () => {
  const { link } = await invited('once@rsc.example')
  await house.visit().post(link, { password: PASSWORD, repeat: PASSWORD })
  expect((await house.visit().get(link)).status).toBe(404)
  const again = { password: 'another password here', repeat: 'another password here' }
  expect((await house.visit().post(link, again)).status).toBe(404)
  const old = await invited('late@rsc.example')
  house.clock.at += 73 * 3_600_000
  expect((await house.visit().get(old.link)).status).toBe(404)
  house.clock.at -= 73 * 3_600_000
})

test('a link that was made before is spent with the one that is used', async () => {
  const { link, id } = await invited('forgetful@rsc.example')
  const newer = await invite(house.deps, id)
  await house.visit().post(newer, { password: PASSWORD, repeat: PASSWORD })
  expect((await house.visit().get(link)).status).toBe(404)
})

test.each([
  ['short', 'short', '12 Zeichen'],
  ['x'.repeat(200), 'x'.repeat(200), '128 Zeichen'],
  [PASSWORD, 'something else entirely', 'verschieden'],
])('the new password %s is refused with its reason', async (password, repeat, reason) => {
  const { link } = await invited(`${reason.length}-${password.length}@rsc.example`)
  expect((await house.visit().post(link, { password, repeat })).text).toContain(reason)
  expect((await house.visit().get(link)).status).toBe(200)
})

test('signing in needs the code, and a code works once', async () => {
  const { secret } = await withFactor('code@rsc.example')
  const code = await nextCode(secret)
  const enter = async (visitor: Visitor) => {
    const asked = await visitor.post('/staff/sign-in', {
      email: 'code@rsc.example',
      password: PASSWORD,
    })
    expect(asked.location).toBe('/staff/sign-in/code')
    expect((await visitor.get('/staff/account')).status).toBe(401)
    return visitor.post('/staff/sign-in/code', { code })
  }
  const [first, second] = [house.visit(), house.visit('198.51.100.9')]
  expect((await enter(first)).location).toBe('/staff')
  expect((await first.get('/staff/account')).status).toBe(200)
  expect((await enter(second)).status).toBe(401)
  expect((await second.get('/staff/account')).status).toBe(401)
})

test('a recovery code replaces the app, once', async () => {
  const { codes } = await withFactor('recovery@rsc.example')
  const enter = async () => {
    const visitor = house.visit()
    await visitor.post('/staff/sign-in', { email: 'recovery@rsc.example', password: PASSWORD })
    return visitor.post('/staff/sign-in/recovery', { code: codes[0] ?? '' })
  }
  expect((await enter()).location).toBe('/staff')
  expect((await enter()).status).toBe(401)
})

test('who has signed in, and how, is written down; who has only tried is not', async () => {
  const { codes, secret, id } = await withFactor('written@rsc.example')
  const enter = async (path: string, code: string) => {
    const visitor = house.visit('198.51.100.31')
    await visitor.post('/staff/sign-in', { email: 'written@rsc.example', password: PASSWORD })
    return visitor.post(path, { code })
  }
  await enter('/staff/sign-in/code', '000000')
  await enter('/staff/sign-in/code', await nextCode(secret))
  await enter('/staff/sign-in/recovery', codes[0] ?? '')
  const rows = await house.db.audit.findMany({ where: { staffId: id, client: '198.51.100.31' } })
  expect(rows.map(({ action }) => action)).toEqual(['sign-in', 'sign-in-recovery'])
})

test('an unknown address, a wrong password and an account without one read the same', async () => {
  await invited('nopassword@rsc.example')
  await withFactor('known@rsc.example')
  const texts = await Promise.all(
    ['nobody@rsc.example', 'known@rsc.example', 'nopassword@rsc.example'].map(async (email) => {
      const answer = await house.visit().post('/staff/sign-in', { email, password: 'wrong words' })
      expect(answer.status).toBe(401)
      return answer.text.replaceAll(email, 'x')
    }),
  )
  expect(new Set(texts).size).toBe(1)
})

test('whoever guesses has to wait, the account holder elsewhere has not', async () => {
  await withFactor('guessed@rsc.example')
  const guesser = house.visit('198.51.100.66')
  const guess = (password: string) =>
    guesser.post('/staff/sign-in', { email: 'guessed@rsc.example', password })
  for (let tries = 0; tries < 5; tries += 1) await guess(`wrong ${tries}`)
  expect((await guess(PASSWORD)).text).toContain('Zu viele Versuche')
  const holder = await house.visit('203.0.113.50').post('/staff/sign-in', {
    email: 'guessed@rsc.example',
    password: PASSWORD,
  })
  expect(holder.location).toBe('/staff/sign-in/code')
})

test('tries at the same moment are counted like tries in a row', async () => {
  const guesser = house.visit('198.51.100.77')
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      guesser.post('/staff/sign-in', { email: 'swarm@rsc.example', password: `wrong ${index}` }),
    ),
  )
  const looked = answers.filter(({ text }) => text.includes('stimmt nicht'))
  expect(looked.length).toBeLessThanOrEqual(5)
})

test('a session that was planted before is not the one that is signed in', async () => {
  const { visitor, secret } = await withFactor('fixed@rsc.example')
  const planted = cookieOf(visitor)
  expect((await visitor.get('/staff/account')).status).toBe(200)
  expect((await visitor.post('/staff/sign-out', {})).location).toBe('/staff/sign-in')
  const victim = house.visit()
  victim.jar.set('lotse.session_token', planted ?? '')
  await victim.post('/staff/sign-in', { email: 'fixed@rsc.example', password: PASSWORD })
  await victim.post('/staff/sign-in/code', { code: await nextCode(secret) })
  expect(cookieOf(victim)).toBeDefined()
  expect(cookieOf(victim)).not.toBe(planted)
  const attacker = house.visit()
  attacker.jar.set('lotse.session_token', planted ?? '')
  expect((await attacker.get('/staff/account')).status).toBe(401)
})

test('the session cookie is out of reach of scripts and of other sites', async () => {
  const { link } = await invited('cookie@rsc.example')
  await house.visit().post(link, { password: PASSWORD, repeat: PASSWORD })
  const answer = await house
    .visit()
    .post('/staff/sign-in', { email: 'cookie@rsc.example', password: PASSWORD })
  const line = answer.headers.getSetCookie().find((cookie) => cookie.includes('session_token='))
  expect(line).toMatch(/HttpOnly/)
  expect(line).toMatch(/SameSite=Lax/)
  expect(line).toMatch(/Path=\/staff/)
  expect(line).toMatch(/Max-Age=1800/)
})

test('somebody new is asked to sign in, not told off', async () => {
  const first = await house.visit().get('/staff')
  expect(first.status).toBe(401)
  expect(first.text).not.toContain('class="alert"')
  expect(first.text).toContain('Nach 30 Minuten ohne Eingabe')
  expect(first.text).not.toContain('demo.lotse')
})

test('the demo shows its accounts, and its form is filled in', async () => {
  const config = { ...house.deps.config, mode: 'demo' as const }
  const answer = await createStaff({ ...house.deps, config }).request('/staff/sign-in')
  const text = await answer.text()
  expect(text).toContain('value="staff@demo.lotse.example"')
  expect(text).toContain('administrator@demo.lotse.example')
})

test('a session ends after half an hour without input', async () => {
  const { visitor } = await withFactor('idle@rsc.example')
  expect((await visitor.get('/staff/account')).status).toBe(200)
  vi.useFakeTimers({ now: Date.now() + 31 * 60_000, toFake: ['Date'] })
  expect((await visitor.get('/staff/account')).status).toBe(401)
  vi.useRealTimers()
})

test('a closed account is out at once', async () => {
  const { visitor, id } = await withFactor('closed@rsc.example')
  await house.db.staff.update({ where: { id }, data: { disabledAt: new Date() } })
  expect((await visitor.get('/staff/account')).status).toBe(401)
})

test('a form from another site, or without the token of its page, is refused', async () => {
  const { visitor } = await withFactor('forged@rsc.example')
  const elsewhere = { Origin: 'https://evil.example' }
  expect((await visitor.post('/staff/sign-out', {}, elsewhere)).status).toBe(403)
  expect((await visitor.post('/staff/sign-out', { form: 'guessed' })).status).toBe(403)
  expect((await visitor.get('/staff/account')).status).toBe(200)
})

test.each(['https://evil.example', '//evil.example', '/staff/../telegram', '/elsewhere'])(
  'signing in does not lead to %s',
  async (next) => {
    const email = `to-${encodeURIComponent(next).length}@rsc.example`
    const { link } = await invited(email)
    await house.visit().post(link, { password: PASSWORD, repeat: PASSWORD })
    const answer = await house.visit().post('/staff/sign-in', { email, password: PASSWORD, next })
    expect(answer.location).toBe('/staff')
  },
)

test('neither password, code nor e-mail address gets into the log', () => {
  const log = house.logged.join('\n')
  expect(log).not.toContain(PASSWORD)
  expect(log).not.toContain('@rsc.example')
})
