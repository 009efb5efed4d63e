// The top of a record: whose it is, how it stands, the present appointment, and what can be done.

import { html } from 'hono/html'
import { stateAt } from '../../domain/appointment/attendance.ts'
import { interpretableOf } from '../../domain/interpreting/orders.ts'
import { centreOf } from '../../domain/profile/profile.ts'
import type { RecordPage } from '../../flows/staff/read-record.ts'
import { markForms } from '../day/mark.ts'
import { addressOf } from '../frame/answered.ts'
import { because } from '../frame/closed.ts'
import { clock, dayAndClock, longDay } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'
import { urgencyBadge } from '../frame/parts.ts'
import { STATE_WORDS } from '../frame/terms.ts'
import { toldHow } from '../frame/told.ts'
import { interpretingBadge, orderHistory } from '../interpreting/state.ts'
import { actBar } from './acts.ts'
import { doneAt, isTold } from './done.ts'
import { onceDone } from './once-done.ts'
import { leftBadge, statusOf } from './status.ts'
import { followUpLine } from './teamwork.ts'
import { recordHref, trailHtml } from './trail.ts'
import type { WorkView } from './work-view.ts'

export function headHtml(frame: Frame, opened: RecordPage, view: WorkView): Html {
  const { words } = frame
  const { record, intake, profile } = opened
  const address = addressOf(intake, profile)
  const [status, who] = statusOf(words, intake)
  return html`${trailHtml(frame, view.trail)}<p class="soft">${record.centre.name} · ${words.received} ${dayAndClock(intake.submittedAt)}</p>
<h1>${record.reference}${address ? html` · ${address}` : ''}</h1>
<p>${urgencyBadge(words, record.urgency.level)} <span class="badge plain">${status}</span>${who && html` <span class="soft">${who}</span>`}${leftBadge(words, opened.isLeft)}${view.entries.some((one) => one.status === 'unread') ? html` <a class="badge yellow" href="#history">${words.newReply}</a>` : ''}</p>
${intake.followUp ? html`<p>${followUpLine(frame, intake, view.now)}</p>` : ''}
${appointment(frame, opened)}
${doneAt(frame, 'head', view.done, html`${isTold(view.done) ? html` ${toldHow(frame, intake)}` : ''}${onceDone(frame, view)}`)}${actBar(frame, view)}`
}

function appointment(frame: Frame, { intake, profile, because: why, now }: RecordPage): Html {
  const { words, language } = frame
  const { appointment: found, bookingId, seat, orders, answers } = intake
  if (!found) return html`<p class="soft">${words.noAppointment}</p>`
  const said = stateAt(found, now)
  const isOpen = said === 'booked' && bookingId !== null
  const talk = isOpen ? interpretableOf({ ...found, id: bookingId, seat }, answers) : null
  const badge = talk && interpretingBadge(frame, { talk, orders, profile, now })
  const move =
    isOpen && intake.body !== null
      ? html` <a class="no-print" href="${recordHref(frame, intake.id, '/times')}">${words.moveAppointment}</a>`
      : ''
  const marks =
    bookingId !== null && intake.body !== null
      ? html`<div class="row-actions no-print">${markForms(frame, { ...found, id: bookingId, ref: intake.ref }, { now, from: { record: intake.id }, takesOver: intake.takenBy === null })}</div>
`
      : ''
  return html`<div class="now"><p><strong>${words.appointment}: ${longDay(found.startsAt, language)}, ${clock(found.startsAt)}–${clock(found.endsAt)}</strong>, ${centreOf(profile, found.centre)?.name ?? found.centre} <span class="soft">(${words[STATE_WORDS[said]]}${why === null ? '' : because([why])})</span>${move}</p>
${marks}${badge ? html`<p>${words.navInterpreting}: ${badge}</p>` : ''}${orderHistory(frame, orders, profile)}</div>`
}
