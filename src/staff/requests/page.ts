// The inbox: one box of requests, a page at a time.

import { html } from 'hono/html'
import { followUpState } from '../../domain/people/follow-up.ts'
import type { InboxPlace } from '../../domain/people/inbox.ts'
import type { News } from '../../domain/people/news.ts'
import { centreOf } from '../../domain/profile/profile.ts'
import type { Listed, SeenInbox } from '../../flows/staff/inbox.ts'
import { addressOf, headingOf, listedAs, listedIn, urgencyWithReason } from '../frame/answered.ts'
import { appointmentText } from '../frame/appointment.ts'
import { dayAndClock, shortDay } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'
import { cell, typed } from '../frame/parts.ts'
import { reachedBy } from '../frame/reach.ts'
import { URGENCY_WORDS } from '../frame/terms.ts'
import type { Word } from '../frame/words.ts'
import { endedHtml } from '../record/done.ts'
import { takeOverForm } from '../record/front.ts'
import { inboxList, rowId } from '../record/list.ts'
import { leftBadge, statusOf } from '../record/status.ts'
import { recordHref } from '../record/trail.ts'
import { boxOf, type Page, addressOf as written } from './asking.ts'
import { aboutBox, BOX_WORDS, boxes } from './boxes.ts'
import { type Choices, filters } from './filters.ts'
import { pages } from './pages.ts'

export function inboxPage(
  frame: Frame,
  seen: SeenInbox,
  asked: Page & Parameters<typeof endedHtml>[1],
  choices: Choices,
): Html {
  const { words } = frame
  const box = boxOf(asked)
  return html`<h1>${words.navIntakes}: ${words[BOX_WORDS[box]]}</h1>
${endedHtml(frame, asked)}<div data-part="boxes">${boxes(frame, box, seen.counts)}</div>
<p class="soft">${aboutBox(frame, box)}${seen.intakes.some(isFront) ? ` ${words.frontMany}` : ''}</p>
${filters(frame, box, asked, choices)}
<div data-part="list">${requestTable(frame, seen.intakes, seen, (place, nth) => inboxList(asked, place, nth))}</div>
${pages(frame, seen, (turn) => `/staff/intakes?${written(asked, turn)}`)}
<p class="no-print"><a href="/staff/intakes.csv?${written(asked)}">${words.asCsv}</a></p>`
}

const isFront = ({ shown }: Listed) => shown === 'front'

type Around = Pick<SeenInbox, 'profile' | 'now'>
/** The list that goes along to a record, from its place and how many stand above it on the page. */
type ListAt = (place: InboxPlace, nth: number) => string

/** Requests as rows, or that there are none. */
export function requestTable(
  frame: Frame,
  intakes: readonly Listed[],
  around: Around,
  listAt: ListAt,
): Html {
  const { words } = frame
  const { profile } = around
  if (intakes.length === 0) return html`<p class="card soft">${words.listEmpty}</p>`
  const listed = listedIn('requests', profile)
  return html`<table class="cards">
<caption class="away">${words.navIntakes}</caption>
<thead><tr><th scope="col">${words.person}</th><th scope="col">${words.urgency}</th>${listed.map((q) => html`<th scope="col">${headingOf(frame, q)}</th>`)}<th scope="col">${words.received}</th><th scope="col">${words.centre}</th><th scope="col">${words.appointment}</th><th scope="col">${words.reach}</th><th scope="col">${words.status}</th></tr></thead>
<tbody>${intakes.map((intake, at) => row({ ...frame, list: listAt(intake.place, at + 1) }, intake, around))}</tbody>
</table>`
}

function row(frame: Frame, intake: Listed, { profile, now }: Around): Html {
  const { words } = frame
  const { appointment, news } = intake
  const [status, who] = statusOf(words, intake)
  const address = addressOf(intake, profile)
  const off = appointment && intake.displaced
  const booked = off
    ? `${dayAndClock(appointment.startsAt)} (${words.stateCancelled})`
    : ((appointment && appointmentText(words, appointment, now)) ?? '–')
  return html`<tr id="${rowId(intake.id)}"${news.length > 0 ? html` class="unread" data-tell="${told(frame, intake)}"` : ''}>
<th scope="row"><a href="${recordHref(frame, intake.id)}">${intake.ref}</a>${address ? html` ${address}` : ''}${news.map((one) => html` <span class="badge ${one === 'new' ? 'plain' : 'yellow'}">${words[NEWS_WORDS[one]]}</span>`)}${resting(frame, intake, now)}</th>
${cell(words.urgency, urgencyWithReason(frame, intake, profile))}
${listedIn('requests', profile).map((q) => cell(headingOf(frame, q), listedAs(frame, q, intake, profile)))}
${cell(words.received, dayAndClock(intake.submittedAt))}
${cell(words.centre, centreOf(profile, intake.centre)?.short ?? intake.centre)}
${cell(words.appointment, booked)}
${cell(words.reach, isFront(intake) ? '–' : reachedBy(frame, intake.reach))}
${cell(words.status, html`${status}${leftBadge(words, intake.isLeft)}${who && html`<br><small>${who}</small>`}${intake.body === null && intake.status !== 'closed' ? html`<div class="row-actions no-print">${takeOverForm(frame, intake, 'quiet')}</div>` : ''}`)}
</tr>`
}

/** What is said of a row that has just come. */
function told({ words }: Frame, { ref, news, urgency }: Listed): string {
  const urgent = urgency === 'red' || urgency === 'orange' ? [words[URGENCY_WORDS[urgency]]] : []
  return `${ref}: ${[...news.map((one) => words[NEWS_WORDS[one]]), ...urgent].join(', ')}`
}

function resting({ words }: Frame, { followUp }: Listed, now: number): Html | '' {
  if (followUp === null) return ''
  const day = shortDay(Date.parse(followUp.on))
  const isDue = followUpState(followUp, now) === 'due'
  return html` ${isDue ? html`<span class="badge yellow">${words.followUpDue}</span>` : html`<span class="soft">${words.followUp} ${day}</span>`}${followUp.line ? html`<br><small>${typed(followUp.line)}</small>` : ''}`
}

const NEWS_WORDS = {
  new: 'newsNew',
  reply: 'newReply',
  late: 'answerLate',
  cancelled: 'newsCancelled',
  moved: 'newsMoved',
} as const satisfies Record<News, Word>
