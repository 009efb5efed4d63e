// Who counsels when, in words: a line for each entry of a rule.

import type { Counselling } from '../../domain/calendar/rules.ts'
import { atWall } from '../../domain/calendar/wall-clock.ts'
import { shortDay } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import type { Words } from '../frame/words.ts'
import { nameOf, type People } from './colleagues.ts'
import { languageNames } from './language-fields.ts'

const GENDER_WORDS = { woman: 'whoWoman', man: 'whoMan' } as const

/** "Platz 1 · Arabisch, Sorani · eine Frau"; one line that it is unknown where nothing is entered. */
export function counsellingLines(
  { words }: Frame,
  entries: readonly Counselling[] = [],
  people: People,
): string[] {
  if (entries.length === 0) return [words.whoUnknown]
  return entries.map(({ seat, from, until, languages, gender, staffId }) =>
    [
      seat === undefined ? words.allSeats : words.say('seatNumber', { seat }),
      ...daysLines(words, from, until),
      languages.length > 0 ? languageNames(languages).join(', ') : words.germanAlone,
      gender ? words[GENDER_WORDS[gender]] : '',
      staffId ? nameOf(people, staffId, words) : '',
    ]
      .filter(Boolean)
      .join(' · '),
  )
}

function daysLines(words: Words, from?: string, until?: string): string[] {
  const read = (day: string) => shortDay(atWall(day, 0))
  if (from && from === until) return [words.say('onDay', { day: read(from) })]
  return [
    from ? `${words.whoFrom}: ${read(from)}` : '',
    until ? `${words.whoUntil}: ${read(until)}` : '',
  ]
}
