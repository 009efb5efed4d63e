// Sign-in, code, recovery code, set-up, invitation: the pages before the first page.

import { html, raw } from 'hono/html'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../flows/sign-in/auth.ts'
import {
  demoAccounts,
  demoEmail,
  demoPassword,
  demoWithCode,
} from '../../flows/sign-in/demo-account.ts'
import { passkeySignIn } from '../account/passkeys-page.ts'
import { type Frame, roleWord } from '../frame/frame.ts'
import { alert, formToken, type Html, note } from '../frame/layout.ts'
import { isTyped } from './next.ts'

/** alert: what went wrong · note: what went well · hint: what somebody new should know. */
export type Message = { alert?: string; note?: string; hint?: string }

const shown = ({ alert: bad, note: good, hint }: Message): Html =>
  html`${bad ? alert(bad) : ''}${good ? note(good) : ''}${hint ? html`<p class="soft">${hint}</p>` : ''}`

type Asked = {
  /** Where to go afterwards. */
  next: string
  /** What the city's identity provider is called, where there is one. */
  provider: string | null
  email: string | undefined
}

/** What every form and every link on the way in takes along. */
const hidden = (next: string): Html => html`<input type="hidden" name="next" value="${next}">`
const withNext = (path: string, next: string): string =>
  next === '' ? path : `${path}?next=${encodeURIComponent(next)}`

export function signInPage(frame: Frame, asked: Asked, message: Message): Html {
  const { words, demo } = frame
  const { next, provider } = asked
  const [email, password] = demo ? [demoEmail, demoPassword] : ['', '']
  return html`<div class="card narrow">
<h1>${words.signInTitle}</h1>
${shown(message)}
<p class="soft">${words.signInForStaff}</p>
${provider === null ? '' : providerLink(frame, next, provider)}
<form method="post" action="/staff/sign-in">
${hidden(next)}
<label for="email">${words.email}</label>
<input id="email" name="email" type="email" autocomplete="username" required value="${asked.email ?? email}">
<label for="password">${words.password}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required maxlength="${LONGEST_PASSWORD}" value="${password}">
<div class="actions"><button>${words.signIn}</button></div>
</form>
${demo ? demoSignIns(frame, next) : passkeySignIn(frame, hidden(next))}
${isTyped(next) ? goOn(frame, next) : ''}
</div>`
}

/** A link: the policy on forms lets none lead elsewhere. */
function providerLink({ words }: Frame, next: string, provider: string): Html {
  const to = withNext('/staff/sign-in/provider', next)
  return html`<p><a class="button" rel="nofollow" href="${to}">${words.say('providerSignIn', { provider })}</a></p>
<h2 class="apart">${words.providerElse}</h2>`
}

/** For whoever has signed in in another window meanwhile. */
const goOn = ({ words }: Frame, next: string): Html =>
  html`<h2 class="apart">${words.typedElsewhere}</h2><p class="soft">${words.typedElsewhereHint}</p>
<div class="actions"><a class="button quiet" href="${next}">${words.typedGoOn}</a></div>`

function demoSignIns({ words }: Frame, next: string): Html {
  const into = (email: string, name: string) => html`<form method="post" action="/staff/sign-in">
${hidden(next)}<input type="hidden" name="email" value="${email}"><input type="hidden" name="password" value="${demoPassword}">
<button class="quiet">${name}</button></form>`
  return html`<h2 class="apart">${words.demoAccounts}</h2>
<div class="actions">${demoAccounts.map(({ email, role }) => into(email, roleWord(words, role)))}${into(demoWithCode.email, words.demoWithCode)}</div>
<p class="soft">${words.demoPassword} <span class="key">${demoPassword}</span></p>
<p class="soft">${words.demoCarriers}</p>`
}

export function codePage({ words, demo }: Frame, next: string, message: Message): Html {
  return html`<div class="card narrow">
<h1>${words.codeTitle}</h1>
${shown(message)}
<form method="post" action="/staff/sign-in/code">
${hidden(next)}
<label for="code">${words.code}</label>
<p class="hint" id="code-hint">${words.codeHint}</p>
<input class="code" id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="9" aria-describedby="code-hint">
<div class="actions"><button>${words.check}</button></div>
</form>
${otherWay('recovery', words.useRecovery, next)}
${demo ? html`<p class="soft"><a href="/demo/code" target="phone">${words.demoCode}</a></p>` : ''}
</div>`
}

/** To the other kind of code. */
const otherWay = (path: 'code' | 'recovery', label: string, next: string): Html =>
  html`<p><a href="${withNext(`/staff/sign-in/${path}`, next)}">${label}</a></p>`

export function recoveryPage({ words }: Frame, next: string, message: Message): Html {
  return html`<div class="card narrow">
<h1>${words.recoveryTitle}</h1>
${shown(message)}
<form method="post" action="/staff/sign-in/recovery">
${hidden(next)}
<label for="code">${words.recoveryCode}</label>
<p class="hint" id="code-hint">${words.recoveryHint}</p>
<input id="code" name="code" autocomplete="off" autocapitalize="off" spellcheck="false" required maxlength="20" aria-describedby="code-hint">
<div class="actions"><button>${words.check}</button></div>
</form>
${otherWay('code', words.useApp, next)}
</div>`
}

/** `qr` is an SVG drawn by us; `key` the secret in base 32, in groups of four. */
export function setUpPage(frame: Frame, qr: string, key: string, message: Message): Html {
  const { words } = frame
  return html`<div class="card narrow">
<h1>${words.setUpTitle}</h1>
${shown(message)}
<p>${words.setUpWhy}</p>
<p>${words.setUpScan}</p>
${raw(qr)}
<p>${words.setUpByHand}</p>
<p><span class="label">${words.setUpKey}</span> <span class="key">${key}</span></p>
<form method="post" action="/staff/second-factor">
${formToken(frame)}
<label for="code">${words.code}</label>
<p class="hint" id="code-hint">${words.setUpEnter}</p>
<input class="code" id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="9" aria-describedby="code-hint">
<div class="actions"><button>${words.check}</button></div>
</form>
</div>`
}

export function recoveryCodesPage({ words }: Frame, codes: readonly string[]): Html {
  return html`<div class="card narrow">
<h1>${words.codesTitle}</h1>
<p>${words.codesHint}</p>
<ul class="codes">${codes.map((code) => html`<li>${code}</li>`)}</ul>
<div class="actions no-print"><a class="button" href="/staff">${words.codesDone}</a></div>
</div>`
}

export function invitePage({ words }: Frame, token: string, email: string, message: Message): Html {
  return html`<div class="card narrow">
<h1>${words.inviteTitle}</h1>
${shown(message)}
<p>${words.inviteHint}</p>
<form method="post" action="/staff/invite/${token}">
<label for="email">${words.inviteFor}</label>
<input id="email" type="email" autocomplete="username" readonly value="${email}">
<label for="password">${words.newPassword}</label>
<p class="hint" id="password-hint">${words.newPasswordHint}</p>
<input id="password" name="password" type="password" autocomplete="new-password" required minlength="${SHORTEST_PASSWORD}" maxlength="${LONGEST_PASSWORD}" aria-describedby="password-hint">
<label for="repeat">${words.repeatPassword}</label>
<input id="repeat" name="repeat" type="password" autocomplete="new-password" required maxlength="${LONGEST_PASSWORD}">
<div class="actions"><button>${words.setPassword}</button></div>
</form>
</div>`
}
