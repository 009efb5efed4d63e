import { describe, expect, test } from 'vitest'
import { factsAt, MONDAY } from '../../../scripts/gallery/talk-facts.ts'
import { atDay, dayOf } from '../../../src/domain/calendar/wall-clock.ts'
import { answersLines, openLines } from '../../../src/domain/dialog/show/centres.ts'

const HOUR = 3_600_000
const facts = factsAt(MONDAY)
// 12:00 of the same day.
const CLOSES = atDay(dayOf(MONDAY), 720)
const monday = { weekdays: [1], opens: '08:00', closes: '12:00' }
const tuesday = { weekdays: [2], opens: '09:00', closes: '11:00' }

/** What is said with these walk-in hours by centre. */
function said(hours: Record<string, (typeof monday)[]>, now = MONDAY, closures = facts.closures) {
  const centres = facts.profile.centres.map((one) => ({ ...one, walkIn: hours[one.id] ?? [] }))
  const lines = openLines({ ...facts, profile: { ...facts.profile, centres }, closures, now })
  return JSON.stringify(lines)
}

test('who comes now reads where it is open, with the address', () => {
  const lines = said({ hochfeld: [monday], hamborn: [tuesday] })
  expect(lines).toContain('centres.walk-in-page.now')
  expect(lines).toContain('RSC Hochfeld')
  expect(lines).toContain('Brückenstraße 30')
  expect(lines).not.toContain('RSC Hamborn')
  expect(lines).toContain(JSON.stringify({ until: { time: CLOSES } }))
})

describe('the telephone', () => {
  const answers = (now: number, closures = facts.closures) => {
    const centres = facts.profile.centres
      .slice(0, 1)
      .map((one) => ({ ...one, phoneHours: [monday, tuesday] }))
    return answersLines({ ...facts, profile: { ...facts.profile, centres }, closures, now })
  }
  const [first] = facts.profile.centres

  test('is answered now, until when', () => {
    expect(answers(MONDAY)).toEqual([
      { text: { key: 'centres.person.now', values: { until: { time: CLOSES } } } },
    ])
  })

  test.each([
    ['in the evening', MONDAY + 12 * HOUR, facts.closures],
    [
      'on a closed day',
      MONDAY,
      [{ centreId: first?.id ?? '', startsAt: MONDAY - 12 * HOUR, endsAt: MONDAY + 12 * HOUR }],
    ],
  ])('is not answered %s: the next time is said', (_, now, closures) => {
    const [one, ...others] = answers(now, closures)
    expect(others).toEqual([])
    expect(one).toMatchObject({ text: { key: 'centres.person.next' } })
  })
})

test('where nothing is open, it is said what opens next and when', () => {
  const lines = said({ hochfeld: [monday], hamborn: [tuesday] }, MONDAY + 12 * HOUR)
  expect(lines).toContain('centres.walk-in-page.next')
  expect(lines).toContain('RSC Hamborn')
  expect(lines).not.toContain('RSC Hochfeld')
})

test('what is closed is not said to be open', () => {
  const closed = { centreId: 'hochfeld', startsAt: MONDAY - 12 * HOUR, endsAt: MONDAY + 12 * HOUR }
  const lines = said({ hochfeld: [monday], hamborn: [tuesday] }, MONDAY, [closed])
  expect(lines).toContain('centres.walk-in-page.next')
  expect(lines).toContain('RSC Hamborn')
})

test('where nobody has entered hours, nothing is promised', () => {
  expect(said({})).toBe('[]')
})
