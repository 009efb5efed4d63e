import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Counselling } from '../../src/domain/calendar/rules.ts'
import { atWall } from '../../src/domain/calendar/wall-clock.ts'
import { type AnsweredBooking, losing, matchesBetween } from '../../src/domain/profile/matches.ts'
import { readProfile } from '../../src/domain/profile/profile.ts'
import { duisburgJson } from '../support/duisburg.ts'
import { runs } from '../support/runs.ts'

/** Duisburg with these entries on Mondays, 10:00 to 12:00, at Hochfeld. */
function city(...counselling: Counselling[]) {
  const data = duisburgJson()
  const hochfeld = data.centres.find(({ id }: { id: string }) => id === 'hochfeld')
  Object.assign(hochfeld.openings[0], { counselling, seats: 3 })
  const read = readProfile(data)
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  return read.profile
}

const at = (
  day: string,
  answers: AnsweredBooking['answers'],
  seat = 1,
  counsellor: string | null = null,
): AnsweredBooking => {
  const startsAt = atWall(day, 10 * 60)
  const whose = { id: day, personId: 'p', centre: 'hochfeld', seat, answers, counsellor }
  return { ...whose, startsAt, endsAt: startsAt + 1_200_000 }
}

const MONDAY = '2026-11-30'
const sorani: Counselling = { languages: ['ckb'] }
const arabic: Counselling = { languages: ['ar'] }
const woman: Counselling = { languages: ['ckb'], gender: 'woman' }
const zeynep: Counselling = { ...sorani, staffId: 'zeynep' }
const NONE = { lost: 0, gained: 0, wishes: 0, known: 0 }

describe('what becomes of the languages of booked appointments', () => {
  const table: [string, Counselling[], Counselling[], AnsweredBooking, Partial<typeof NONE>][] = [
    ['nothing changes', [sorani], [sorani], at(MONDAY, { spoken: 'ckb' }), {}],
    ['it is spoken no more', [sorani], [arabic], at(MONDAY, { spoken: 'ckb' }), { lost: 1 }],
    ['nothing is known any more', [sorani], [], at(MONDAY, { spoken: 'ckb' }), { lost: 1 }],
    ['it comes to be spoken', [], [sorani], at(MONDAY, { spoken: 'ckb' }), { gained: 1 }],
    ['German is understood everywhere', [sorani], [], at(MONDAY, { spoken: 'de' }), {}],
    ['who brings somebody needs nobody', [sorani], [], at(MONDAY, { spoken: 'own' }), {}],
    ['who was not asked needs nothing', [sorani], [], at(MONDAY, {}), {}],
    ['Sorani is no Kurmanji', [], [sorani], at(MONDAY, { spoken: 'kmr' }), {}],
    ['only the seat counts', [{ ...sorani, seat: 1 }], [], at(MONDAY, { spoken: 'ckb' }, 2), {}],
    [
      'a woman who was asked for goes',
      [woman],
      [{ ...woman, gender: 'man' }],
      at(MONDAY, { counsellor: 'woman' }),
      { wishes: 1 },
    ],
    [
      'who knows the person goes',
      [zeynep],
      [{ ...zeynep, staffId: 'ali' }],
      at(MONDAY, { spoken: 'ckb' }, 1, 'zeynep'),
      { known: 1 },
    ],
    [
      'who goes knows somebody else',
      [zeynep],
      [{ ...zeynep, staffId: 'ali' }],
      at(MONDAY, { spoken: 'ckb' }, 1, 'ali'),
      {},
    ],
    [
      'an entry for one day takes it on that day',
      [sorani],
      [sorani, { languages: [], from: MONDAY, until: MONDAY }],
      at(MONDAY, { spoken: 'ckb' }),
      { lost: 1 },
    ],
    [
      'and on no other, also across the change of the clocks',
      [sorani],
      [sorani, { languages: [], from: MONDAY, until: MONDAY }],
      at('2027-03-29', { spoken: 'ckb' }),
      {},
    ],
  ]
  test.each(table)('%s', (_, before, after, booking, change) => {
    expect(matchesBetween(city(...before), city(...after), [booking])).toEqual({
      ...NONE,
      ...change,
    })
    const tells = losing(city(...before), city(...after), [booking])
    const { lost = 0, wishes = 0, known = 0 } = change
    expect(tells).toEqual(lost + wishes + known > 0 ? [{ booking, wasKnown: known > 0 }] : [])
  })
})

test('what one change takes, the change back gives', () => {
  const entry = fc.record({
    languages: fc.uniqueArray(fc.constantFrom('ckb', 'ar', 'kmr', 'ti')),
    seat: fc.constantFrom(1, 2, 3),
  })
  const booking = fc
    .record({
      spoken: fc.constantFrom('ckb', 'ar', 'kmr-bahdini', 'de'),
      seat: fc.constantFrom(1, 2),
    })
    .map(({ spoken, seat }) => at(MONDAY, { spoken }, seat))
  const entries = fc.array(entry, { maxLength: 4 })
  fc.assert(
    fc.property(entries, entries, fc.array(booking), (one, other, bookings) => {
      const there = matchesBetween(city(...one), city(...other), bookings)
      const back = matchesBetween(city(...other), city(...one), bookings)
      expect(back).toEqual({ lost: there.gained, gained: there.lost, wishes: 0, known: 0 })
      expect(there.lost + there.gained).toBeLessThanOrEqual(bookings.length)
    }),
    { numRuns: runs(60) },
  )
})
