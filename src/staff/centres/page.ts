// The pages on which administrators edit a city: the list and a form.

import { html } from 'hono/html'
import { unsaidOfCentre } from '../../domain/profile/open-points.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import type { Frame } from '../frame/frame.ts'
import { faultText, type Shown } from '../frame/inputs.ts'
import { alert, formToken, type Html, note } from '../frame/layout.ts'
import type { Word } from '../frame/words.ts'
import type { Edit } from './edit.ts'

export const UNSAID_WORDS = {
  address: 'openAddress',
  phones: 'openPhones',
  hours: 'openHours',
  who: 'openWho',
  confirmed: 'openConfirmed',
} as const satisfies Record<ReturnType<typeof unsaidOfCentre>[number], Word>

/** Every centre with what has not been entered yet. */
export function centresPage({ words }: Frame, { centres }: Profile, done: boolean): Html {
  const open = (centre: Profile['centres'][number]) =>
    unsaidOfCentre(centre).map((what) => words[UNSAID_WORDS[what]])
  return html`<h1>${words.editCentres}</h1>
${done ? note(words.changeDone) : ''}
<p><a class="button quiet" href="/staff/admin/new-centre">${words.newCentre}</a> <a class="button quiet" href="/staff/admin/rules">${words.cityRules}</a> <a class="button quiet" href="/staff/admin/pools">${words.pools}</a></p>
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
<div class="actions"><button>${words.checkChange}</button>${edit.hasRows ? html` <button class="quiet" formaction="/staff${edit.path}/edit">${words.moreRows}</button>` : ''} <a class="button quiet" href="/staff${edit.back}">${words.back}</a></div></form>`
}
