// A centre's week laid out: seats by kind, closed days with why, and both changes of the clocks.
import { describe, expect, it, test } from 'vitest'
import { closedDay } from '../../../src/domain/calendar/closed-day.ts'
import { type Closure, closuresOf } from '../../../src/domain/calendar/closures.ts'
import type { ClosedDays, OpeningRule } from '../../../src/domain/calendar/rules.ts'
import { atWall, dayNumber } from '../../../src/domain/calendar/wall-clock.ts'
import {
  mondayOf,
  type TakenSeat,
  type WeekDay,
  weekOf,
} from '../../../src/domain/calendar/week.ts'
import { calendar, onWall, opening } from '../../support/opening.ts'

type Said = {
  rules?: OpeningRule[]
  closed?: ClosedDays[]
  taken?: TakenSeat[]
  held?: TakenSeat[]
  now?: number
  staffSeats?: number
  seats?: number
}

const MONDAY = '2026-03-16'
const walkIn = [{ weekdays: [2], opens: '09:00', closes: '12:00' }]

function week(monday: string, said: Said = {}): WeekDay<TakenSeat>[] {
  const { rules = [opening()], closed = [], taken = [], held = [] } = said
  const { seats = 3, staffSeats = 1, now = atWall(monday, 0) } = said
  const hours = { calendar: calendar(rules, { seats, staffSeats }), walkIn }
  const booked = { appointments: taken, held }
  return weekOf(hours, closed.flatMap(closuresOf), booked, { monday, now })
}

/** A time as one line: `10:00 taken 1, free 1, …`. */
const lines = ({ times }: WeekDay<TakenSeat>) =>
  times.map(({ startsAt, taken, held, free, staffOnly, walkIn, closed, when }) => {
    const counts = {
      taken: taken.length,
      held,
      free,
      staffOnly,
      walkIn,
      closed: closed?.seats ?? 0,
    }
    const said = Object.entries(counts).flatMap(([name, count]) =>
      count > 0 ? [`${name} ${count}`] : [],
    )
    return `${onWall(startsAt).slice(11)} ${said.join(', ')}${when === 'open' ? '' : ` (${when})`}`
  })

const at = (date: string, minutes: number, seat: number | null, length = 20): TakenSeat => {
  const startsAt = atWall(date, minutes)
  return { startsAt, endsAt: startsAt + length * 60_000, seat }
}

const TEN = 600
const short = opening({ closes: '10:40' })

describe('the times of a day', () => {
  test.each<[name: string, said: Said, lines: string[]]>([
    [
      'with nobody',
      {},
      ['10:00 free 1, staffOnly 1, walkIn 1', '10:20 free 1, staffOnly 1, walkIn 1'],
    ],
    [
      'with somebody on each kind of seat',
      { taken: [at(MONDAY, TEN, 1), at(MONDAY, TEN + 20, 3)] },
      ['10:00 taken 1, staffOnly 1, walkIn 1', '10:20 taken 1, free 1, staffOnly 1'],
    ],
    [
      'with a seat that is held',
      { held: [at(MONDAY, TEN, 1)] },
      ['10:00 held 1, staffOnly 1, walkIn 1', '10:20 free 1, staffOnly 1, walkIn 1'],
    ],
    [
      'with an appointment across two of them, from before the rule changed',
      { taken: [at(MONDAY, TEN + 10, 1)] },
      ['10:00 staffOnly 1, walkIn 1', '10:10 taken 1', '10:20 staffOnly 1, walkIn 1'],
    ],
    [
      'with an appointment on a seat that there is no more',
      { seats: 2, staffSeats: 0, taken: [at(MONDAY, TEN, 7)] },
      ['10:00 free 1, walkIn 1', '10:00 taken 1', '10:20 free 1, walkIn 1'],
    ],
    [
      'with a closed seat',
      { closed: [{ from: MONDAY, until: MONDAY, seat: 1, reason: 'krank' }] },
      ['10:00 staffOnly 1, walkIn 1, closed 1', '10:20 staffOnly 1, walkIn 1, closed 1'],
    ],
    [
      'that are closed for an hour, an appointment left standing in it',
      {
        closed: [
          {
            from: MONDAY,
            until: MONDAY,
            closedFrom: '10:00',
            closedUntil: '10:20',
            reason: 'Team',
          },
        ],
        taken: [at(MONDAY, TEN, 1)],
      },
      ['10:00 taken 1, closed 2', '10:20 free 1, staffOnly 1, walkIn 1'],
    ],
    [
      'half of which are over',
      { now: atWall(MONDAY, TEN + 20) },
      ['10:00 free 1, staffOnly 1, walkIn 1 (over)', '10:20 free 1, staffOnly 1, walkIn 1'],
    ],
    [
      'that are too far ahead',
      { now: atWall('2026-02-01', 0) },
      [
        '10:00 free 1, staffOnly 1, walkIn 1 (ahead)',
        '10:20 free 1, staffOnly 1, walkIn 1 (ahead)',
      ],
    ],
  ])('%s', (_, said, expected) => {
    const [monday] = week(MONDAY, { rules: [short], ...said })
    expect(monday && lines(monday)).toEqual(expected)
  })

  it('that are closed one after the other for one reason are one stretch', () => {
    const closed = [
      { from: MONDAY, until: MONDAY, closedFrom: '10:20', closedUntil: '11:00', reason: 'Team' },
      { from: MONDAY, until: MONDAY, closedFrom: '11:00', closedUntil: '11:20', reason: 'Umzug' },
    ]
    const [monday] = week(MONDAY, { closed })
    const shut = monday?.times.filter((time) => time.closed) ?? []
    expect(
      shut.map((time) => [onWall(time.startsAt).slice(11), onWall(time.endsAt).slice(11)]),
    ).toEqual([
      ['10:20', '11:00'],
      ['11:00', '11:20'],
    ])
    expect(shut.map((time) => time.closed?.reasons)).toEqual([['Team'], ['Umzug']])
  })
})

describe('the days of a week', () => {
  it('are the working days, and those of a weekend on which something is on', () => {
    expect(week(MONDAY)).toHaveLength(5)
    const saturday = opening({ id: 's', repeat: { every: 'week', weekdays: [6] } })
    expect(
      week(MONDAY, { rules: [saturday] })
        .map(({ date }) => date)
        .at(-1),
    ).toBe('2026-03-21')
    const onSunday = week(MONDAY, { taken: [at('2026-03-22', TEN, 1)] })
    expect(onSunday.map(({ date }) => date).at(-1)).toBe('2026-03-22')
  })

  it('have the hours without an appointment', () => {
    const [, tuesday] = week(MONDAY)
    expect(tuesday?.walkIn.map(({ opensAt }) => onWall(opensAt))).toEqual(['2026-03-17 09:00'])
  })

  test.each([
    ['begin with the Monday', '2026-03-16', '2026-03-16'],
    ['of a Sunday with that before', '2026-03-22', '2026-03-16'],
    ['over New Year', '2027-01-03', '2026-12-28'],
  ])('%s', (_, date, monday) => {
    expect(mondayOf(date)).toBe(monday)
  })

  // The Sundays on which the clocks change, with hours across the change; and the Mondays after.
  test.each([
    ['2026-03-23', '2026-03-29', ['01:00', '03:00'], 23],
    ['2026-10-19', '2026-10-25', ['01:00', '03:00'], 25],
  ])('in the week of %s have %s with its hours on the wall', (monday, sunday, times, hours) => {
    const night = opening({
      id: 'night',
      repeat: { every: 'week', weekdays: [7, 1] },
      opens: '01:00',
      closes: '04:00',
      slotMinutes: 60,
    })
    const all = week(monday, { rules: [night] })
    const last = all.at(-1) as WeekDay<TakenSeat>
    expect(last.date).toBe(sunday)
    expect(onWall(last.at)).toBe(`${sunday} 00:00`)
    const starts = last.times.map(({ startsAt }) => onWall(startsAt).slice(11))
    expect(starts).toEqual(expect.arrayContaining(times))
    // The hour that is skipped, or there twice, is not given away.
    expect(new Set(starts).size).toBe(starts.length)
    expect((atWall(sunday, 1440) - last.at) / 3_600_000).toBe(hours)
    const booked = week(monday, { rules: [night], taken: [at(sunday, 180, 1, 60)] }).at(-1)
    expect(booked && lines(booked)).toContain('03:00 taken 1, staffOnly 1, walkIn 1')
  })
})

describe('a day is closed', () => {
  const whole = (closed: ClosedDays[]) => closed.flatMap(closuresOf)
  const day = (date: string, closures: Closure[], rules = [opening()]) =>
    closedDay({ calendar: calendar(rules), walkIn }, closures, dayNumber(date))

  test.each<[name: string, date: string, closed: ClosedDays[], why: unknown]>([
    ['not, while it has hours', MONDAY, [], null],
    ['not, while somebody can come without an appointment', '2026-03-17', [], null],
    ['where it never has hours', '2026-03-18', [], { why: 'no-hours' }],
    ['by law', '2026-05-01', [], { why: 'holiday', name: 'Tag der Arbeit' }],
    [
      'by law, whatever else is said',
      '2026-04-06',
      [{ from: '2026-04-06', until: '2026-04-06', reason: 'x' }],
      { why: 'holiday', name: 'Ostermontag' },
    ],
    [
      'by staff',
      MONDAY,
      [{ from: MONDAY, until: MONDAY, reason: 'Fortbildung' }],
      { why: 'closed', reasons: ['Fortbildung'] },
    ],
    [
      'by two closures, each half',
      MONDAY,
      [
        { from: MONDAY, until: MONDAY, closedUntil: '11:00', reason: 'A' },
        { from: MONDAY, until: MONDAY, closedFrom: '11:00', reason: 'B' },
      ],
      { why: 'closed', reasons: ['A', 'B'] },
    ],
    [
      'not by one of its seats',
      MONDAY,
      [{ from: MONDAY, until: MONDAY, seat: 1, reason: 'krank' }],
      null,
    ],
    [
      'not by another centre’s closure',
      MONDAY,
      [{ from: MONDAY, until: MONDAY, centreId: 'hamborn', reason: 'x' }],
      null,
    ],
  ])('%s', (_, date, closed, why) => {
    expect(day(date, whole(closed))).toEqual(why)
  })
})
