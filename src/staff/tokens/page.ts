// Tokens of machines: the list, a new one, and its secret, which is shown once.

import { html } from 'hono/html'
import { isRole, lacksBody } from '../../domain/people/rights.ts'
import { type StoredToken, TOKEN_ROLES } from '../../domain/people/tokens.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { dayAndClock, shortDay } from '../frame/dates.ts'
import { type Frame, roleWord } from '../frame/frame.ts'
import { alert, formToken, type Html } from '../frame/layout.ts'
import { cell } from '../frame/parts.ts'
import { fields, type ScopeForm } from '../frame/scope-form.ts'

export type TokenForm = ScopeForm & { until: string }
/** `id`: drawn, so that a form sent twice makes one token. */
type Drawn = TokenForm & { id: string }

export function tokensPage(
  frame: Frame,
  profile: Profile,
  tokens: readonly StoredToken[],
  now: number,
  form: Drawn,
): Html {
  const { words } = frame
  return html`<h1>${words.navTokens}</h1>
${withoutBody(frame, tokens, now)}
${tokens.length === 0 ? html`<p class="card soft">${words.tokensEmpty}</p>` : table(frame, profile, tokens, now)}
<form class="card apart" method="post" action="/staff/admin/tokens">${formToken(frame)}<input type="hidden" name="id" value="${form.id}">
<h2>${words.newToken}</h2><p class="soft">${words.newTokenHint}</p>
${fields(frame, profile, form, TOKEN_ROLES)}
<label for="until">${words.tokenUntil}</label>
<input id="until" name="until" type="date" required value="${form.until}">
<div class="actions"><button>${words.newToken}</button></div>
</form>`
}

function table(frame: Frame, profile: Profile, tokens: readonly StoredToken[], now: number): Html {
  const { words } = frame
  return html`<table class="cards">
<caption class="away">${words.navTokens}</caption>
<thead><tr><th scope="col">${words.name}</th><th scope="col">${words.role}</th><th scope="col">${words.centres}</th><th scope="col">${words.tokenUsed}</th><th scope="col">${words.tokenUntil}</th><th scope="col"><span class="away">${words.revoke}</span></th></tr></thead>
<tbody>${tokens.map((token) => {
    const { role, centres, usedAt } = token
    const names = profile.centres.filter(({ id }) => centres.includes(id)).map(({ short }) => short)
    return html`<tr>
<th scope="row"><bdi>${token.name}</bdi></th>
${cell(words.role, isRole(role) ? roleWord(words, role) : role)}
${cell(words.centres, names.join(', ') || '–')}
${cell(words.tokenUsed, usedAt === null ? words.tokenUnused : dayAndClock(usedAt))}
${cell(words.tokenUntil, endOf(frame, token, now))}
<td>${hasEnded(token, now) ? '' : revokeForm(frame, token)}</td>
</tr>`
  })}</tbody>
</table>`
}

/** Tokens from before each belonged to a carrier. */
function withoutBody({ words }: Frame, tokens: readonly StoredToken[], now: number): Html {
  const names = tokens
    .filter(({ role, body }) => isRole(role) && lacksBody({ role, body }))
    .filter((token) => !hasEnded(token, now))
    .map(({ name }) => name)
  if (names.length === 0) return html``
  return alert(words.say('tokensWithoutBody', { count: names.length, names: names.join(', ') }))
}

function hasEnded({ revokedAt, expiresAt }: StoredToken, now: number): boolean {
  return revokedAt !== null || (expiresAt !== null && expiresAt <= now)
}

function endOf({ words }: Frame, token: StoredToken, now: number): string {
  if (token.revokedAt !== null) return words.tokenRevoked
  if (token.expiresAt === null) return words.tokenOpen
  const day = shortDay(token.expiresAt - 1)
  return token.expiresAt <= now ? words.say('tokenExpired', { day }) : day
}

function revokeForm(frame: Frame, { id, name }: StoredToken): Html {
  const { words } = frame
  return html`<form method="post" action="/staff/admin/tokens/${id}/revoke">${formToken(frame)}<button class="danger" aria-label="${words.say('revokeToken', { name })}">${words.revoke}</button></form>`
}

/** The token itself, here and never again: only its hash is kept. */
export function tokenPage({ words }: Frame, name: string, token: string): Html {
  return html`<h1>${words.newToken}</h1>
<section class="card"><p>${words.say('tokenFor', { name })}</p>
<p><span class="key">${token}</span></p>
<p class="soft">${words.tokenOnce}</p></section>
<p><a class="button quiet" href="/staff/admin/tokens">${words.back}</a></p>`
}
