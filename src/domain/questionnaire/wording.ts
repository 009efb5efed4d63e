// Questions and answers as what is said: in the person's language, and in German for the record.

import { given, say, type Text, type Value, withIcon } from '../dialog/text.ts'
import type { NamedPlace } from '../profile/place-names.ts'
import type { Profile } from '../profile/profile.ts'
import { placeLine, placeText } from './place-text.ts'
import type { Answer, Option, Question } from './question.ts'
import { listOf } from './questionnaire.ts'
import { askedParts } from './routing.ts'

/** German names of the languages people read and speak, by key. */
export type LanguageTerms = {
  reading: (key: string) => string
  spoken: (key: string) => string
}

export type Coded = { code: string; term: string }

/** What is asked, as the person reads it. */
export function titleOf({ id, words, icon }: Question): Text {
  return withIcon(words ? given(words.title) : say(`questions.${id}.title`), icon)
}

/** The short name of a question, as the person reads it. */
export function nameOf({ id, words }: Question): Text {
  return words ? given(words.name) : say(`questions.${id}.name`)
}

/** What explains the question, where something does. */
export function hintOf({ id, words, hint }: Question, { postalCodes }: Profile): Text | undefined {
  if (hint === 'never' || (hint === 'with-postal-codes' && postalCodes.length === 0))
    return undefined
  return words?.hint ? given(words.hint) : say(`questions.${id}.hint`)
}

/** What explains an option, where something does. */
export function aboutOption({ id }: Question, { code, explained }: Option): Text | undefined {
  return explained ? say(`questions.${id}.about.${code}`) : undefined
}

/** What is to be heeded once an option is chosen, where there is something. */
export function adviceOn({ id }: Question, { code, advised }: Option): Text | undefined {
  return advised ? say(`questions.${id}.advice.${code}`) : undefined
}

/** An option of a list, as it stands on its button. */
function optionText({ id }: Question, { code, words, icon }: Option): Text {
  return withIcon(words ? given(words) : say(`questions.${id}.option.${code}`), icon)
}

/** Who reads an answer: the language, and the city whose places are named. */
type Reader = { profile: Profile; language: string }

/** An answer as the person reads it; `undefined` where the question was not asked. */
export function answerText(
  q: Question,
  answer: Answer | undefined,
  reader: Reader,
): Value | undefined {
  if (answer === undefined) return undefined
  if (answer === null) return say('common.skipped')
  if (Array.isArray(answer)) return { list: answer.map((code) => codeValue(q, code, reader)) }
  return q.kind === 'text' ? answer : codeValue(q, answer, reader)
}

/** An option of a list as the person reads it, by its code. */
export function codeText(q: Question, code: string): Text {
  const option = listOf(q).find((one) => one.code === code)
  return option ? optionText(q, option) : say('common.name', { name: code })
}

function codeValue(q: Question, code: string, { profile, language }: Reader): Value {
  if (isLanguage(q, code)) return { key: `language-name.${code}` }
  const place = placeIn(q, code, profile)
  return place ? placeLine(place, language) : codeText(q, code)
}

/** A code with its German term; the code itself where a newer questionnaire made it. */
export function codedIn(
  q: Question,
  code: string,
  profile: Profile,
  languages: LanguageTerms,
): Coded {
  if (isLanguage(q, code)) return { code, term: languages.spoken(code) }
  return { code, term: placeIn(q, code, profile)?.name ?? termOf(q, code) }
}

/** What staff can answer to the question for a language: the known ones, then what is none of them. */
export function languagesIn(
  q: Question,
  known: readonly string[],
  { spoken }: LanguageTerms,
): Coded[] {
  const others = listOf(q).filter(({ code }) => !known.includes(code))
  return [
    ...known.map((code) => ({ code, term: spoken(code) })),
    ...others.map(({ code, term }) => ({ code, term })),
  ]
}

/** The German term of an option of a list; the code itself where there is none. */
export function termOf(q: Question, code: string): string {
  return listOf(q).find((option) => option.code === code)?.term ?? code
}

/** What was answered in German: terms of codes, or what was typed. */
export function germanOf(
  q: Question,
  answer: Answer | undefined,
  profile: Profile,
  languages: LanguageTerms,
): string[] {
  if (answer === undefined || answer === null || answer === '') return []
  if (q.kind === 'text') return typeof answer === 'string' ? [answer] : []
  const codes = Array.isArray(answer) ? answer : [answer]
  return codes.map((code) => codedIn(q, code, profile, languages).term)
}

/** What stands before the German terms of an answer, one each: `null` where an answer has no icon. */
export function iconsOf(q: Question, answer: Answer | undefined): (string | null)[] {
  if (q.kind === 'text' || !answer) return []
  const codes = Array.isArray(answer) ? answer : [answer]
  return codes.map((code) => listOf(q).find((option) => option.code === code)?.icon ?? null)
}

/** An option as it can be chosen, with what else choosing it answers. */
export type Choice = {
  option: Option
  label: Text
  also?: Readonly<Record<string, string>>
  /** Stands on a row of its own. */
  alone?: boolean
}

/** The options of a question for somebody who reads `language`, in the order of their buttons. */
export function choicesOf(
  q: Question,
  facts: {
    profile: Profile
    spoken: readonly string[]
    likely: Readonly<Record<string, readonly string[]>>
  },
  language: string,
): Choice[] {
  const named = (code: string, label: Text): Choice => ({
    option: { code, term: code, icon: null },
    label,
  })
  const listed = listOf(q)
    .filter((option) => !option.unasked)
    .map((option): Choice => ({ option, label: optionText(q, option) }))
  switch (q.options.from) {
    case 'nowhere':
    case 'list':
      return listed
    case 'districts':
      return [
        ...facts.profile.districts.map((one) => named(one.id, placeText(one, language))),
        ...listed.map((choice) => ({ ...choice, alone: true })),
      ]
    case 'parts':
      return [
        ...askedParts(facts.profile).map((part) => ({
          ...named(part.id, placeText(part, language)),
          also: { district: part.district },
        })),
        ...listed.map((choice) => ({ ...choice, alone: true })),
      ]
    case 'languages': {
      const worded = new Map(listed.map((one) => [one.option.code, { ...one, alone: true }]))
      const known = new Set([language, ...(facts.likely[language] ?? []), ...facts.spoken])
      const names = [...known]
        .filter((key) => facts.spoken.includes(key) && !worded.has(key))
        .map((key) => named(key, say('common.name', { name: { key: `language-name.${key}` } })))
      const own = worded.get(language)
      const [first, ...others] = own ? [own, ...names] : names
      return [
        ...(first ? [{ ...first, alone: true }] : []),
        ...others.slice(0, NAMED_FIRST - (own ? 0 : 1)),
        ...[...worded.values()].filter((one) => one !== own),
        ...others.slice(NAMED_FIRST - (own ? 0 : 1)),
      ]
    }
  }
}

// Languages beside the person's own and what is no language, on the first screenful.
const NAMED_FIRST = 4

/** Whether a code is the name of a language, and not an option that has words. */
const isLanguage = (q: Question, code: string): boolean =>
  q.options.from === 'languages' && listOf(q).every((option) => option.code !== code)

function placeIn({ options }: Question, code: string, profile: Profile): NamedPlace | undefined {
  if (options.from === 'districts') return profile.districts.find(({ id }) => id === code)
  if (options.from !== 'parts') return undefined
  const parts = profile.districts.flatMap((district) => district.parts)
  return parts.find(({ number }) => String(number) === code)
}
