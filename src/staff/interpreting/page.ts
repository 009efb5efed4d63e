// Interpreters: what has to be cancelled, ordered and waited for. Names nobody; a number stands for the person.

import { html } from 'hono/html'
import { atDay, dayOf } from '../../domain/calendar/wall-clock.ts'
import type { InterpreterOrder, OrderState } from '../../domain/interpreting/order.ts'
import type { NeedingAppointment, ToCancel } from '../../domain/interpreting/orders.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import type { Numbered, SeenInterpreting } from '../../flows/staff/interpreting.ts'
import { dayAndClock, shortDay } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { formToken, type Html } from '../frame/layout.ts'
import { cell } from '../frame/parts.ts'
import { MODE_WORDS, ORDER_WORDS } from '../frame/terms.ts'
import { type OrderText, orderedText, orderMail, spokenBy, wantedText } from './order-text.ts'
import { excluded, poolLine, talkCells, talkHeads } from './parts.ts'

const BASE = '/staff/interpreting'

export function interpretingPage(frame: Frame, seen: SeenInterpreting): Html {
  const { words } = frame
  const { toCancel, needed, underway, refused, unavailable, profile } = seen
  const isEmpty = [toCancel, needed, underway, unavailable].every((list) => list.length === 0)
  return html`<h1>${words.navInterpreting}</h1>
<p class="hint">${words.interpretingHint}</p>
${isEmpty ? html`<p class="card soft">${words.interpretingEmpty}</p>` : ''}
${toCancel.length > 0 ? section('cancel', words.toCancel, words.toCancelHint, cancelTable(frame, seen)) : ''}
${needed.length > 0 ? section('order', words.toOrder, words.toOrderHint, html`${takeOut(frame)}${neededTable(frame, seen)}`) : ''}
${underway.length > 0 ? section('underway', words.underway, null, orderedTable(frame, underway, profile)) : ''}
${refused.length > 0 ? section('refused', words.refusedByPool, words.refusedByPoolHint, orderedTable(frame, refused, profile)) : ''}
${unavailable.length > 0 ? section('unavailable', words.nobodyAvailable, words.nobodyAvailableHint, unavailableTable(frame, seen)) : ''}`
}

const section = (id: string, heading: string, hint: string | null, content: Html): Html =>
  html`<section class="card" aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>
${hint ? html`<p class="hint">${hint}</p>` : ''}${content}</section>`

const takeOut = ({ words }: Frame): Html => html`<p class="no-print actions">
<a class="button quiet" href="${BASE}/sheet">${words.orderSheet}</a>
<a class="button quiet" href="${BASE}/orders.csv">${words.orderTable}</a></p>`

function table(frame: Frame, columns: readonly string[], rows: readonly Html[]): Html {
  return html`<table class="cards"><thead><tr>${talkHeads(frame)}${columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row}</tr>`)}</tbody></table>`
}

function cancelTable(frame: Frame, { toCancel, profile, now }: SeenInterpreting): Html {
  const { words } = frame
  return table(
    frame,
    [words.freeUntil, words.orderPool, words.orderNumber],
    toCancel.map((one) => {
      const { order } = one
      const text = orderedText(order)
      return html`${talkCells(frame, { ...order, language: text.language }, profile)}
${cell(words.freeUntil, free(frame, one, now))}
${cell(words.orderPool, poolLine(frame, order.pool, order.mode, profile))}
${cell(
  words.orderNumber,
  html`${order.id}<br><small class="soft">${words[ORDER_WORDS[order.state]]}</small>
${actions(frame, html`${mailLink(frame, text, order.pool, profile, 'cancel')}${answers(frame, order, ['cancelled'])}`)}`,
)}`
    }),
  )
}

function free({ words }: Frame, { freeUntil }: ToCancel, now: number): Html {
  if (freeUntil === null) return html`<span class="soft">${words.freeAlways}</span>`
  if (freeUntil <= now) return html`<span class="badge red">${words.freeOver}</span>`
  const isSoon = dayOf(freeUntil) <= dayOf(now) + 1
  return html`<span class="badge ${isSoon ? 'orange' : 'plain'}">${dayAndClock(freeUntil)}</span>`
}

function neededTable(frame: Frame, { needed, profile, now }: SeenInterpreting): Html {
  const { words } = frame
  return table(
    frame,
    [words.orderBy, words.orderPool, words.orderNumber],
    needed.map((one) => {
      const { talk, needs, number } = one
      const [{ pool, mode }] = needs.asks
      const text = wantedText(talk, number, mode)
      return html`${talkCells(frame, { ...talk, gender: talk.need.gender, language: spokenBy(talk) }, profile)}
${cell(words.orderBy, lastDay(frame, one, now))}
${cell(words.orderPool, html`${poolLine(frame, pool.id, mode, profile)}${excluded(frame, pool, profile)}`)}
${cell(
  words.orderNumber,
  html`${number}
${actions(frame, html`${mailLink(frame, text, pool.id, profile, 'order')}${orderForm(frame, one)}`)}`,
)}`
    }),
  )
}

function lastDay({ words }: Frame, { needs }: Numbered, now: number): Html {
  if (needs.isLate) return html`<span class="badge red">${words.orderLate}</span>`
  const { day } = needs.orderBy
  const isSoon = day <= dayOf(now) + 1
  return html`<span class="badge ${isSoon ? 'orange' : 'plain'}">${shortDay(atDay(day, 0))}</span>`
}

/** Which pool was asked how, and what it said: the best one is chosen already. */
function orderForm(frame: Frame, { talk, needs, number }: Numbered): Html {
  const { words } = frame
  const options = needs.asks.map(
    ({ pool, mode }) =>
      html`<option value="${pool.id} ${mode}">${pool.name}, ${words[MODE_WORDS[mode]]}</option>`,
  )
  const ask =
    needs.asks.length > 1
      ? html`<label for="ask-${number}">${words.orderAsked}</label><select id="ask-${number}" name="ask">${options}</select>`
      : html`<input type="hidden" name="ask" value="${needs.asks[0].pool.id} ${needs.asks[0].mode}">`
  return html`<form method="post" action="/staff/bookings/${talk.booking}/interpreter">${formToken(frame)}<input type="hidden" name="number" value="${number}">${ask}
<div class="actions">${buttons(frame, 'state', ['ordered', 'confirmed', 'refused'], number)}</div></form>`
}

function orderedTable(frame: Frame, orders: SeenInterpreting['underway'], profile: Profile): Html {
  const { words } = frame
  return table(
    frame,
    [words.state, words.orderPool, words.orderNumber],
    orders.map(({ talk, order }) => {
      return html`${talkCells(frame, { ...talk, gender: order.gender, language: spokenBy(talk) }, profile)}
${cell(words.state, html`<span class="badge ${COLOURS[order.state]}">${words[ORDER_WORDS[order.state]]}</span>${newWish(frame, talk, order)}`)}
${cell(words.orderPool, poolLine(frame, order.pool, order.mode, profile))}
${cell(
  words.orderNumber,
  html`${order.id}
${actions(frame, answers(frame, order, NEXT[order.state]))}`,
)}`
    }),
  )
}

/** A wish that came after the order: the pool does not know of it. */
function newWish({ words }: Frame, { need }: NeedingAppointment, order: InterpreterOrder): Html {
  if (need.gender === null || need.gender === order.gender) return html``
  return html`<br><small>${need.gender === 'woman' ? words.newWishWoman : words.newWishMan}</small>`
}

function unavailableTable(frame: Frame, { unavailable, profile }: SeenInterpreting): Html {
  const { words } = frame
  return table(
    frame,
    [words.appointment],
    unavailable.map(
      (
        talk,
      ) => html`${talkCells(frame, { ...talk, gender: talk.need.gender, language: spokenBy(talk) }, profile)}
${cell(words.appointment, html`<a href="/staff/intakes/${talk.intakeId}/times">${words.moveAppointment}</a>`)}`,
    ),
  )
}

const actions = (_: Frame, content: Html): Html => html`<div class="no-print">${content}</div>`

function mailLink(
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
  return html`<form method="post" action="${BASE}/orders/${id}">${formToken(frame)}<div class="actions">${buttons(frame, 'to', states, id)}</div></form>`
}

/** What mostly comes next stands first and stands out. */
function buttons(
  { words }: Frame,
  name: 'state' | 'to',
  states: readonly (Answer | 'ordered')[],
  number: string,
): Html[] {
  return states.map((state, at) => {
    const quiet = at > 0 || state === 'refused' ? 'quiet' : ''
    return html`<button class="${quiet}" name="${name}" value="${state}">${words[ORDER_WORDS[state]]}<span class="away"> ${number}</span></button>`
  })
}
