// What a list of requests can be narrowed by.

import { html } from 'hono/html'
import type { Box } from '../../domain/people/inbox.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { topics } from '../../domain/questionnaire/first-questions.ts'
import type { Urgency } from '../../domain/questionnaire/triage.ts'
import type { Coded } from '../../domain/questionnaire/wording.ts'
import type { Frame } from '../frame/frame.ts'
import { option } from '../frame/inputs.ts'
import type { Html } from '../frame/layout.ts'
import { URGENCY_WORDS } from '../frame/terms.ts'
import type { Wanted } from './asking.ts'

/** What can be chosen: the centres of who looks, the languages of the city, whether all urgencies are told apart. */
export type Choices = {
  centres: Profile['centres']
  languages: readonly Coded[]
  isKept: boolean
}

const NARROWING = [
  'centre',
  'language',
  'topic',
  'urgency',
  'from',
  'until',
  'day',
  'q',
  'found',
] as const

/** The form, open where something is narrowed. It is part of the address, so that a list can be kept as a bookmark. */
export function filters(frame: Frame, box: Box, asked: Wanted, choices: Choices): Html {
  const { words } = frame
  const used = NARROWING.filter((name) => asked[name]).length
  const field = (name: (typeof NARROWING)[number], label: string, content: Html) =>
    html`<div><label for="filter-${name}">${label}</label>${content}</div>`
  const select = (
    name: 'centre' | 'language' | 'topic' | 'urgency',
    label: string,
    all: readonly Coded[],
  ) =>
    field(
      name,
      label,
      html`<select id="filter-${name}" name="${name}">${option('', words.filterAny, asked[name] ?? '')}${all.map(({ code, term }) => option(code, term, asked[name]))}</select>`,
    )
  const date = (name: 'from' | 'until' | 'day', label: string) =>
    field(
      name,
      label,
      html`<input id="filter-${name}" name="${name}" type="date" value="${asked[name] ?? ''}">`,
    )
  return html`<details class="card no-print"${used > 0 || asked.status !== 'open' ? html` open` : ''}><summary>${words.filterBy}${used > 0 ? ` (${used})` : ''}</summary>
<form class="filters" method="get" action="/staff/intakes">
<input type="hidden" name="box" value="${box}">${asked.q ? html`<input type="hidden" name="q" value="${asked.q}"><p>${words.reference}: ${asked.q}</p>` : ''}${asked.found ? html`<input type="hidden" name="found" value="${asked.found}"><p>${words.foundTitle}: ${asked.found.split('.').join(', ')}</p>` : ''}
${
  choices.centres.length > 1
    ? select(
        'centre',
        words.centre,
        choices.centres.map(({ id, name }) => ({ code: id, term: name })),
      )
    : ''
}
${select('language', words.spoken, choices.languages)}
${select('topic', words.topics, topics.options.list)}
${select('urgency', words.urgency, urgenciesFor(frame, choices.isKept))}
${date('from', words.receivedFrom)}${date('until', words.receivedUntil)}
${box === 'all' ? date('day', words.receivedOrComing) : ''}
${box === 'all' ? html`<div><label for="status">${words.status}</label><select id="status" name="status">${option('open', words.filterOpen, asked.status)}${option('closed', words.statusClosed, asked.status)}${option('all', words.filterAll, asked.status)}</select></div>` : ''}
<button class="quiet">${words.show}</button>
${used > 0 ? html`<a href="/staff/intakes?box=${box}">${words.filterNone}</a>` : ''}
</form></details>`
}

// Who is not shown a paper that makes a request yellow must not ask for those that are.
function urgenciesFor({ words }: Frame, isKept: boolean): Coded[] {
  const named = (code: Urgency) => ({ code, term: words[URGENCY_WORDS[code]] })
  const both = { code: 'yellow', term: `${words.urgencyYellow}, ${words.urgencyGreen}` }
  return [named('red'), named('orange'), ...(isKept ? [both] : [named('yellow'), named('green')])]
}
