import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  atWall,
  dateOf,
  dayNumber,
  toWall,
  weekdayOfDay,
} from '../../../src/domain/calendar/wall-clock.ts'
import {
  dayKeys,
  type Keys,
  rangeKeys,
  relativeKeys,
  timeKeys,
  whenKeys,
} from '../../../src/domain/spoken/dates.ts'
import { formatWhen } from '../../../src/i18n/format.ts'
import { persianDate } from '../../../src/i18n/persian-date.ts'
import { INSTANTS } from '../../i18n/instants.ts'
import { book, keys, reading } from './books.ts'
import { SAID, SAID_AT } from './said-when.table.ts'

const DAY = 86_400_000
const MINUTE = 60_000

const numberOf = (said: Keys, kind: string): number | undefined => {
  const key = said.find((one) => one.startsWith(`date.${kind}.`))
  return key === undefined ? undefined : Number(key.split('.').at(-1))
}

/** The instant that was said, as a listener works it out: the one such day within the year around now. */
function readBack(said: Keys, now: number): number[] {
  const days = Array.from({ length: 601 }, (_, nth) => addDays(dateOf(now), nth - 300))
  return days
    .filter(
      (date) =>
        Number(date.slice(8)) === numberOf(said, 'day') &&
        Number(date.slice(5, 7)) === numberOf(said, 'month') &&
        weekdayOfDay(dayNumber(date)) === numberOf(said, 'weekday'),
    )
    .map((date) =>
      atWall(date, (numberOf(said, 'hour') ?? -1) * 60 + (numberOf(said, 'minute') ?? 0)),
    )
}

// Both clock changes of these years are in it, New Year, and the leap day of 2028.
const anInstant = fc
  .integer({ min: Date.parse('2026-01-01T00:00Z'), max: Date.parse('2029-01-01T00:00Z') })
  .map((at) => at - (at % MINUTE))
const known = fc.constantFrom(...Object.values(INSTANTS).map((instant) => Date.parse(instant)))
const awayBy = fc.integer({ min: -299, max: 299 })

describe.each(keys)('%s', (language) => {
  const dated = reading(language)
  const { clips } = book(language)

  test('what is said is the instant that is written', () => {
    fc.assert(
      fc.property(fc.oneof(anInstant, known), awayBy, (at, days) => {
        const now = at - days * DAY
        const said = whenKeys(at, now, dated) ?? []
        const [only, ...others] = readBack(said, now)
        expect(others).toEqual([])
        // An hour that is there twice is said, and written, the same both times.
        expect(toWall(only ?? 0)).toEqual(toWall(at))
        const written = formatWhen(at, language).replace(/[\u2068\u2069]/g, '')
        const [, date, time] =
          /(\d\d\.\d\d)\.\d{4}.*?(\d\d:\d\d)$/.exec(written.replace(/ Uhr$/, '')) ?? []
        const two = (kind: string) => String(numberOf(said, kind) ?? 0).padStart(2, '0')
        expect([
          `${[...said.filter((key) => key.startsWith('date.day.'))][0]?.slice(9).padStart(2, '0')}.${two('month')}`,
          `${two('hour')}:${two('minute')}`,
        ]).toEqual([date, time])
        expect(written).toContain(clips.get(`date.weekday.${numberOf(said, 'weekday')}`)?.words)
      }),
    )
  })

  test('every part has a clip, and no two parts of a kind have the same words', () => {
    const minutes = Array.from({ length: 24 * 60 }, (_, minute) => timeKeys(minute, dated))
    for (const key of minutes.flat()) expect(clips.has(key), key).toBe(true)
    const said = minutes.map((time) => time.map((key) => clips.get(key)?.words).join(' '))
    expect(new Set(said).size).toBe(24 * 60)
    for (const kind of ['day', 'month', 'weekday']) {
      const own = [...clips.values()].filter(({ key }) => key.startsWith(`date.${kind}.`))
      expect(new Set(own.map(({ words }) => words)).size).toBe(own.length)
    }
  })

  test.each(SAID_AT.map((at, nth) => [at, nth] as const))('%s in words', (instant, nth) => {
    const at = Date.parse(instant)
    const words = whenKeys(at, at, dated)?.map((key) => clips.get(key)?.words)
    expect(words?.join(' | ')).toBe(SAID[language]?.[nth])
  })
})

describe.each(['fa', 'prs'])('the Persian calendar of %s', (language) => {
  test('is said beside the other, as it is written', () => {
    fc.assert(
      fc.property(anInstant, (at) => {
        const said = dayKeys(at, at, reading(language)) ?? []
        const days = said.filter((key) => key.startsWith('date.day.'))
        const { day, month } = persianDate(at)
        expect(days[1]).toBe(`date.day.${day}`)
        expect(numberOf(said, 'persian-month')).toBe(month)
      }),
    )
  })
})

test('a day so far away that it needs its year is not said', () => {
  const now = Date.parse('2026-03-16T07:00:00Z')
  expect(dayKeys(now + 300 * DAY, now, reading('de'))).toBeDefined()
  expect(dayKeys(now + 301 * DAY, now, reading('de'))).toBeUndefined()
  expect(whenKeys(now - 301 * DAY, now, reading('de'))).toBeUndefined()
})

test('today, tomorrow and the day after go by the calendar in Berlin', () => {
  const evening = Date.parse('2026-10-24T21:30:00Z') // 23:30, the night the clocks go back
  const said = [0, 1, 25, 49].map((hours) =>
    relativeKeys(evening + hours * 3_600_000, evening, reading('de')),
  )
  expect(said.slice(0, 3)).toEqual([['date.today'], ['date.tomorrow'], ['date.tomorrow']])
  expect(said[3]).toEqual(['date.day-after-tomorrow'])
  expect(relativeKeys(evening + 80 * 3_600_000, evening, reading('de'))).toEqual([
    'date.weekday.3',
    'date.day.28',
    'date.month.10',
  ])
})

test('a range over the clock change says both times as the wall shows them', () => {
  const from = Date.parse('2026-03-29T00:30:00Z')
  expect(rangeKeys(from, from + 3_600_000, reading('de'))).toEqual([
    'date.hour.1',
    'date.minute.30',
    'date.order.range#1',
    'date.hour.3',
    'date.minute.30',
  ])
})
