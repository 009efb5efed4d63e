// Who works with Lotse: the list, one account, the invitation, the link that is shown once.

import { html } from 'hono/html'
import type { StaffPerson } from '../../domain/people/accounts.ts'
import { isRole, lacksBody } from '../../domain/people/rights.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { type Frame, roleWord } from '../frame/frame.ts'
import { alert, formToken, type Html } from '../frame/layout.ts'
import { cell } from '../frame/parts.ts'
import { fields, type ScopeForm } from '../frame/scope-form.ts'

export function peoplePage(frame: Frame, profile: Profile, people: readonly StaffPerson[]): Html {
  const { words } = frame
  return html`<h1>${words.navStaff}</h1>${withoutBody(frame, people)}
<p><a class="button" href="/staff/admin/staff/new">${words.inviteStaff}</a></p>
<table class="cards">
<caption class="away">${words.navStaff}</caption>
<thead><tr><th scope="col">${words.name}</th><th scope="col">${words.email}</th><th scope="col">${words.role}</th><th scope="col">${words.centres}</th><th scope="col">${words.body}</th><th scope="col">${words.accountState}</th></tr></thead>
<tbody>${people.map(
    (person) => html`<tr>
<th scope="row"><a href="/staff/admin/staff/${person.id}"><bdi>${person.name}</bdi></a></th>
${cell(words.email, person.email)}
${cell(words.role, isRole(person.role) ? roleWord(words, person.role) : person.role)}
${cell(words.centres, centreNames(profile, person.centres))}
${cell(words.body, bodyName(frame, profile, person))}
${cell(words.accountState, stateOf(frame, person))}
</tr>`,
  )}</tbody>
</table>`
}

function centreNames(profile: Profile, centres: readonly string[]): string {
  const names = profile.centres.filter(({ id }) => centres.includes(id)).map(({ short }) => short)
  return names.join(', ') || '–'
}

function bodyName({ words }: Frame, profile: Profile, person: StaffPerson): Html | string {
  if (person.body === null) return lacks(person) ? words.bodyMissing : '–'
  return (profile.bodies ?? []).find(({ id }) => id === person.body)?.name ?? person.body
}

const lacks = ({ role, body }: Pick<StaffPerson, 'role' | 'body'>): boolean =>
  isRole(role) && lacksBody({ role, body })

/** Accounts from before every counsellor belonged to a carrier: they read nothing, and somebody has to enter it. */
function withoutBody({ words }: Frame, people: readonly StaffPerson[]): Html {
  const names = people.filter((one) => !one.closed && lacks(one)).map(({ name }) => name)
  if (names.length === 0) return html``
  return alert(words.say('withoutBody', { count: names.length, names: names.join(', ') }))
}

function stateOf({ words }: Frame, { closed, way, secondFactor }: StaffPerson): Html {
  if (closed) return html`<span class="badge plain">${words.stateClosed}</span>`
  if (way === null) return html`<span class="badge yellow">${words.stateInvited}</span>`
  const without = way === 'provider' ? words.stateProvider : words.stateNoFactor
  return html`<span class="soft">${secondFactor ? words.stateFactor : without}</span>`
}

export function invitePage(frame: Frame, profile: Profile, form: ScopeForm): Html {
  const { words } = frame
  return html`<h1>${words.inviteStaff}</h1>
<form class="card" method="post" action="/staff/admin/staff">${formToken(frame)}
<label for="email">${words.email}</label>
<input id="email" name="email" type="email" required maxlength="200" autocomplete="off">
${fields(frame, profile, form)}
<label for="language">${words.language}</label>
<select id="language" name="language" required><option value=""></option><option value="de">${words.german}</option><option value="en">${words.english}</option></select>
<div class="actions"><button>${words.inviteSend}</button> <a class="button quiet" href="/staff/admin/staff">${words.back}</a></div>
</form>`
}

type Has = { has: { requests: boolean; followUps: boolean } }

export function personPage(
  frame: Frame,
  profile: Profile,
  person: StaffPerson & Has,
  form: ScopeForm,
): Html {
  const { words, staff } = frame
  const at = `/staff/admin/staff/${person.id}`
  const button = (path: string, label: string, hint: string, kind: 'quiet' | 'danger') =>
    html`<form method="post" action="${at}/${path}">${formToken(frame)}<p class="soft">${hint}</p><p><button class="${kind}">${label}</button></p></form>`
  const title = html`<h1><bdi>${person.name}</bdi></h1>
<p>${person.email} · ${stateOf(frame, person)}</p>`
  if (staff?.id === person.id) return html`${title}<p class="card">${words.ownAccount}</p>`
  if (person.closed) {
    const reopen = button('reopen', words.reopenStaff, words.reopenStaffHint, 'quiet')
    return html`${title}${left(frame, person)}<section class="card">${reopen}</section>`
  }
  return html`${title}
<form class="card" method="post" action="${at}">${formToken(frame)}
${fields(frame, profile, form)}
<div class="actions"><button>${words.save}</button> <a class="button quiet" href="/staff/admin/staff">${words.back}</a></div>
</form>
<section class="card"><h2>${words.linkStaff}</h2>${button('link', words.linkStaff, words.linkStaffHint, 'quiet')}</section>
<section class="card"><h2>${words.resetFactor}</h2>${button('second-factor', words.resetFactor, words.resetFactorHint, 'danger')}</section>
<section class="card"><h2>${words.closeStaff}</h2>${left(frame, person)}${button('close', words.closeStaff, words.closeStaffHint, 'danger')}</section>`
}

/** What an account leaves, or has left, to be given on: whether there is any, never how many. */
function left({ words }: Frame, { closed, has }: Pick<StaffPerson, 'closed'> & Has): Html | '' {
  const { requests, followUps } = has
  if (!requests && !followUps) return closed ? html`<p>${words.leftNone}</p>` : ''
  const what = requests ? (followUps ? 'leftBoth' : 'leftRequests') : 'leftFollowUps'
  return html`<p><strong>${words[what]}</strong> ${words.leftWhere}</p>`
}

/** `link` is shown here and never again: only its hash is kept. */
export function linkPage({ words }: Frame, email: string, link: string): Html {
  return html`<h1>${words.linkTitle}</h1>
<section class="card"><p>${words.say('linkFor', { email })}</p>
<p><span class="key">${link}</span></p>
<p class="soft">${words.linkHint}</p></section>
<p><a class="button quiet" href="/staff/admin/staff">${words.back}</a></p>`
}
