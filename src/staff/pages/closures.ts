// Closed hours of the own centres, closing more of them, and what closing would do.

import { html } from 'hono/html'
import type { Closing } from '../../flows/staff/close-day.ts'
import { clock, dayAndClock, longDay } from '../dates.ts'
import { type Frame, fill } from '../frame.ts'
import { formToken, type Html } from '../layout.ts'

type Named = { id: string; name: string }

export function closuresPage(
  frame: Frame,
  centres: readonly Named[],
  closures: readonly Closing[],
): Html {
  const { words } = frame
  const nameOf = (id: string) => centres.find((centre) => centre.id === id)?.name ?? id
  return html`<h1>${words.closures}</h1>
<section class="card"><h2>${words.closeHours}</h2>
<p class="hint">${words.closeHint}</p>
<form method="post" action="/staff/closures/check">${formToken(frame)}
<label for="centre">${words.centre}</label>
<select id="centre" name="centre">${centres.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}</select>
<label for="date">${words.closeDate}</label><input id="date" name="date" type="date" required>
<label for="from">${words.closeFrom}</label><input id="from" name="from" type="time">
<label for="until">${words.closeUntil}</label><input id="until" name="until" type="time">
<label for="reason">${words.closeReason}</label><input id="reason" name="reason" maxlength="200" required>
<button>${words.closeCheck}</button></form></section>
${closures.length === 0 ? html`<p class="card soft">${words.closuresEmpty}</p>` : ''}
${closures.map(
  (closing) => html`<section class="card"><h2>${nameOf(closing.centre)}</h2>
<p>${stretch(frame, closing)}<br>${closing.reason}</p>
<form method="post" action="/staff/closures/${closing.id}/reopen">${formToken(frame)}<button class="quiet">${words.reopen}</button></form></section>`,
)}`
}

/** What closing would do, before anything is done. */
export function checkClosingPage(
  frame: Frame,
  closing: Closing,
  centre: string,
  affected: { appointments: number; toCall: number },
  form: Record<string, string>,
): Html {
  const { words } = frame
  const fields = ['centre', 'date', 'from', 'until', 'reason']
  return html`<h1>${words.closeHours}</h1>
<section class="card"><h2>${centre}</h2>
<p>${stretch(frame, closing)}<br>${closing.reason}</p>
<p><strong>${fill(words, 'closeAffected', affected.appointments)}</strong></p>
<p>${fill(words, 'closeToCall', affected.toCall)}</p>
<p class="hint">${words.closeWhatHappens}</p>
<form method="post" action="/staff/closures">${formToken(frame)}
<input type="hidden" name="id" value="${closing.id}">
${fields.map((name) => html`<input type="hidden" name="${name}" value="${form[name] ?? ''}">`)}
<button>${words.closeNow}</button> <a class="button quiet" href="/staff/closures">${words.back}</a></form></section>`
}

function stretch({ language }: Frame, { startsAt, endsAt }: Closing): string {
  const wholeDay = clock(startsAt) === '00:00' && clock(endsAt) === '00:00'
  if (wholeDay && endsAt - startsAt < 26 * 3_600_000) return longDay(startsAt, language)
  if (wholeDay) return `${dayAndClock(startsAt)} – ${dayAndClock(endsAt)}`
  return `${longDay(startsAt, language)}, ${clock(startsAt)}–${clock(endsAt)}`
}
