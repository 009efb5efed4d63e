// A request nobody has taken over yet: what lists show of it, and the button that opens the rest.

import { html } from 'hono/html'
import type { ShownIntake } from '../../domain/people/wall.ts'
import { centreOf } from '../../domain/profile/profile.ts'
import type { FrontPage } from '../../flows/staff/read-record.ts'
import { headingOf, listedAs, listedIn, urgencyWithReason } from '../frame/answered.ts'
import { appointmentText } from '../frame/appointment.ts'
import { because } from '../frame/closed.ts'
import { dayAndClock } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { formToken, type Html } from '../frame/layout.ts'
import { assignForm } from './teamwork.ts'
import { type Trail, trailHtml } from './trail.ts'

/** The page of it. */
export function frontPage(
  frame: Frame,
  view: FrontPage & { trail: Trail | null; newId: () => string },
): Html {
  const { words } = frame
  const { front: intake, profile } = view
  const { appointment, submittedAt, centre, ref } = intake
  const booked = appointment && appointmentText(words, appointment, view.now)
  const off =
    appointment && intake.displaced
      ? html`${dayAndClock(appointment.startsAt)} (${words.stateCancelled}${view.because === null ? '' : because([view.because])})`
      : null
  const facts: [string, Html | string][] = [
    [words.urgency, urgencyWithReason(frame, intake, profile)],
    ...listedIn('requests', profile).map((q): [string, Html | string] => [
      headingOf(frame, q),
      listedAs(frame, q, intake, profile),
    ]),
    [words.appointment, off ?? booked ?? words.noAppointment],
  ]
  return html`${trailHtml(frame, view.trail)}<p class="soft">${centreOf(profile, centre)?.name ?? centre} · ${words.received} ${dayAndClock(submittedAt)}</p>
<h1>${ref}</h1>
<section class="card"><h2>${words.frontOnly}</h2>
<dl class="facts">${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
<p class="apart">${words.frontHint}</p>
<div class="actions no-print">${takeOverForm(frame, intake)}</div><div class="no-print">${assignForm(frame, intake, view)}</div></section>`
}

/** The button that takes a request over; the record is what comes next. */
export function takeOverForm(
  frame: Frame,
  { id, ref, takenBy }: Pick<ShownIntake, 'id' | 'ref' | 'takenBy'>,
  look: '' | 'quiet' = '',
): Html {
  return html`<form method="post" action="/staff/intakes/${id}/take">${formToken(frame)}<input type="hidden" name="from" value="${takenBy?.id ?? ''}"><button class="${look}">${frame.words.takeOver}<span class="away"> ${ref}</span></button></form>`
}
