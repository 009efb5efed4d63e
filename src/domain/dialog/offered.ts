// What can be pressed where a person is, with the names it has besides its label.

import type { NamedPlace } from '../profile/place-names.ts'
import { placeText } from '../questionnaire/place-text.ts'
import type { Question } from '../questionnaire/question.ts'
import { listOf, openedBy, questionIn, questionnaireOf } from '../questionnaire/questionnaire.ts'
import { answeredBy } from '../questionnaire/routing.ts'
import { choicesOf } from '../questionnaire/wording.ts'
import type { Name } from './meant.ts'
import { type Answering, FOOTER, type Screen } from './screen.ts'
import type { Facts, Talk } from './talk.ts'

/**
 * `names`: what a place is called in every language; where it has none, its label is its name.
 * `speech`: the language it stands for, which is named in every language; `labelled`: by its label, too.
 * `also`: the key of more words for it, between commas.
 */
export type Offered = {
  button: Answering
  names?: readonly Name[]
  speech?: string
  labelled?: true
  also?: string
}

// "Urgent" stands in the label of either answer: alone it is a yes.
const MORE_WORDS: Readonly<Record<string, string>> = {
  'urgent.yes': 'common.typed.urgent',
  'urgent.no': 'common.typed.not-urgent',
}

// Screens that ask for a yes right above their green button.
const ASKING = ['consent', 'consent.reading', 'consent.again', 'vouch.again']

/** The buttons of a screen before the consent; where it asks, "yes" and "no" are names of them. */
export function offeredBefore(screen: Screen, facts: Pick<Facts, 'profile'>): Offered[] {
  const asks = ASKING.includes(screen.id)
  return buttonsOf(screen, facts).map((one) => {
    const { style, tap } = one.button
    if (asks && style === 'success') return { ...one, also: 'common.typed.yes' }
    const isNo = asks && tap.do === 'lobby' && tap.page === 'declined'
    return isNo ? { ...one, also: 'common.typed.no' } : one
  })
}

/**
 * Every button of a screen, and what stands below every other; of a question also the options that stand on
 * another page of it.
 */
export function offeredOn(screen: Screen, talk: Talk, facts: Facts): Offered[] {
  const { place } = talk
  const questionnaire = questionnaireOf(facts.profile)
  const q = place.at === 'question' ? questionIn(questionnaire, place.id) : undefined
  // Where a language is to be written, all those that have a button can be meant.
  const named = q?.typed === 'language' && q.kind === 'text' ? openedBy(questionnaire, q) : q
  const options = named ? optionsOf(named, talk, facts) : []
  // An option has more names than its button shows.
  const known = new Set(options.map(({ button }) => JSON.stringify(button.tap)))
  const footed = { ...screen, rows: [...screen.rows, FOOTER] }
  const others = buttonsOf(footed, facts).filter(
    ({ button }) => !known.has(JSON.stringify(button.tap)),
  )
  return [...options, ...others]
}

/** The buttons of a screen alone. */
export function buttonsOf(screen: Screen, { profile }: Pick<Facts, 'profile'>): Offered[] {
  return screen.rows.flat().flatMap((button): Offered[] => {
    if (!('tap' in button)) return []
    const { tap } = button
    if (tap.do === 'centre') {
      const centre = profile.centres.find(({ id }) => id === tap.centre)
      const short = centre ? [{ text: centre.short, language: 'de' }] : []
      return [{ button, ...(centre ? { names: [...short, ...namesOf(centre)] } : {}) }]
    }
    // Only the menus of languages have labels in a language of their own.
    const isMenu = button.language !== undefined && 'language' in tap
    return [isMenu ? { button, speech: tap.language } : { button }]
  })
}

function optionsOf(q: Question, { language }: Talk, facts: Facts): Offered[] {
  const { districts } = facts.profile
  const parts = districts.flatMap((district) => district.parts)
  const offered = choicesOf(q, facts, language).map(({ option, label }): Offered => {
    const { code } = option
    const button = answering(q, code, label)
    if (q.options.from === 'languages') {
      if (listOf(q).includes(option)) return { button, speech: code, labelled: true }
      return { button: { ...button, names: code }, speech: code }
    }
    const place =
      q.options.from === 'districts'
        ? districts.find(({ id }) => id === code)
        : q.options.from === 'parts'
          ? parts.find(({ number }) => String(number) === code)
          : undefined
    const also = MORE_WORDS[`${q.id}.${code}`]
    return place ? { button, names: namesOf(place) } : { button, ...(also ? { also } : {}) }
  })
  return q.options.from === 'districts' ? [...offered, ...partsIn(q, language, facts)] : offered
}

/** The parts of all districts, each as an answer to where a person lives. */
function partsIn(q: Question, language: string, { profile }: Facts): Offered[] {
  return profile.districts.flatMap(({ id, parts }) =>
    parts.map((part) => ({
      button: answering(q, answeredBy(profile, part.number, id), placeText(part, language)),
      names: namesOf(part),
    })),
  )
}

const answering = ({ id }: Question, option: string, label: Answering['label']): Answering => ({
  label,
  tap: { do: 'answer', question: id, option },
})

function namesOf({ name, names, aliases }: NamedPlace): Name[] {
  const german = [name, ...(aliases ?? [])].map((text) => ({ text, language: 'de' }))
  return [...german, ...Object.entries(names ?? {}).map(([language, text]) => ({ text, language }))]
}
