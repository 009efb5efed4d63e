// What was answered, to be checked before a time is booked: each with a way to change it.

import { html } from 'hono/html'
import type { Screen } from '../domain/dialog/screen.ts'
import { encodeTap } from '../domain/dialog/tap-code.ts'
import { FORM, type Look } from './buttons.ts'
import type { Html } from './frame.ts'
import { pictured } from './pictures.ts'

/** The answers of a screen that has them to be checked, a row each. */
export function answersHtml({ answers, of }: Screen, { words }: Look): Html {
  if (!answers || answers.length === 0) return ''
  const change = words('page.change')
  const rows = answers.map(({ name, value, tap }) => {
    const what = words(name)
    return html`<div class="answer"><dt>${what}</dt><dd><span>${pictured(words(value))}</span>
<button class="quiet" form="${FORM}" name="t" value="${encodeTap(tap, false, of)}" aria-label="${change}: ${what}">${change}</button></dd></div>`
  })
  return html`<h2>${words('page.answers')}</h2>
<dl>${rows}</dl>`
}
