// The page on which one comes back: two fields, what is not right beside them, and a way on without either.

import { html } from 'hono/html'
import type { Deps } from '../deps.ts'
import type { Text } from '../domain/dialog/text.ts'
import { lobbyPath } from './buttons.ts'
import { directionOf, type Html, type Page, type Words, wordsIn } from './frame.ts'
import { EXAMPLE, pageSound } from './page-sound.ts'
import { topOf } from './top.ts'

export const RETURN_PATH = '/return'

/** Where it is, in a language or in none yet. */
const returnPath = (language?: string) =>
  language ? `${RETURN_PATH}?lang=${language}` : RETURN_PATH

// Says in every language what it is: code and PIN are called so in all of them.
const IN_ALL = '🔑 Code + PIN'

/** The way there from pages before the consent; without a language from the menu of languages. */
export function returnLink(words: Words, language?: string): Html {
  const label = language ? words('return.button.have') : IN_ALL
  return html`<a class="button" href="${returnPath(language)}">${label}</a>`
}

/** What is not right; a field that is missing here is. */
export type Faults = {
  code?: boolean
  pin?: boolean
  both?: Text
  /** When it goes on, epoch ms. */
  until?: number
}

export type Asked = {
  language: string
  /** As it was typed; the PIN is never given back. */
  code: string
  faults: Faults
  /** Somebody else is known on this device already. */
  isKnown: boolean
  /** For danger, where what was typed is a cry for help. */
  numbers: Html
  /** What the page sounds like. */
  heard: Html
}

/** The two fields. What was typed as the code stays; the PIN is typed again. */
export function returnPage(
  deps: Deps,
  { language, code, faults, isKnown, numbers, heard }: Asked,
): Page {
  const words = wordsIn(deps, language)
  const title = words('return.title')
  const said = [
    ...(faults.both ? [words(faults.both)] : []),
    ...(isKnown ? [words('return.other-request')] : []),
  ]
  const noCode = words({ key: 'return.no-code', values: { example: EXAMPLE } })
  const centres = lobbyPath({ do: 'lobby', language, page: 'centres' })
  const isFaulty = Object.keys(faults).length > 0
  return {
    language,
    title: isFaulty ? `⚠️ ${title}` : title,
    isSensitive: numbers !== '',
    top: topHtml(words, language, isKnown ? '/talk' : undefined),
    content: html`${numbers}${said.map((text) => html`<div class="notice" role="status"><p>${text}</p></div>`)}
${numbers ? html`<h2>${title}</h2>` : html`<h1>${title}</h1>`}
${heard}
<p>${words('return.where')}</p>
<form method="post" action="${RETURN_PATH}" accept-charset="utf-8">
<input type="hidden" name="lang" value="${language}">
<label for="code">${words('booking.appointment.code')}</label>
${hintHtml('code', noCode, faults.code)}
<input id="code" name="code" dir="ltr" value="${code}" maxlength="60" autocomplete="off" autocapitalize="characters" autocorrect="off" spellcheck="false" ${aboutHtml('code', faults.code)}>
<label for="pin">${words('return.pin')}</label>
${hintHtml('pin', words('return.no-pin'), faults.pin)}
<input id="pin" name="pin" dir="ltr" maxlength="60" inputmode="numeric" autocomplete="off" ${aboutHtml('pin', faults.pin)}>
<button class="button main">${words('common.button.continue')}</button>
</form>
<p class="gap">${words('return.lost')}</p>
<a class="button" href="${centres}">${words('lobby.declined.button.centres')}</a>`,
    foot: html`<a class="quiet" href="${returnPath()}">${words('lobby.consent.button.languages')}</a>`,
  }
}

/** Which language it is to be read in, where nobody has chosen one. */
export async function returnMenu(deps: Deps): Promise<Page> {
  const { languages } = deps.i18n
  const language = languages[0]?.key ?? 'de'
  const words = wordsIn(deps, language)
  const own = (key: string) =>
    html`<a class="button" href="${returnPath(key)}" lang="${key}" dir="${directionOf(deps, key)}">${words('lobby.language.own-name', key)}</a>`
  return {
    language,
    title: IN_ALL,
    top: topHtml(words, language, '/'),
    content: html`<h1>${IN_ALL}</h1>
${await pageSound(deps, undefined, { of: 'return-menu' })}
<div class="rows">${languages.map(({ key }) => own(key))}</div>`,
    foot: '',
  }
}

function topHtml(words: Words, language: string, back?: string): Html {
  const consent = lobbyPath({ do: 'lobby', language, page: 'consent' })
  return topOf(words, language, { back: back ?? consent })
}

/** What the field wants; once it was missing, the same sentence stands out. */
function hintHtml(field: string, text: string, isFault = false): Html {
  return isFault
    ? html`<p class="fault" id="${field}-hint">⚠️ ${text}</p>`
    : html`<p class="small" id="${field}-hint">${text}</p>`
}

function aboutHtml(field: string, isFault = false): Html {
  return html`aria-describedby="${field}-hint"${isFault ? html` aria-invalid="true"` : ''}`
}
