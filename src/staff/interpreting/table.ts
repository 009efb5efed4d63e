// The tables of the page of interpreters, and the buttons in their last column.

import { html } from 'hono/html'
import type { OrderState } from '../../domain/interpreting/order.ts'
import type { OrderText } from '../../domain/interpreting/order-text.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'
import { ORDER_WORDS } from '../frame/terms.ts'
import { orderMail } from './order-text.ts'
import { talkHeads } from './parts.ts'

/** Rows that begin with the cells of a talk, with the names of the columns after those. */
export function table(frame: Frame, columns: readonly string[], rows: readonly Html[]): Html {
  return html`<table class="cards"><thead><tr>${talkHeads(frame)}${columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row}</tr>`)}</tbody></table>`
}

/** A mail to a pool, ready to send; nothing where it has no mailbox. */
export function mailLink(
  { words }: Frame,
  order: OrderText,
  pool: string,
  profile: Profile,
  what: 'order' | 'cancel',
): Html {
  const found = profile.interpreting?.find(({ id }) => id === pool)
  const href = found ? orderMail(order, found, profile, what) : null
  if (href === null) return html``
  const label = what === 'order' ? words.writeOrder : words.writeCancellation
  return html`<p><a href="${href}">${label}<span class="away"> ${order.number}</span></a></p>`
}

/** What mostly comes next stands first and stands out. */
export function buttons(
  { words }: Frame,
  name: 'state' | 'to',
  states: readonly OrderState[],
  number: string,
): Html[] {
  return states.map((state, at) => {
    const quiet = at > 0 || state === 'refused' ? 'quiet' : ''
    return html`<button class="${quiet}" name="${name}" value="${state}">${words[ORDER_WORDS[state]]}<span class="away"> ${number}</span></button>`
  })
}
