// What of a request reaches whom, as values: pages and tables show nothing that is not in here.
import { describe, expect, test } from 'vitest'
import type { DayBooking } from '../../src/domain/appointment/day.ts'
import type { CaseIntake } from '../../src/domain/people/case.ts'
import { mayHandOver } from '../../src/domain/people/hand-over.ts'
import type { Holder } from '../../src/domain/people/rights.ts'
import {
  bookingShownTo,
  isBehind,
  isHeardBy,
  notShownTo,
  shownTo,
} from '../../src/domain/people/wall.ts'
import { type Profile, readProfile } from '../../src/domain/profile/profile.ts'
import type { Answers } from '../../src/domain/questionnaire/questions.ts'
import { duisburg, duisburgJson } from '../support/duisburg.ts'

const CITY = 'stadt-duisburg'
const of = (body: string | null, role: Holder['role'] = 'counsellor'): Holder => ({
  ...{ role, body },
  centres: ['hochfeld'],
})
const answers: Answers = {
  urgent: 'no',
  topics: ['housing'],
  spoken: 'ckb',
  district: 'mitte',
  alias: 'Rojîn',
  note: 'Geheim',
  document: 'section-104c',
  needs: ['wheelchair'],
}
const reach = { channels: ['telegram' as const], unreachable: null, hasPhone: true, unread: false }
const anna = { id: 'anna', name: 'Anna', body: 'drk' }
const intake = (more: Partial<CaseIntake> = {}): CaseIntake => ({
  ...{
    id: 'i',
    ref: '7F3-K2D',
    personId: 'p',
    questionnaire: 1,
    submittedAt: 1,
    centre: 'hochfeld',
  },
  ...{
    language: 'ckb',
    relation: 'child',
    answers,
    cityQuestions: [],
    callBack: 'phone',
    voices: [],
    calls: [{ id: 'c', outcome: 'not-reached', at: 5 }],
    followUp: { on: '2026-12-01', line: 'Geheim', by: 'Anna' },
  },
  ...{ phone: '0203 1', source: 'ho', appointment: null, bookingId: null, seat: null, orders: [] },
  findings: [{ rechtskreis: 'AufenthG', verdict: 'confirmed', by: 'Anna', at: 5 }],
  ...{
    urgency: 'yellow',
    status: 'new',
    takenBy: null,
    body: null,
    walledAt: null,
    walledFor: null,
  },
  ...{ calledAt: null, unreachable: null, reach },
  ...{ displaced: false, undelivered: false, untold: false },
  ...more,
})

describe('a request', () => {
  test('that nobody has is topic, urgency, language and time', () => {
    const seen = shownTo(of('drk'), intake(), duisburg())
    expect(seen).toMatchObject({ shown: 'front', phone: null, callBack: null, relation: null })
    expect(seen).toMatchObject({ source: null, findings: [], urgency: 'yellow' })
    expect(seen?.answers).toEqual({ urgent: 'no', topics: ['housing'], spoken: 'ckb' })
    expect(seen?.reach).toEqual({ channels: [], unreachable: null, hasPhone: false, unread: false })
  })

  test('that nobody has is whole where it is red or orange', () => {
    for (const urgency of ['red', 'orange'] as const) {
      const seen = shownTo(of('drk'), intake({ urgency }), duisburg())
      expect(seen).toMatchObject({ shown: 'whole', answers, phone: '0203 1' })
    }
  })

  test('of the own carrier is whole, of another nothing', () => {
    const taken = intake({ body: 'drk', urgency: 'red' })
    expect(shownTo(of('drk'), taken, duisburg())).toMatchObject({ shown: 'whole', answers })
    for (const other of ['caritas', CITY, null]) {
      expect(shownTo(of(other), taken, duisburg())).toBeNull()
      expect(shownTo(of(other, 'lead'), taken, duisburg())).toBeNull()
    }
  })

  test('of another carrier is a lead’s where the profile says so, but nobody’s without a carrier', () => {
    const wide: Profile = { ...duisburg(), walls: { leads: 'centre' } }
    const taken = intake({ body: 'drk' })
    expect(shownTo(of('caritas', 'lead'), taken, wide)).toMatchObject({ shown: 'whole' })
    expect(shownTo(of('caritas'), taken, wide)).toBeNull()
    expect(shownTo(of(null, 'lead'), taken, wide)).toBeNull()
    expect(shownTo(of('caritas', 'lead'), intake(), wide)).toMatchObject({ shown: 'front' })
  })

  test('names whoever had the person’s earlier one to their colleagues alone', () => {
    const again = intake({ takenBy: anna, urgency: 'red' })
    expect(shownTo(of('drk'), again, duisburg())?.takenBy).toEqual(anna)
    expect(shownTo(of('caritas'), again, duisburg())?.takenBy).toBeNull()
  })

  test('does not show the city the residence document, nor by its colour that there is one', () => {
    const seen = shownTo(of(CITY), intake({ body: CITY }), duisburg())
    expect(seen?.notShown).toEqual(['document'])
    expect(seen?.answers).not.toHaveProperty('document')
    expect(seen?.answers).toHaveProperty('note', 'Geheim')
    expect(seen?.urgency).toBe('green')
    expect(shownTo(of('drk'), intake({ body: 'drk' }), duisburg())?.urgency).toBe('yellow')
    expect(shownTo(of(CITY), intake(), duisburg())?.urgency).toBe('green')
  })

  test('keeps what staff wrote with the carrier that the person left', () => {
    const moved = intake({ body: 'caritas', walledAt: 10, walledFor: 'drk' })
    const profile = duisburg()
    expect(isBehind(of('caritas'), moved, 9, profile)).toBe(true)
    expect(isBehind(of('caritas'), moved, 10, profile)).toBe(false)
    expect(isBehind(of('drk'), moved, 9, profile)).toBe(false)
    expect(isBehind(of('drk'), { ...moved, walledFor: null }, 9, profile)).toBe(true)
    expect(shownTo(of('caritas'), moved, profile)?.findings).toEqual([])
  })
})

describe('an appointment', () => {
  const booking = (body: string | null): DayBooking => ({
    ...{ id: 'b', ref: '7F3-K2D', centre: 'hochfeld', startsAt: 1, endsAt: 2, seat: 1 },
    ...{ state: 'booked', channel: 'telegram', answer: 'late', body, orders: [], changedAt: 0 },
    intake: {
      ...{ id: 'i', language: 'ckb', answers, urgency: 'yellow', reach },
      counsellor: { id: 's', name: 'Anna', body: 'drk', hasTaken: true },
    },
  })

  test('of another carrier is a taken seat with time, language and code', () => {
    expect(bookingShownTo(of('caritas'), booking('drk'), duisburg())).toEqual({
      ...booking('drk'),
      ...{ shown: 'seat', answer: null },
      intake: {
        ...{ id: 'i', language: 'ckb', answers: { spoken: 'ckb' }, urgency: 'green' },
        reach: { channels: [], unreachable: null, hasPhone: false, unread: false },
        counsellor: null,
      },
    })
  })

  test('of nobody shows its front, of the own carrier everything', () => {
    const front = bookingShownTo(of('caritas'), booking(null), duisburg())
    expect(front).toMatchObject({ shown: 'front', intake: { id: 'i', counsellor: null } })
    expect(front?.intake?.answers).not.toHaveProperty('alias')
    expect(bookingShownTo(of('drk'), booking('drk'), duisburg())).toEqual({
      ...booking('drk'),
      shown: 'whole',
    })
  })

  test('is not there for whoever belongs to no carrier, nor at another centre', () => {
    expect(bookingShownTo(of(null), booking(null), duisburg())).toBeNull()
    const elsewhere = { ...booking('drk'), centre: 'hamborn' }
    expect(bookingShownTo(of('drk'), elsewhere, duisburg())).toBeNull()
  })
})

describe('what a profile keeps from a carrier', () => {
  test('takes along what is asked because of it', () => {
    const own = { id: 'paper-ends', kind: 'choice', name: { de: 'n' }, title: { de: 't' } } as const
    const options = [{ id: 'soon', words: { de: 'bald' } }]
    const when = [{ question: 'document', is: ['permit'] }]
    const profile: Profile = { ...duisburg(), questions: [{ ...own, options, when }] }
    expect(notShownTo(CITY, profile)).toEqual(['document', 'paper-ends'])
    expect(notShownTo('drk', profile)).toEqual([])
  })

  test.each([
    ['urgent', [CITY], 'walls.notShown[0].question: expected one of'],
    ['nothing', [CITY], 'walls.notShown[0].question: expected one of'],
    ['document', ['nobody'], 'walls.notShown[0].bodies[0]: expected one of'],
  ])('%s from %s is refused', (question, bodies, fault) => {
    const read = readProfile({ ...duisburgJson(), walls: { notShown: [{ question, bodies }] } })
    expect('faults' in read && read.faults.join()).toContain(fault)
  })
})

test('what was said to staff stays with their carrier, what was answered goes along', () => {
  const profile = duisburg()
  const left = intake({ walledAt: 10, walledFor: 'drk' })
  const said = (about: string, at: number) => ({ about, at })
  for (const [holder, voice, isHeard] of [
    [of('caritas'), said('.staff', 5), false],
    [of('caritas'), said('.staff', 10), true],
    [of('caritas'), said('note', 5), true],
    [of('drk'), said('.staff', 5), true],
    [of(CITY), said('document', 5), false],
    [of('drk'), said('document', 5), true],
  ] as const) {
    expect(isHeardBy(holder, left, voice, profile), `${holder.body} ${voice.about}`).toBe(isHeard)
  }
})

describe('a hand-over', () => {
  const here = { centre: 'hochfeld', body: 'drk' }
  test.each([
    ['counsellor', { ...here, centre: 'hamborn' }, null, true],
    ['counsellor', here, 'agreed', false],
    ['counsellor', { ...here, body: 'caritas' }, null, false],
    ['counsellor', { ...here, body: 'caritas' }, 'agreed', true],
    ['counsellor', { ...here, body: 'caritas' }, 'absence', false],
    ['lead', { ...here, body: 'caritas' }, 'absence', true],
    ['lead', { ...here, body: 'caritas' }, null, false],
  ] as const)('by a %s to %o for %s: %s', (role, to, why, expected) => {
    expect(mayHandOver({ role }, here, to, why)).toBe(expected)
  })
})
