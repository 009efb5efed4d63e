// An appointment that is over, of which nobody has noted who came: the record says the same as the day, and both let note it.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { stateAt } from '../../src/domain/appointment/attendance.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'
import { formsTo, hiddenOf } from '../support/typed.ts'

const HOUR = 3_600_000

let house: House
let anna: Visitor
let guest: Awaited<ReturnType<typeof guestBooks>>
let at: string
let began: number
beforeAll(async () => {
  house = await openHouse()
  anna = await house.signedIn({ email: 'anna@rsc.example' })
  began = house.clock.at
})
afterAll(() => house.stop())
beforeEach(async () => {
  house.clock.at = began
  guest = await guestBooks(house, { language: 'ar' })
  at = `/staff/intakes/${guest.id}`
  await anna.post(`${at}/take`, { from: '' })
})

const marks = (text: string) => formsTo(text, `/staff/bookings/${guest.booking}/mark`)

test('before it nothing can be noted, and it can be moved', async () => {
  const { text } = await anna.get(at)
  expect(text).toContain('(vereinbart)')
  expect(text).toContain(`href="${at}/times"`)
  expect(marks(text)).toEqual([])
})

test('after it the record says that nothing is noted, as the day does, and asks who came', async () => {
  house.clock.at = began + 28 * HOUR
  const record = await anna.get(at)
  expect(record.text).toContain('(nicht vermerkt)')
  expect(record.text).not.toContain('(vereinbart)')
  expect(record.text).not.toContain('Termin verschieben')
  const day = await anna.get('/staff?day=2026-11-23')
  expect(day.text).toContain('nicht vermerkt')
  expect(day.text).not.toContain('Termin verschieben')
  for (const list of ['/staff/intakes?box=mine', `/staff/intakes?status=all&box=all`]) {
    expect((await anna.get(list)).text).toContain('23.11.2026, 10:00 (nicht vermerkt)')
  }
  expect((await anna.get('/staff/week?week=2026-11-23')).text).toContain('nicht vermerkt')
  expect((await anna.get('/staff/intakes.csv?box=mine')).text).toContain('nicht vermerkt')
  const [attended] = marks(record.text).map(hiddenOf)
  expect(attended).toMatchObject({ to: 'attended', record: guest.id })
  const done = await anna.post(`/staff/bookings/${guest.booking}/mark`, attended ?? {})
  expect(done.location).toBe(`${at}?done=marked#done`)
  const after = (await anna.get(done.location ?? '')).text
  expect(after).toContain('Es ist vermerkt.')
  expect(after).toContain('(erschienen)')
  // A slip can be put right there, too.
  expect(marks(after).map(hiddenOf)).toMatchObject([{ to: 'missed', record: guest.id }])
})

test('two days later it stays as it is', async () => {
  house.clock.at = began + 100 * HOUR
  const { text } = await anna.get(at)
  expect(text).toContain('(nicht vermerkt)')
  expect(marks(text)).toEqual([])
  expect(text).toContain('Termin geben')
})

test('it is over at its end, not before, and what was marked stays', () => {
  const booked = { state: 'booked', endsAt: 10 } as const
  expect([9, 10, 11].map((now) => stateAt(booked, now))).toEqual(['booked', 'unmarked', 'unmarked'])
  for (const state of ['attended', 'missed', 'cancelled', 'unmarked'] as const) {
    expect(stateAt({ state, endsAt: 10 }, 11)).toBe(state)
  }
})

test('a refused note says how long it may be, and a long one is folded', async () => {
  await anna.get(at)
  const long = 'Ä'.repeat(2_001)
  const refused = await anna.post(`${at}/notes`, { id: 'drawn-long', text: long })
  expect(refused.text).toContain('Höchstens 2000 Zeichen, es sind 2001.')
  expect(formsTo(refused.text, `${at}/notes`)[0]?.querySelector('textarea')?.text).toBe(long)
  const lines = Array.from({ length: 200 }, (_, n) => `Zeile ${n}`).join('\n')
  await anna.post(`${at}/notes`, { id: 'drawn-lines', text: lines })
  const { text } = await anna.get(at)
  expect(text).toMatch(/Zeile 7 …<\/blockquote>\s*<details class="rest"><summary>Ganz lesen/)
  expect(text).toContain('Zeile 199')
})

test('who has a request stands once', async () => {
  const { text } = await anna.get(at)
  const shown = /<h1>[\s\S]*?<div class="now">/.exec(text)?.[0] ?? ''
  expect(shown.match(/in Beratung/g)).toHaveLength(1)
  await anna.post(`${at}/status`, { to: 'closed', appointment: 'keep' })
  expect((await anna.get(at)).text).toMatch(
    /abgeschlossen<\/span> <span class="soft">war bei <bdi>Anna Test/,
  )
})
