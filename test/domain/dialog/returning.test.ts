import { describe, expect, it, test } from 'vitest'
import { factsAt, MONDAY, shownFacts } from '../../../scripts/gallery/talk-facts.ts'
import type { Appointment } from '../../../src/domain/appointment/appointment.ts'
import { reduce } from '../../../src/domain/dialog/reduce.ts'
import type { Screen } from '../../../src/domain/dialog/screen.ts'
import { show } from '../../../src/domain/dialog/show/show.ts'
import { beginTalk, type Facts, type Place, type Talk } from '../../../src/domain/dialog/talk.ts'

const appointment: Appointment = {
  id: 'a1',
  centre: 'hochfeld',
  startsAt: MONDAY + 4 * 3_600_000,
  endsAt: MONDAY + 4 * 3_600_000 + 1_200_000,
  seat: 1,
  ref: '7F3-K2D',
  remind: true,
  state: 'booked',
  changedAt: MONDAY,
  sequence: 0,
  interpreter: null,
}
const none = shownFacts(factsAt(MONDAY))
const more: Place = { at: 'page', page: 'appointment-more' }
const mine: Place = { at: 'page', page: 'my-data' }

const talkAt = (place: Place, ref: string | undefined = '7F3-K2D'): Talk => ({
  ...beginTalk('de'),
  place,
  done: true,
  ...(ref === undefined ? {} : { ref }),
})
const pressed = (talk: Talk, facts: Facts) =>
  reduce(talk, { kind: 'tap', tap: { do: 'new-pin' } }, facts)

describe('another PIN', () => {
  const pin = '048213907'
  test.each([
    ['is asked for and seen with the appointment', more, { pin, appointment }, 'appointment'],
    ['is asked for from wherever there is one', mine, { pin, appointment }, 'appointment'],
    ['is seen where one is without an appointment', mine, { pin }, 'page'],
  ] as const)('%s', (_what, place, facts, at) => {
    const step = pressed(talkAt(place), { ...none, ...facts })
    expect(step.intents).toEqual([{ do: 'new-pin' }])
    expect(step.notice).toEqual({ key: 'return.another' })
    expect(step.talk.place.at).toBe(at)
  })

  test.each([
    ['at a door without PINs', talkAt(more), { appointment }],
    ['before there is a code', { ...beginTalk('de'), place: mine }, { pin }],
  ])('is an old button %s', (_where, talk, facts) => {
    const step = pressed(talk, { ...none, ...facts })
    expect(step).toEqual({ talk, intents: [], notice: { key: 'notice.older-button' } })
  })
})

describe('code and PIN', () => {
  const monos = ({ lines }: Screen) =>
    lines
      .flatMap((line) => ('mono' in line ? [line.mono] : []))
      .filter((text) => /\d{3}/.test(text))
  const offers = ({ rows }: Screen) =>
    rows.flat().some((button) => 'tap' in button && button.tap.do === 'new-pin')
  const places: [Place, Partial<Facts>][] = [
    [{ at: 'appointment' }, { appointment }],
    [more, { appointment }],
    [{ at: 'sent' }, {}],
    [mine, {}],
    [mine, { appointment }],
  ]

  it('stand with what they open, said once what they are for, and another is a press away', () => {
    const screens = places.map(([place, facts]) =>
      show(talkAt(place), { ...none, ...facts, pin: '048213907' }),
    )
    expect(screens.map((screen) => monos(screen).includes('048 213 907'))).toEqual([
      ...[true, false, true, true, true],
    ])
    expect(screens.map(offers)).toEqual([false, true, false, true, false])
    for (const screen of [screens[0], screens[2]]) {
      const said = screen?.lines.filter(
        (line) => 'text' in line && line.text.key === 'return.what-for',
      )
      expect(said).toHaveLength(1)
    }
  })

  it('are not spoken of at a door without PINs', () => {
    for (const [place, facts] of places) {
      const screen = show(talkAt(place), { ...none, ...facts })
      expect(JSON.stringify(screen)).not.toMatch(/return\.|new-pin/)
    }
  })
})
