// Orders that were placed: those to be cancelled, those that are waited for, those that were refused.

import { html } from 'hono/html'
import { dayOf } from '../../domain/calendar/wall-clock.ts'
import type { Placed } from '../../domain/interpreting/list.ts'
import type { InterpreterOrder, OrderState } from '../../domain/interpreting/order.ts'
import type { ToCancel } from '../../domain/interpreting/orders.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import type { SeenInterpreting } from '../../flows/staff/interpreting.ts'
import { dayAndClock } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { formToken, type Html } from '../frame/layout.ts'
import { cell } from '../frame/parts.ts'
import { ORDER_WORDS } from '../frame/terms.ts'
import { orderedText, spokenBy } from './order-text.ts'
import { mailLine, orderedFrom, talkCells, withoutWish } from './parts.ts'
import { buttons, mailLink, table } from './table.ts'

export function cancelTable(
  frame: Frame,
  { toCancel, mails, profile, now }: SeenInterpreting,
): Html {
  const { words } = frame
  return table(
    frame,
    [words.freeUntil, words.orderPool, words.orderNumber],
    toCancel.map((one) => {
      const { order } = one
      const text = orderedText(order)
      return html`${talkCells(frame, { ...order, language: text.language }, profile)}
${cell(words.freeUntil, free(frame, one, now))}
${cell(words.orderPool, html`${orderedFrom(frame, order, profile)}${mailLine(frame, mails.get(order.id), 'mailCancels')}`)}
${cell(
  words.orderNumber,
  html`${order.id}<br><small class="soft">${words[ORDER_WORDS[order.state]]}</small>
<div class="no-print">${html`${mailLink(frame, text, order.pool, profile, 'cancel')}${answers(frame, order, ['cancelled'])}`}</div>`,
)}`
    }),
  )
}

function free({ words }: Frame, { freeUntil, isPoolGone }: ToCancel, now: number): Html {
  if (isPoolGone) return html`<span class="badge orange">${words.freeUnknown}</span>`
  if (freeUntil === null) return html`<span class="soft">${words.freeAlways}</span>`
  if (freeUntil <= now) return html`<span class="badge red">${words.freeOver}</span>`
  const isSoon = dayOf(freeUntil) <= dayOf(now) + 1
  return html`<span class="badge ${isSoon ? 'orange' : 'plain'}">${dayAndClock(freeUntil)}</span>`
}

export function orderedTable(
  frame: Frame,
  orders: SeenInterpreting['underway'],
  profile: Profile,
): Html {
  const { words } = frame
  return table(
    frame,
    [words.state, words.orderPool, words.orderNumber],
    orders.map((one) => {
      const { talk, order } = one
      return html`${talkCells(frame, { ...talk, gender: order.gender, language: spokenBy(talk) }, profile)}
${cell(words.state, html`<span class="badge ${COLOURS[order.state]}">${words[ORDER_WORDS[order.state]]}</span>${newWish(frame, one)}${byLotse(frame, order)}`)}
${cell(words.orderPool, orderedFrom(frame, order, profile))}
${cell(
  words.orderNumber,
  html`${order.id}
<div class="no-print">${answers(frame, order, NEXT[order.state])}</div>`,
)}`
    }),
  )
}

/** Whom nobody of staff has asked, or who has answered by themselves. */
function byLotse({ words }: Frame, { changedBy, state }: InterpreterOrder): Html {
  if (changedBy === 'pool') return html`<br><small>${words.saidByPool}</small>`
  const isMailed = changedBy === 'system' && state === 'ordered'
  return isMailed ? html`<br><small>${words.mailedByLotse}</small>` : html``
}

/** A wish that came after the order: the pool does not know of it. */
function newWish(frame: Frame, { talk: { need }, order, givenUp }: Placed): Html {
  const { words } = frame
  if (givenUp) return withoutWish(frame, givenUp)
  if (need.gender === null || need.gender === order.gender) return html``
  return html`<br><small>${need.gender === 'woman' ? words.newWishWoman : words.newWishMan}</small>`
}

type Answer = 'confirmed' | 'refused' | 'cancelled'

/** What can become of an order that is wanted. */
const NEXT: Record<OrderState, readonly Answer[]> = {
  ordered: ['confirmed', 'refused', 'cancelled'],
  confirmed: ['refused', 'cancelled'],
  refused: ['confirmed'],
  cancelled: [],
}

const COLOURS = {
  ordered: 'yellow',
  confirmed: 'green',
  refused: 'plain',
  cancelled: 'plain',
} as const

function answers(frame: Frame, { id }: InterpreterOrder, states: readonly Answer[]): Html {
  return html`<form method="post" action="/staff/interpreting/orders/${id}">${formToken(frame)}<div class="actions">${buttons(frame, 'to', states, id)}</div></form>`
}
