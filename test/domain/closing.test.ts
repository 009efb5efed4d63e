// New times for those whose day was closed, by what each needs.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { holdsFor } from '../../src/domain/appointment/closing.ts'
import { NO_NEED } from '../../src/domain/appointment/language-fit.ts'
import type { BookableTime } from '../../src/domain/calendar/bookable.ts'

const HOUR = 3_600_000
const NOW = Date.parse('2026-03-16T07:00:00Z')

const SPEAKS = new Map([
  [1, { languages: ['ckb'] }],
  [2, { languages: [] }],
])
const time = (hour: number, seats: number[], isKnown = true): BookableTime => ({
  ...{ centreId: 'hochfeld', startsAt: NOW + hour * HOUR, endsAt: NOW + hour * HOUR + HOUR / 3 },
  ...{ seats, ...(isKnown ? { counsellors: SPEAKS } : {}) },
})
const seeking = (id: string, language: string | null = null) => ({
  ...{ id, need: { ...NO_NEED, language } },
  interpreted: () => null,
})
const held = (people: ReturnType<typeof seeking>[], times: BookableTime[]) =>
  holdsFor(people, times, NOW, 60).map(({ booking, time: { startsAt, seats } }) => [
    booking,
    (startsAt - NOW) / HOUR,
    seats[0],
  ])

it('are the three soonest, one of each moment, for somebody who needs nobody in particular', () => {
  const times = [time(5, [1, 2]), time(3, [2]), time(6, [1]), time(7, [1]), time(1, [2])]
  expect(held([seeking('a')], times)).toEqual([
    ['a', 3, 2],
    ['a', 5, 2],
    ['a', 6, 1],
  ])
})

it('are where the language is spoken for who needs it, and the soonest of all', () => {
  const times = [time(3, [2]), time(4, [2]), time(5, [1, 2]), time(6, [1]), time(7, [1])]
  expect(held([seeking('a', 'ckb')], times)).toEqual([
    ['a', 3, 2],
    ['a', 5, 1],
    ['a', 6, 1],
  ])
})

it('no seat is held twice, and nobody gets one with a language they do not need while another is free', () => {
  const person = fc.constantFrom(null, 'ckb', 'ti')
  const seats = fc.subarray([1, 2], { minLength: 1 })
  fc.assert(
    fc.property(
      fc.array(person, { maxLength: 5 }),
      fc.array(seats, { maxLength: 6 }),
      (all, of) => {
        const times = of.map((free, nth) => time(3 + nth, [...free]))
        const people = all.map((language, nth) => seeking(`p${nth}`, language))
        const holds = holdsFor(people, times, NOW, 60)
        const taken = holds.map(({ time: one }) => `${one.startsAt} ${one.seats[0]}`)
        expect(new Set(taken).size).toBe(taken.length)
        const left = new Set(
          times.flatMap((one) => one.seats.map((seat) => `${one.startsAt} ${seat}`)),
        )
        for (const { booking, time: one } of holds) {
          const { language } = people.find(({ id }) => id === booking)?.need ?? NO_NEED
          const isFree = left.has(`${one.startsAt} 2`)
          if (language !== 'ckb' && one.seats[0] === 1) expect(isFree).toBe(false)
          left.delete(`${one.startsAt} ${one.seats[0]}`)
        }
        for (const { id } of people) {
          const own = holds.filter(({ booking }) => booking === id)
          expect(new Set(own.map(({ time: one }) => one.startsAt)).size).toBe(own.length)
        }
      },
    ),
  )
})
