import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everyScreen } from '../../../scripts/gallery/every-talk.ts'
import { factsAt, MONDAY, shownFacts } from '../../../scripts/gallery/talk-facts.ts'
import type { HeardKinds } from '../../../src/domain/danger/cry-list.ts'
import { COMMANDS } from '../../../src/domain/dialog/commanded.ts'
import { type Input, reduce } from '../../../src/domain/dialog/reduce.ts'
import type { Button, Screen } from '../../../src/domain/dialog/screen.ts'
import { showLobbyDanger } from '../../../src/domain/dialog/show/lobby.ts'
import { show } from '../../../src/domain/dialog/show/show.ts'
import { beginTalk, type Talk } from '../../../src/domain/dialog/talk.ts'
import { runs } from '../../support/runs.ts'

const facts = shownFacts(factsAt(MONDAY))

const leadsToNumbers = (button: Button) =>
  'tap' in button &&
  ((button.tap.do === 'open' && button.tap.page === 'danger') ||
    (button.tap.do === 'lobby' && (button.tap.page === 'danger' || button.tap.page === 'sos')))

/** The numbers themselves, with what brought them or without. */
const hasNumbers = ({ lines }: Screen) =>
  lines.some((line) => 'phone' in line && line.phone === '110')

const withinReach = (screen: Screen) =>
  hasNumbers(screen) || screen.rows.flat().some(leadsToNumbers)

describe('the numbers for danger are one tap away', () => {
  it.each(['de', 'ar', 'ckb'])('on every screen there is (%s)', (language) => {
    const screens = everyScreen(language)
    expect(screens.length).toBeGreaterThan(100)
    expect(screens.filter((screen) => !withinReach(screen)).map(({ id }) => id)).toEqual([])
  })

  it('in one place: beside the way back, in the last row of every screen of the talk', () => {
    const talks = everyScreen('de').filter(({ rows }) =>
      rows.flat().some((button) => 'tap' in button && button.tap.do === 'back'),
    )
    const elsewhere = talks.filter((screen) => {
      const last = screen.rows.at(-1) ?? []
      return !hasNumbers(screen) && !(last[1] && leadsToNumbers(last[1]))
    })
    expect(elsewhere.map(({ id }) => id)).toEqual([])
  })

  it('whatever comes in, in whatever order', () => {
    const input: fc.Arbitrary<Input | number> = fc.oneof(
      fc.nat(40),
      fc.constantFrom(...COMMANDS).map((command): Input => ({ kind: 'command', command })),
      fc.string().map((text): Input => ({ kind: 'text', text })),
      fc
        .constantFrom('medical', 'suicide', 'child', 'violence', 'held', 'help')
        .map(
          (kind): Input =>
            ({ kind: 'text', text: 'x', heard: { kinds: [kind], language: 'de' } }) as Input,
        ),
      fc
        .constantFrom('photo', 'voice', 'sticker', 'file', 'edited', 'contact', 'other')
        .map((what): Input => ({ kind: 'unreadable', what }) as Input),
      fc.constant<Input>({ kind: 'unknown-button' }),
    )
    fc.assert(
      fc.property(fc.array(input, { minLength: 20, maxLength: 40 }), (inputs) => {
        let talk: Talk = beginTalk('fa')
        let screen = show(talk, facts)
        for (const one of inputs) {
          const taps = screen.rows.flat().flatMap((button) => ('tap' in button ? button.tap : []))
          const tap = typeof one === 'number' ? taps[one % taps.length] : undefined
          if (typeof one === 'number' && !tap) throw new Error(`no button on ${screen.id}`)
          const step = reduce(talk, tap ? { kind: 'tap', tap } : (one as Input), facts)
          talk = step.talk
          screen = show(talk, facts, step)
          expect(withinReach(screen), screen.id).toBe(true)
        }
      }),
      { numRuns: runs(200) },
    )
  })
})

describe('what was heard', () => {
  const phones = (...kinds: HeardKinds) =>
    showLobbyDanger('de', facts, undefined, kinds).lines.flatMap((line) =>
      'phone' in line ? line.phone : [],
    )

  it('has the numbers for its kind alone, 112 first where it burns', () => {
    expect(phones('medical')[0]).toBe('112')
    expect(phones('violence')).toEqual(expect.arrayContaining(['110', '116 016']))
    expect(phones('violence')).not.toContain('112')
    expect(phones('suicide')[0]).toBe('112')
  })

  it('has some for each of several things, in the order of the city', () => {
    expect(phones('violence', 'suicide')).toEqual(['110', '112', '116 016', '0800 1110111'])
    expect(phones('suicide', 'violence')).toEqual(phones('violence', 'suicide'))
    expect(phones('medical', 'violence')).toEqual(['110', '112', '116 016'])
    expect(phones('held', 'violence')).toEqual(['110', '116 016'])
  })

  it('has the telephone of children for who is under 18, and where a child is safe but for who has to call at once', () => {
    const said = (...kinds: HeardKinds) =>
      showLobbyDanger('de', facts, undefined, kinds).lines.flatMap((line) =>
        'text' in line ? line.text.key : [],
      )
    expect(phones('violence', 'young')).toEqual(['110', '116 016', '116 111'])
    expect(phones('violence', 'alone')).toEqual(['110', '116 016', '116 111'])
    expect(phones('suicide', 'young')).toEqual(['112', '0800 1110111', '116 111'])
    expect(phones('medical', 'young')).toEqual(['112', '116 111'])
    expect(phones('suicide', 'violence', 'young')).toEqual(['110', '112', '116 111'])
    expect(said('violence', 'young')).toContain('danger.minor.day')
    expect(said('violence', 'alone')).toContain('danger.minor.day')
    expect(said('suicide', 'young')).not.toContain('danger.minor.day')
    expect(said('suicide', 'young')).toContain('danger.say')
  })

  it('says to whom the police takes what they may ask for, as no number helps', () => {
    const said = (kind: 'held' | 'violence') => {
      const texts = (screen: Screen) =>
        screen.lines.flatMap((one) => ('text' in one ? one.text.key : []))
      const before = texts(showLobbyDanger('de', facts, undefined, [kind]))
      const after = texts(show(beginTalk('de'), facts, { heard: { kinds: [kind], asked: false } }))
      const kept = texts(show(beginTalk('de'), facts, { heard: { kinds: [kind], asked: true } }))
      return [before, after, kept].map((keys) =>
        keys.filter((key) => /^danger\.(taken|sign)/.test(key)),
      )
    }
    const taken = ['danger.taken', 'danger.sign']
    expect(said('held')).toEqual([taken, taken, taken])
    expect(said('violence')).toEqual([[], [], []])
  })
})
