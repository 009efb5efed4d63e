// Today: who comes, when, in which language, and what became of it.

import { html } from 'hono/html'
import { stateAt } from '../../domain/appointment/attendance.ts'
import type { ClosedDay } from '../../domain/calendar/closed-day.ts'
import { addDays, atWall, dateOf } from '../../domain/calendar/wall-clock.ts'
import { interpretableOf } from '../../domain/interpreting/orders.ts'
import { mayEver } from '../../domain/people/rights.ts'
import type { ShownBooking } from '../../domain/people/wall.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import type { SeenDay } from '../../flows/staff/see-day.ts'
import { displacedTable } from '../closures/people.ts'
import {
  addressOf,
  headingOf,
  listedAs,
  listedIn,
  termsOf,
  urgencyWithReason,
} from '../frame/answered.ts'
import { closedWhy } from '../frame/closed.ts'
import { clock, dayAndClock, longDay, shortDay } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { alert, formToken, type Html } from '../frame/layout.ts'
import { cell, typed } from '../frame/parts.ts'
import { reachedBy } from '../frame/reach.ts'
import { STATE_WORDS } from '../frame/terms.ts'
import { pressingInterpreters } from '../interpreting/pressing.ts'
import { interpretingBadge } from '../interpreting/state.ts'
import { endedHtml } from '../record/done.ts'
import { dayList, dayListOf, rowId } from '../record/list.ts'
import { recordHref } from '../record/trail.ts'
import { markForms } from './mark.ts'

type Ended = Parameters<typeof endedHtml>[1]

/** `newId` draws one for each form that must count once. */
export function dayPage(frame: Frame, view: SeenDay, ended: Ended, newId: () => string): Html {
  const { words, language } = frame
  return html`${endedHtml(frame, ended)}<h1>${view.isToday ? `${words.navDay}: ` : ''}${longDay(view.dayAt, language)}</h1>
${view.lacksBody ? alert(words.ownBodyMissing) : ''}<p class="no-print actions">
<a class="button quiet" href="/staff?day=${addDays(view.date, -1)}">${words.dayBefore}</a>
${view.isToday ? '' : html`<a class="button quiet" href="/staff">${words.navDay}</a>`}
<a class="button quiet" href="/staff?day=${addDays(view.date, 1)}">${words.dayAfter}</a>
</p>
${view.next === null ? '' : html`<p><a href="/staff?day=${dateOf(view.next)}">${words.nextAppointments}: ${longDay(view.next, language)}</a></p>`}
<div data-part="news">${unopened(frame, view)}
${replies(frame, view)}
${due(frame, view)}
${pressingInterpreters(frame, view)}</div>
${view.centres.map((centre) => html`<div data-part="centre-${centre.id}">${centreSection(frame, view, centre, newId())}</div>`)}`
}

function unopened(frame: Frame, { unopened, profile, date }: SeenDay): Html {
  if (unopened.length === 0) return html``
  const { words } = frame
  const list = listOf(date, unopened)
  return html`<section class="card" aria-labelledby="unopened"><h2 id="unopened">${words.unopened}</h2>
<ul>${unopened.map((one) => html`<li data-tell="${one.ref}: ${words.unopened}"><a href="${recordHref({ list }, one.id)}">${one.ref}</a> ${urgencyWithReason(frame, one, profile)} <span class="soft">${dayAndClock(one.since)}</span></li>`)}</ul></section>`
}

/** Of those that are listed beside the appointments, as many as an address can name. */
const listOf = (date: string, all: readonly { ref: string }[]) =>
  dayListOf(
    date,
    all.slice(0, 60).map(({ ref }) => ref),
  )

function replies({ words }: Frame, { unread, date }: SeenDay): Html {
  if (unread.length === 0) return html``
  const list = listOf(date, unread)
  return html`<section class="card" aria-labelledby="replies"><h2 id="replies">${words.newReplies}</h2>
<ul>${unread.map(({ id, ref, since }) => html`<li data-tell="${ref}: ${words.newReply}, ${clock(since)}"><a href="${recordHref({ list }, id)}">${ref}</a> ${dayAndClock(since)}</li>`)}</ul></section>`
}

/** What was laid aside until today, or longer ago. */
function due({ words }: Frame, { due, date }: SeenDay): Html {
  if (due.length === 0) return html``
  const list = listOf(date, due)
  return html`<section class="card" aria-labelledby="due"><h2 id="due">${words.followUpDue}</h2>
<ul>${due.map(({ id, ref, on, line }) => html`<li data-tell="${ref}: ${words.followUpDue}"><a href="${recordHref({ list }, id)}">${ref}</a> <span class="soft">${shortDay(atWall(on, 0))}</span>${line === '' ? '' : html` ${typed(line)}`}</li>`)}</ul></section>`
}

function centreSection(
  frame: Frame,
  view: SeenDay,
  centre: SeenDay['centres'][number],
  walkInId: string,
): Html {
  const { words } = frame
  const planned = centre.bookings.filter(({ channel }) => channel !== 'walk-in')
  const walkIns = centre.bookings.filter(({ channel }) => channel === 'walk-in')
  return html`<section class="card" aria-labelledby="centre-${centre.id}">
<h2 id="centre-${centre.id}">${centre.name}</h2>
${centre.closed ? html`<p class="shut">${closedWhy(frame, centre.closed)}${reopening(frame, view, centre.closed)}</p>` : ''}
${planned.length > 0 ? table(frame, view, planned) : centre.closed ? '' : html`<p class="soft">${words.dayEmpty}</p>`}
${centre.displaced.length === 0 ? '' : html`<h3>${words.displacedHere}</h3>${displacedTable(frame, centre.displaced, view)}`}
<p>${words.walkIns}: <strong>${walkIns.length}</strong></p>
${
  view.isToday
    ? html`<div class="row-actions no-print"><form method="post" action="/staff/walk-ins">${formToken(frame)}
<input type="hidden" name="id" value="${walkInId}"><input type="hidden" name="centre" value="${centre.id}">
<button class="quiet">${words.walkInServed}<span class="away"> ${centre.name}</span></button></form>${takingBack(frame, centre.name, walkIns)}</div>`
    : ''
}
</section>`
}

/** The last one that was counted may have been a wrong press. */
function takingBack(frame: Frame, centre: string, walkIns: readonly ShownBooking[]): Html | '' {
  const last = walkIns.at(-1)
  if (!last) return ''
  return html`<form method="post" action="/staff/bookings/${last.id}/take-back">${formToken(frame)}
<button class="quiet">${frame.words.walkInBack}<span class="away"> ${centre}</span></button></form>`
}

/** Only what staff have closed, and is not over, can be opened again. */
function reopening({ words, staff }: Frame, view: SeenDay, closed: ClosedDay): Html | '' {
  const isOver = view.dayAt < view.now && !view.isToday
  if (closed.why !== 'closed' || isOver || !staff || !mayEver(staff, 'close-day')) return ''
  return html` <a class="no-print" href="/staff/closures">${words.closures}</a>`
}

function table(frame: Frame, view: SeenDay, bookings: ShownBooking[]): Html {
  const { words } = frame
  return html`<table class="cards">
<thead><tr><th scope="col">${words.time}</th><th scope="col">${words.person}</th>${listedIn('day', view.profile).map((q) => html`<th scope="col">${headingOf(frame, q)}</th>`)}<th scope="col">${words.urgency}</th><th scope="col">${words.reach}</th><th scope="col">${words.state}</th></tr></thead>
<tbody>${bookings.map((booking) => row({ ...frame, list: dayList(view.date, booking) }, view, booking))}</tbody>
</table>`
}

function row(frame: Frame, { date, now, unread, profile }: SeenDay, booking: ShownBooking): Html {
  const { words } = frame
  const { intake, startsAt, endsAt, state, shown } = booking
  const isTaken = shown === 'seat'
  const said = stateAt({ state, endsAt }, now)
  // Also within their own carrier: the press takes it over.
  const isNobodys = intake !== null && (booking.body === null || intake.counsellor === null)
  return html`<tr${intake && !isTaken ? html` id="${rowId(intake.id)}"` : ''}>
<th scope="row" class="time">${clock(startsAt)}</th>
${cell(words.person, html`${who(frame, booking, profile)}${unread.some(({ id }) => id === intake?.id) ? html` <span class="badge yellow">${words.newReply}</span>` : ''}${counsellor(frame, booking)}${interpreter(frame, booking, profile, now)}`)}
${listedIn('day', profile).map((q) => cell(headingOf(frame, q), intake ? listedAs(frame, q, intake, profile) : '–'))}
${cell(words.urgency, intake && !isTaken ? urgencyWithReason(frame, intake, profile) : '–')}
${cell(words.reach, intake && shown === 'whole' ? reachedBy(frame, intake.reach) : '–')}
<td data-label="${words.state}">${words[STATE_WORDS[said]]}${said === 'booked' && !isTaken ? html` · ${answerBadge(frame, booking)}` : ''}
<div class="row-actions no-print">
${isTaken ? '' : markForms(frame, booking, { now, from: { day: date, at: intake?.id ?? '' }, takesOver: isNobodys })}
${intake && shown === 'whole' && booking.body !== null ? waysTo(frame, { ...booking, state: said }, intake.id) : ''}
</div></td>
</tr>`
}

function answerBadge({ words }: Frame, { answer, ref }: ShownBooking): Html {
  if (answer === 'coming') return html`<span class="badge green">${words.answerComing}</span>`
  if (answer === 'late')
    return html`<span class="badge yellow" data-tell="${ref}: ${words.answerLate}">${words.answerLate}</span>`
  return html`<span class="soft">${words.answerOpen}</span>`
}

function who(frame: Frame, { intake, ref, shown }: ShownBooking, profile: Profile): Html {
  const { words } = frame
  if (!intake) return html`${ref}`
  if (shown === 'seat') return html`${ref}<br><small class="soft">${words.seatTaken}</small>`
  const address = addressOf(intake, profile)
  const lines = listedIn('day-line', profile).flatMap((q) => termsOf(q, intake.answers, profile))
  return html`<a href="${recordHref(frame, intake.id)}">${address ?? ref}</a>
${address ? html` <span class="soft">${ref}</span>` : ''}${lines.length > 0 ? html`<br><small>${lines.join(' · ')}</small>` : ''}`
}

function counsellor({ words }: Frame, { intake }: ShownBooking): Html {
  if (!intake?.counsellor) return html``
  const { name, hasTaken } = intake.counsellor
  return html`<br><small>${hasTaken ? words.takenBy : words.wasWith} <bdi>${name}</bdi></small>`
}

function interpreter(frame: Frame, booking: ShownBooking, profile: Profile, now: number): Html {
  const { intake, orders, shown } = booking
  if (shown === 'seat') return html``
  const talk = interpretableOf(booking, intake?.answers ?? {})
  const badge = interpretingBadge(frame, { talk, orders, profile, now })
  return badge ? html`<br><small>${frame.words.navInterpreting}: ${badge}</small>` : html``
}

/** What is done most often about who comes, without a way through their record. */
function waysTo(frame: Frame, { state, startsAt, ref }: ShownBooking, id: string): Html {
  const { words } = frame
  const link = (href: string, label: string) =>
    html`<a href="${href}">${label}<span class="away"> ${clock(startsAt)} ${ref}</span></a> `
  return html`${link(`${recordHref(frame, id)}#do-note`, words.actNote)}${link(`${recordHref(frame, id)}#do-message`, words.actMessage)}${state === 'booked' ? link(recordHref(frame, id, '/times'), words.moveAppointment) : ''}`
}
