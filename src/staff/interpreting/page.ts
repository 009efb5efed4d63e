// Interpreters: what has to be cancelled, ordered and waited for. Names nobody; a number stands for the person.

import { html } from 'hono/html'
import type { SeenInterpreting } from '../../flows/staff/interpreting.ts'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'
import { cell } from '../frame/parts.ts'
import { neededTable } from './needed.ts'
import { spokenBy } from './order-text.ts'
import { poolLine, talkCells, wishTaken } from './parts.ts'
import { cancelTable, orderedTable } from './placed.ts'
import { table } from './table.ts'

const BASE = '/staff/interpreting'

export function interpretingPage(frame: Frame, seen: SeenInterpreting): Html {
  const { words } = frame
  const { toCancel, needed, underway, refused, onCall, unavailable, profile } = seen
  const isEmpty = [toCancel, needed, underway, onCall, unavailable].every(
    (list) => list.length === 0,
  )
  return html`<h1>${words.navInterpreting}</h1>
<p class="hint">${words.interpretingHint}</p>
${isEmpty ? html`<p class="card soft">${words.interpretingEmpty}</p>` : ''}
${toCancel.length > 0 ? section('cancel', words.toCancel, words.toCancelHint, cancelTable(frame, seen)) : ''}
${needed.length > 0 ? section('order', words.toOrder, words.toOrderHint, html`${takeOut(frame)}${neededTable(frame, seen)}`) : ''}
${underway.length > 0 ? section('underway', words.underway, null, orderedTable(frame, underway, profile)) : ''}
${refused.length > 0 ? section('refused', words.refusedByPool, words.refusedByPoolHint, orderedTable(frame, refused, profile)) : ''}
${onCall.length > 0 ? section('on-call', words.onCallHeading, words.onCallHint, onCallTable(frame, seen)) : ''}
${unavailable.length > 0 ? section('unavailable', words.nobodyAvailable, words.nobodyAvailableHint, unavailableTable(frame, seen)) : ''}`
}

const section = (id: string, heading: string, hint: string | null, content: Html): Html =>
  html`<section class="card" aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>
${hint ? html`<p class="hint">${hint}</p>` : ''}${content}</section>`

const takeOut = ({ words }: Frame): Html => html`<p class="no-print actions">
<a class="button quiet" href="${BASE}/sheet">${words.orderSheet}</a>
<a class="button quiet" href="${BASE}/orders.csv">${words.orderTable}</a></p>`

function onCallTable(frame: Frame, { onCall, profile }: SeenInterpreting): Html {
  const { words } = frame
  return table(
    frame,
    [words.orderPool],
    onCall.map(
      ({
        talk,
        ways,
      }) => html`${talkCells(frame, { ...talk, gender: talk.need.gender, language: spokenBy(talk) }, profile)}
${cell(
  words.orderPool,
  html`${ways.map(({ pool, mode }) => html`<p>${poolLine(frame, pool.id, mode, profile)}${wishTaken(frame, pool, talk.need.gender)}</p>`)}`,
)}`,
    ),
  )
}

function unavailableTable(frame: Frame, { unavailable, profile }: SeenInterpreting): Html {
  const { words } = frame
  return table(
    frame,
    [words.appointment],
    unavailable.map(
      (
        talk,
      ) => html`${talkCells(frame, { ...talk, gender: talk.need.gender, language: spokenBy(talk) }, profile)}
${cell(words.appointment, html`<a href="/staff/intakes/${talk.intakeId}${talk.body === null ? '' : '/times'}">${talk.body === null ? words.takeOver : words.moveAppointment}</a>`)}`,
    ),
  )
}
