// The pages on which administrators edit a city: the list, a form, and what a change would do.

import { html } from 'hono/html'
import type { Profile } from '../../domain/profile/profile.ts'
import type { EditEffect } from '../../flows/staff/edit-city.ts'
import { clock, longDay } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { faultText, type Shown } from '../frame/inputs.ts'
import { alert, formToken, type Html, note } from '../frame/layout.ts'
import type { Fields } from '../frame/route.ts'
import type { Word } from '../frame/words.ts'
import type { Section } from './centre-words.ts'
import type { Edit } from './edit.ts'

const WHY_WORDS = {
  'no-centre': 'whyNoCentre',
  'no-slot': 'whyNoSlot',
  'no-seat': 'whyNoSeat',
} as const satisfies Record<EditEffect['outside'][number]['why'], Word>

const MOST_LISTED = 50

/** Every centre with what has not been entered yet. */
export function centresPage({ words }: Frame, { centres }: Profile, done: boolean): Html {
  const open = (centre: Profile['centres'][number]) =>
    [
      centre.address === '' ? words.openAddress : '',
      centre.phones.length === 0 ? words.openPhones : '',
      centre.openings.length === 0 ? words.openHours : '',
      centre.hoursStatus.confirmed ? '' : words.openConfirmed,
    ].filter(Boolean)
  return html`<h1>${words.editCentres}</h1>
${done ? note(words.changeDone) : ''}
<p><a class="button quiet" href="/staff/admin/rules">${words.cityRules}</a></p>
<table class="cards"><caption class="away">${words.centres}</caption>
<thead><tr><th scope="col">${words.centre}</th><th scope="col">${words.openPoints}</th></tr></thead>
<tbody>${centres.map(
    (centre) =>
      html`<tr><th scope="row"><a href="/staff/admin/centres/${centre.id}">${centre.name}</a></th><td data-label="${words.openPoints}">${open(centre).join(' · ') || words.complete}</td></tr>`,
  )}</tbody></table>`
}

/** `version` is the city's at which the fields were read. */
export function editPage(
  frame: Frame,
  edit: Edit,
  profile: Profile,
  shown: Omit<Shown, 'words'> & { version: number; alert?: string },
): Html {
  const { words } = frame
  const { fields, faults, version } = shown
  const all = { words, fields, faults }
  return html`<h1>${edit.title}</h1>
${shown.alert ? alert(shown.alert) : ''}
<form method="post" action="/staff${edit.path}/check">${formToken(frame)}
<input type="hidden" name="version" value="${version}">
${faultText(all, '')}${edit.form(frame, all, profile)}
<div class="actions"><button>${words.checkChange}</button> <a class="button quiet" href="/staff/admin/centres">${words.back}</a></div></form>`
}

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
    const before = sections.before[index]?.lines ?? []
    return before.join('\n') === after.lines.join('\n') ? [] : [{ before, after }]
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
<dl class="facts"><dt>${words.before}</dt><dd>${linesOf(frame, before)}</dd><dt>${words.after}</dt><dd>${linesOf(frame, after.lines)}</dd></dl></section>`,
)}
<section class="card"><h2>${words.appointment}</h2>${outside.length === 0 ? html`<p>${words.outsideNone}</p>` : affectedList(frame, effect)}</section>
<form method="post" action="/staff${edit.path}">${formToken(frame)}
${hidden.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div class="actions">${changed.length === 0 ? '' : html`<button>${words.changeNow}</button>`}
<button class="quiet" formaction="/staff${edit.path}/edit">${words.changeBack}</button></div></form>`
}

function affectedList({ words, language }: Frame, { outside, toCall }: EditEffect): Html {
  return html`<p><strong>${words.say('outsideCount', { count: outside.length })}</strong></p>
<p>${words.say('closeToCall', { count: toCall })}</p>
<p class="hint">${words.outsideWhat}</p>
<ul>${outside
    .slice(0, MOST_LISTED)
    .map(
      ({ booking, why }) =>
        html`<li>${longDay(booking.startsAt, language)}, ${clock(booking.startsAt)}: ${words[WHY_WORDS[why]]}</li>`,
    )}${outside.length > MOST_LISTED ? html`<li>…</li>` : ''}</ul>`
}

function linesOf({ words }: Frame, lines: readonly string[]): Html {
  if (lines.length === 0) return html`<span class="soft">${words.none}</span>`
  return html`${lines.map((line) => html`<div>${line}</div>`)}`
}
