// Staff erase somebody who has an appointment ahead: their calendar is told first, whatever happens in between.

import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Actor as Staff } from '../../src/flows/staff/actor.ts'
import { cancelTime } from '../../src/flows/staff/change-booking.ts'
import { closeDays } from '../../src/flows/staff/close-day.ts'
import { eraseRecord } from '../../src/flows/staff/erase-record.ts'
import { type Actor, createActor } from '../support/actor.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { createPhoneCalendar } from '../support/phone-calendar.ts'
import { hasTaken } from '../support/taken-over.ts'
import { bookSara, introduce } from '../support/talks.ts'

const HOUR = 3_600_000
const LATER = '2026-03-25'
const INTERRUPTED = 11 * 60_000
const isD1 = process.env['LOTSE_ENGINE'] === 'd1'

let lotse: TestLotse
let user: Actor
beforeEach(async () => {
  lotse = await startLotse()
  user = createActor(lotse.world)
})
afterEach(() => lotse.stop())

const staff: Staff = {
  ...{ id: 'anna', client: 'test', role: 'lead', body: 'drk' },
  centres: ['hochfeld', 'hamborn', 'rheinhausen'],
}
const files = () => user.documents().map(({ text }) => text)
const erases = async () => {
  const { id } = await lotse.db.intake.findFirstOrThrow()
  expect(await eraseRecord(await hasTaken(lotse), staff, id)).toBe('done')
}
const cards = () => user.messages().filter(({ text }) => text?.includes('Ihr Termin steht fest'))

/** How many rows there are of what is about somebody. */
async function left() {
  const { person, address, intake, consent, waiting, outbox, told, booking } = lotse.db
  return {
    people: await person.count(),
    addresses: await address.count(),
    requests: await intake.count(),
    consents: await consent.count(),
    waiting: await waiting.count(),
    messages: await outbox.count(),
    told: await told.count(),
    seats: await booking.count({ where: { state: 'booked' } }),
    named: await booking.count({
      where: { OR: [{ personId: { not: null } }, { ref: { not: '' } }] },
    }),
  }
}

const NOTHING = {
  ...{ people: 0, addresses: 0, requests: 0, consents: 0, waiting: 0, messages: 0, told: 0 },
  ...{ seats: 0, named: 0 },
}

function expectGone(): void {
  const calendar = createPhoneCalendar()
  for (const file of files()) calendar.put(file)
  expect(calendar.entries()).toEqual([])
  expect(cards()).toEqual([])
}

it('the file that calls it off comes, then nothing is left of them', async () => {
  await bookSara(user, LATER)
  await erases()
  // At once all is gone but where they are told, and of what.
  expect(await left()).toMatchObject({ requests: 0, consents: 0, seats: 0, people: 1, messages: 1 })
  await lotse.tick()
  user.sees('Ihre Daten sind gelöscht.')
  expect(files().at(-1)).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:1[\s\S]*STATUS:CANCELLED/)
  expectGone()
  expect(await left()).toEqual(NOTHING)
  await lotse.tick()
  expect(files()).toHaveLength(2)
  // Whoever goes on from there begins anew.
  await user.taps('Neu anfangen')
  user.sees('Dürfen wir Ihre Antworten speichern?')
})

it('the appointment was the only thing to tell of: without one they go at once', async () => {
  await introduce(user)
  await user.tapsData('1~cb~chat')
  await erases()
  expect(await left()).toEqual(NOTHING)
})

it.skipIf(isD1)(
  'a process that dies between the file and the erasing does both once more',
  async () => {
    await bookSara(user, LATER)
    await erases()
    const { leave } = lotse.deps.store.people
    lotse.deps.store.people.leave = async () => {
      lotse.deps.store.people.leave = leave
      throw new Error('killed')
    }
    await lotse.tick()
    expect(files()).toHaveLength(2)
    expect(await left()).toMatchObject({ people: 1, messages: 1 })
    lotse.clock.at += INTERRUPTED
    await lotse.tick()
    expect(await left()).toEqual(NOTHING)
    expectGone()
  },
)

it('a chat that fails for a while is told later, one that is closed keeps nobody', async () => {
  await bookSara(user, LATER)
  await erases()
  lotse.world.faults.add({ method: 'sendDocument', status: 502, times: 1 })
  await lotse.tick()
  expect(await left()).toMatchObject({ people: 1, messages: 1 })
  await lotse.passes(60_000)
  expectGone()
  expect(await left()).toEqual(NOTHING)
  const azad = createActor(lotse.world, { name: 'Azad' })
  await bookSara(azad, LATER)
  await erases()
  lotse.world.faults.add({ method: 'sendDocument', status: 403 })
  await lotse.tick()
  expect(await left()).toEqual(NOTHING)
})

it('of two appointments in the calendar each is called off', async () => {
  await bookSara(user, LATER)
  const { id, startsAt, endsAt, centreId } = await lotse.db.booking.findFirstOrThrow()
  const day = { startsAt: Date.parse(startsAt) - HOUR, endsAt: Date.parse(endsAt) + HOUR }
  const closing = { id: 'c1', centre: centreId, seat: null, ...day, reason: 'krank' }
  expect(await closeDays(lotse.deps, staff, [closing])).toBe('done')
  // Another one is booked before anybody has been told of the closed day.
  await user.sends('/appointment')
  await user.tapsData('1~da~hochfeld~2026-04-01')
  await user.tapsData(/~tm~/)
  await user.tapsData(/~bo~/)
  expect(await lotse.db.booking.count({ where: { state: 'booked', id: { not: id } } })).toBe(1)
  await erases()
  await lotse.passes(60_000)
  expectGone()
  expect(await left()).toEqual(NOTHING)
})

it('who deletes everything before they were told of a cancellation gets the file, too', async () => {
  await bookSara(user, LATER)
  const { id } = await lotse.db.intake.findFirstOrThrow()
  expect(await cancelTime(await hasTaken(lotse), staff, id)).toBe('done')
  await user.sends('/delete')
  await user.taps('Ja, alles löschen')
  expectGone()
  expect(await left()).toEqual(NOTHING)
})

it('who begins anew before it came keeps what is new, and is told that the old one is off', async () => {
  await bookSara(user, LATER)
  await erases()
  await user.sends('/start')
  user.sees('Dürfen wir Ihre Antworten speichern?')
  await user.taps('Ich stimme zu')
  user.sees('Ist es dringend?')
  await lotse.tick()
  user.sees('Ihr Termin ist abgesagt')
  expect(files().at(-1)).toContain('METHOD:CANCEL')
  expectGone()
  expect(await left()).toMatchObject({ people: 1, requests: 1, consents: 1, seats: 0 })
  await user.taps('Nicht dringend')
})
