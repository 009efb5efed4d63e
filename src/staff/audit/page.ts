// The audit: who did what when, never what it says.

import { html } from 'hono/html'
import { type AuditRow, OPERATOR } from '../../domain/people/audit.ts'
import type { SeenAudit } from '../../flows/staff/read-audit.ts'
import { dayAndClock } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { option } from '../frame/inputs.ts'
import { alert, type Html, note } from '../frame/layout.ts'
import { cell } from '../frame/parts.ts'
import type { Words } from '../frame/words.ts'
import { asking } from './asking.ts'
import { ACTION_WORDS, isRoute, OVERSIGHT_WORDS } from './terms.ts'

type Named = { id: string; name: string }

export type AuditList = {
  seen: SeenAudit
  centres: readonly Named[]
  /** What stands in the form, as it was asked for. */
  asked: { ref: string; who: string; day: string }
  /** Whether a look has just been asked for. */
  isAsked: boolean
  /** Id of the last line where there are older ones. */
  older: number | null
  later: boolean
  chain: Message | null
}

/** `left`: the last row that was looked at, where there are more. */
type Message = { alert: string } | { note: string; left?: number }

export function auditPage(frame: Frame, list: AuditList): Html {
  const { words } = frame
  const { asked, chain, seen } = list
  const { open, oversees, oversight, readsOperator } = seen
  const people = [...(readsOperator ? [{ id: OPERATOR, name: words.auditOperator }] : []), ...open]
  const byPerson = html`<div><label for="who">${words.auditWho}</label><select id="who" name="who">${option('', oversight === 'on' ? words.auditSomebody : '–', asked.who)}${people.map(({ id, name }) => option(id, name, asked.who))}</select></div>`
  return html`<h1>${words.navAudit}</h1>
<p class="soft">${words.auditHint}${oversees ? ` ${words[OVERSIGHT_WORDS[oversight]]}` : ''}</p>
${chain ? ('alert' in chain ? alert(chain.alert) : html`${note(chain.note)}${goOn(frame, chain.left)}`) : ''}
<form class="card filters no-print" method="get" action="/staff/audit" role="search" aria-label="${words.navAudit}">
<div><label for="ref">${words.reference}</label><input id="ref" name="ref" value="${asked.ref}" maxlength="10" autocomplete="off" spellcheck="false"></div>
${people.length > 0 ? byPerson : ''}
<div><label for="day">${words.auditDay}</label><input id="day" name="day" type="date" value="${asked.day}"></div>
<button class="quiet">${words.show}</button>${oversees ? html` <button class="quiet" name="check" value="1">${words.auditCheck}</button>` : ''}
</form>
${found(frame, list)}
${oversees ? asking(frame, seen, list.isAsked) : ''}`
}

function found(frame: Frame, list: AuditList): Html {
  const { words } = frame
  const { rows } = list.seen
  if (rows === null) return html`<p class="card soft">${words.auditByRecord}</p>`
  if (rows.length === 0) return html`<p class="card soft">${words.auditEmpty}</p>`
  return html`${table(frame, list, rows)}${pages(frame, list)}`
}

function table(frame: Frame, { seen, centres }: AuditList, lines: readonly AuditRow[]): Html {
  const { words } = frame
  const { withClient } = seen
  const nameOf = (id: string | null) => centres.find((centre) => centre.id === id)?.name ?? '–'
  return html`<table class="cards">
<caption class="away">${words.navAudit}</caption>
<thead><tr><th scope="col">${words.auditWhen}</th><th scope="col">${words.auditWho}</th><th scope="col">${words.auditWhat}</th><th scope="col">${words.auditAbout}</th><th scope="col">${words.centre}</th>${withClient ? html`<th scope="col">${words.auditClient}</th>` : ''}</tr></thead>
<tbody>${lines.map((line) => {
    const { action } = line
    const what = isRoute(action) ? `${words.didKnock}: ${action}` : words[ACTION_WORDS[action]]
    const refused = html` <span class="badge orange">${words.auditRefused}</span>`
    return html`<tr>
<th scope="row" class="time">${dayAndClock(line.at)}</th>
${cell(words.auditWho, html`<bdi>${who(words, line)}</bdi>`)}
${cell(words.auditWhat, html`${what}${line.outcome === 'refused' ? refused : ''}`)}
${cell(words.auditAbout, aboutOf(frame, line))}
${cell(words.centre, nameOf(line.centreId))}
${withClient ? cell(words.auditClient, line.client ?? '–') : ''}
</tr>`
  })}</tbody>
</table>`
}

function who(words: Words, { name, isKnown, staffId }: AuditRow): string {
  if (staffId === OPERATOR) return words.auditOperator
  return name ?? (isKnown ? words.auditOtherBody : (staffId ?? words.auditNobody))
}

function goOn({ words }: Frame, left: number | undefined): Html | '' {
  if (left === undefined) return ''
  return html`<p><a class="button quiet" href="/staff/audit?check=1&amp;from=${left}">${words.auditCheckOn}</a></p>`
}

/** Of a page with several records as many codes as there are still, and how many records it showed. */
function aboutOf({ words }: Frame, { ref, about, refs, records }: AuditRow): Html {
  if (records === 0) return html`<bdi>${ref ?? about ?? '–'}</bdi>`
  return html`<details><summary>${words.say('auditRecords', { count: records })}</summary>${refs.map((one) => html`<bdi>${one}</bdi> `)}</details>`
}

function pages({ words }: Frame, { asked, older, later }: AuditList): Html {
  const link = (before: string, label: string) => {
    const query = new URLSearchParams({ ...asked, before })
    return html`<a class="button quiet" href="/staff/audit?${query.toString()}">${label}</a>`
  }
  return html`<nav class="pages" aria-label="${words.pages}">
<span>${later ? link('', words.auditNewest) : ''}</span>
<span>${older === null ? '' : link(String(older), words.auditOlder)}</span>
</nav>`
}
