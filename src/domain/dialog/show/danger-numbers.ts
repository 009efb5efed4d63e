// Numbers for danger, as lines: those a city has confirmed, and which of them are for what was heard.

import type { HeardKind, HeardKinds } from '../../danger/cry-list.ts'
import type { DangerNumber } from '../../profile/numbers.ts'
import { GAP, type Line, line } from '../screen.ts'
import type { Facts } from '../talk.ts'
import type { Text } from '../text.ts'
import { hoursText } from './centres.ts'

/** So many numbers are seen at once on a small phone; one more where less is said of them, and none has hours. */
export const AT_ONCE = 3

/**
 * Confirmed numbers, each with whom it is for, alone on its line, and when somebody answers how. For
 * what was heard, so few that all are seen at once, and in the order of the city.
 */
export function numberLines(
  { profile }: Pick<Facts, 'profile'>,
  language: string,
  heard?: HeardKinds,
): Line[] {
  const known = profile.numbers.filter(({ confirmed }) => confirmed)
  if (!heard) return known.flatMap((one) => [GAP, ...numberLine(one, language)])
  const meant = inTurn(known, heard)
  const shown = known.filter((one) => meant.has(one))
  return shown
    .map((one) => (heard.length > 1 ? shortly(one) : one))
    .flatMap((one) => numberLine(one, language))
}

/** A number of which it is not said that somebody answers day and night. */
export const shortly = (number: DangerNumber): DangerNumber =>
  number.hours === 'always' ? { ...number, hours: undefined } : number

/** For each thing that was heard its first number, then its second, until they are as many as are seen at once. */
function inTurn(known: readonly DangerNumber[], heard: HeardKinds): ReadonlySet<DangerNumber> {
  const most = heard.length > 1 && !heard.some(isAge) ? AT_ONCE + 1 : AT_ONCE
  const meant = new Set<DangerNumber>()
  for (let before = -1; before < meant.size; ) {
    before = meant.size
    for (const kind of heard) {
      const next = known.find((number) => !meant.has(number) && adds(number, kind, heard))
      if (next && meant.size < most) meant.add(next)
    }
  }
  return meant
}

/** What somebody's age adds to what else they say are the numbers for children alone. */
function adds(number: DangerNumber, kind: HeardKind, heard: HeardKinds): boolean {
  const isMore = isAge(kind) && heard.length > 1
  return isMore ? number.for.every((one) => one === 'child') : isFor(number, kind)
}

const isAge = (kind: HeardKind) => kind === 'alone' || kind === 'young'

/** Whether a number is for what was heard; who is under 18 is a child first of all. */
export const isFor = ({ for: kinds }: DangerNumber, heard: HeardKind) =>
  kinds.includes(isAge(heard) ? 'child' : heard)

/** Whom it is for, the number, and what is known of it. */
export function numberLine(number: DangerNumber, language: string): Line[] {
  return [line(number.name), { phone: number.number }, ...aboutLines(number, language)]
}

/** What is known of a number; what is not known is not said. */
function aboutLines({ hours, speaks }: DangerNumber, language: string): Line[] {
  const known: Text[] = []
  if (hours === 'always') known.push({ key: 'danger.always' })
  else if (hours) known.push(...hours.map(hoursText))
  if (speaks?.includes(language)) known.push({ key: 'danger.speaks-yours' })
  else if (speaks?.length === 1) known.push({ key: 'danger.speaks-german' })
  const [first, second] = known
  if (!first) return []
  return [second ? line('danger.about', { first, second }) : { text: first }]
}
