// The call list: who waits for an answer, and whom no message reaches.

import { html } from 'hono/html'
import { phoneText } from '../../domain/people/phone.ts'
import type { ShownIntake } from '../../domain/people/wall.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import type { Listed } from '../../flows/staff/inbox.ts'
import type { CallList } from '../../flows/staff/to-call.ts'
import { addressOf, headingOf, listedAs, listedIn, urgencyWithReason } from '../frame/answered.ts'
import { clock, dayAndClock } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'
import { cell, overAnother } from '../frame/parts.ts'
import { reachedBy } from '../frame/reach.ts'
import { type Done, doneAt, endedHtml } from '../record/done.ts'
import { takeOverForm } from '../record/front.ts'
import { callsList, rowId } from '../record/list.ts'
import { leftBadge } from '../record/status.ts'
import { recordHref } from '../record/trail.ts'
import { type Page, pageQuery, addressOf as written } from '../requests/asking.ts'
import { boxes } from '../requests/boxes.ts'
import { pages } from '../requests/pages.ts'
import { callForms, callsInVain, undoForm } from './attempts.ts'

const everything = pageQuery.parse({})

type Asked = Pick<Page, 'after' | 'before'> &
  Parameters<typeof endedHtml>[1] & {
    /** What the page before this one did. */
    done: Done | null
    newId: () => string
  }

export function callsPage(frame: Frame, list: CallList, asked: Asked): Html {
  const { words } = frame
  const { waiting, profile } = list
  const opened = ({ place }: Listed, at: number) => ({
    ...frame,
    list: callsList({ after: asked.after, before: asked.before }, place, at + 1),
  })
  return html`<h1>${words.navCalls}</h1>
${endedHtml(frame, asked)}${doneAt(frame, 'calls', asked.done)}<div data-part="boxes">${boxes(frame, 'calls', list.counts)}</div><div data-part="list">${
    waiting.length === 0
      ? list.counts.calls > 0
        ? ''
        : html`<p class="card soft">${words.callsEmpty}</p>`
      : html`<table class="cards">
<caption class="away">${words.navCalls}</caption>
<thead><tr><th scope="col">${words.person}</th><th scope="col">${words.wish}</th>${listedIn('calls', profile).map((q) => html`<th scope="col">${headingOf(frame, q)}</th>`)}<th scope="col">${words.urgency}</th><th scope="col">${words.reach}</th><th scope="col">${words.since}</th><th scope="col"><span class="away">${words.callReached}</span></th></tr></thead>
<tbody>${waiting.map((intake, at) => row(opened(intake, at), intake, profile, asked.newId))}</tbody>
</table>`
  }${reachedToday(frame, list)}</div>${pages(frame, list, (turn) => `/staff/calls?${written(everything, { ...turn, box: null })}`)}`
}

/** Who was reached today, so that a press on the wrong row can be taken back. */
function reachedToday(frame: Frame, { reached, profile }: CallList): Html {
  const { words } = frame
  if (reached.length === 0) return html``
  const item = (intake: ShownIntake) => {
    const last = intake.calls.findLast(({ outcome }) => outcome === 'reached')
    const address = addressOf(intake, profile)
    return html`<li><a href="/staff/intakes/${intake.id}">${intake.ref}</a>${address ? html` ${address}` : ''} <span class="soft">${last ? clock(last.at) : ''}</span> ${last && intake.body !== null ? undoForm(frame, intake, last.id, 'calls') : ''}</li>`
  }
  return html`<section class="card apart" aria-labelledby="reached"><h2 id="reached">${words.callsToday}</h2><ul class="plain">${reached.map(item)}</ul></section>`
}

function row(frame: Frame, intake: Listed, profile: Profile, newId: () => string): Html {
  const { words } = frame
  const { phone, relation, takenBy, status } = intake
  const address = addressOf(intake, profile)
  return html`<tr id="${rowId(intake.id)}">
<th scope="row"><a href="${recordHref(frame, intake.id)}">${intake.ref}</a>${address ? html` ${address}` : ''}${takenBy ? html`<br><small class="soft">${status === 'new' ? words.wasWith : words.takenBy} <bdi>${takenBy.name}</bdi></small>${leftBadge(words, intake.isLeft)}` : ''}</th>
${cell(
  words.wish,
  html`${wish(frame, intake)}${phone ? html`<br><a href="tel:${phone.replace(/[^+\d]/g, '')}"><bdi dir="ltr">${phoneText(phone)}</bdi></a>` : ''}${relation ? html`<br><span class="soft">${overAnother(words, relation)}</span>` : ''}`,
)}
${listedIn('calls', profile).map((q) => cell(headingOf(frame, q), listedAs(frame, q, intake, profile)))}
${cell(words.urgency, urgencyWithReason(frame, intake, profile))}
${cell(words.reach, intake.shown === 'front' ? '–' : reachedBy(frame, intake.reach))}
${cell(words.since, dayAndClock(intake.submittedAt))}
<td>${done(frame, intake, newId)}</td>
</tr>`
}

/** Whoever calls has to have it: nobody else may see the number. */
function done(frame: Frame, intake: ShownIntake, newId: () => string): Html {
  if (intake.body === null) return takeOverForm(frame, intake)
  return html`${callForms(frame, intake, 'calls', newId)}${callsInVain(frame, intake, 'calls')}`
}

function wish({ words }: Frame, intake: ShownIntake): string {
  const { callBack, unreachable, displaced, undelivered, untold, reach, appointment } = intake
  if (intake.shown === 'front') return words.frontOnly
  if (displaced) {
    const when = appointment ? dayAndClock(appointment.startsAt) : ''
    return words.say('dayClosed', { when })
  }
  if (undelivered) return words.messageLost
  if (untold) return words.tellOfInterpreter
  if (reach.unread && reach.hasPhone) return words.unreadOnPage
  if (callBack === 'phone') return words.wishPhone
  if (callBack === 'chat') return words.wishChat
  const isOff = appointment?.state === 'cancelled'
  if (appointment && unreachable && (isOff || unreachable === 'no-chat')) {
    return words.say(isOff ? 'tellOff' : 'tellTime', { when: dayAndClock(appointment.startsAt) })
  }
  if (unreachable) return words.unreachable
  return appointment?.state === 'booked'
    ? words.say('remindByPhone', { when: dayAndClock(appointment.startsAt) })
    : '–'
}
