// An order as a pool reads it, in German: what is sent by mail, printed and put in the table. Nothing of the
// person but what an interpreter has to know to come.

import type { InterpreterOrder } from '../../domain/interpreting/order.ts'
import type { NeedingAppointment } from '../../domain/interpreting/orders.ts'
import type { InterpretingMode, Pool } from '../../domain/profile/interpreting.ts'
import { centreOf, type Profile } from '../../domain/profile/profile.ts'
import { languageTerms } from '../../i18n/terms.ts'
import { clock, longDay } from '../frame/dates.ts'

/** What is asked for, or no longer. */
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

/** What an order that is not made yet says, by what its pool is asked. */
export function wantedText(
  talk: NeedingAppointment,
  number: string,
  { mode, gender }: Pick<OrderText, 'mode' | 'gender'>,
): OrderText {
  const { centre, startsAt, endsAt } = talk
  return { number, centre, startsAt, endsAt, gender, language: spokenBy(talk), mode }
}

export function orderedText(order: InterpreterOrder): OrderText {
  return { ...order, number: order.id, language: inGerman(order.language) }
}

// What somebody calls their language in their own words stands in their record alone.
const OTHER = 'andere Sprache (steht im Aufnahmebogen)'

/** A language by its key, in German. */
const inGerman = (key: string): string => (key === 'other' ? OTHER : languageTerms.spoken(key))

export const spokenBy = ({ need }: Pick<NeedingAppointment, 'need'>): string =>
  inGerman(need.language ?? '')

/** Its facts by name, in the order in which they are read; what nobody wishes is left out. */
export function orderFacts(order: OrderText, profile: Profile): [name: string, value: string][] {
  const { number, centre, startsAt, endsAt, language, gender, mode } = order
  const minutes = Math.round((endsAt - startsAt) / 60_000)
  const at = centreOf(profile, centre)
  const place = [at?.name ?? centre, at?.address ?? ''].filter((part) => part !== '').join(', ')
  return [
    ['Bestellnummer', number],
    ['Sprache', language],
    ['Tag', longDay(startsAt, 'de')],
    ['Zeit', `${clock(startsAt)} bis ${clock(endsAt)} Uhr (${minutes} Minuten)`],
    ['Ort', place],
    ['Art', MODES_IN_GERMAN[mode]],
    ...(gender ? [['Wunsch', WISHES[gender]] as [string, string]] : []),
  ]
}

/** A link that opens a mail, ready to send; `null` where the pool has no mailbox. */
export function orderMail(
  order: OrderText,
  { contact }: Pick<Pool, 'contact'>,
  profile: Profile,
  what: 'order' | 'cancel',
): string | null {
  if (!contact.mail) return null
  const { number, language, startsAt, centre } = order
  const isOrder = what === 'order'
  const at = centreOf(profile, centre)
  const subject = `${isOrder ? 'Bestellung' : 'Abbestellung'} Sprachmittlung ${number}: ${language}, ${longDay(startsAt, 'de')}`
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
    '',
    'Mit freundlichen Grüßen',
    [at?.name ?? centre, at?.phones[0] ?? ''].filter((part) => part !== '').join(', Telefon '),
  ]
  const query = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines.join('\r\n'))}`
  return `mailto:${encodeURIComponent(contact.mail)}?${query}`
}
