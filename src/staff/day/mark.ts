// Saying who came: beside an appointment of a day, and on its record.

import { html } from 'hono/html'
import { type BookingState, mayMark, type Outcome } from '../../domain/appointment/attendance.ts'
import { clock } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { formToken, type Html } from '../frame/layout.ts'

type Marked = { id: string; ref: string; startsAt: number; state: BookingState }

/** Where it is pressed, to lead back there: a row of a day, or a record. */
type From = { day: string; at: string } | { record: string }

/**
 * A button for each thing that can be said of an appointment now (epoch ms); `takesOver`: whoever says that somebody is
 * there has their request from then on.
 */
export function markForms(
  frame: Frame,
  marked: Marked,
  { now, from, takesOver }: { now: number; from: From; takesOver: boolean },
): Html {
  const { words } = frame
  const { id, ref, startsAt, state } = marked
  const button = (to: Outcome, label: string) =>
    mayMark(state, to, { startsAt, now })
      ? html`<form method="post" action="/staff/bookings/${id}/mark">${formToken(frame)}
<input type="hidden" name="to" value="${to}">${Object.entries(from).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<button class="${to === 'missed' ? 'quiet' : ''}">${label}<span class="away"> ${clock(startsAt)} ${ref}</span></button></form>`
      : ''
  return html`${button('attended', takesOver ? words.arrivedTakeOver : words.markAttended)}
${button('missed', words.markMissed)}`
}
