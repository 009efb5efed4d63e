// A time that is pressed: what the calendar no longer gives is refused before "is all this right?".

import { describe, expect, it } from 'vitest'
import { duisburgProfile, factsAt, MONDAY } from '../../../scripts/gallery/talk-facts.ts'
import { reduce } from '../../../src/domain/dialog/reduce.ts'
import { beginTalk, type Facts } from '../../../src/domain/dialog/talk.ts'

const MINUTE = 60_000
const at = (text: string) => Date.parse(text)
const seed = duisburgProfile()

// Two hours every Monday and one in the night of every Sunday, so that both clock changes lie in one.
const opens = (id: string, weekday: number, from: string, until: string) => ({
  id,
  repeat: { every: 'week' as const, weekdays: [weekday] },
  opens: from,
  closes: until,
})
const profile = {
  ...seed,
  centres: seed.centres.map((centre) => ({
    ...centre,
    openings: [opens('monday', 1, '10:00', '12:00'), opens('night', 7, '02:00', '04:00')],
  })),
}

/** What the talk says to a time of RSC Hochfeld that is pressed: the place it leads to, and why not. */
function pressed(startsAt: number, now: number, more: Partial<Facts> = {}) {
  const facts = { ...factsAt(now), profile, ...more }
  const tap = { do: 'time', centre: 'hochfeld', startsAt } as const
  const step = reduce(beginTalk('de'), { kind: 'tap', tap }, facts)
  return [step.talk.place.at, step.notice?.key]
}

const lead = seed.calendar.leadMinutes * MINUTE
const ten = at('2026-03-16T09:00:00Z')
const closed = { from: at('2026-03-22T23:00:00Z'), until: at('2026-03-23T23:00:00Z') }

describe('a time that is pressed', () => {
  it.each([
    ['is checked with all the lead time before it', ten, ten - lead, 'check', undefined],
    ['is refused a minute later', ten, ten - lead + MINUTE, 'times', 'refusal.time-past'],
    ['is refused once it is past', ten, ten + 1, 'times', 'refusal.time-past'],
    ['is refused days later', ten, ten + 3 * 86_400_000, 'times', 'refusal.time-past'],
    ['is no time of the centre', ten + 7 * MINUTE, MONDAY, 'times', 'refusal.time-closed'],
    // 29 days ahead until midnight, 28 from then on.
    [
      'is out of reach until midnight',
      at('2026-04-20T08:00:00Z'),
      at('2026-03-22T22:59:00Z'),
      'times',
      'refusal.time-closed',
    ],
    [
      'comes into reach at midnight',
      at('2026-04-20T08:00:00Z'),
      at('2026-03-22T23:00:00Z'),
      'check',
      undefined,
    ],
    ['is on Easter Monday', at('2026-04-06T08:00:00Z'), MONDAY, 'times', 'refusal.time-closed'],
    // 03:00 in summer time is the first minute after the change in March.
    [
      'lies after the hour that summer time skips',
      at('2026-03-29T01:00:00Z'),
      MONDAY,
      'check',
      undefined,
    ],
    [
      'lies an hour before it, where the wall shows 01:00',
      at('2026-03-29T00:00:00Z'),
      MONDAY,
      'times',
      'refusal.time-closed',
    ],
    // 02:00 comes twice in October, and its times once.
    [
      'is in the first of the doubled hours',
      at('2026-10-25T00:00:00Z'),
      at('2026-10-12T08:00:00Z'),
      'check',
      undefined,
    ],
    [
      'is in the second of the doubled hours',
      at('2026-10-25T01:00:00Z'),
      at('2026-10-12T08:00:00Z'),
      'times',
      'refusal.time-closed',
    ],
  ])('%s', (_, startsAt, now, place, notice) => {
    expect(pressed(startsAt, now)).toEqual([place, notice])
  })

  it('is refused where the day has been closed since', () => {
    const next = at('2026-03-23T09:00:00Z')
    const closures = [{ startsAt: closed.from, endsAt: closed.until }]
    expect(pressed(next, MONDAY)).toEqual(['check', undefined])
    expect(pressed(next, MONDAY, { closures })).toEqual(['times', 'refusal.time-closed'])
  })
})
