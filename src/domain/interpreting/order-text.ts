// An order as a pool reads it, in German: what is sent by mail, printed and put in the table. Nothing of the
// person but what an interpreter has to know to come.

import { germanClock, germanDay } from '../calendar/german-dates.ts'
import type { InterpretingMode } from '../profile/interpreting.ts'
import { centreOf, type Profile } from '../profile/profile.ts'
import type { LanguageTerms } from '../questionnaire/wording.ts'
import type { InterpreterOrder } from './order.ts'

/** What is asked for, or no longer; `language` in German. */
export type OrderText = Pick<InterpreterOrder, 'centre' | 'startsAt' | 'endsAt' | 'gender'> & {
  number: string
  language: string
  mode: InterpretingMode
}

export const MODES_IN_GERMAN: Record<InterpretingMode, string> = {
  'on-site': 'vor Ort',
  video: 'per Video',
  telephone: 'am Telefon',
}

const WISHES = { woman: 'eine Frau', man: 'ein Mann' } as const

// What somebody calls their language in their own words stands in their record alone.
const OTHER = 'andere Sprache (steht im Aufnahmebogen)'

/** A language by its key, as a pool reads it. */
export const spokenInGerman = (key: string, { spoken }: Pick<LanguageTerms, 'spoken'>): string =>
  key === 'other' ? OTHER : spoken(key)

/** Its facts by name, in the order in which they are read; what nobody wishes is left out. */
export function orderFacts(order: OrderText, profile: Profile): [name: string, value: string][] {
  const { number, centre, startsAt, endsAt, language, gender, mode } = order
  const minutes = Math.round((endsAt - startsAt) / 60_000)
  const at = centreOf(profile, centre)
  const place = [at?.name ?? centre, at?.address ?? ''].filter((part) => part !== '').join(', ')
  return [
    ['Bestellnummer', number],
    ['Sprache', language],
    ['Tag', germanDay(startsAt)],
    ['Zeit', `${germanClock(startsAt)} bis ${germanClock(endsAt)} Uhr (${minutes} Minuten)`],
    ['Ort', place],
    ['Art', MODES_IN_GERMAN[mode]],
    ...(gender ? [['Wunsch', WISHES[gender]] as [string, string]] : []),
  ]
}

/** The mail that orders, or cancels what was ordered; `link`: where the pool can answer with a press. */
export function orderLetter(
  order: OrderText,
  profile: Profile,
  what: 'order' | 'cancel',
  link: string | null = null,
): { subject: string; lines: string[] } {
  const { number, language, startsAt, centre } = order
  const isOrder = what === 'order'
  const at = centreOf(profile, centre)
  const subject = `${isOrder ? 'Bestellung' : 'Abbestellung'} Sprachmittlung ${number}: ${language}, ${germanDay(startsAt)}`
  const lines = [
    'Guten Tag,',
    '',
    isOrder
      ? 'bitte schicken Sie uns jemanden für die Sprachmittlung in einem Beratungsgespräch:'
      : 'bitte streichen Sie diese Bestellung. Wir brauchen die Sprachmittlung nicht mehr:',
    '',
    ...orderFacts(order, profile).map(([name, value]) => `${name}: ${value}`),
    '',
    isOrder
      ? 'Bitte antworten Sie mit der Bestellnummer, ob jemand kommen kann.'
      : 'Bitte bestätigen Sie das mit der Bestellnummer.',
    ...(link ? ['Am schnellsten geht es hier, ohne Anmeldung:', link] : []),
    '',
    'Mit freundlichen Grüßen',
    [at?.name ?? centre, at?.phones[0] ?? ''].filter((part) => part !== '').join(', Telefon '),
  ]
  return { subject, lines }
}
