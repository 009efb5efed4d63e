// That a centre is closed on a day, and why.

import { html } from 'hono/html'
import type { ClosedDay } from '../../domain/calendar/closed-day.ts'
import type { Frame } from './frame.ts'
import type { Html } from './layout.ts'
import { typed } from './parts.ts'

/** The sentence about a closed day. */
export function closedWhy({ words }: Frame, closed: ClosedDay): Html {
  if (closed.why === 'no-hours') return html`${words.closedNoHours}`
  if (closed.why === 'holiday') return html`${words.say('closedHoliday', { name: closed.name })}`
  return html`${words.closedHours}${because(closed.reasons)}`
}

/** Why hours are closed, behind the word that they are. */
export const because = (reasons: readonly string[]): Html =>
  reasons.length === 0 ? html`` : html`: ${typed(reasons.join(', '))}`
