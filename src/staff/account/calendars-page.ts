// Private calendars of the own account: which there are, a new one, and its address, shown once.

import { html } from 'hono/html'
import type { StaffCalendar } from '../../domain/people/staff-calendar.ts'
import { dayAndClock, shortDay } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { option } from '../frame/inputs.ts'
import { formToken, type Html } from '../frame/layout.ts'

type Named = { id: string; name: string }

/** `centres`: those one leads. */
export type OwnCalendars = { calendars: readonly StaffCalendar[]; centres: readonly Named[] }

export function calendarsSection(frame: Frame, { calendars, centres }: OwnCalendars): Html {
  const { words } = frame
  const nameOf = ({ centre }: StaffCalendar) =>
    centre === null ? words.calendarOwn : (centres.find(({ id }) => id === centre)?.name ?? centre)
  return html`<section class="card"><h2>${words.calendars}</h2>
<p class="soft">${words.calendarsHint}</p>
${
  calendars.length === 0
    ? ''
    : html`<ul class="plain">${calendars.map(
        (
          one,
        ) => html`<li class="actions"><span>${nameOf(one)}: ${one.detail === 'busy' ? words.calendarBusy : words.calendarFull}. <span class="soft">${words.say('calendarMade', { day: shortDay(one.createdAt) })}${one.fetchedAt === null ? words.calendarNever : words.say('calendarFetched', { when: dayAndClock(one.fetchedAt) })}</span></span>
<form method="post" action="/staff/account/calendars/${one.id}/end">${formToken(frame)}<button class="quiet">${words.calendarEnd}<span class="away">: ${nameOf(one)}</span></button></form></li>`,
      )}</ul>`
}
<form method="post" action="/staff/account/calendars">${formToken(frame)}
${
  centres.length === 0
    ? html`<input type="hidden" name="which" value="own">`
    : html`<label for="which">${words.calendarWhich}</label>
<select id="which" name="which" required>${option('', '', '')}${option('own', words.calendarOwn)}${centres.map(({ id, name }) => option(`at-${id}`, name))}</select>`
}
<label for="detail">${words.calendarDetail}</label>
<select id="detail" name="detail" required>${option('', '', '')}${option('busy', words.calendarBusy)}${option('full', words.calendarFull)}</select>
<p class="hint">${words.calendarGives}</p>
<div class="actions"><button class="quiet">${words.calendarMake}</button></div></form></section>`
}

/** The address, for the only time. */
export function calendarMadePage({ words }: Frame, address: string): Html {
  const opens = address.replace(/^https?:/, 'webcal:')
  return html`<h1>${words.calendarReady}</h1>
<section class="card"><p>${words.calendarOnce}</p>
<label for="address">${words.calendarAddress}</label>
<input id="address" class="key" readonly value="${address}">
<div class="actions"><a class="button quiet" href="${opens}">${words.calendarOpen}</a></div>
<p class="apart">${words.calendarHow}</p>
<p><a href="/staff/account">${words.back}</a></p></section>`
}
