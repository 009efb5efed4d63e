import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROLES, type Role, reachOf } from '../../src/domain/people/rights.ts'
import { createStaff, staffRoutes } from '../../src/staff/staff.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'

let house: House
let guest: Awaited<ReturnType<typeof guestBooks>>
const staff: Partial<Record<Role, Visitor>> = {}
beforeAll(async () => {
  house = await openHouse()
  guest = await guestBooks(house)
  for (const role of ROLES) {
    staff[role] = await house.signedIn({
      email: `${role}@rsc.example`,
      role,
      // Of another centre than the guest's.
      centres: ['hamborn'],
    })
  }
})
afterAll(() => house.stop())

/** A real path for each pattern, with ids that exist. */
function pathOf(pattern: string): string {
  const id = pattern.startsWith('/bookings') ? guest.booking : guest.id
  return `/staff${pattern.replace(':id', id).replace(':token', 'a'.repeat(64))}`.replace(/\/$/, '')
}

const ask = (visitor: Visitor, method: string, path: string) => {
  if (method === 'get') return visitor.get(path)
  const to = path.endsWith('/status') ? 'closed' : 'attended'
  return visitor.post(path, { to, centre: 'hochfeld', id: 'walk-in-1', at: '1' })
}

const closed = staffRoutes.filter(({ who }) => who !== 'open')
const named = staffRoutes.map((route) => ({ ...route, name: `${route.method} ${route.path}` }))

test('every route that the app answers is in the list', () => {
  const listed = new Set(staffRoutes.map(({ method, path }) => `${method.toUpperCase()} ${path}`))
  const own = createStaff(house.deps).routes.filter(({ path }) => path.startsWith('/staff'))
  expect(own.length).toBeGreaterThan(10)
  for (const { method, path } of own) {
    if (method === 'ALL' || path.endsWith('.css') || path.endsWith('.svg')) continue
    expect(listed).toContain(`${method} ${path.replace(/^\/staff/, '') || '/'}`)
  }
})

test('only these routes are open to strangers', () => {
  expect(named.filter(({ who }) => who === 'open').map(({ name }) => name)).toEqual([
    'get /sign-in',
    'post /sign-in',
    'get /sign-in/code',
    'post /sign-in/code',
    'get /sign-in/recovery',
    'post /sign-in/recovery',
    'get /invite/:token',
    'post /invite/:token',
    'get /sign-in/provider',
    'get /auth/callback/oidc',
    'get /passkey.js',
    'post /sign-in/passkey/options',
    'post /sign-in/passkey',
  ])
})

test.each(closed)('a stranger gets 401 and the sign-in at $method $path', async (route) => {
  const answer = await ask(house.visit(), route.method, pathOf(route.path))
  expect(answer.status).toBe(401)
  expect(answer.text).toContain('name="password"')
  expect(answer.text).not.toContain(guest.ref)
  expect(house.logged.join('\n')).toContain(`"stranger refused","route":"${route.path}"`)
})

describe.each(ROLES)('a %s', (role) => {
  const mine = closed.flatMap((route) =>
    route.who === 'open' || route.who === 'member' || route.who === 'set-up'
      ? []
      : [{ ...route, action: route.who }],
  )

  test.each(mine.filter(({ action }) => reachOf(role, action) === 'none'))(
    'gets 403 at $method $path, and it is written down',
    async ({ method, path }) => {
      const visitor = staff[role] as Visitor
      await visitor.get('/staff/account')
      const answer = await ask(visitor, method, pathOf(path))
      expect(answer.status).toBe(403)
      expect(answer.text).not.toContain(guest.ref)
      const rows = await house.db.audit.findMany({
        where: { action: `${method} ${path}`, outcome: 'refused' },
      })
      expect(rows.length).toBeGreaterThan(0)
    },
  )

  test.each(
    mine.filter(
      ({ action, path }) =>
        path.includes(':id') && !['none', 'city'].includes(reachOf(role, action)),
    ),
  )('of another centre gets 404 at $method $path, and it is written down', async (route) => {
    const visitor = staff[role] as Visitor
    await visitor.get('/staff/account')
    const before = await house.db.audit.count({ where: { outcome: 'refused' } })
    const answer = await ask(visitor, route.method, pathOf(route.path))
    expect(answer.status).toBe(404)
    expect(answer.text).not.toContain(guest.ref)
    expect(await house.db.audit.count({ where: { outcome: 'refused' } })).toBe(before + 1)
  })
})

test('lists of another centre show nothing of the guest', async () => {
  for (const path of ['/staff?day=2026-11-23', '/staff/intakes?status=all', '/staff/calls']) {
    const { status, text } = await (staff.counsellor as Visitor).get(path)
    expect(status).toBe(200)
    expect(text).not.toContain(guest.ref)
  }
})

test('a path that does not exist is 401 for a stranger and 404 inside', async () => {
  expect((await house.visit().get('/staff/nowhere')).status).toBe(401)
  expect((await (staff.counsellor as Visitor).get('/staff/nowhere')).status).toBe(404)
})
