// What a person typed, as one of the buttons they could press instead.

import type { Deps } from '../../deps.ts'
import type { Intent } from '../../domain/dialog/intent.ts'
import { type Meant, meantBy } from '../../domain/dialog/meant.ts'
import { type Offered, offeredOn } from '../../domain/dialog/offered.ts'
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
  return { ...input, meant }
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
