// Saying who came: beside an appointment of a day, and on its record.

import { html } from 'hono/html'
import {
  type BookingState,
  mayMark,
  mayTakeBack,
  type Outcome,
} from '../../domain/appointment/attendance.ts'
import { clock, dayAndClock } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { formToken, type Html } from '../frame/layout.ts'

type Marked = { id: string; ref: string; startsAt: number; changedAt: number; state: BookingState }

/** Where it is pressed, to lead back there: a row of a day, or a record. */
type From = { day: string; at: string } | { record: string }

/**
 * A button for each thing that can be said of an appointment now (epoch ms), and one that takes back what was said today;
 * who is there before it begins is asked about. `takesOver`: whoever says that somebody is there has their request from
 * then on.
 */
export function markForms(
  frame: Frame,
  marked: Marked,
  { now, from, takesOver }: { now: number; from: From; takesOver: boolean },
): Html {
  const { words } = frame
  const { id, ref, startsAt, state } = marked
  const whose = html`<span class="away"> ${clock(startsAt)} ${ref}</span>`
  const form = (path: string, said: Record<string, string>, label: string, look: string) =>
    html`<form method="post" action="/staff/bookings/${id}/${path}">${formToken(frame)}
${Object.entries({ ...said, ...from }).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<button class="${look}">${label}${whose}</button></form>`
  const button = (to: Outcome, label: string) => {
    if (!mayMark(state, to, { startsAt, now })) return ''
    if (now >= startsAt) return form('mark', { to }, label, to === 'missed' ? 'quiet' : '')
    const begins = words.say('markEarly', { when: dayAndClock(startsAt) })
    return html`<details><summary>${label}…${whose}</summary><p>${begins}</p>${form('mark', { to, early: 'yes' }, words.markSure, '')}</details>`
  }
  const back = mayTakeBack(marked, now) ? form('mark/back', {}, words.markBack, 'quiet') : ''
  return html`${button('attended', takesOver ? words.arrivedTakeOver : words.markAttended)}
${button('missed', words.markMissed)}${back}`
}
