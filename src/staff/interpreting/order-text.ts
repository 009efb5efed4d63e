// An order in the words of a pool, for the page of interpreters: with the names of languages, and as a link.

import type { InterpreterOrder } from '../../domain/interpreting/order.ts'
import {
  type OrderText,
  orderLetter,
  spokenInGerman,
} from '../../domain/interpreting/order-text.ts'
import type { NeedingAppointment } from '../../domain/interpreting/orders.ts'
import type { Pool } from '../../domain/profile/interpreting.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { languageTerms } from '../../i18n/terms.ts'

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
  return { ...order, number: order.id, language: spokenInGerman(order.language, languageTerms) }
}

export const spokenBy = ({ need }: Pick<NeedingAppointment, 'need'>): string =>
  spokenInGerman(need.language ?? '', languageTerms)

/** A link that opens a mail, ready to send; `null` where the pool has no mailbox. */
export function orderMail(
  order: OrderText,
  { contact }: Pick<Pool, 'contact'>,
  profile: Profile,
  what: 'order' | 'cancel',
): string | null {
  if (!contact.mail) return null
  const { subject, lines } = orderLetter(order, profile, what)
  const query = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines.join('\r\n'))}`
  return `mailto:${encodeURIComponent(contact.mail)}?${query}`
}
