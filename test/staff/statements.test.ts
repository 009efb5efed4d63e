import { afterAll, beforeAll, expect, test } from 'vitest'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'

// How often a page asks the database, once the city is in memory. One of each is the session, and one says in the audit whose
// were shown, where any were.
const PAGES: [visitor: 'lead' | 'administrator', path: string, statements: number][] = [
  ['lead', '/staff', 2],
  // With somebody who comes.
  ['lead', '/staff?day=2026-11-23', 3],
  ['lead', '/staff/week?week=2026-11-23', 3],
  ['lead', '/staff/intakes', 3],
  ['lead', '/staff/intakes?box=mine', 2],
  ['lead', '/staff/intakes?status=all&q=HO', 2],
  ['lead', '/staff/intakes/:id', 9],
  // What stands before and after it in the list it was opened from.
  ['lead', '/staff/intakes/:id?list=box%3Dmine%26at%3D2026-11-22.1.3.1795334400000.x', 10],
  ['lead', '/staff/intakes/:id?list=of%3Dday%26day%3D2026-11-23', 10],
  ['lead', '/staff/intakes/:id?list=of%3Dcalls%26at%3D2026-11-22.1.3.1795334400000.x', 10],
  ['lead', '/staff/calls', 2],
  ['lead', '/staff/intakes/:id/case-sheet', 6],
  ['lead', '/staff/quarter', 3],
  ['lead', '/staff/interpreting', 4],
  ['administrator', '/staff/admin/staff', 3],
  ['administrator', '/staff/admin/tokens', 3],
]

let house: House
let record: string
const visitors: Partial<Record<string, Visitor>> = {}

beforeAll(async () => {
  house = await openHouse()
  record = (await guestBooks(house)).id
  const centres = ['hochfeld', 'hamborn', 'rheinhausen']
  visitors['lead'] = await house.signedIn({ email: 'lead@rsc.example', role: 'lead', centres })
  const all = { role: 'administrator', centres: [] } as const
  visitors['administrator'] = await house.signedIn({ email: 'admin@rsc.example', ...all })
})
afterAll(() => house.stop())

test.each(PAGES)('a %s who opens %s asks %i times', async (name, pattern, statements) => {
  const path = pattern.replace(':id', record)
  await visitors[name]?.get(path)
  const before = house.count.statements
  expect((await visitors[name]?.get(path))?.status).toBe(200)
  expect(house.count.statements - before).toBe(statements)
})
