// The lists of what is mapped: the case systems of the carriers, and the funding lines.

import { html } from 'hono/html'
import { fundingLinesOf } from '../../domain/profile/funding.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import type { Frame } from '../frame/frame.ts'
import { type Html, note } from '../frame/layout.ts'
import { BACK } from './mapping.ts'

export function mappingsPage({ words }: Frame, profile: Profile, isDone: boolean): Html {
  const link = (path: string, name: string) =>
    html`<a href="/staff${BACK}/${path}"><bdi>${name}</bdi></a>`
  const fresh = (path: string, name: string) =>
    html`<p><a class="button quiet" href="/staff${BACK}/new-${path}">${name}</a></p>`
  return html`<h1>${words.navMappings}</h1>
${isDone ? note(words.changeDone) : ''}
<h2>${words.caseSystem}</h2><p>${words.mappingCasesWhat}</p>
${fresh('case-system', words.caseSystemNew)}
<ul>${(profile.caseSystems ?? []).map(({ id, name }) => html`<li>${link(`case-system/${id}`, name)}</li>`)}</ul>
<h2>${words.fundingLine}</h2><p>${words.mappingFundingWhat}</p>
${fresh('funding-line', words.fundingNew)}
<ul>${fundingLinesOf(profile).map(
    ({ id, name, status }) =>
      html`<li>${link(`funding-line/${id}`, name)}${status.confirmed ? '' : `: ${words.poolNotConfirmed}`}</li>`,
  )}</ul>`
}
