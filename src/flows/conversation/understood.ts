// What a person typed, as one of the buttons they could press instead.

import type { Deps } from '../../deps.ts'
import { phraseOf } from '../../domain/danger/said.ts'
import { asksForText } from '../../domain/dialog/answering.ts'
import type { Intent } from '../../domain/dialog/intent.ts'
import { type Meant, meantBy } from '../../domain/dialog/meant.ts'
import { type Offered, offeredOn } from '../../domain/dialog/offered.ts'
import {
  buttonFor,
  OWN_WISHES,
  type OwnWish,
  type OwnWords,
  wishIn,
} from '../../domain/dialog/own-words.ts'
import type { Input } from '../../domain/dialog/reduce.ts'
import type { Answering } from '../../domain/dialog/screen.ts'
import { show } from '../../domain/dialog/show/show.ts'
import type { Step } from '../../domain/dialog/step.ts'
import type { Facts, Talk } from '../../domain/dialog/talk.ts'
import type { Tap } from '../../domain/dialog/tap.ts'
import type { Typed } from '../../domain/dialog/typed.ts'
import type { TimesAt } from '../appointment/free-times.ts'
import type { City } from '../city.ts'

const COMMA = /[,،]/

/** Holds a text against what is offered, by its names in all languages. `city` says nothing there. */
export function understood(
  { i18n, clock }: Pick<Deps, 'i18n' | 'clock'>,
  text: string,
  offered: readonly Offered[],
  reader: { language: string; city: string },
): Meant<Answering> | undefined {
  const now = clock.now()
  const labelsOf = ({ label }: Answering) =>
    i18n.languages.map(({ key }) => ({ text: i18n.t(key, label, now), language: key }))
  const moreOf = (words: string) =>
    i18n.languages.flatMap(({ key: language }) =>
      i18n
        .t(language, { key: words }, now)
        .split(COMMA)
        .map((text) => ({ text, language })),
    )
  const called = offered.map(({ button, names, speech, labelled, also }) => ({
    is: button,
    key: JSON.stringify(button.tap),
    names: [
      ...(speech === undefined ? (names ?? labelsOf(button)) : i18n.namesOfLanguage(speech)),
      ...(labelled ? labelsOf(button) : []),
      ...(also === undefined ? [] : moreOf(also)),
    ],
  }))
  return meantBy(text, called, { language: reader.language, idle: [reader.city] })
}

const heldPhrases = new WeakMap<Deps['i18n'], OwnWords>()

/** What somebody says in a sentence of their own that they want, in any language. */
export function wished({ i18n }: Pick<Deps, 'i18n'>, text: string): OwnWish | undefined {
  const phrases = heldPhrases.get(i18n) ?? phrasesOf(i18n)
  heldPhrases.set(i18n, phrases)
  return wishIn(text, phrases)
}

const phrasesOf = (i18n: Deps['i18n']) =>
  Object.fromEntries(
    OWN_WISHES.map((wish) => [
      wish,
      i18n.languages.flatMap(({ key }) =>
        i18n
          .t(key, { key: `common.typed.${wish}` }, 0)
          .split(COMMA)
          .map(phraseOf),
      ),
    ]),
  ) as Record<OwnWish, ReturnType<typeof phraseOf>[]>

/** Typed text with the button it names, of those on the screen; danger is heeded without. */
export async function meaning(
  deps: Deps,
  city: City,
  input: Input,
  talk: Talk,
  facts: Facts,
  timesAt: TimesAt,
): Promise<Input> {
  if (input.kind !== 'text' || input.heard) return input
  const times = await timesAt(talk, facts)
  const here = show(talk, { ...facts, times })
  const reader = { language: talk.language, city: city.profile.city }
  const meant = understood(deps, input.text, offeredOn(here, talk, facts), reader)
  if (meant && 'sure' in meant) return { ...input, meant }
  // What is asked for in their own words is an answer, whatever it says.
  const isAnswer = asksForText(talk, facts) || talk.place.at === 'label'
  const wish = isAnswer ? undefined : wished(deps, input.text)
  const sure = wish && buttonFor(wish, facts)
  return { ...input, meant: sure ? { sure } : meant }
}

/**
 * What an input is noted to be before its intents are done: a text that is a press, and what erases, since
 * nothing is left then that says so.
 */
export function takenFor(input: Input, { intents }: Pick<Step, 'intents'>): Tap | undefined {
  if (intents.length === 0) return undefined
  if (input.kind === 'text') return pressIn(input)
  return input.kind === 'tap' && intents.some(({ do: done }) => done === 'erase')
    ? input.tap
    : undefined
}

/** The button a typed text surely names. */
export const pressIn = ({ meant }: Typed) => (meant && 'sure' in meant ? meant.sure.tap : undefined)

/**
 * What was understood, for whoever speaks next: a text that pressed a button was that press. Read anew, it
 * would press the button of the same name on the screen of somebody else. An answer to staff stays a text.
 */
export function goingOn(input: Input, intents: readonly Intent[]): Input {
  if (input.kind !== 'text') return input
  const tap = pressIn(input)
  const isReply = tap?.do !== 'for' && intents.some((intent) => intent.do === 'turn')
  return tap && !isReply ? { kind: 'tap', tap } : input
}
