// Requests of somebody who wants in, or wants Lotse to stop: what they get is little, and soon.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeToken } from '../../src/flows/staff/tokens.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'

let house: House
let guest: Awaited<ReturnType<typeof guestBooks>>
beforeAll(async () => {
  house = await openHouse()
  guest = await guestBooks(house)
})
afterAll(() => house.stop())

const HOSTS = {
  Host: 'evil.example',
  'X-Forwarded-Host': 'evil.example',
  'X-Forwarded-Proto': 'javascript',
  'X-Original-URL': '/staff/intakes',
  'X-Rewrite-URL': '/staff/intakes',
  'X-HTTP-Method-Override': 'DELETE',
  Forwarded: 'host=evil.example;proto=https',
}

describe('headers that pretend', () => {
  it.each(['/staff', '/staff/sign-in', '/staff/intakes', '/api/v1/intakes', '/healthz', '/readyz'])(
    'change nothing at %s',
    async (path) => {
      const plain = await house.app.request(path)
      const pretended = await house.app.request(path, { headers: HOSTS })
      expect(pretended.status).toBe(plain.status)
      const text = await pretended.text()
      expect(text).not.toContain('evil.example')
      expect(pretended.headers.get('location') ?? '').not.toContain('evil.example')
    },
  )

  it('sign nobody in from another site, whatever host they name', async () => {
    const body = new URLSearchParams({ email: 'a@b.example', password: 'x' })
    for (const origin of ['https://evil.example', 'null', 'http://localhost.evil.example']) {
      const headers = { ...HOSTS, Host: 'localhost', Origin: origin }
      const answer = await house.app.request('/staff/sign-in', { method: 'POST', headers, body })
      expect(answer.status).toBe(403)
    }
  })
})

describe('bodies that are too large or too deep', () => {
  const post = (path: string, body: string, type: string) =>
    house.app.request(path, {
      method: 'POST',
      headers: { 'Content-Type': type, Origin: 'http://localhost' },
      body,
    })

  it.each([
    '/staff/sign-in',
    '/staff/sign-in/code',
    '/staff/intakes/x/notes',
    `/staff/invite/${'a'.repeat(64)}`,
  ])('are refused at %s before anything is looked up', async (path) => {
    // The sign-in carries along what somebody typed as their session ended.
    const large = `email=${'x'.repeat(600_000)}`
    const answer = await post(path, large, 'application/x-www-form-urlencoded')
    expect(answer.status).toBe(413)
  })

  it('with a thousand fields, files or brackets are no fault', async () => {
    const fields = Array.from({ length: 1000 }, (_, i) => `a[${i}][__proto__]=1`).join('&')
    const form = 'application/x-www-form-urlencoded'
    expect((await post('/staff/sign-in', fields, form)).status).toBe(401)
    expect((await post('/staff/sign-in', '__proto__=1&constructor=2&email[]=x', form)).status).toBe(
      401,
    )
    expect(
      (await post('/staff/sign-in', '{'.repeat(50_000), 'application/json')).status,
    ).toBeLessThan(500)
    const parts = 'multipart/form-data; boundary=x'
    expect((await post('/staff/sign-in', '--x\r\n', parts)).status).toBeLessThan(500)
    expect(({} as { 1?: string })[1]).toBeUndefined()
    expect(house.logged.filter((line) => line.includes('"error"'))).toEqual([])
  })
})

describe('guessing', () => {
  it('reference codes from outside tells nothing: code or not, the answer is the same', async () => {
    const answers = await Promise.all(
      [guest.ref, 'HO-2222', guest.id, guest.booking].flatMap((code) =>
        [`/staff/intakes/${code}`, `/staff/intakes?q=${code}`, `/api/v1/intakes/${code}`].map(
          async (path) => {
            const answer = await house.app.request(path)
            return `${answer.status} ${(await answer.text()).replaceAll(code, 'x')}`
          },
        ),
      ),
    )
    expect(new Set(answers).size).toBeLessThanOrEqual(3)
    expect(answers.join()).not.toContain(guest.ref)
  })

  it('ids with a good token of another centre gives what an unknown id gives', async () => {
    const wish = { name: 'x', role: 'lead' as const, centres: ['hamborn'], body: 'drk' }
    const token = await makeToken(house.deps, wish)
    const ask = async (id: string) => {
      const headers = { Authorization: `Bearer ${token}` }
      const answer = await house.app.request(`/api/v1/intakes/${id}`, { headers })
      return [answer.status, await answer.text()]
    }
    expect(await ask(guest.id)).toEqual(await ask('00000000-0000-4000-8000-999999999999'))
  })
})

describe('secrets', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('generated'))
    .map((file) => ({ file, text: readFileSync(join('src', file), 'utf8') }))

  it('are compared in constant time, or looked up by a hash, wherever they are', () => {
    const compares = (file: string, pattern: RegExp) =>
      expect(sources.find((one) => one.file === file)?.text).toMatch(pattern)
    compares('flows/sign-in/same-secret.ts', /timingSafeEqual\(one, other\)/)
    compares('app.ts', /isSameSecret\(given, webhookSecret\)/)
    compares('flows/staff/read-token.ts', /isSameSecret\(await fingerprintOf\(secret\)/)
    compares('flows/sign-in/form-token.ts', /isSameSecret\(mark,/)
    compares('flows/sign-in/accounts.ts', /readInvite\(await fingerprintOf\(token\)/)
    compares('flows/sign-in/second-factor.ts', /useCode\(key,/)
  })

  it('are nowhere compared by === or looked up as they are', () => {
    const bad =
      /(?:[sS]ecret|[tT]oken|[pP]assword|signature)\b\s*[!=]==\s*(?!undefined|null|''|repeated)\w|[!=]==\s*(?:webhookSecret|secret|token|password)\b/
    for (const { file, text } of sources)
      expect([file, bad.exec(text)?.[0]]).toEqual([file, undefined])
  })
})
