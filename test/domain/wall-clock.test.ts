import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  atWall,
  clockChangesWithin,
  dateOf,
  minutesOf,
  timeZone,
  toWall,
} from '../../src/domain/calendar/wall-clock.ts'
import { runs } from '../support/runs.ts'

const iso = (text: string) => Date.parse(text)
const instants = fc.integer({ min: iso('2024-01-01T00:00Z'), max: iso('2036-01-01T00:00Z') })
// most instants are far from a clock change: half of them are drawn near one
const changes = Array.from({ length: 12 }, (_, index) => 2024 + index).flatMap((year) =>
  ['03', '10'].map((month) => {
    const lastOfMonth = Temporal.PlainDate.from(`${year}-${month}-31`)
    return iso(`${lastOfMonth.subtract({ days: lastOfMonth.dayOfWeek % 7 })}T01:00Z`)
  }),
)
const nearChanges = fc
  .tuple(fc.constantFrom(...changes), fc.integer({ min: -10_800_000, max: 10_800_000 }))
  .map(([change, ms]) => change + ms)
const anyInstant = fc.oneof(
  instants,
  nearChanges,
  fc.constantFrom(...changes.flatMap((ms) => [ms - 1, ms, ms + 1])),
)

describe('reading the wall', () => {
  it('agrees with Temporal at any instant from 2024 to 2035', () => {
    fc.assert(
      fc.property(anyInstant, (ms) => {
        const zoned = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone)
        expect(toWall(ms)).toEqual({
          date: zoned.toPlainDate().toString(),
          minutes: zoned.hour * 60 + zoned.minute,
          weekday: zoned.dayOfWeek,
        })
        expect(dateOf(ms)).toBe(zoned.toPlainDate().toString())
      }),
      { numRuns: runs(3000) },
    )
  })

  it('agrees with Temporal on when a wall time is, skipped and doubled ones too', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 0, max: 1439 }), (ms, minutes) => {
        const date = dateOf(ms)
        const zoned = Temporal.PlainDate.from(date).toZonedDateTime({
          timeZone,
          plainTime: { hour: Math.floor(minutes / 60), minute: minutes % 60 },
        })
        expect(atWall(date, minutes)).toBe(zoned.epochMilliseconds)
      }),
      { numRuns: runs(3000) },
    )
  })

  it.each([
    ['2026-03-29', '01:59', '2026-03-29T00:59Z'],
    ['2026-03-29', '02:30', '2026-03-29T01:30Z'],
    ['2026-03-29', '03:30', '2026-03-29T01:30Z'],
    ['2026-10-25', '02:30', '2026-10-25T00:30Z'],
    ['2026-10-25', '03:00', '2026-10-25T02:00Z'],
    ['2026-06-30', '24:00', '2026-06-30T22:00Z'],
    ['2026-12-31', '24:00', '2026-12-31T23:00Z'],
  ])('%s %s is %s', (date, time, instant) => {
    expect(atWall(date, minutesOf(time))).toBe(iso(instant))
  })

  it('counts 23 and 25 hours on the days of the clock changes', () => {
    const hours = (date: string) => (atWall(addDays(date, 1), 0) - atWall(date, 0)) / 3_600_000
    expect(['2026-03-28', '2026-03-29', '2026-10-25', '2026-10-26'].map(hours)).toEqual([
      24, 23, 25, 24,
    ])
  })

  it('sees a clock change only strictly inside a stretch of time', () => {
    const change = iso('2026-03-29T01:00Z')
    expect(clockChangesWithin(change - 60_000, change + 60_000)).toBe(true)
    expect(clockChangesWithin(change - 60_000, change)).toBe(false)
    expect(clockChangesWithin(change, change + 60_000)).toBe(false)
  })

  it('shifts dates over months, leap days and years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
  })

  it('refuses what is no date', () => {
    expect(() => atWall('soon', 0)).toThrow('not a date: soon')
  })
})
