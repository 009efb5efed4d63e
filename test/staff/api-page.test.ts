// What a whole page of records asks the database for: as much as one record does.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { makeToken } from '../../src/flows/staff/tokens.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'

const PAGE = 50

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.stop())

/** Requests that are another one again, at two centres by turns. */
async function requests(count: number): Promise<void> {
  const { id } = await guestBooks(house)
  const like = await house.db.intake.findUniqueOrThrow({ where: { id } })
  const centres = ['hochfeld', 'hamborn']
  for (let n = 1; n < count; n += 1) {
    const own = { id: `r${n}`, ref: `HO-R${n}`, centreId: centres[n % 2] ?? '' }
    await house.db.intake.create({ data: { ...like, ...own } })
  }
}

test('fifty records are four statements, one of them the audit of all of them', async () => {
  await requests(PAGE)
  const bearer = await makeToken(house.deps, {
    ...{ name: 'case system', role: 'lead', body: 'drk' },
    centres: ['hochfeld', 'hamborn'],
  })
  const ask = async (limit: number) => {
    const headers = { Authorization: `Bearer ${bearer}` }
    const answer = await house.app.request(`/api/v1/intakes?limit=${limit}`, { headers })
    const { items } = z.object({ items: z.array(z.unknown()) }).parse(await answer.json())
    return items.length
  }
  await ask(1)
  const noted = await house.db.audit.count()
  const counted = house.count.statements
  expect(await ask(PAGE)).toBe(PAGE)
  // The token, the version of the city, the page, and what is noted.
  expect(house.count.statements - counted).toBe(4)
  // A row of each centre, which names every record.
  const rows = await house.db.audit.findMany({
    ...{ orderBy: { id: 'asc' }, skip: noted },
    include: { subjects: true },
  })
  expect(rows.map(({ action, subjects }) => [action, subjects.length])).toEqual([
    ['see-record', PAGE / 2],
    ['see-record', PAGE / 2],
  ])
})
