// What a page shows of an appointment may be over by the time somebody presses: then nothing is done to it.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'

let house: House
let anna: Visitor
let ben: Visitor
let guest: Awaited<ReturnType<typeof guestBooks>>
let path: string
beforeEach(async () => {
  house = await openHouse()
  anna = await house.signedIn({ email: 'anna@rsc.example' })
  ben = await house.signedIn({ email: 'ben@rsc.example', name: 'Ben Test' })
  guest = await guestBooks(house)
  path = `/staff/intakes/${guest.id}`
})
afterEach(() => house.stop())

const booking = () => house.db.booking.findFirstOrThrow({ where: { intakeId: guest.id } })
const told = () => house.db.outbox.count({ where: { kind: 'staff-change' } })
const clock = (at: string | number) =>
  new Intl.DateTimeFormat('de', { timeStyle: 'short', timeZone: 'Europe/Berlin' }).format(
    new Date(at),
  )
/** The times a page offers, as its links name them. */
const times = (text: string) => [
  ...new Set([...text.matchAll(/[?;]at=(\d{12,})/g)].map(([, at = '']) => at)),
]
/** What the form of a page has hidden. */
const hidden = (text: string, action: string) => {
  const form = new RegExp(`<form[^>]*action="${action}"[\\s\\S]*?</form>`).exec(text)?.[0] ?? ''
  const found = [...form.matchAll(/name="(\w+)" value="([^"]*)"/g)]
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, value]))
}
/** Ben moves it to the second of the times that are free. */
async function benMoves() {
  const { text } = await ben.get(`${path}/times?centre=hochfeld`)
  const at = times(text)[1] ?? ''
  const chosen = await ben.get(`${path}/times?centre=hochfeld&at=${at}`)
  const answer = await ben.post(`${path}/times`, hidden(chosen.text, `${path}/times`))
  expect(answer.location).toContain('done=moved')
  return at
}

test('a move from a page that shows an older time is refused, with what it is now and the choice kept', async () => {
  const page = await anna.get(`${path}/times?centre=hochfeld`)
  const at = times(page.text)[3] ?? ''
  const open = await anna.get(`${path}/times?centre=hochfeld&at=${at}`)
  house.clock.at += 60_000
  const bens = await benMoves()
  const answer = await anna.post(`${path}/times`, hidden(open.text, `${path}/times`))
  expect(answer.status).toBe(409)
  expect(answer.text).toContain('Jemand anderes war schneller')
  expect(answer.text).toContain('Ben Test')
  expect(answer.text).toMatch(new RegExp(`Bisher: [^<]*${clock(Number(bens))}`))
  expect(Date.parse((await booking()).startsAt)).toBe(Number(bens))
  expect(await told()).toBe(1)
  // Her choice stands there still, and is given by a second press.
  house.clock.at += 60_000
  const again = hidden(answer.text, `${path}/times`)
  expect(again).toMatchObject({ at, from: bens })
  expect((await anna.post(`${path}/times`, again)).location).toContain('done=moved')
  expect(Date.parse((await booking()).startsAt)).toBe(Number(at))
  // The same press once more changes nothing and is no refusal.
  expect((await anna.post(`${path}/times`, again)).location).toContain('done=moved')
  expect(await told()).toBe(2)
})

test.each([
  ['cancel', (text: string) => hidden(text, `${path}/cancel`)],
  [
    'status',
    (text: string) => ({ ...hidden(text, `${path}/cancel`), to: 'closed', appointment: 'cancel' }),
  ],
])('an appointment that was moved meanwhile is not cancelled: %s', async (what, read) => {
  const open = await anna.get(path)
  house.clock.at += 60_000
  const bens = await benMoves()
  const fields = read(open.text)
  expect(fields).toHaveProperty('from')
  const answer = await anna.post(`${path}/${what}`, fields)
  expect(answer.status).toBe(409)
  expect(answer.text).toContain('Jemand anderes war schneller')
  expect(answer.text).toContain(clock(Number(bens)))
  expect(await booking()).toMatchObject({ state: 'booked' })
  const { status } = await house.db.intake.findUniqueOrThrow({ where: { id: guest.id } })
  expect(status).not.toBe('closed')
})

test('the time that somebody has is not offered, and giving it again says that nothing happened', async () => {
  const own = String(Date.parse((await booking()).startsAt))
  expect(times((await anna.get(`${path}/times?centre=hochfeld`)).text)).not.toContain(own)
  const chosen = await anna.get(`${path}/times?centre=hochfeld&at=${own}`)
  expect(chosen.text).toContain('Diese Zeit hat die Person schon.')
  expect(hidden(chosen.text, `${path}/times`)).toEqual({})
  const answer = await anna.post(`${path}/times`, { centre: 'hochfeld', at: own, from: own })
  expect(answer.status).toBe(409)
  expect(answer.text).toContain('Es wurde nichts geändert.')
  expect(await told()).toBe(0)
})
