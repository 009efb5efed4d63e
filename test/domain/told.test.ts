import { describe, expect, it } from 'vitest'
import {
  corrections,
  correctionsAtEnd,
  nextLook,
  type Tells,
  type Told,
  wordsUntil,
  yesterdays,
} from '../../src/domain/appointment/told.ts'

const HOUR = 3_600_000
const NOW = Date.UTC(2026, 2, 16, 8)
const mine = { id: 'a', centre: 'hochfeld', startsAt: NOW + 2 * HOUR }
const moved = { ...mine, startsAt: NOW + 26 * HOUR }
const elsewhere = { ...mine, centre: 'hamborn' }

const nowOf = (
  at: { centre: string; startsAt: number },
  state: 'booked' | 'cancelled' | 'attended',
) => ({
  ...{ state, centre: at.centre, startsAt: at.startsAt, endsAt: at.startsAt + HOUR / 3 },
  interpreterAt: null,
})

function told(tells: Tells, more: Partial<Told> = {}): Told {
  return { message: 1, tells, at: NOW, lookAt: NOW, attempts: 0, verdict: null, now: null, ...more }
}

const card = (appointment: typeof mine | null, more: Partial<Told> = {}) =>
  told({ kind: 'card', appointment }, { now: nowOf(mine, 'booked'), ...more })
const none = (more: Partial<Told> = {}) => told({ kind: 'mention', appointment: null }, more)

const present = (appointment: typeof mine | null) => ({ appointment, offers: ['held'] })

describe('what a message has to say instead', () => {
  const later = mine.startsAt + 2 * HOUR
  const dayLater = mine.startsAt + HOUR / 3 + 24 * HOUR
  it.each([
    ['nothing: it holds', card(mine), mine, NOW, undefined],
    ['nothing: there is none, as it says', none(), null, NOW, undefined],
    ['moved to another time', card(mine), moved, NOW, 'below'],
    ['moved to another centre', card(mine), elsewhere, NOW, 'below'],
    ['cancelled', card(mine, { now: nowOf(mine, 'cancelled') }), null, NOW, 'none'],
    ['its booking is not known any more', card(mine, { now: null }), null, NOW, 'none'],
    [
      'moved away, and that one cancelled',
      card(mine, { now: nowOf(moved, 'cancelled') }),
      null,
      NOW,
      'none',
    ],
    ['there is one by now', none(), mine, NOW, 'below'],
    ['that one is cancelled again', none({ verdict: 'below' }), null, NOW, 'none'],
    ['nothing: corrected already', none({ verdict: 'below' }), mine, NOW, undefined],
    ['nothing: who is late still finds it', card(mine), null, later, undefined],
    ['over for a day', card(mine, { now: nowOf(mine, 'attended') }), null, dayLater, 'over'],
    ['over, and another one has been booked', card(mine), { ...moved, id: 'b' }, later, 'below'],
    [
      'over today, and that other one cancelled',
      card(mine, { verdict: 'below' }),
      null,
      later,
      'none',
    ],
    ['nothing: the offer is held', told({ kind: 'offer', offer: 'held' }), mine, NOW, undefined],
    ['the offer has ended', told({ kind: 'offer', offer: 'gone' }), mine, NOW, 'ended'],
    ['nothing more becomes of it', card(mine, { verdict: 'lost' }), moved, NOW, undefined],
  ] as const)('%s', (_, message, appointment, now, verdict) => {
    const [found] = corrections([message], present(appointment), now)
    expect(found?.verdict).toBe(verdict)
  })

  it.each([
    ['the day before', Date.UTC(2026, 9, 24, 10), Date.UTC(2026, 9, 24, 22)],
    // On the last Sunday of October the day has 25 hours.
    ['the day itself, of 25 hours', Date.UTC(2026, 9, 25, 6), Date.UTC(2026, 9, 25, 23)],
    ['the day after', Date.UTC(2026, 9, 26, 0), null],
  ])('words that name the day hold on %s until midnight', (_, now, until) => {
    const sunday = { ...mine, startsAt: Date.UTC(2026, 9, 25, 9) }
    const reminder: Tells = { kind: 'reminder', appointment: sunday }
    expect(wordsUntil(reminder, now)).toBe(until)
    expect(wordsUntil({ kind: 'mention', appointment: sunday }, now)).toBeNull()
    const sent = told(reminder, { at: now, now: nowOf(sunday, 'booked') })
    const due = (at: number) => yesterdays([sent], at).length
    expect([due(now), until === null ? 0 : due(until)]).toEqual([0, until === null ? 0 : 1])
    expect(yesterdays([{ ...sent, now: nowOf(sunday, 'cancelled') }], now + 48 * HOUR)).toEqual([])
  })

  it.each([
    ['nothing became of an interpreter', null, 'reminder', 0],
    ['it was known when the reminder was worded', NOW - 1, 'reminder', 0],
    ['something became of it since', NOW + 1, 'reminder', 1],
    // A card has its successor, which a message brings.
    ['something became of it since', NOW + 1, 'card', 0],
    ['something became of it since', NOW + 1, 'mention', 0],
  ] as const)('rewords where %s (%s): a %s', (_why, interpreterAt, kind, count) => {
    const one = told(
      { kind, appointment: mine },
      { now: { ...nowOf(mine, 'booked'), interpreterAt } },
    )
    expect(yesterdays([one], NOW + 2)).toHaveLength(count)
    expect(yesterdays([{ ...one, verdict: 'below' }], NOW + 2)).toEqual([])
  })

  it('leaves the latest card alone and points from the others to it', () => {
    const cards = [1, 2, 3].map((message) => card(mine, { message }))
    const reminder = told({ kind: 'mention', appointment: mine }, { message: 0 })
    expect(corrections([...cards, reminder], present(mine), NOW)).toEqual([
      { message: 2, verdict: 'newer' },
      { message: 1, verdict: 'newer' },
    ])
    const shownBelow = corrections(cards, present(mine), NOW, Number.POSITIVE_INFINITY)
    expect(shownBelow.map(({ message }) => message)).toEqual([3, 2, 1])
  })

  it('says at the end nothing that could be wrong later', () => {
    const messages = [
      card(mine),
      none({ message: 2, verdict: 'none' }),
      card(mine, { message: 3, verdict: 'over' }),
    ]
    expect(correctionsAtEnd(messages)).toEqual([
      { message: 1, verdict: 'ended' },
      { message: 2, verdict: 'ended' },
    ])
  })

  it('is looked at again a day after the appointment, and else once something changes', () => {
    const end = mine.startsAt + HOUR / 3
    expect(nextLook(card(mine), NOW)).toBe(end + 24 * HOUR)
    expect(nextLook(card(mine), end + 25 * HOUR)).toBeNull()
    expect(nextLook(card(moved), NOW)).toBeNull()
    expect(nextLook(none(), NOW)).toBeNull()
  })
})
