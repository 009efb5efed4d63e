// Guessing at passwords, codes, links and tokens: slowed down from wherever it comes, and nobody is locked out.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { addAccount, closeAccount, invite, readInvite } from '../../src/flows/sign-in/accounts.ts'
import { reopenPerson } from '../../src/flows/sign-in/change-account.ts'
import { createSignIn } from '../../src/flows/sign-in/sign-in.ts'
import { makeToken } from '../../src/flows/staff/tokens.ts'
import { createSeal } from '../../src/store/engine/seal.ts'
import { createStore } from '../../src/store/store.ts'
import { type House, keyIn, openHouse, PASSWORD, type Visitor } from '../support/staff-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse(undefined, { TRUSTED_PROXIES: 'private' })
})
afterAll(() => house.stop())

const account = { name: 'Anna', role: 'counsellor', body: 'drk', language: 'de' } as const

/** Somebody with password and second factor, the device they signed in on, and the secret of their app. */
async function withFactor(email: string, home = '203.0.113.7') {
  const id = (await addAccount(house.signIn, { ...account, email, centres: ['hochfeld'] })) ?? ''
  const visitor = house.visit(home)
  await visitor.post(await invite(house.deps, id), { password: PASSWORD, repeat: PASSWORD })
  await visitor.post('/staff/sign-in', { email, password: PASSWORD })
  const secret = keyIn((await visitor.get('/staff/second-factor')).text)
  const done = await visitor.post('/staff/second-factor', { code: await house.codeOf(secret) })
  const codes = [...done.text.matchAll(/<li>(\w{5}-\w{5})<\/li>/g)].map((match) => match[1] ?? '')
  return { id, visitor, secret, codes, email }
}

const enter = (visitor: Visitor, email: string, password = PASSWORD) =>
  visitor.post('/staff/sign-in', { email, password })

/** So many wrong passwords for one account, each from another address. */
async function guessed(email: string, tries: number) {
  const seen: number[] = []
  for (let i = 0; i < tries; i += 1) {
    const visitor = house.visit(`198.51.${100 + Math.floor(i / 200)}.${1 + (i % 200)}`)
    seen.push((await enter(visitor, email, `wrong ${i}`)).status)
  }
  return seen
}

/** The clock of the system, which tries are counted by, stands: a slow machine would be let in again meanwhile. */
async function at<T>(now: number, work: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ now, toFake: ['Date'] })
  try {
    return await work()
  } finally {
    vi.useRealTimers()
  }
}

describe('sixty passwords for one account, each from another address', () => {
  const email = 'wanted@rsc.example'
  let owner: Awaited<ReturnType<typeof withFactor>>
  let seen: number[]
  let begun: number
  beforeAll(async () => {
    owner = await withFactor(email)
    begun = Date.now()
    seen = await at(begun, () => guessed(email, 60))
  })

  test('are looked at twenty times', () => {
    expect(seen.filter((status) => status === 401)).toHaveLength(20)
    expect(seen.slice(20)).toEqual(Array.from({ length: 40 }, () => 429))
  })

  test('say how long to wait, and which ways lead in meanwhile', async () => {
    const { text } = await at(begun, () => enter(house.visit('198.51.99.1'), email))
    expect(text).toContain('Zu viele Versuche')
    expect(text).toContain('5 Minuten')
    expect(text).toContain('Sonst schickt Ihnen die Administration einen Link.')
  })

  test('do not hold up who has signed in on this device before, from wherever', async () => {
    const { visitor } = owner
    await visitor.post('/staff/sign-out', {})
    expect((await enter(visitor, email)).location).toBe('/staff/sign-in/code')
    const travelling = house.visit('192.0.2.99')
    travelling.jar.set('lotse.device', visitor.jar.get('lotse.device') ?? '')
    expect((await enter(travelling, email)).location).toBe('/staff/sign-in/code')
  })

  test('are not helped by another account’s device, nor by one made up', async () => {
    const other = await withFactor('other@rsc.example', '203.0.113.8')
    const guesser = house.visit('198.51.98.1')
    for (const device of [
      other.visitor.jar.get('lotse.device') ?? '',
      `${'0'.repeat(32)}.${'A'.repeat(43)}`,
      'nonsense',
    ]) {
      guesser.jar.set('lotse.device', device)
      expect((await at(begun, () => enter(guesser, email, 'wrong'))).status).toBe(429)
    }
  })

  test('do not hold up anybody else', async () => {
    await withFactor('colleague@rsc.example', '203.0.113.9')
    const elsewhere = house.visit('203.0.113.10')
    expect((await enter(elsewhere, 'colleague@rsc.example')).location).toBe('/staff/sign-in/code')
  })

  test('leave a new device a way in by a link of an administrator', async () => {
    const fresh = house.visit('192.0.2.50')
    expect((await at(begun, () => enter(fresh, email))).status).toBe(429)
    const link = await invite(house.deps, owner.id)
    await fresh.post(link, { password: PASSWORD, repeat: PASSWORD })
    expect((await enter(fresh, email)).location).toBe('/staff/sign-in/code')
  })

  test('are looked at again after a while, one by one', async () => {
    await at(begun + 5 * 60_000 + 1000, async () => {
      expect((await enter(house.visit('198.51.97.1'), email, 'wrong')).status).toBe(401)
      expect((await enter(house.visit('198.51.97.2'), email, 'wrong')).status).toBe(429)
    })
  })
})

test('an address that tries one account after the other waits, a known device behind it does not', async () => {
  const { visitor, email } = await withFactor('town-hall@rsc.example', '203.0.113.77')
  const guesser = house.visit('203.0.113.77')
  const seen: number[] = []
  const begun = Date.now()
  await at(begun + 1000, async () => {
    for (let i = 0; i < 30; i += 1)
      seen.push((await enter(guesser, `a${i}@rsc.example`, 'x')).status)
  })
  await at(begun + 60_000, async () => {
    for (let i = 30; i < 70; i += 1)
      seen.push((await enter(guesser, `a${i}@rsc.example`, 'x')).status)
    expect((await enter(house.visit('203.0.113.78'), 'a99@rsc.example', 'x')).status).toBe(401)
    expect((await enter(visitor, email)).location).toBe('/staff/sign-in/code')
  })
  expect(seen.filter((status) => status === 401).length).toBeLessThanOrEqual(61)
  expect(seen.at(-1)).toBe(429)
})

test('a proxy that is not trusted cannot give each try another address', async () => {
  const guesser = house.visit('203.0.113.200')
  const seen: number[] = []
  await at(Date.now(), async () => {
    for (let i = 0; i < 8; i += 1) {
      const fields = { email: 'forwarded@rsc.example', password: 'wrong' }
      const headers = { 'X-Forwarded-For': `198.18.0.${i}` }
      seen.push((await guesser.post('/staff/sign-in', fields, headers)).status)
    }
  })
  expect(seen.slice(-2)).toEqual([429, 429])
})

describe('a closed account', () => {
  test('ends at the first step, as a wrong password does', async () => {
    const { id, email, visitor } = await withFactor('left@rsc.example', '203.0.113.20')
    await closeAccount(house.deps, house.signIn, id)
    const closed = await enter(visitor, email)
    expect([closed.status, closed.location]).toEqual([401, null])
    const wrong = await enter(house.visit('203.0.113.20'), 'nobody@rsc.example')
    expect(closed.text.replaceAll(email, 'x')).toBe(
      wrong.text.replaceAll('nobody@rsc.example', 'x'),
    )
    expect(await house.db.staffSession.count({ where: { userId: id } })).toBe(0)
  })

  test('that is closed between password and code begins no session, nor when it is opened again', async () => {
    const { id, email, codes } = await withFactor('midway@rsc.example', '203.0.113.21')
    const half = house.visit('203.0.113.21')
    expect((await enter(half, email)).location).toBe('/staff/sign-in/code')
    await closeAccount(house.deps, house.signIn, id)
    expect((await half.post('/staff/sign-in/recovery', { code: codes[0] ?? '' })).status).toBe(401)
    expect(await house.db.staffSession.count({ where: { userId: id } })).toBe(0)
    const actor = { id: 'a', role: 'administrator', centres: [], body: null, client: 'x' } as const
    expect(await reopenPerson({ deps: house.deps, signIn: house.signIn, actor }, id)).toBe('done')
    expect((await half.get('/staff/account')).status).toBe(401)
  })

  test('has no use for a link that was made before', async () => {
    const email = 'link@rsc.example'
    const id = (await addAccount(house.signIn, { ...account, email, centres: [] })) ?? ''
    const link = await invite(house.deps, id)
    await closeAccount(house.deps, house.signIn, id)
    expect((await house.visit('203.0.113.22').get(link)).status).toBe(404)
    const fields = { password: PASSWORD, repeat: PASSWORD }
    expect((await house.visit('203.0.113.22').post(link, fields)).status).toBe(404)
    expect(await house.db.staffAccount.count({ where: { userId: id } })).toBe(0)
  })
})

describe('codes of the second factor', () => {
  test.each([
    ['/staff/sign-in/code', '000000'],
    ['/staff/sign-in/recovery', 'aaaaa-bbbbb'],
  ])('at %s are limited for whoever is in already', async (path, code) => {
    const { visitor } = await withFactor(`in-${code}@rsc.example`, '203.0.113.30')
    const seen: number[] = []
    await at(Date.now(), async () => {
      for (let i = 0; i < 8; i += 1) seen.push((await visitor.post(path, { code })).status)
    })
    expect(seen).toEqual([401, 401, 401, 401, 401, 429, 429, 429])
  })

  test('are limited across new sign-ins, and by device: the owner’s own is not held up', async () => {
    const { email, visitor, codes } = await withFactor('known@rsc.example', '203.0.113.31')
    const seen: number[] = []
    // The first wait is over before the next try.
    const begun = Date.now()
    for (let i = 0; i < 6; i += 1) {
      await at(begun + i * 1000, async () => {
        const thief = house.visit('198.51.100.31')
        await enter(thief, email)
        seen.push((await thief.post('/staff/sign-in/code', { code: '000000' })).status)
      })
    }
    expect(seen).toEqual([401, 401, 401, 401, 401, 429])
    await enter(visitor, email)
    const entered = await visitor.post('/staff/sign-in/recovery', { code: codes[0] ?? '' })
    expect(entered.location).toBe('/staff')
  })
})

test('links that are guessed are limited, and a right one is looked at from elsewhere', async () => {
  const guesser = house.visit('198.51.100.40')
  const seen: number[] = []
  await at(Date.now(), async () => {
    for (let i = 0; i < 33; i += 1) {
      seen.push((await guesser.get(`/staff/invite/${randomBytes(32).toString('hex')}`)).status)
    }
  })
  expect(seen.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 404))
  expect(seen.at(-1)).toBe(429)
  const email = 'invited@rsc.example'
  const id = (await addAccount(house.signIn, { ...account, email, centres: [] })) ?? ''
  expect((await house.visit('203.0.113.41').get(await invite(house.deps, id))).status).toBe(200)
})

test('tokens that are guessed are limited; who was let in lately is not, from the same address', async () => {
  const env = { incoming: { socket: { remoteAddress: '198.51.100.41' } } }
  const ask = async (token: string) => {
    const headers = { Authorization: `Bearer ${token}` }
    return await house.app.request('/api/v1/intakes', { headers }, env)
  }
  const wish = { name: 'x', role: 'lead' as const, centres: ['hochfeld'], body: 'drk' }
  const token = await makeToken(house.deps, wish)
  expect((await ask(token)).status).toBe(200)
  const id = token.split('_')[1]
  const seen: number[] = []
  const guess = async () => await ask(`lotse_${id}_${randomBytes(32).toString('hex')}`)
  const last = await at(Date.now(), async () => {
    for (let i = 0; i < 40; i += 1) seen.push((await guess()).status)
    return await guess()
  })
  expect(seen.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 401))
  expect([last.status, Number(last.headers.get('Retry-After'))]).toEqual([429, 1])
  expect((await ask(token)).status).toBe(200)
})

test('a new data key keeps links, counts, used codes and the forms of open pages', async () => {
  const email = 'rotated@rsc.example'
  const id = (await addAccount(house.signIn, { ...account, email, centres: [] })) ?? ''
  const link = (await invite(house.deps, id)).split('/').at(-1) ?? ''
  const key = await house.deps.store.staff.access.keyOf('form x')
  const tried = await house.deps.store.returns.tries('ABC', '1.2.3.4')
  const newKey = randomBytes(32).toString('base64')
  const store = createStore(house.db, await createSeal(`2:${newKey},1:${house.dataKey}`))
  const deps = { ...house.deps, store }
  const signIn = await createSignIn(deps)
  expect(await readInvite(deps, signIn, link)).toBe(email)
  expect(await store.staff.access.keyOf('form x')).toBe(key)
  expect(await store.returns.tries('ABC', '1.2.3.4')).toEqual(tried)
  while ((await store.keys.rotateSome()) > 0) {}
  const alone = { ...deps, store: createStore(house.db, await createSeal(`2:${newKey}`)) }
  expect(await readInvite(alone, await createSignIn(alone), link)).toBe(email)
  expect(await alone.store.staff.access.keyOf('form x')).toBe(key)
})
