import { describe, expect, it } from 'vitest'
import { nextTimes } from '../../../src/domain/calendar/bookable.ts'
import { counsellorsOn } from '../../../src/domain/calendar/counsellors.ts'
import { plannedSlots } from '../../../src/domain/calendar/planned.ts'
import type { Counselling } from '../../../src/domain/calendar/rules.ts'
import { dayNumber } from '../../../src/domain/calendar/wall-clock.ts'
import { calendar, opening } from '../../support/opening.ts'

const monday = '2026-03-16'
const spoken = (counselling: Counselling[], seat = 1, date = monday) =>
  counsellorsOn({ counselling }, dayNumber(date), [1, 2])?.get(seat)?.languages

describe('who counsels', () => {
  it.each<[string, Counselling[], number, string, string[] | undefined]>([
    ['nothing is entered', [], 1, monday, undefined],
    ['all seats, all weeks', [{ languages: ['ar'] }], 2, monday, ['ar']],
    ['one seat', [{ seat: 2, languages: ['ar'] }], 2, monday, ['ar']],
    ['another seat', [{ seat: 2, languages: ['ar'] }], 1, monday, undefined],
    ['known to be German alone', [{ languages: [] }], 1, monday, []],
    [
      'a seat before all seats',
      [{ seat: 1, languages: ['ckb'] }, { languages: ['ar'] }],
      1,
      monday,
      ['ckb'],
    ],
    [
      'a day before a seat in all weeks',
      [
        { from: monday, until: monday, languages: [] },
        { seat: 1, languages: ['ckb'] },
      ],
      1,
      monday,
      [],
    ],
    [
      'a day before a range, whatever stands first',
      [
        { from: monday, until: monday, languages: ['fa'] },
        { from: '2026-03-01', until: '2026-03-31', languages: ['tr'] },
      ],
      1,
      monday,
      ['fa'],
    ],
    [
      'a range before what begins and does not end',
      [
        { from: '2026-03-01', until: '2026-03-31', languages: ['tr'] },
        { from: '2026-01-01', languages: ['fa'] },
      ],
      1,
      monday,
      ['tr'],
    ],
    ['the later of two alike', [{ languages: ['tr'] }, { languages: ['fa'] }], 1, monday, ['fa']],
    ['not yet', [{ from: '2026-03-17', languages: ['fa'] }], 1, monday, undefined],
    ['not any more', [{ until: '2026-03-15', languages: ['fa'] }], 1, monday, undefined],
    [
      'on the last day',
      [{ from: '2026-03-09', until: monday, languages: ['fa'] }],
      1,
      monday,
      ['fa'],
    ],
  ])('%s', (_, counselling, seat, date, languages) => {
    expect(spoken(counselling, seat, date)).toEqual(languages)
  })

  it('changes at midnight of the wall, also on the day the clocks change', () => {
    // 29 March 2026 is a Sunday; its first slot begins at midnight, one hour after 23:00 UTC.
    const night = opening({
      repeat: { every: 'week', weekdays: [6, 7] },
      opens: '00:00',
      closes: '24:00',
      slotMinutes: 60,
      counselling: [{ from: '2026-03-29', until: '2026-03-29', languages: ['uk'] }],
    })
    const slots = plannedSlots(calendar([night]), [], { from: '2026-03-28', until: '2026-03-29' })
    const known = slots.filter(({ counsellors }) => counsellors)
    expect(slots).toHaveLength(24 + 23)
    expect(known).toHaveLength(23)
    expect(known[0]?.startsAt).toBe(Date.parse('2026-03-28T23:00:00Z'))
  })

  it('is told with a time, of every rule that runs then', () => {
    const first = opening({
      id: 'a',
      seats: 1,
      walkInSeats: 0,
      counselling: [{ languages: ['ar'] }],
    })
    const second = opening({
      id: 'b',
      seats: 2,
      walkInSeats: 0,
      firstSeat: 2,
      counselling: [{ seat: 3, languages: ['ckb'], gender: 'woman', staffId: 's1' }],
    })
    const [time] = nextTimes(
      {
        calendar: calendar([first, second]),
        closures: [],
        taken: [],
        now: Date.parse('2026-03-16T00:00:00Z'),
        audience: 'public',
      },
      1,
    )
    expect(time?.seats).toEqual([1, 2, 3])
    expect([...(time?.counsellors ?? [])]).toEqual([
      [1, { languages: ['ar'] }],
      [3, { languages: ['ckb'], gender: 'woman', staffId: 's1' }],
    ])
  })
})
