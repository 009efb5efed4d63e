// The own account: who one is here, in which language the pages are, how one signs in.

import { html } from 'hono/html'
import type { StaffMember } from '../../domain/people/accounts.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../flows/sign-in/auth.ts'
import type { Proof } from '../../flows/sign-in/outcome.ts'
import type { Passkey } from '../../flows/sign-in/passkeys.ts'
import { type Frame, roleWord } from '../frame/frame.ts'
import { option } from '../frame/inputs.ts'
import { alert, formToken, type Html, note } from '../frame/layout.ts'
import { calendarsSection, type OwnCalendars } from './calendars-page.ts'
import { passkeysSection } from './passkeys-page.ts'

export type AccountFacts = {
  staff: StaffMember
  proof: Proof
  centres: readonly string[]
  body: string | null
  passkeys: readonly Passkey[]
  calendars: OwnCalendars | null
}

export type AccountMessage = { alert?: string; note?: string }

export function accountPage(frame: Frame, facts: AccountFacts, message: AccountMessage): Html {
  const { words } = frame
  const { staff, proof, centres, body, passkeys } = facts
  return html`<h1>${words.account}</h1>
${message.alert ? alert(message.alert) : ''}${message.note ? note(message.note) : ''}
<div class="card">
<dl class="facts">
<dt>${words.name}</dt><dd>${staff.name}</dd>
<dt>${words.email}</dt><dd>${staff.email}</dd>
<dt>${words.role}</dt><dd>${roleWord(words, staff.role)}</dd>
<dt>${words.centres}</dt><dd>${centres.join(', ') || '–'}</dd>
<dt>${words.body}</dt><dd>${body ?? '–'}</dd>
</dl>
</div>
<form class="card" method="post" action="/staff/account">
${formToken(frame)}
<label for="language">${words.language}</label>
<select id="language" name="language">${option('de', words.german, staff.language)}${option('en', words.english, staff.language)}</select>
<div class="actions"><button>${words.save}</button></div>
</form>
${proof === 'provider' ? html`<p class="card soft">${words.accountProvider}</p>` : passwordForm(frame)}
${proof === 'code' ? html`${passkeysSection(frame, passkeys)}${factorForms(frame)}` : ''}
${facts.calendars ? calendarsSection(frame, facts.calendars) : ''}
<form class="card" method="post" action="/staff/account/sessions">${formToken(frame)}
<h2>${words.otherSessions}</h2><p class="soft">${words.otherSessionsHint}</p>
<button class="quiet">${words.endOtherSessions}</button></form>`
}

function passwordForm(frame: Frame): Html {
  const { words } = frame
  return html`<form class="card" method="post" action="/staff/account/password">${formToken(frame)}
<h2>${words.changePassword}</h2>
<p class="soft">${words.changePasswordHint}</p>
<label for="old">${words.currentPassword}</label>
<input id="old" name="current" type="password" autocomplete="current-password" required maxlength="${LONGEST_PASSWORD}">
<label for="new">${words.newPassword}</label>
<p class="hint" id="new-hint">${words.newPasswordHint}</p>
<input id="new" name="password" type="password" autocomplete="new-password" required minlength="${SHORTEST_PASSWORD}" maxlength="${LONGEST_PASSWORD}" aria-describedby="new-hint">
<label for="repeat">${words.repeatPassword}</label>
<input id="repeat" name="repeat" type="password" autocomplete="new-password" required maxlength="${LONGEST_PASSWORD}">
<div class="actions"><button>${words.changePassword}</button></div></form>`
}

function factorForms(frame: Frame): Html {
  const { words } = frame
  return html`<form class="card" method="post" action="/staff/account/codes">${formToken(frame)}
<h2>${words.newCodes}</h2><p class="soft">${words.newCodesHint}</p>
<label for="codes-password">${words.password}</label>
<input id="codes-password" name="current" type="password" autocomplete="current-password" required maxlength="${LONGEST_PASSWORD}">
<div class="actions"><button>${words.newCodes}</button></div></form>
<form class="card" method="post" action="/staff/account/second-factor">${formToken(frame)}
<h2>${words.newPhone}</h2><p class="soft">${words.newPhoneHint}</p>
<label for="phone-password">${words.password}</label>
<input id="phone-password" name="current" type="password" autocomplete="current-password" required maxlength="${LONGEST_PASSWORD}">
<label for="phone-code">${words.codeOrRecovery}</label>
<input id="phone-code" name="code" autocomplete="off" autocapitalize="off" spellcheck="false" required maxlength="20">
<div class="actions"><button>${words.newPhoneStart}</button></div></form>`
}
