// What whoever looks after data protection has before them: looks to release, and look-ups that were unusual.

import { html } from 'hono/html'
import { type Inspection, stateOf } from '../../domain/people/oversight.ts'
import { centreOf } from '../../domain/profile/profile.ts'
import type { OversightSeen } from '../../flows/staff/inspections.ts'
import { dayAndClock, longDay } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { formToken, type Html } from '../frame/layout.ts'
import { cell } from '../frame/parts.ts'
import { REASON_WORDS, stateText, UNUSUAL_WORDS } from './terms.ts'

export function oversightPage(frame: Frame, seen: OversightSeen): Html {
  const { words } = frame
  return html`<h1>${words.navOversight}</h1><p class="soft">${words.oversightHint}</p>
<h2>${words.oversightAsked}</h2>
${seen.inspections.length === 0 ? html`<p class="card soft">${words.oversightNone}</p>` : inspections(frame, seen)}
<h2>${words.unusualTitle}</h2><p class="soft">${words.unusualHint}</p>
${seen.unusual.length === 0 ? html`<p class="card soft">${words.unusualNone}</p>` : unusual(frame, seen)}`
}

function inspections(frame: Frame, seen: OversightSeen): Html {
  const { words } = frame
  const heads = [
    words.inspectionBy,
    words.inspectionWhom,
    words.inspectionWhy,
    words.inspectionState,
  ]
  return html`<table class="cards"><caption class="away">${words.oversightAsked}</caption>
<thead><tr><th scope="col">${words.inspectionAt}</th>${heads.map((head) => html`<th scope="col">${head}</th>`)}<th scope="col"><span class="away">${words.inspectionRelease}</span></th></tr></thead>
<tbody>${seen.inspections.map((one) => {
    const state = stateOf(one, seen.now)
    return html`<tr><th scope="row" class="time">${dayAndClock(one.askedAt)}</th>
${cell(words.inspectionBy, html`<bdi>${nameOf(seen, one.askedBy)}</bdi>`)}
${cell(words.inspectionWhom, html`<bdi>${one.whom ? nameOf(seen, one.whom) : words.inspectionNobody}</bdi>`)}
${cell(words.inspectionWhy, words[REASON_WORDS[one.why]])}
${cell(words.inspectionState, stateText(words, one, state))}
<td class="row-actions">${state === 'asked' ? press(frame, one, 'release', words.inspectionRelease) : ''} ${state === 'over' ? '' : press(frame, one, 'end', state === 'asked' ? words.inspectionDecline : words.inspectionEnd)}</td></tr>`
  })}</tbody></table>`
}

const press = (frame: Frame, { id }: Inspection, step: 'release' | 'end', label: string): Html =>
  html`<form method="post" action="/staff/oversight/${id}/${step}">${formToken(frame)}<button class="quiet">${label}</button></form>`

/** Where nobody is looked at by name, not even data protection is told whose it was. */
function unusual({ words, language }: Frame, seen: OversightSeen): Html {
  const { profile } = seen
  const isNamed = seen.oversight !== 'off'
  return html`<table class="cards"><caption class="away">${words.unusualTitle}</caption>
<thead><tr><th scope="col">${words.auditDay}</th><th scope="col">${words.unusualWhat}</th><th scope="col">${words.centre}</th><th scope="col">${words.body}</th><th scope="col">${words.auditWho}</th></tr></thead>
<tbody>${seen.unusual.map(({ day, kind, staffId, centre }) => {
    const body = seen.staff.find(({ id }) => id === staffId)?.body
    return html`<tr><th scope="row">${longDay(Date.parse(`${day}T12:00:00Z`), language)}</th>
${cell(words.unusualWhat, words[UNUSUAL_WORDS[kind]])}
${cell(words.centre, centreOf(profile, centre)?.short ?? centre)}
${cell(words.body, profile.bodies?.find(({ id }) => id === body)?.name ?? '–')}
${cell(words.auditWho, html`<bdi>${isNamed ? nameOf(seen, staffId) : words.unusualUnnamed}</bdi>`)}</tr>`
  })}</tbody></table>`
}

const nameOf = ({ staff }: OversightSeen, id: string): string =>
  staff.find((one) => one.id === id)?.name ?? id
