// Closed hours of the own centres, closing more of them, and what closing would do.

import { html } from 'hono/html'
import type { Closing } from '../../domain/appointment/closing.ts'
import type { Unreached } from '../../domain/people/reach.ts'
import type { Affected, NotClosed } from '../../flows/staff/close-day.ts'
import type { Reopened } from '../../flows/staff/reopen-day.ts'
import { clock, longDay } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { choice, input, option, type Shown } from '../frame/inputs.ts'
import { alert, formToken, type Html } from '../frame/layout.ts'
import { unreachedLines } from '../frame/told.ts'
import type { Word } from '../frame/words.ts'
import { stretch } from './stretch.ts'

type Named = { id: string; name: string }

const FIELDS = ['centre', 'date', 'last', 'from', 'until', 'seat', 'reason']
const MOST_LISTED = 50
const NONE = ['', ''] as const

/** What came of what was pressed: why nothing was closed, or for how many it was opened again. */
export type ClosuresSaid = { why?: NotClosed; reopened?: Reopened | null }

export function closuresPage(
  frame: Frame,
  view: {
    centres: readonly Named[]
    closures: readonly Closing[]
    seats: number
    custom: readonly number[]
  } & ClosuresSaid,
  shown: Shown,
): Html {
  const { words } = frame
  const { centres, closures, seats, custom, why, reopened } = view
  const fault = why === 'past' ? 'faultDayOver' : why && 'faultClosedAlready'
  const date: { type: 'date'; fault?: Word } = { type: 'date', ...(fault && { fault }) }
  const { fields, faults } = shown
  const nameOf = (id: string) => centres.find((centre) => centre.id === id)?.name ?? id
  const places = centres.map(({ id, name }) => [id, name] as const)
  // Where there are several, nobody closes the first by not looking.
  const choices =
    places.length > 1 ? [NONE, ...places, ['all', words.closeEverywhere] as const] : places
  return html`<h1>${words.closures}</h1>
${reopened ? reopenedLines(frame, reopened, 'reopenedBack') : ''}
${faults.size > 0 ? alert(words.faultsAbove) : ''}
<section class="card"><h2>${words.closeHours}</h2>
${custom.length > 0 ? html`<p class="hint">${words.say('closeCustom', { days: custom.map((at) => longDay(at, frame.language)).join(' · ') })}</p>` : ''}
<p class="hint">${words.closeHint}</p>
<form method="post" action="/staff/closures/check">${formToken(frame)}
<div class="filters">${choice(shown, 'centre', words.centre, choices)}
<div><label for="seat">${words.closeSeat}</label>
<select id="seat" name="seat">${option('', words.closeAllSeats, fields['seat'])}${numbers(seats).map((seat) => option(String(seat), words.say('seatNumber', { seat }), fields['seat']))}</select></div></div>
<div class="filters">${input(shown, 'date', words.closeDate, date)}${input(shown, 'last', words.closeLast, { type: 'date' })}</div>
<div class="filters">${input(shown, 'from', words.closeFrom, { type: 'time' })}${input(shown, 'until', words.closeUntil, { type: 'time' })}</div>
${input(shown, 'reason', words.closeReason)}
<div class="actions"><button>${words.closeCheck}</button></div></form></section>
${closures.length === 0 ? html`<p class="card soft">${words.closuresEmpty}</p>` : ''}
${[...Map.groupBy(closures, ({ id }) => id.split('.')[0] ?? id)].map(([id, group]) => groupCard(frame, id, group, nameOf))}`
}

/** What one form closed: each part can be opened again, or all of it. */
function groupCard(
  frame: Frame,
  id: string,
  group: readonly Closing[],
  nameOf: (centre: string) => string,
): Html {
  const { words } = frame
  const reason = group[0]?.reason ?? ''
  const reopen = (what: string, label: string, of: string) =>
    html`<a class="button quiet" href="/staff/closures/${what}/reopen">${label}<span class="away"> ${of}</span></a>`
  return html`<section class="card"><h2>${reason}</h2>
<ul class="plain">${group.map((closing) => {
    const name = `${nameOf(closing.centre)}: ${stretch(frame, closing)}`
    return html`<li class="actions"><span>${name}</span>${reopen(closing.id, words.reopen, name)}</li>`
  })}</ul>
<div class="actions"><a href="/staff/closures/${id}">${words.displacedPeople}<span class="away"> ${reason}</span></a>${group.length > 1 ? reopen(id, words.reopenAll, reason) : ''}</div></section>`
}

/** What opening again would do, since it tells everybody, before anything is done. */
export function reopenPage(
  frame: Frame,
  id: string,
  view: {
    closings: readonly Closing[]
    nameOf: (centre: string) => string
    apart: number
  } & Reopened,
): Html {
  const { words } = frame
  const { closings, nameOf, apart } = view
  return html`<h1>${words.reopen}</h1>
<section class="card"><h2>${closings[0]?.reason ?? ''}</h2>
<ul>${closings.map((closing) => html`<li>${nameOf(closing.centre)}: ${stretch(frame, closing)}</li>`)}</ul>
${reopenedLines(frame, view, 'reopenTold')}${apart === 0 ? '' : html`<p class="note">${words.say('reopenApart', { count: apart })}</p>`}
<form method="post" action="/staff/closures/${id}/reopen">${formToken(frame)}
<div class="actions"><button>${words.reopenNow}</button> <a class="button quiet" href="/staff/closures">${words.back}</a></div></form></section>`
}

/** Who has their appointment back by it, before and after, and who does not. */
function reopenedLines(
  { words }: Frame,
  { back, stay }: Reopened,
  word: 'reopenTold' | 'reopenedBack',
): Html {
  return html`<p><strong>${words.say(word, { count: back })}</strong></p>${stay === 0 ? '' : html`<p>${words.say('reopenStays', { count: stay })}</p>`}`
}

/** What closing would do, before anything is done. */
export function checkClosingPage(
  frame: Frame,
  view: {
    id: string
    closings: readonly Closing[]
    already: readonly Closing[]
    nameOf: (centre: string) => string
    appointments: readonly Affected[]
    unreached: Unreached
  },
  form: Record<string, string>,
): Html {
  const { words, language } = frame
  const { id, closings, already, nameOf, appointments, unreached } = view
  const isClosed = ({ id }: Closing) => already.some((one) => one.id === id)
  const reason = closings[0]?.reason ?? ''
  return html`<h1>${words.closeHours}</h1>
<section class="card"><h2>${reason}</h2>
<ul>${closings.map((closing) => html`<li>${nameOf(closing.centre)}: ${stretch(frame, closing)}${isClosed(closing) ? html` <strong>(${words.closedAlready})</strong>` : ''}</li>`)}</ul>
<p><strong>${words.say('closeAffected', { count: appointments.length })}</strong></p>
${appointments.length === 0 ? '' : html`<ul>${appointments.slice(0, MOST_LISTED).map(({ centre, startsAt }) => html`<li>${longDay(startsAt, language)}, ${clock(startsAt)}, ${nameOf(centre)}</li>`)}${appointments.length > MOST_LISTED ? html`<li>…</li>` : ''}</ul>`}
${unreachedLines(words, unreached)}
<p class="hint">${words.closeWhatHappens}</p>
<form method="post" action="/staff/closures">${formToken(frame)}
<input type="hidden" name="id" value="${id}">
${FIELDS.map((name) => html`<input type="hidden" name="${name}" value="${form[name] ?? ''}">`)}
<div class="actions"><button>${words.closeNow}</button> <button class="quiet" formaction="/staff/closures/check" name="back" value="yes">${words.back}</button></div></form></section>`
}

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at + 1)
