// What a browser is told to keep to on the staff pages, whatever it asked for.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, openHouse } from '../support/staff-house.ts'

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

const WEBHOOK_SECRET = 'a-secret-of-sixteen-letters'

const told = (headers: Headers) =>
  Object.fromEntries(Object.keys(HEADERS).map((name) => [name, headers.get(name)]))

describe.each([
  ['https://lotse.example', 'max-age=31536000'],
  [undefined, null],
])('at %s', (publicUrl, transport) => {
  let house: House
  beforeAll(async () => {
    house = await openHouse(undefined, publicUrl ? { PUBLIC_URL: publicUrl, WEBHOOK_SECRET } : {})
  })
  afterAll(() => house.stop())

  test.each([
    ['the sign-in', '/staff/sign-in'],
    ['a page that is none, where a stranger is asked to sign in', '/staff/nowhere'],
  ])('%s runs our own script beside them all', async (_, path) => {
    const { headers } = await house.visit().get(path)
    const policy = `${HEADERS['content-security-policy']}; script-src 'self'; connect-src 'self'`
    expect(told(headers)).toEqual({ ...HEADERS, 'content-security-policy': policy })
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test.each([
    ['the second step', '/staff/sign-in/code', 'no-store'],
    ['the style', '/staff/style.css', 'max-age=300'],
    ['the icon', '/staff/icon.svg', 'max-age=86400'],
  ])('%s carries them all', async (_, path, kept) => {
    const { headers } = await house.visit().get(path)
    expect(told(headers)).toEqual(HEADERS)
    expect(headers.get('strict-transport-security')).toBe(transport)
    expect(headers.get('cache-control')).toBe(kept)
  })

  test('a form from elsewhere is refused with them all', async () => {
    const elsewhere = { Origin: 'https://elsewhere.example' }
    const { status, headers, text } = await house.visit().post('/staff/sign-in', {}, elsewhere)
    expect(status).toBe(403)
    // Whoever sits before it reads where to go, and the IT what it is, once.
    expect(text).toContain('Öffnen Sie sie dort noch einmal: ')
    await house.visit().post('/staff/sign-in', {}, elsewhere)
    expect(house.logged.filter((line) => line.includes('form from another address'))).toHaveLength(
      1,
    )
    expect(told(headers)).toEqual(HEADERS)
    expect(headers.get('cache-control')).toBe('no-store')
  })
})
