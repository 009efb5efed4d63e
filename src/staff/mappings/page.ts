// The lists of what is mapped: the case systems of the carriers, and the funding lines.

import { html } from 'hono/html'
import { fundingLinesOf } from '../../domain/profile/funding.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import type { Frame } from '../frame/frame.ts'
import { type Html, note } from '../frame/layout.ts'
import { BACK } from './mapping.ts'

type Row = { path: string; name: string; said: string }

export function mappingsPage({ words }: Frame, profile: Profile, isDone: boolean): Html {
  const systems = (profile.caseSystems ?? []).map(({ id, name, fields }) => ({
    ...{ path: `case-system/${id}`, name },
    said: words.say('mappingRowCount', { count: fields.length }),
  }))
  const lines = fundingLinesOf(profile).map(({ id, name, status }) => ({
    ...{ path: `funding-line/${id}`, name },
    said: status.confirmed ? words.complete : words.fundingOpen,
  }))
  const table = (title: string, rows: readonly Row[]) =>
    html`<table class="cards"><caption class="away">${title}</caption>
<thead><tr><th scope="col">${words.name}</th><th scope="col">${words.openPoints}</th></tr></thead>
<tbody>${rows.map(
      ({ path, name, said }) =>
        html`<tr><th scope="row"><a href="/staff${BACK}/${path}"><bdi>${name}</bdi></a></th><td data-label="${words.openPoints}">${said}</td></tr>`,
    )}</tbody></table>`
  return html`<h1>${words.navMappings}</h1>
${isDone ? note(words.changeDone) : ''}
<h2>${words.mappingCases}</h2><p>${words.mappingCasesWhat}</p>
<p><a class="button quiet" href="/staff${BACK}/new-case-system">${words.caseSystemNew}</a></p>
${systems.length === 0 ? html`<p class="card soft">${words.mappingCasesNone}</p>` : table(words.mappingCases, systems)}
<h2>${words.mappingFunding}</h2><p>${words.mappingFundingWhat}</p>
<p><a class="button quiet" href="/staff${BACK}/new-funding-line">${words.fundingNew}</a></p>
${table(words.mappingFunding, lines)}`
}
