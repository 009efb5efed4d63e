// Whoever has no chat hears of a change by a call alone: staff are told so, with the number, until somebody has called.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { callerBooks } from '../support/staff-callers.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'

let house: House
let anna: Visitor
let lead: Visitor
let id: string
let path: string
beforeEach(async () => {
  house = await openHouse()
  anna = await house.signedIn({ email: 'anna@rsc.example' })
  lead = await house.signedIn({ email: 'lea@rsc.example', role: 'lead' })
})
afterEach(() => house.stop())

const PHONE = '0203 987654'
const LINK = `<a href="tel:+49203987654"><bdi dir="ltr">${PHONE}</bdi></a>`
async function written(phone = PHONE) {
  ;({ id } = await callerBooks(anna, { alias: 'Frau Rose', phone }))
  path = `/staff/intakes/${id}`
  await anna.get(path)
}
const intake = () => house.db.intake.findUniqueOrThrow({ where: { id } })
const booking = () => house.db.booking.findFirstOrThrow({ where: { intakeId: id } })
const calls = async () => (await anna.get('/staff/calls')).text
const waiting = async () => (await calls()).split('id="reached"')[0] ?? ''
const undelivered = async () => (await lead.get('/staff/undelivered')).text
const MOVED = 'bitte anrufen und sagen'
const cancels = () => anna.post(`${path}/cancel`, {})
async function moves() {
  const { text } = await anna.get(`${path}/times?centre=hochfeld`)
  const at = [...text.matchAll(/[?;]at=(\d{12,})/g)].map(([, one = '']) => one)[2] ?? ''
  return await anna.post(`${path}/times`, { centre: 'hochfeld', at })
}

describe.each([
  ['cancelled', cancels, 'Der Termin ist abgesagt.', 'ist abgesagt: bitte anrufen und sagen'],
  ['moved', moves, 'Der Termin ist vergeben.', 'Termin jetzt'],
] as const)('a caller’s appointment that staff have %s', (_, does, said, listed) => {
  test('is told of by a call: on the page, the call list and among what was not delivered', async () => {
    await written()
    expect(await waiting()).not.toContain(PHONE)
    const { location } = await does()
    const { text } = await anna.get(location ?? '')
    const note = /id="done"[^>]*>([\s\S]*?)<\/p>/.exec(text)?.[1] ?? ''
    expect(note).toContain(said)
    expect(note).toContain(`Keine Nachricht erreicht die Person. Bitte anrufen: ${LINK}`)
    expect(text).not.toContain('bekommt darüber eine Nachricht')
    // In the same moment, and also once the tick has tried to send it.
    for (let minutes = 0; minutes < 3; minutes++) {
      const list = await waiting()
      expect(list).toContain(LINK)
      expect(list).toContain(listed)
      expect(list).toContain(MOVED)
      const page = await undelivered()
      expect(page).toContain('<code>no-chat</code>')
      expect(page).toContain('Die Person hat keinen Chat')
      expect(page).toContain('href="/staff/calls"')
      await house.passes(75_000)
    }
    expect((await intake()).sealed).not.toBeNull()
    const call = { id: 'call-0001', outcome: 'reached', place: 'calls' }
    expect((await anna.post(`${path}/called`, call)).status).toBe(303)
    expect(await waiting()).not.toContain(LINK)
    expect(await undelivered()).toContain('Alles ist angekommen')
    // Pressed on the wrong row, they wait again.
    await anna.post(`${path}/called/undo`, { call: 'call-0001', place: 'calls' })
    expect(await waiting()).toContain(LINK)
  })
})

test('a name and a number stay after a cancellation until the day of the appointment is over', async () => {
  await written()
  await cancels()
  const end = Date.parse((await booking()).endsAt)
  house.clock.at = end - 60_000
  await house.tick()
  expect(await waiting()).toContain(LINK)
  house.clock.at = end + 60_000
  await house.tick()
  expect((await intake()).sealed).not.toBeNull()
  expect(await waiting()).not.toContain(LINK)
  house.clock.at = Date.parse('2026-11-23T23:01:00Z')
  await house.tick()
  expect(await intake()).toMatchObject({ sealed: null, hasPhone: false })
})

test('whose request is closed with the cancellation is called all the same', async () => {
  await written()
  const { location } = await anna.post(`${path}/status`, { to: 'closed', appointment: 'cancel' })
  expect((await anna.get(location ?? '')).text).toContain(`Bitte anrufen: ${LINK}`)
  expect((await intake()).status).toBe('closed')
  await house.passes(75_000)
  expect(await waiting()).toContain(LINK)
  const call = { id: 'call-0001', outcome: 'reached', place: 'calls' }
  expect((await anna.post(`${path}/called`, call)).status).toBe(303)
  expect(await waiting()).not.toContain(LINK)
})

test('who gave no number is on no list, and the page says that nothing tells them', async () => {
  await written('')
  const { location } = await cancels()
  expect((await anna.get(location ?? '')).text).toContain('Die Person erfährt davon nichts')
  expect(await waiting()).not.toContain(path)
})

test('is not for another carrier', async () => {
  await written()
  await cancels()
  const cem = await house.signedIn({ email: 'cem@rsc.example', body: 'caritas' })
  const { text } = await cem.get('/staff/calls')
  expect(text).not.toContain(PHONE)
  expect(text).not.toContain(path)
})
