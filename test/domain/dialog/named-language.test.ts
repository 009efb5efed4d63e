// Which language a person wants to speak, where it has no button or is none: written, brought, asked about.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factsAt, MONDAY, shownFacts } from '../../../scripts/gallery/talk-facts.ts'
import { needOf } from '../../../src/domain/appointment/language-fit.ts'
import { type Input, reduce } from '../../../src/domain/dialog/reduce.ts'
import type { Answering } from '../../../src/domain/dialog/screen.ts'
import { languageName } from '../../../src/domain/dialog/show/fit.ts'
import { show } from '../../../src/domain/dialog/show/show.ts'
import type { Step } from '../../../src/domain/dialog/step.ts'
import { beginTalk, type Place, type Talk } from '../../../src/domain/dialog/talk.ts'
import { say } from '../../../src/domain/dialog/text.ts'
import { spoken } from '../../../src/domain/questionnaire/place-questions.ts'
import { apart } from '../../../src/domain/questionnaire/questionnaire.ts'
import { QUESTIONS } from '../../../src/domain/questionnaire/questions.ts'
import { languagesIn } from '../../../src/domain/questionnaire/wording.ts'
import { createI18n } from '../../../src/i18n/index.ts'
import { languageTerms } from '../../../src/i18n/terms.ts'

const facts = factsAt(MONDAY)
const SPOKEN: Place = { at: 'question', id: 'spoken' }
const WRITTEN: Place = { at: 'question', id: 'other-language' }
const DISTRICT: Place = { at: 'question', id: 'district' }

const asked: Talk = {
  ...beginTalk('ar'),
  answers: { urgent: 'no', topics: ['housing'], district: 'mitte' },
  place: SPOKEN,
  trail: [DISTRICT],
}
const stepOf = (talk: Talk, ...inputs: Input[]): Step => {
  let step: Step = { talk, intents: [] }
  for (const input of inputs) step = reduce(step.talk, input, facts)
  return step
}
const press = (option: string, question = 'spoken'): Input => ({
  kind: 'tap',
  tap: { do: 'answer', question, option },
})
const named = (option: string): Answering => ({
  label: say('common.name', { name: option }),
  tap: { do: 'answer', question: 'spoken', option },
})
const type = (text: string, ...near: string[]): Input => ({
  kind: 'text',
  text,
  ...(near.length > 0 ? { meant: { near: near.map(named) } } : {}),
})
const sure = (text: string, option: string): Input => ({
  kind: 'text',
  text,
  meant: { sure: named(option) },
})
const skip: Input = { kind: 'tap', tap: { do: 'skip', question: 'other-language' } }
const back: Input = { kind: 'tap', tap: { do: 'back' } }

describe('a language that has no button', () => {
  it('is asked for in own words, kept sealed, and the way goes on to the times', () => {
    const written = stepOf(asked, press('other'))
    expect(written.talk.place).toEqual(WRITTEN)
    const { talk } = stepOf(written.talk, type(' Wolof\u202e '))
    expect(talk.answers).toMatchObject({ spoken: 'other', 'other-language': 'Wolof' })
    expect(talk.place).toEqual({ at: 'times' })
    const { open, sealed } = apart(QUESTIONS, talk.answers)
    expect(open).not.toHaveProperty('other-language')
    expect(sealed).toEqual({ 'other-language': 'Wolof' })
  })

  it('stands in /mydata as it was written', () => {
    const { talk } = stepOf(asked, press('other'), type('Wolof'))
    const page = show(
      { ...talk, place: { at: 'page', page: 'my-data', section: 'answers' } },
      shownFacts(facts),
    )
    expect(page.lines).toContainEqual({
      text: say('pages.my-data.item', {
        name: say('questions.other-language.name'),
        value: 'Wolof',
      }),
    })
  })

  it('can be left unsaid by who cannot write it', () => {
    const { talk } = stepOf(asked, press('other'), skip)
    expect(talk.answers).toMatchObject({ spoken: 'other', 'other-language': null })
    expect(talk.place).toEqual({ at: 'times' })
  })

  it('is not longer than forty characters', () => {
    const step = stepOf(asked, press('other'), type('x'.repeat(41)))
    expect(step.talk.place).toEqual(WRITTEN)
    expect(step.notice).toEqual(say('notice.too-long', { most: '40' }))
  })

  it('goes with the choice it belongs to', () => {
    const { talk } = stepOf(asked, press('other'), type('Wolof'), back, back)
    expect(talk.place).toEqual(SPOKEN)
    expect(stepOf(talk, press('fr')).talk.answers).not.toHaveProperty('other-language')
    expect(stepOf(talk, press('other')).talk.answers).toHaveProperty('other-language', 'Wolof')
  })

  it('typed where the buttons are, shows the way to where it is written, and is not kept', () => {
    const step = stepOf(asked, type('Wolof'))
    expect(step.notice).toEqual(say('notice.no-language'))
    expect(step.talk).toEqual(asked)
  })

  it('is never taken for an answer where words of danger are', () => {
    const step = stepOf(asked, {
      kind: 'text',
      text: 'help me, he will kill me',
      heard: { kinds: ['violence'] } as never,
    })
    expect(step.talk.answers).toEqual(asked.answers)
    expect(step.heard).toEqual({ kinds: ['violence'], asked: false })
  })

  it('is heard for danger where it is written, too, with the numbers above what comes next', () => {
    const step = stepOf(asked, press('other'), {
      kind: 'text',
      text: 'he will kill me',
      heard: { kinds: ['violence'] } as never,
    })
    expect(step.heard).toEqual({ kinds: ['violence'], asked: true })
    expect(show(step.talk, shownFacts(facts), { heard: step.heard }).lines[0]).toMatchObject({
      text: { key: 'danger.heard' },
    })
  })
})

describe('a language that has a button after all', () => {
  it('is that button, where it is surely meant', () => {
    for (const talk of [asked, stepOf(asked, press('other')).talk]) {
      const step = stepOf(talk, sure('Badini', 'kmr-bahdini'))
      expect(step.talk.answers).toMatchObject({ spoken: 'kmr-bahdini' })
      expect(step.talk.answers).not.toHaveProperty('other-language')
      expect(step.talk.place).toEqual({ at: 'times' })
      expect(stepOf(step.talk, back).talk.place).toEqual(SPOKEN)
      expect(stepOf(step.talk, back, back).talk.place).toEqual(DISTRICT)
    }
  })

  it('is asked about: of several which, and nothing is lost where it is none', () => {
    const step = stepOf(asked, press('other'), type('kurdî', 'kmr', 'ckb'))
    expect(step.notice?.key).toBe('notice.which-language')
    expect(step.near).toHaveLength(2)
    expect(step.talk.answers).toMatchObject({ spoken: 'other', 'other-language': 'kurdî' })
    const none = stepOf(step.talk, { kind: 'tap', tap: { do: 'here' } })
    expect(none.talk.answers).toMatchObject({ 'other-language': 'kurdî' })
    expect(none.talk.place).toEqual({ at: 'times' })
    const chosen = stepOf(step.talk, press('ckb'))
    expect(chosen.talk.answers).toMatchObject({ spoken: 'ckb' })
    expect(chosen.talk.answers).not.toHaveProperty('other-language')
    expect(chosen.talk.place).toEqual({ at: 'times' })
    expect(stepOf(chosen.talk, back).talk.place).toEqual(SPOKEN)
    expect(stepOf(chosen.talk, back, back).talk.place).toEqual(DISTRICT)
  })

  it('is asked about where the buttons are, without keeping a word', () => {
    const step = stepOf(asked, type('kurdî', 'kmr', 'ckb'))
    expect(step.notice?.key).toBe('notice.which-language')
    expect(step.talk).toEqual(asked)
    expect(stepOf(asked, type('Tigriniya', 'ti')).notice?.key).toBe('notice.did-you-mean')
  })

  it('asks about languages alone where words are kept', () => {
    const near: Answering[] = [
      { label: say('common.button.back'), tap: { do: 'back' } },
      { label: say('common.button.person'), tap: { do: 'open', page: 'person' } },
    ]
    const { talk } = stepOf(asked, press('other'))
    const step = reduce(talk, { kind: 'text', text: 'Wolof', meant: { near } }, facts)
    expect(step.near).toBeUndefined()
    expect(step.talk.answers).toMatchObject({ 'other-language': 'Wolof' })
  })

  it('is an old button for who never wrote a language', () => {
    const { talk } = stepOf(asked, press('ar'))
    expect(stepOf(talk, press('ckb')).notice?.key).toBe('notice.older-button')
    const skipped = stepOf(asked, press('other'), skip).talk
    expect(stepOf(skipped, press('ckb')).notice?.key).toBe('notice.older-button')
  })
})

describe('changed at the last check', () => {
  const check: Place = { at: 'check', centre: 'hamborn', startsAt: MONDAY }
  const checking: Talk = {
    ...asked,
    answers: { ...asked.answers, spoken: 'ar' },
    place: check,
    trail: [SPOKEN, { at: 'times' }],
  }
  const change: Input = { kind: 'tap', tap: { do: 'more', question: 'spoken' } }

  it('a written language leads back to the check, and so does the button for it', () => {
    const written = stepOf(checking, change, press('other'), type('kurdî', 'kmr', 'ckb'))
    expect(written.talk.place).toEqual(check)
    expect(written.talk.trail).toEqual(checking.trail)
    const chosen = stepOf(written.talk, press('kmr'))
    expect(chosen.talk.place).toEqual(check)
    expect(chosen.talk.answers).toMatchObject({ spoken: 'kmr' })
    expect(
      stepOf(checking, change, press('other'), sure('Badini', 'kmr-bahdini')).talk.place,
    ).toEqual(check)
  })
})

describe('somebody who translates', () => {
  it('is an adult, as is said at once above what comes next', () => {
    const step = stepOf(asked, press('own'))
    expect(step.notice).toEqual(say('questions.spoken.advice.own'))
    expect(step.talk.place).toEqual({ at: 'times' })
    expect(step.talk.answers).toMatchObject({ spoken: 'own' })
  })
})

it('whatever is pressed and typed, words stand only beside the choice of another language', () => {
  const input = fc.oneof(
    fc.constantFrom('ar', 'de', 'own', 'dgs', 'other').map((option) => press(option)),
    fc.constantFrom<Input>(skip, back, { kind: 'tap', tap: { do: 'here' } }),
    fc
      .tuple(fc.string({ maxLength: 50 }), fc.subarray(['ar', 'kmr', 'ckb']))
      .map(([text, near]) => type(text, ...near)),
    fc.constantFrom('ar', 'own').map((option) => sure('x', option)),
  )
  fc.assert(
    fc.property(fc.array(input, { maxLength: 12 }), (inputs) => {
      let talk = asked
      for (const one of inputs) {
        ;({ talk } = reduce(talk, one, facts))
        const { spoken, 'other-language': words } = talk.answers
        if (words !== undefined) expect(spoken).toBe('other')
        if (typeof words === 'string') expect(words.length).toBeLessThanOrEqual(40)
        show(talk, shownFacts(facts))
      }
    }),
  )
})

it('whatever language can be answered has words in sentences of every language, and a German term', () => {
  const i18n = createI18n()
  for (const { code } of languagesIn(spoken, i18n.spoken, languageTerms)) {
    const { language } = needOf({ spoken: code })
    expect(languageTerms.spoken(code)).not.toBe(code)
    if (language === null) continue
    for (const { key } of i18n.languages) {
      expect(i18n.exists(languageName(language).key, key), `${language} in ${key}`).toBe(true)
    }
  }
})
