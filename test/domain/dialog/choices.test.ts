// No question leaves a small phone: few choices at a time, the likely ones first, none lost.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factsAt, MONDAY, shownFacts } from '../../../scripts/gallery/talk-facts.ts'
import { reduce } from '../../../src/domain/dialog/reduce.ts'
import type { Screen } from '../../../src/domain/dialog/screen.ts'
import { MOST_CHOICES, screenful } from '../../../src/domain/dialog/show/choices.ts'
import { show } from '../../../src/domain/dialog/show/show.ts'
import { beginTalk, type Facts, type Talk } from '../../../src/domain/dialog/talk.ts'
import type { Tap } from '../../../src/domain/dialog/tap.ts'
import { listOf, questionnaireOf } from '../../../src/domain/questionnaire/questionnaire.ts'
import { choicesOf } from '../../../src/domain/questionnaire/wording.ts'
import { seedProfile } from '../../support/duisburg.ts'

const facts = factsAt(MONDAY)

const at = (id: string, language = 'ar', more: Partial<Talk> = {}): Talk => ({
  ...beginTalk(language),
  place: { at: 'question', id },
  ...more,
})
const look = (talk: Talk, world: Facts = facts): Screen => show(talk, shownFacts(world))
const press = (talk: Talk, tap: Tap, world = facts) =>
  reduce(talk, { kind: 'tap', tap }, world).talk
const tapsOf = (screen: Screen): Tap[] =>
  screen.rows.flat().flatMap((button) => ('tap' in button ? [button.tap] : []))
const optionsOn = (screen: Screen) =>
  tapsOf(screen).flatMap((tap) => (tap.do === 'answer' ? [tap.option] : []))
const more = (screen: Screen) => tapsOf(screen).find(({ do: what }) => what === 'others')

/** All options of a question, by "more" after "more"; each screen has few buttons. */
function walked(talk: Talk, world: Facts): string[] {
  const screen = look(talk, world)
  expect(screen.rows.slice(0, -1).flat().length, screen.id).toBeLessThanOrEqual(MOST_CHOICES)
  const next = more(screen)
  return [...optionsOn(screen), ...(next ? walked(press(talk, next, world), world) : [])]
}

describe('choices', () => {
  it('are dealt out whole, in order, and never more than fit', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(4), fc.nat(12), (count, others, from) => {
        const all = Array.from({ length: count }, (_, index) => index)
        const dealt: number[] = []
        let nth: number | undefined = 0
        while (nth !== undefined) {
          const one: { shown: readonly number[]; next?: number } = screenful(all, others, nth)
          const buttons = one.shown.length + others + (one.next === undefined ? 0 : 1)
          expect(buttons).toBeLessThanOrEqual(MOST_CHOICES)
          dealt.push(...one.shown)
          nth = one.next
        }
        expect(dealt).toEqual(all)
        if (count > 0) expect(screenful(all, others, from).shown.length).toBeGreaterThan(0)
      }),
    )
  })

  it.each(['duisburg', 'duesseldorf', 'kreis-unna'])('are all within reach in %s', (city) => {
    const world: Facts = { ...facts, profile: seedProfile(city) }
    for (const done of [false, true]) {
      for (const q of questionnaireOf(world.profile)) {
        const answers = { urgent: 'no', topics: ['housing'] }
        const agreed = { details: true, reminders: false }
        const talk = at(q.id, 'de', { answers, agreed, ...(done ? { done } : {}) })
        const all = choicesOf(q, world, 'de').map(({ option }) => option.code)
        // What stands on every screenful is met again and again.
        const met = walked(talk, world)
        expect(new Set(met)).toEqual(new Set(all))
        const staying = listOf(q).flatMap(({ code, stays }) => (stays ? [code] : []))
        const once = (codes: string[]) => codes.filter((code) => !staying.includes(code))
        expect(once(met)).toEqual(once(all))
      }
    }
  })

  it('keep what was chosen on another screen, and say it', () => {
    const agreed = { details: true, reminders: false }
    const own = {
      id: 'own-many',
      kind: 'choice' as const,
      name: { de: 'Viele' },
      title: { de: 'Viele?' },
      most: 12,
      options: Array.from({ length: 12 }, (_, index) => ({
        id: `o${index}`,
        words: { de: `O${index}` },
      })),
    }
    const world: Facts = { ...facts, profile: { ...facts.profile, questions: [own] } }
    let talk = at('own-many', 'de', { agreed, done: true })
    talk = press(talk, { do: 'answer', question: 'own-many', option: 'o1' }, world)
    talk = press(talk, { do: 'others', question: 'own-many', nth: '1' }, world)
    talk = press(talk, { do: 'answer', question: 'own-many', option: 'o6' }, world)
    expect(talk.place).toMatchObject({ nth: 1 })
    expect(talk.answers['own-many']).toEqual(['o1', 'o6'])
    expect(JSON.stringify(look(talk, world).lines)).toContain('"O1"')
    talk = press(talk, { do: 'back' }, world)
    expect(talk.place).toEqual({ at: 'question', id: 'own-many' })
    expect(talk.answers['own-many']).toEqual(['o1', 'o6'])
  })

  it.each([
    ['ar', ['ar', 'kmr', 'kmr-bahdini', 'ckb', 'de', 'own', 'other']],
    ['ckb', ['ckb', 'kmr-bahdini', 'ar', 'fa', 'de', 'own', 'other']],
    ['kmr', ['kmr', 'kmr-bahdini', 'tr', 'ar', 'de', 'own', 'other']],
    ['bg', ['bg', 'tr', 'rom', 'ro', 'de', 'own', 'other']],
    ['de', ['de', 'ar', 'fa', 'prs', 'kmr', 'own', 'other']],
  ])('of languages begin with what readers of %s speak', (language, first) => {
    expect(optionsOn(look(at('spoken', language)))).toEqual(first)
  })

  it('of languages offer to write another one on every screenful, and sign language on the second', () => {
    for (const language of facts.reading) {
      let talk = at('spoken', language)
      const screens = [look(talk)]
      for (let next = more(look(talk)); next; next = more(look(talk))) {
        talk = press(talk, next)
        screens.push(look(talk))
      }
      expect(screens.length).toBeLessThanOrEqual(4)
      for (const screen of screens) expect(optionsOn(screen).at(-1)).toBe('other')
      expect(optionsOn(screens[1] as Screen), language).toContain('dgs')
    }
  })

  it('of districts are found in two taps at most, in every city there is', () => {
    for (const city of ['duisburg', 'duesseldorf', 'kreis-unna']) {
      const world: Facts = { ...facts, profile: seedProfile(city) }
      const talk = at('district', 'de', { answers: { urgent: 'no', topics: ['housing'] } })
      const next = more(look(talk, world))
      if (next) expect(more(look(press(talk, next, world), world))).toBeUndefined()
    }
  })

  it('show nothing else to a button from another question, or with another number', () => {
    for (const tap of [
      { do: 'others', question: 'spoken', nth: '1' },
      { do: 'others', question: 'topics', nth: 'x' },
    ] as const) {
      expect(reduce(at('topics'), { kind: 'tap', tap }, facts).notice?.key).toBe(
        'notice.older-button',
      )
    }
    const far = press(at('topics'), { do: 'others', question: 'topics', nth: '9' })
    expect(optionsOn(look(far)).length).toBeGreaterThan(0)
  })
})
