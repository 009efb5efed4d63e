// The call list: who waits for an answer, and whom no message reaches.

import { html } from 'hono/html'
import { phoneText } from '../../domain/people/phone.ts'
import type { ShownIntake } from '../../domain/people/wall.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { addressOf, headingOf, listedAs, listedIn, urgencyWithReason } from '../frame/answered.ts'
import { dayAndClock } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { formToken, type Html } from '../frame/layout.ts'
import { cell, overAnother } from '../frame/parts.ts'
import { reachedBy } from '../frame/reach.ts'
import { takeOverForm } from '../record/front.ts'

export function callsPage(frame: Frame, intakes: readonly ShownIntake[], profile: Profile): Html {
  const { words } = frame
  return html`<h1>${words.navCalls}</h1>
${
  intakes.length === 0
    ? html`<p class="card soft">${words.callsEmpty}</p>`
    : html`<table class="cards">
<caption class="away">${words.navCalls}</caption>
<thead><tr><th scope="col">${words.person}</th><th scope="col">${words.wish}</th>${listedIn('calls', profile).map((q) => html`<th scope="col">${headingOf(frame, q)}</th>`)}<th scope="col">${words.urgency}</th><th scope="col">${words.reach}</th><th scope="col">${words.since}</th><th scope="col"><span class="away">${words.done}</span></th></tr></thead>
<tbody>${intakes.map((intake) => row(frame, intake, profile))}</tbody>
</table>`
}`
}

function row(frame: Frame, intake: ShownIntake, profile: Profile): Html {
  const { words } = frame
  const { phone, relation } = intake
  const address = addressOf(intake, profile)
  return html`<tr>
<th scope="row"><a href="/staff/intakes/${intake.id}">${intake.ref}</a>${address ? html` ${address}` : ''}</th>
${cell(
  words.wish,
  html`${wish(frame, intake)}${phone ? html`<br><a href="tel:${phone.replace(/[^+\d]/g, '')}"><bdi dir="ltr">${phoneText(phone)}</bdi></a>` : ''}${relation ? html`<br><span class="soft">${overAnother(words, relation)}</span>` : ''}`,
)}
${listedIn('calls', profile).map((q) => cell(headingOf(frame, q), listedAs(frame, q, intake, profile)))}
${cell(words.urgency, urgencyWithReason(frame, intake, profile))}
${cell(words.reach, intake.shown === 'front' ? '–' : reachedBy(frame, intake.reach))}
${cell(words.since, dayAndClock(intake.submittedAt))}
<td>${done(frame, intake)}</td>
</tr>`
}

/** Whoever calls has to have it: nobody else may see the number. */
function done(frame: Frame, intake: ShownIntake): Html {
  const { words } = frame
  return intake.body === null
    ? takeOverForm(frame, intake)
    : html`<form method="post" action="/staff/intakes/${intake.id}/called">${formToken(frame)}<button class="quiet">${words.done}<span class="away"> ${intake.ref}</span></button></form>`
}

function wish({ words }: Frame, intake: ShownIntake): string {
  const { callBack, unreachable, displaced, undelivered, untold, reach, appointment } = intake
  if (intake.shown === 'front') return words.frontOnly
  if (displaced) return words.dayClosed
  if (undelivered) return words.messageLost
  if (untold) return words.tellOfInterpreter
  if (reach.unread) return words.unreadOnPage
  if (callBack === 'phone') return words.wishPhone
  if (callBack === 'chat') return words.wishChat
  if (unreachable) return words.unreachable
  return appointment?.state === 'booked'
    ? words.say('remindByPhone', { when: dayAndClock(appointment.startsAt) })
    : '–'
}
