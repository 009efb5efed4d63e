// What is shown to whoever goes back, or begins again: never what betrays, nor what is done already.

import { describe, expect, it } from 'vitest'
import { factsAt, MONDAY, shownFacts } from '../../../scripts/gallery/talk-facts.ts'
import type { Appointment } from '../../../src/domain/appointment/appointment.ts'
import { reduce } from '../../../src/domain/dialog/reduce.ts'
import { show } from '../../../src/domain/dialog/show/show.ts'
import { beginTalk, type Talk } from '../../../src/domain/dialog/talk.ts'
import { PAGES } from '../../../src/domain/dialog/tap.ts'

const facts = shownFacts(factsAt(MONDAY))
const startsAt = MONDAY + 4 * 3_600_000
const appointment: Appointment = {
  id: 'a1',
  centre: 'hochfeld',
  startsAt,
  endsAt: startsAt + 1_200_000,
  seat: 1,
  ref: '7F3-K2D',
  remind: true,
  state: 'booked',
  changedAt: MONDAY,
  sequence: 0,
  interpreter: null,
}
const at = (place: Talk['place'], more: Partial<Talk> = {}): Talk => ({
  ...beginTalk('de'),
  ...more,
  place,
})

describe('the check of a time', () => {
  it.each([
    [appointment, startsAt, 'appointment'],
    [appointment, startsAt + 3_600_000, 'check.move'],
    [null, startsAt, 'check'],
  ])('%#', (open, time, id) => {
    const talk = at({ at: 'check', centre: 'hochfeld', startsAt: time }, { done: open !== null })
    expect(show(talk, { ...facts, appointment: open }).id).toBe(id)
  })
})

describe('/start', () => {
  const started = (talk: Talk) => reduce(talk, { kind: 'command', command: 'start' }, facts).talk

  it.each(PAGES)('leads away from the page that was looked at last: %s', (page) => {
    const { place, trail } = started(at({ at: 'page', page }, { trail: [{ at: 'page', page }] }))
    expect(place).toEqual({ at: 'question', id: 'urgent' })
    expect(trail).toEqual([])
    expect(started(at({ at: 'page', page }, { done: true })).place).toEqual({ at: 'appointment' })
  })

  it('stays at an open question', () => {
    const talk = at({ at: 'question', id: 'topics' }, { answers: { urgent: 'no' } })
    expect(started(talk)).toEqual(talk)
  })
})
