// The page for too many: what was pressed or typed is kept in its form, a browser that can works out a
// proof and goes on by itself, and whoever cannot is told when to try again and whom to call.

import { html } from 'hono/html'
import type { CryKind } from '../../domain/danger/cry-list.ts'
import type { Line } from '../../domain/dialog/screen.ts'
import { centreLines } from '../../domain/dialog/show/centres.ts'
import { callingLines } from '../../domain/dialog/show/danger.ts'
import type { Facts } from '../../domain/dialog/talk.ts'
import type { Text } from '../../domain/dialog/text.ts'
import type { I18n } from '../../i18n/index.ts'
import { SOLVER_PATH } from './solver.ts'

/** The request that has to wait, as a form that makes it again. */
export type Kept = {
  method: 'get' | 'post'
  path: string
  fields: readonly (readonly [name: string, value: string])[]
  /** Whether somebody wrote something. */
  isTyped: boolean
}

export type TooMany = {
  kept: Kept
  /** What is to be worked out, as JSON. */
  challenge: string
  seconds: number
  /** Unknown where nobody has chosen one yet: then it is said in all. */
  language: string | undefined
  /** What the words that were typed mean, where they are a cry for help. */
  heard: CryKind | undefined
}

/** What stands on the page. */
export function tooManyPage(i18n: I18n, facts: Facts, asked: TooMany) {
  const { kept, challenge, seconds, heard } = asked
  const [first, ...others] = i18n.languages
    .filter(({ key }) => asked.language === undefined || key === asked.language)
    .map(({ key }) => key)
  const language = first ?? 'de'
  const count = Math.ceil(seconds / 60)
  const word = (text: Text, key = language) => i18n.t(key, text, facts.now)
  const line = (shown: Line) => {
    if ('phone' in shown) {
      const digits = shown.phone.replace(/\D/g, '')
      return html`<a class="call" href="tel:${digits}"><bdi dir="ltr">${shown.phone}</bdi></a>`
    }
    if ('quote' in shown) return html`<blockquote lang="de" dir="ltr">${shown.quote}</blockquote>`
    if ('text' in shown) return html`<p>${word(shown.text, shown.language ?? language)}</p>`
    return ''
  }
  const said = (key: string) => html`
<p>${word({ key: 'crowd.later', values: { count } }, key)}</p>`
  const centres = centreLines(facts, 'phone', language)
  return html`${heard ? callingLines(facts, language, heard).map(line) : ''}
<h1>${word({ key: 'crowd.title' })}</h1>
<p id="working" role="status" hidden>${word({ key: 'crowd.working' })}</p>
<div id="later">${said(language)}
${others.map((key) => {
  const direction = i18n.languages.find((one) => one.key === key)?.direction ?? 'ltr'
  return html`<section lang="${key}" dir="${direction}"><h2>${word({ key: 'crowd.title' }, key)}</h2>${said(key)}</section>`
})}
${kept.isTyped ? html`<p>${word({ key: 'crowd.kept' })}</p>` : ''}
</div>
<form method="${kept.method}" action="${kept.path}" data-challenge="${challenge}">
${kept.fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<input type="hidden" name="proof">
<button>${word({ key: 'crowd.button.again' })}</button>
</form>
${asked.language === undefined ? '' : html`<p>${word({ key: 'centres.person.phone' })}</p>`}
${asked.language === undefined ? centres.filter((shown) => 'phone' in shown).map(line) : centres.map(line)}
<script src="${SOLVER_PATH}" defer></script>`
}
