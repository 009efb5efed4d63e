// Passkeys on the pages: those of the own account, another one, and the button to sign in with.

import { html } from 'hono/html'
import { LONGEST_PASSWORD } from '../../flows/sign-in/auth.ts'
import { LONGEST_NAME, type Passkey } from '../../flows/sign-in/passkeys.ts'
import { dayAndClock } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { formToken, type Html } from '../frame/layout.ts'
import type { Words } from '../frame/words.ts'

const script = html`<script src="/staff/passkey.js" defer></script>`

/** What the script says. */
const told = ({ passkeyBusy, passkeyKnown, passkeyStopped, passkeyFault }: Words) =>
  JSON.stringify({
    busy: passkeyBusy,
    known: passkeyKnown,
    stopped: passkeyStopped,
    fault: passkeyFault,
  })

/** A form that the script shows where the browser can do it. */
export function passkeySignIn({ words }: Frame, hidden: Html): Html {
  return html`<form method="post" action="/staff/sign-in/passkey" hidden data-passkey="${told(words)}" data-kind="get" data-options="/staff/sign-in/passkey/options">
${hidden}<input type="hidden" name="response">
<div class="actions"><button class="quiet">${words.passkeySignIn}</button></div><p role="status" data-told></p>
</form>${script}`
}

export function passkeysSection(frame: Frame, passkeys: readonly Passkey[]): Html {
  const { words } = frame
  return html`<section class="card" id="passkeys"><h2>${words.passkeys}</h2>
<p class="soft">${words.passkeysHint}</p>
${passkeys.map((passkey) => ownPasskey(frame, passkey))}
<h3>${words.passkeyAdd}</h3>
<p class="soft" data-unable>${words.passkeyUnable}</p>
<form method="post" action="/staff/account/passkeys" hidden data-passkey="${told(words)}" data-kind="create" data-options="/staff/account/passkeys/options">
${formToken(frame)}<input type="hidden" name="response">
<label for="passkey-name">${words.passkeyName}</label>
<p class="hint" id="passkey-name-hint">${words.passkeyNameHint}</p>
<input id="passkey-name" name="name" required maxlength="${LONGEST_NAME}" autocomplete="off" aria-describedby="passkey-name-hint">
<label for="passkey-password">${words.password}</label>
<input id="passkey-password" name="current" type="password" autocomplete="current-password" required maxlength="${LONGEST_PASSWORD}">
<div class="actions"><button>${words.passkeyAdd}</button></div><p role="status" data-told></p>
</form></section>${script}`
}

function ownPasskey(frame: Frame, { id, name, createdAt }: Passkey): Html {
  const { words } = frame
  const at = `/staff/account/passkeys/${id}`
  return html`<details><summary><bdi>${name}</bdi> <span class="soft">${words.say('passkeySince', { when: dayAndClock(createdAt) })}</span></summary>
<form method="post" action="${at}/name">${formToken(frame)}
<label for="name-${id}">${words.passkeyName}</label>
<input id="name-${id}" name="name" required maxlength="${LONGEST_NAME}" autocomplete="off" value="${name}">
<div class="actions"><button class="quiet">${words.passkeyRename}</button></div></form>
<form method="post" action="${at}/remove">${formToken(frame)}
<label for="remove-${id}">${words.password}</label>
<input id="remove-${id}" name="current" type="password" autocomplete="current-password" required maxlength="${LONGEST_PASSWORD}">
<div class="actions"><button class="danger">${words.passkeyRemove}</button></div></form></details>`
}
