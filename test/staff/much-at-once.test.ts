// What is brought into a city in one piece, as large as it gets: a change of hours under a thousand appointments, a whole
// voice as a file. On D1 an event that asks more than a thousand times is refused (clocked-worker.ts).

import { afterEach, expect, test } from 'vitest'
import type { Profile } from '../../src/domain/profile/profile.ts'
import { writeVoice } from '../../src/domain/spoken/shared-voice.ts'
import { bookOfVoice } from '../../src/flows/staff/voices.ts'
import { bookAll } from '../support/booked-weeks.ts'
import { seedProfile } from '../support/duisburg.ts'
import { checks, confirms } from '../support/filled-form.ts'
import { mp3Of, tone } from '../support/sounds.ts'
import { type House, openHouse } from '../support/staff-house.ts'
import { SORANI } from '../support/voice-rooms.ts'

const MINUTE = 60_000
const MANY = 1000
const SEATS = 40

let house: House
afterEach(() => house.stop())

/** Duisburg, whose Hochfeld has room for so many: each morning nine times with forty seats. */
function withRoom(): Profile {
  const profile = seedProfile('duisburg')
  const opening = {
    ...{ id: 'mornings', opens: '09:00', closes: '12:00', seats: SEATS },
    repeat: { every: 'week' as const, weekdays: [1, 2, 3, 4, 5] },
  }
  const centres = profile.centres.map((one) =>
    one.id === 'hochfeld' ? { ...one, openings: [opening] } : one,
  )
  return { ...profile, centres }
}

test('a change of hours under a thousand appointments tells each person, none twice', async () => {
  house = await openHouse(withRoom(), { LOG_LEVEL: 'error' })
  const monday = Date.parse('2026-11-23T08:00:00Z')
  await bookAll(house, MANY, (i) => ({
    centreId: 'hochfeld',
    seat: 1 + (i % SEATS),
    startsAt:
      monday +
      Math.floor(i / SEATS / 9) * 24 * 60 * MINUTE +
      (Math.floor(i / SEATS) % 9) * 20 * MINUTE,
  }))
  const admin = await house.signedIn({ email: 'it@rsc.example', role: 'administrator' })
  const path = '/staff/admin/centres/hochfeld'
  const preview = await checks(admin, path, { 'openings.0.seats': '1' })
  expect((await confirms(admin, path, preview.text)).location).toBe('/staff/admin/centres?done')
  const cancelled = await house.db.booking.count({ where: { state: 'cancelled' } })
  expect(cancelled).toBe(MANY - Math.ceil(MANY / SEATS))
  expect(await house.db.outbox.count({ where: { kind: 'closure' } })).toBe(cancelled)
  const sent = () => house.db.outbox.count({ where: { kind: 'closure', status: 'sent' } })
  for (let minute = 0; minute < 15 && (await sent()) < cancelled; minute += 1) {
    house.clock.at += MINUTE
    await house.tick()
  }
  const messages = Array.from({ length: MANY }, (_, i) => {
    const all = [...house.world.chats.find(1000 + i).messages.values()]
    return all.filter(({ text }) => text !== undefined).length
  })
  expect(messages.filter((times) => times === 1)).toHaveLength(cancelled)
  expect(messages.filter((times) => times > 1)).toEqual([])
  expect(house.logged.filter((line) => /failed|not settled/.test(line))).toEqual([])
})

test('a voice with every clip there is comes in as one file', async () => {
  house = await openHouse(undefined, { LOG_LEVEL: 'error' })
  const book = await bookOfVoice(house.deps, 'ckb')
  const clips = [...(book?.clips ?? [])]
  const frames = await mp3Of(tone(0.2))
  const speaker = { id: 'speaker-1', isComputer: false, consentHash: 'h', consentedAt: 0 }
  const file = writeVoice(
    { voice: 'ckb', city: 'essen' },
    [{ ...speaker, origin: 'essen' }],
    clips.map(([key, { hash, words }]) => ({ key, hash, words, speaker: 'speaker-1', frames })),
  )
  const chief = await house.signedIn({ email: 'co@city.example', role: 'coordinator', centres: [] })
  await chief.get(SORANI)
  const taken = await chief.sendFile(`${SORANI}/file`, {}, ['voice', new Blob([file])])
  expect(taken.status).toBe(200)
  expect(clips.length).toBeGreaterThan(700)
  expect(await house.db.clip.count()).toBe(clips.length)
})
