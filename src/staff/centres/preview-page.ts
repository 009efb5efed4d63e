// What a change of the city would do, before anything is done.

import { html } from 'hono/html'
import type { EditEffect } from '../../flows/staff/edit-city.ts'
import { clock, longDay } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { formToken, type Html } from '../frame/layout.ts'
import { typed } from '../frame/parts.ts'
import type { Fields } from '../frame/route.ts'
import { ORDER_WORDS } from '../frame/terms.ts'
import { unreachedLines } from '../frame/told.ts'
import type { Word } from '../frame/words.ts'
import type { Section } from './centre-words.ts'
import type { Edit } from './edit.ts'

const WHY_WORDS = {
  'no-centre': 'whyNoCentre',
  'no-slot': 'whyNoSlot',
  'no-seat': 'whyNoSeat',
} as const satisfies Record<EditEffect['outside'][number]['why'], Word>

const MOST_LISTED = 50

/** What a change would do, before anything is done. */
export function previewPage(
  frame: Frame,
  edit: Edit,
  sections: { before: readonly Section[]; after: readonly Section[] },
  effect: EditEffect,
  sent: { id: string; version: number; fields: Fields },
): Html {
  const { words } = frame
  const { outside } = effect
  const changed = sections.after.flatMap((after, index) => {
    const before = sections.before[index] ?? { label: '', lines: [] }
    return before.lines.join('\n') === after.lines.join('\n') ? [] : [{ before, after }]
  })
  const affected = outside.map(({ booking }) => booking.id).join(',')
  const hidden = Object.entries({
    ...sent.fields,
    id: sent.id,
    version: String(sent.version),
    affected,
  }).filter(([name]) => name !== 'form')
  return html`<h1>${edit.title}</h1>
${changed.length === 0 ? html`<p class="card">${words.nothingChanges}</p>` : ''}
${changed.map(
  ({ before, after }) => html`<section class="card"><h2>${after.label}</h2>
<dl class="facts"><dt>${words.before}</dt><dd>${linesOf(frame, before)}</dd><dt>${words.after}</dt><dd>${linesOf(frame, after)}</dd></dl></section>`,
)}
<section class="card"><h2>${words.appointment}</h2>${outside.length === 0 ? html`<p>${changesNoMatch(effect) ? words.outsideNone : words.noneCancelled}</p>` : affectedList(frame, effect)}${matchLines(frame, effect)}</section>
${ordersLeftList(frame, effect)}<form method="post" action="/staff${edit.path}">${formToken(frame)}
${hidden.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div class="actions">${changed.length === 0 ? '' : html`<button>${words.changeNow}</button>`}
<button class="quiet" formaction="/staff${edit.path}/edit">${words.changeBack}</button></div></form>`
}

function affectedList({ words, language }: Frame, { outside, unreached }: EditEffect): Html {
  return html`<p><strong>${words.say('outsideCount', { count: outside.length })}</strong></p>
${unreachedLines(words, unreached)}
<p class="hint">${words.outsideWhat}</p>
<ul>${outside
    .slice(0, MOST_LISTED)
    .map(
      ({ booking, why }) =>
        html`<li>${longDay(booking.startsAt, language)}, ${clock(booking.startsAt)}: ${words[WHY_WORDS[why]]}</li>`,
    )}${outside.length > MOST_LISTED ? html`<li>…</li>` : ''}</ul>`
}

/** What is ordered at a pool that goes. */
function ordersLeftList({ words, language }: Frame, { orders }: EditEffect): Html {
  if (orders.length === 0) return html``
  return html`<section class="card"><h2>${words.navInterpreting}</h2>
<p><strong>${words.say('poolOrdersLeft', { count: orders.length })}</strong></p>
<p class="hint">${words.poolOrdersWhat}</p>
<ul>${orders
    .slice(0, MOST_LISTED)
    .map(
      ({ id, startsAt, poolName, state }) =>
        html`<li>${id}: ${typed(poolName)}, ${longDay(startsAt, language)}, ${clock(startsAt)}, ${words[ORDER_WORDS[state]]}</li>`,
    )}${orders.length > MOST_LISTED ? html`<li>…</li>` : ''}</ul></section>
`
}

const changesNoMatch = ({ matches: { lost, gained, wishes, known } }: EditEffect) =>
  lost + gained + wishes + known === 0

/** What becomes of languages and wishes at the appointments that stay. */
function matchLines({ words }: Frame, { matches }: EditEffect): Html {
  const { lost, gained, wishes, known } = matches
  const said = [
    lost > 0 ? words.say('matchesLost', { count: lost }) : '',
    wishes > 0 ? words.say('wishesLost', { count: wishes }) : '',
    known > 0 ? words.say('knownLost', { count: known }) : '',
    gained > 0 ? words.say('matchesGained', { count: gained }) : '',
  ].filter(Boolean)
  return html`${said.map((line) => html`<p>${line}</p>`)}${lost + wishes + known > 0 ? html`<p class="hint">${words.matchesStay}</p>` : ''}`
}

function linesOf({ words }: Frame, { lines, shown }: Section): Html {
  if (shown) return shown
  if (lines.length === 0) return html`<span class="soft">${words.none}</span>`
  return html`${lines.map((line) => html`<div>${line}</div>`)}`
}
