import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSeal } from '../../src/store/engine/seal.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.stop())

test('the list leaves as a table: own centres only, no formulas, and it is written down', async () => {
  const guest = await guestBooks(house, { language: 'ar' })
  const other = await guestBooks(house, { centre: 'hamborn' })
  const seal = await createSeal(house.dataKey)
  const sealed = await seal.seal(JSON.stringify({ alias: '=HYPERLINK("http://evil")' }))
  await house.db.intake.update({ where: { id: guest.id }, data: { sealed } })
  const anna = await house.signedIn({ email: 'anna@rsc.example' })
  const table = await anna.get('/staff/intakes.csv?status=all')
  expect(table.headers.get('content-type')).toContain('text/csv')
  const [head = '', row = '', ...more] = table.text.trim().split('\r\n')
  expect(head).toContain('Code;eingegangen;Person')
  expect(row).toContain(`${guest.ref};2026-11-22 09:00;"'=HYPERLINK(""http://evil"")"`)
  expect(row).toContain('Wohnen;Arabisch')
  expect(row).toContain('2026-11-23 10:00;vereinbart;neu')
  expect(more).toEqual([])
  expect(table.text).not.toContain(other.ref)
  const audited = await house.db.audit.findMany({ where: { action: 'export-list' } })
  expect(audited.map(({ staffId, centreId }) => [staffId, centreId])).toEqual([
    [anna.id, 'hochfeld'],
  ])
})

test('the table keeps to what the list was asked for', async () => {
  const guest = await guestBooks(house)
  await guestBooks(house, { language: 'fa' })
  const anna = await house.signedIn({ email: 'anna@rsc.example' })
  const lines = async (query: string) =>
    (await anna.get(`/staff/intakes.csv?${query}`)).text.trim().split('\r\n').length - 1
  expect(await lines('status=open')).toBe(2)
  expect(await lines(`status=open&q=${guest.ref}`)).toBe(1)
  expect(await lines('status=closed')).toBe(0)
  expect((await anna.get('/staff/intakes?status=open')).text).toContain(
    '/staff/intakes.csv?box=new',
  )
})

test('whoever may see no requests gets no table', async () => {
  for (const role of ['coordinator', 'administrator'] as const) {
    const visitor = await house.signedIn({ email: `${role}@city.example`, role })
    expect((await visitor.get('/staff/intakes.csv')).status, role).toBe(403)
  }
  expect((await house.visit().get('/staff/intakes.csv')).status).toBe(401)
})
