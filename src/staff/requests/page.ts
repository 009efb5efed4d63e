// The list of requests: urgent first, a page at a time.

import { html } from 'hono/html'
import type { ShownIntake } from '../../domain/people/wall.ts'
import { centreOf, type Profile } from '../../domain/profile/profile.ts'
import { addressOf, headingOf, listedAs, listedIn, urgencyWithReason } from '../frame/answered.ts'
import { dayAndClock } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { option } from '../frame/inputs.ts'
import type { Html } from '../frame/layout.ts'
import { cell } from '../frame/parts.ts'
import { reachedBy } from '../frame/reach.ts'
import { STATUS_WORDS } from '../frame/terms.ts'

export type IntakeList = {
  intakes: readonly ShownIntake[]
  status: 'open' | 'closed' | 'all'
  reference: string
  page: number
  hasMore: boolean
  profile: Profile
}

export function intakesPage(frame: Frame, list: IntakeList): Html {
  const { words } = frame
  return html`<h1>${words.navIntakes}</h1>
<form class="card filters no-print" method="get" action="/staff/intakes" role="search">
<div><label for="q">${words.reference}</label><input id="q" name="q" value="${list.reference}" maxlength="10" placeholder="7F3-" autocomplete="off" spellcheck="false"></div>
<div><label for="status">${words.status}</label><select id="status" name="status">${option('open', words.filterOpen, list.status)}${option('closed', words.statusClosed, list.status)}${option('all', words.filterAll, list.status)}</select></div>
<button class="quiet">${words.show}</button>
</form>
${list.intakes.some(isFront) ? html`<p class="soft">${words.frontMany}</p>` : ''}
${list.intakes.length === 0 ? html`<p class="card soft">${words.listEmpty}</p>` : table(frame, list)}
${pages(frame, list)}
<p class="no-print"><a href="/staff/intakes.csv?${new URLSearchParams({ status: list.status, q: list.reference }).toString()}">${words.asCsv}</a></p>`
}

const isFront = ({ shown }: ShownIntake) => shown === 'front'

function table(frame: Frame, { intakes, profile }: IntakeList): Html {
  const { words } = frame
  const listed = listedIn('requests', profile)
  return html`<table class="cards">
<caption class="away">${words.navIntakes}</caption>
<thead><tr><th scope="col">${words.person}</th><th scope="col">${words.urgency}</th>${listed.map((q) => html`<th scope="col">${headingOf(frame, q)}</th>`)}<th scope="col">${words.centre}</th><th scope="col">${words.appointment}</th><th scope="col">${words.reach}</th><th scope="col">${words.status}</th></tr></thead>
<tbody>${intakes.map((intake) => {
    const { appointment } = intake
    const address = addressOf(intake, profile)
    const booked = appointment?.state === 'booked' ? dayAndClock(appointment.startsAt) : '–'
    return html`<tr>
<th scope="row"><a href="/staff/intakes/${intake.id}">${intake.ref}</a>${address ? html` ${address}` : ''}</th>
${cell(words.urgency, urgencyWithReason(frame, intake, profile))}
${listed.map((q) => cell(headingOf(frame, q), listedAs(frame, q, intake, profile)))}
${cell(words.centre, centreOf(profile, intake.centre)?.short ?? intake.centre)}
${cell(words.appointment, booked)}
${cell(words.reach, isFront(intake) ? '–' : reachedBy(frame, intake.reach))}
${cell(words.status, html`${words[STATUS_WORDS[intake.status]]}${intake.takenBy ? html`<br><small>${intake.status === 'new' ? words.wasWith : words.takenBy} <bdi>${intake.takenBy.name}</bdi></small>` : ''}`)}
</tr>`
  })}</tbody>
</table>`
}

function pages({ words }: Frame, { status, reference, page, hasMore }: IntakeList): Html {
  const link = (to: number, label: string) => {
    const query = new URLSearchParams({ status, q: reference, page: String(to) })
    return html`<a class="button quiet" href="/staff/intakes?${query.toString()}">${label}</a>`
  }
  return html`<nav class="pages" aria-label="${words.pages}">
<span>${page > 1 ? link(page - 1, words.pageBefore) : ''}</span>
<span>${hasMore ? link(page + 1, words.pageAfter) : ''}</span>
</nav>`
}
