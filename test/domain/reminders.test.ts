import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { isQuiet } from '../../src/domain/appointment/quiet-hours.ts'
import {
  missedAt,
  nextReminder,
  type ReminderSettings,
  reminderDays,
  remindersOf,
} from '../../src/domain/appointment/reminders.ts'
import { addDays, atWall, dateOf, dayOf, toWall } from '../../src/domain/calendar/wall-clock.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const settings: ReminderSettings = {
  daysBefore: [3, 1],
  hoursBefore: [2],
  quietHours: { from: '21:00', until: '08:00' },
}

const at = (text: string): number => {
  const [date = '', time = ''] = text.split(' ')
  return atWall(date, Number(time.slice(0, 2)) * 60 + Number(time.slice(3)))
}
const shown = (ms: number): string => {
  const { date, minutes } = toWall(ms)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${date} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
const plan = (startsAt: string, bookedAt: string) =>
  remindersOf(settings, { startsAt: at(startsAt), bookedAt: at(bookedAt) }).map(
    ({ code, dueAt }) => `${code} ${shown(dueAt)}`,
  )

const anyStart = fc
  .tuple(fc.integer({ min: 0, max: 1200 }), fc.integer({ min: 0, max: 24 * 12 - 1 }))
  .map(([day, five]) => atWall(addDays('2026-01-01', day), five * 5))

describe('reminders of a booking', () => {
  test.each([
    [
      'come 3 days, 1 day and 2 hours before',
      '2026-11-26 14:00',
      '2026-11-16 10:00',
      ['days-3 2026-11-23 14:00', 'days-1 2026-11-25 14:00', 'hours-2 2026-11-26 12:00'],
    ],
    [
      'keep the hour of the clock on the wall when it is set back between',
      '2026-10-26 10:00',
      '2026-10-19 10:00',
      ['days-3 2026-10-23 10:00', 'days-1 2026-10-25 10:00', 'hours-2 2026-10-26 08:00'],
    ],
    [
      'keep it when it is set forward between',
      '2027-03-29 12:00',
      '2027-03-20 10:00',
      ['days-3 2027-03-26 12:00', 'days-1 2027-03-28 12:00', 'hours-2 2027-03-29 10:00'],
    ],
    [
      'wait for the morning where that leaves an hour',
      '2026-11-26 09:00',
      '2026-11-16 10:00',
      ['days-3 2026-11-23 09:00', 'days-1 2026-11-25 09:00', 'hours-2 2026-11-26 08:00'],
    ],
    [
      'come the evening before where the morning would be too late',
      '2026-11-26 08:30',
      '2026-11-16 10:00',
      ['days-3 2026-11-23 08:30', 'days-1 2026-11-25 08:30', 'hours-2 2026-11-25 20:00'],
    ],
    [
      'of a late event come before the quiet hours of their day',
      '2026-11-26 22:00',
      '2026-11-16 10:00',
      ['days-3 2026-11-23 20:00', 'days-1 2026-11-25 20:00', 'hours-2 2026-11-26 20:00'],
    ],
    [
      'cross the turn of the year and its holidays',
      '2027-01-04 10:00',
      '2026-12-20 10:00',
      ['days-3 2027-01-01 10:00', 'days-1 2027-01-03 10:00', 'hours-2 2027-01-04 08:00'],
    ],
    [
      'are two where the booking is two days ahead',
      '2026-11-26 14:00',
      '2026-11-24 14:00',
      ['days-1 2026-11-25 14:00', 'hours-2 2026-11-26 12:00'],
    ],
    [
      'are one for the way where it was booked the evening before',
      '2026-11-26 14:00',
      '2026-11-25 19:00',
      ['hours-2 2026-11-26 12:00'],
    ],
    ['are none where it begins in three hours', '2026-11-26 14:00', '2026-11-26 11:30', []],
    [
      'are not sent twelve hours after the booking',
      '2026-11-26 14:00',
      '2026-11-23 08:00',
      ['days-1 2026-11-25 14:00', 'hours-2 2026-11-26 12:00'],
    ],
  ])('%s', (_, startsAt, bookedAt, expected) => {
    expect(plan(startsAt, bookedAt)).toEqual(expected)
  })

  it('that come at midnight of a clock change are not sent at night', () => {
    const [first] = plan('2026-10-28 00:30', '2026-10-01 10:00')
    expect(first).toBe('days-3 2026-10-25 08:00')
  })
})

describe('what is owed', () => {
  const booking = { startsAt: at('2026-11-26 14:00'), bookedAt: at('2026-11-16 10:00') }
  test.each([
    ['nothing before the first is due', '2026-11-23 13:59', null, '2026-11-23 14:00'],
    ['the first in the minute it is due', '2026-11-23 14:00', 'days-3', '2026-11-25 14:00'],
    ['the first, late, while it helps', '2026-11-25 13:59', 'days-3', '2026-11-25 14:00'],
    ['only the second after both were missed', '2026-11-25 18:00', 'days-1', '2026-11-26 12:00'],
    ['nothing of the day before on the day itself', '2026-11-26 00:00', null, '2026-11-26 12:00'],
    ['the one for the way until it is too late', '2026-11-26 13:44', 'hours-2', null],
    ['nothing to somebody who cannot be helped by it', '2026-11-26 13:45', null, null],
    ['nothing afterwards', '2026-11-27 10:00', null, null],
  ])('is %s', (_, now, code, next) => {
    const found = nextReminder(settings, booking, at(now))
    expect(found.owed?.code ?? null).toBe(code)
    expect(found.next === null ? null : shown(found.next)).toBe(next)
  })
})

describe('the days on which reminders still come', () => {
  test.each([
    ['all three', '2026-11-26 14:00', '2026-11-16 10:00', '2026-11-16 10:00', [3, 1, 0]],
    [
      'what is left after the first',
      '2026-11-26 14:00',
      '2026-11-16 10:00',
      '2026-11-23 14:00',
      [1, 0],
    ],
    ['one for the way', '2026-11-26 14:00', '2026-11-25 19:00', '2026-11-25 19:00', [0]],
    ['none on the urgent path', '2026-11-26 10:20', '2026-11-26 07:43', '2026-11-26 07:43', []],
    [
      'none once the last one is out',
      '2026-11-26 14:00',
      '2026-11-16 10:00',
      '2026-11-26 12:00',
      [],
    ],
    ['none afterwards', '2026-11-26 14:00', '2026-11-16 10:00', '2026-11-27 12:00', []],
    // The one for the way comes the evening before, when the one of the day before has long come.
    ['each day once', '2026-11-26 08:30', '2026-11-16 10:00', '2026-11-16 10:00', [3, 1]],
    [
      'across the hour set back',
      '2026-10-26 10:00',
      '2026-10-19 10:00',
      '2026-10-19 10:00',
      [3, 1, 0],
    ],
    [
      'across the hour set forward',
      '2027-03-29 12:00',
      '2027-03-20 10:00',
      '2027-03-20 10:00',
      [3, 1, 0],
    ],
    [
      'across the turn of the year',
      '2027-01-01 10:00',
      '2026-12-24 10:00',
      '2026-12-30 23:59',
      [1, 0],
    ],
    [
      'of what begins at midnight',
      '2026-11-26 00:00',
      '2026-11-16 10:00',
      '2026-11-16 10:00',
      [3, 1],
    ],
  ])('%s', (_, startsAt, bookedAt, now, days) => {
    const booking = { startsAt: at(startsAt), bookedAt: at(bookedAt) }
    expect(reminderDays(settings, booking, at(now))).toEqual(days)
  })

  it('are those on which somebody who looks at each due moment is written to', () => {
    fc.assert(
      fc.property(anyStart, fc.integer({ min: 0, max: 20 * 24 }), (startsAt, hours) => {
        const booking = { startsAt, bookedAt: startsAt - hours * HOUR }
        const promised = reminderDays(settings, booking, booking.bookedAt)
        const came = new Set<number>()
        let now: number | null = booking.bookedAt
        while (now !== null) {
          const { owed, next } = nextReminder(settings, booking, now)
          if (owed) came.add(dayOf(startsAt) - dayOf(now))
          now = next
        }
        expect(promised).toEqual([...came])
      }),
    )
  })
})

describe('after a missed appointment', () => {
  test.each([
    ['2026-11-26 14:30', '2026-11-26 15:30'],
    ['2026-11-26 20:30', '2026-11-27 08:00'],
  ])('marked at %s the message comes at %s', (marked, expected) => {
    expect(shown(missedAt(settings, at(marked)))).toBe(expected)
  })
})

describe('whatever the time of the appointment', () => {
  it('no reminder falls into quiet hours, on the wrong day or after the start', () => {
    fc.assert(
      fc.property(anyStart, fc.integer({ min: 0, max: 40 * 24 }), (startsAt, hours) => {
        const bookedAt = startsAt - hours * HOUR
        for (const { code, dueAt, until } of remindersOf(settings, { startsAt, bookedAt })) {
          expect(isQuiet(settings.quietHours, dueAt)).toBe(false)
          expect(dueAt).toBeGreaterThan(bookedAt)
          expect(dueAt).toBeLessThan(startsAt)
          expect(until).toBeLessThanOrEqual(startsAt)
          if (code.startsWith('days')) expect(dateOf(dueAt)).not.toBe(dateOf(startsAt))
        }
      }),
    )
  })

  it('whoever looks at each due moment sends every reminder once, and ends', () => {
    fc.assert(
      fc.property(anyStart, (startsAt) => {
        const booking = { startsAt, bookedAt: startsAt - 30 * DAY }
        const sent: string[] = []
        let now: number | null = booking.bookedAt
        while (now !== null) {
          const { owed, next } = nextReminder(settings, booking, now)
          if (owed) sent.push(owed.code)
          now = next
        }
        expect(sent).toEqual(['days-3', 'days-1', 'hours-2'])
      }),
    )
  })
})
