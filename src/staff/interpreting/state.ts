// What an appointment has of interpreters, in a word, for the pages that show the appointment.

import { html } from 'hono/html'
import type { InterpreterOrder } from '../../domain/interpreting/order.ts'
import { type Interpretable, interpretingOf } from '../../domain/interpreting/orders.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { dayAndClock } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'
import { INTERPRETING_WORDS, ORDER_WORDS } from '../frame/terms.ts'
import { orderedText } from './order-text.ts'
import { orderedFrom, poolLine } from './parts.ts'

const COLOURS = {
  ...{ spoken: 'plain', unknown: 'plain', needed: 'orange', ordered: 'yellow' },
  ...{ confirmed: 'green', 'on-call': 'green', unavailable: 'red' },
} as const

type Of = {
  talk: Interpretable
  orders: readonly InterpreterOrder[]
  profile: Profile
  now: number
}

/**
 * The state as a badge, with what is called when it begins; nothing where no language is needed, or it is over and
 * nobody was asked.
 */
export function interpretingBadge(frame: Frame, { talk, orders, profile, now }: Of): Html | null {
  const { words } = frame
  const needs = interpretingOf(talk, orders, profile, now)
  const { state } = needs
  if (state === 'no-need') return null
  const isOpenQuestion = state === 'needed' || state === 'unavailable' || state === 'unknown'
  if (talk.endsAt <= now && isOpenQuestion) return null
  const ways = 'ways' in needs && talk.endsAt > now ? needs.ways : []
  const calls = ways.map(({ pool, mode }) => html`<br>${poolLine(frame, pool.id, mode, profile)}`)
  return html`<span class="badge ${COLOURS[state]}">${words[INTERPRETING_WORDS[state]]}</span>${calls}`
}

/** Who has been asked for an appointment, the oldest first, with what they said. */
export function orderHistory(
  frame: Frame,
  orders: readonly InterpreterOrder[],
  profile: Profile,
): Html {
  if (orders.length === 0) return html``
  const { words } = frame
  return html`<h2>${words.orderHistory}</h2><ul>${orders.map((order) => {
    const text = orderedText(order)
    return html`<li>${order.id}: ${text.language}, ${dayAndClock(order.startsAt)}, <strong>${words[ORDER_WORDS[order.state]]}</strong> <span class="soft">${dayAndClock(order.changedAt)}</span><br>${orderedFrom(frame, order, profile)}</li>`
  })}</ul>`
}
