// Free times that staff can give: own centres, one day after the other.

import { html } from 'hono/html'
import { dateOf } from '../../domain/calendar/wall-clock.ts'
import type { TimesFor } from '../../flows/staff/change-booking.ts'
import { clock, longDay } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { formToken, type Html } from '../frame/layout.ts'

export function timesPage(frame: Frame, { intake, centre, centres, times }: TimesFor): Html {
  const { words, language } = frame
  const days = Map.groupBy(times, (time) => dateOf(time.startsAt))
  return html`<p><a href="/staff/intakes/${intake.id}">${intake.ref}</a></p>
<h1>${words.freeTimes}: ${centre.name}</h1>
<p class="hint">${words.personIsTold}</p>
<nav class="actions" aria-label="${words.centres}">${centres
    .filter(({ id }) => id !== centre.id)
    .map(
      ({ id, name }) =>
        html`<a class="button quiet" href="/staff/intakes/${intake.id}/times?centre=${id}">${name}</a>`,
    )}</nav>
${times.length === 0 ? html`<p class="card soft">${words.noTimes}</p>` : ''}
${[...days.values()].map(
  (ofDay) => html`<section class="card"><h2>${longDay(ofDay[0]?.startsAt ?? 0, language)}</h2>
<div class="row-actions">${ofDay.map(
    ({ startsAt }) =>
      html`<form method="post" action="/staff/intakes/${intake.id}/times">${formToken(frame)}
<input type="hidden" name="centre" value="${centre.id}"><input type="hidden" name="at" value="${startsAt}"><button class="quiet">${clock(startsAt)}<span class="away"> ${longDay(startsAt, language)}</span></button></form>`,
  )}</div></section>`,
)}`
}
