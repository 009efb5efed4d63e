// A long text, of which the beginning is in sight and the rest a press away.

import { html } from 'hono/html'
import type { Html } from './layout.ts'
import type { Words } from './words.ts'

const LINES = 8
const SIGNS = 600
// Nobody presses for a line more.
const SPARED = 1.5

/** What is in sight of a text, and the rest of it; '' where all of it is short enough. */
function foldedAt(text: string): [shown: string, rest: string] {
  const lines = text.split('\n')
  if (lines.length <= LINES * SPARED && text.length <= SIGNS * SPARED) return [text, '']
  const first = lines.slice(0, LINES).join('\n')
  if (first.length <= SIGNS) return [first, text.slice(first.length + 1)]
  const cut = first.lastIndexOf(' ', SIGNS)
  const at = cut > SIGNS / 2 ? cut : SIGNS
  return [first.slice(0, at), text.slice(at).trimStart()]
}

/** Words that somebody typed, as they typed them. */
export function quoted(words: Words, text: string): Html {
  const [shown, rest] = foldedAt(text)
  if (rest === '') return html`<blockquote dir="auto">${text}</blockquote>`
  return html`<blockquote dir="auto">${shown} …</blockquote>
<details class="rest"><summary>${words.textRest}</summary><blockquote dir="auto">${rest}</blockquote></details>`
}
