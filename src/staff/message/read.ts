// A message to a person, to be read by staff: before it is sent, and in the history of a request.

import { html } from 'hono/html'
import type { ReadWords, WrittenLine } from '../../domain/dialog/sent-words.ts'
import type { CareEntry } from '../../domain/people/care.ts'
import { isRightToLeft, languageTerms } from '../../i18n/terms.ts'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'

export const TEMPLATE_WORDS = {
  call: 'templateCall',
  papers: 'templatePapers',
  letter: 'templateLetter',
  come: 'templateCome',
  free: 'templateFree',
} as const

/** What the person gets beside what that is in German, where they read another language. */
export function readBoth({ words }: Frame, { language, theirs, german }: ReadWords): Html {
  const part = (title: string, reading: string, lines: readonly WrittenLine[]) =>
    html`<section class="card"><h2>${title}</h2>${writtenHtml(reading, lines)}</section>`
  return html`<div class="columns">${part(languageTerms.reading(language), language, theirs)}
${german ? part(words.german, 'de', german) : ''}</div>`
}

/** The same one below the other, within the history. */
function readAgain({ words }: Frame, { language, theirs, german }: ReadWords): Html {
  const part = (title: string, reading: string, lines: readonly WrittenLine[]) =>
    html`<h3>${title}</h3><blockquote>${writtenHtml(reading, lines)}</blockquote>`
  return html`${part(languageTerms.reading(language), language, theirs)}${german ? part(words.german, 'de', german) : ''}`
}

// Never by its first letter: a line that begins with a name in Latin letters would turn round.
const directionOf = (language: string) => (isRightToLeft(language) ? 'rtl' : 'ltr')

/** Lines in the direction of their reader; a line in another language keeps its own. */
export function writtenHtml(reading: string, lines: readonly WrittenLine[]): Html {
  const line = ({ text, language }: WrittenLine) =>
    html`<p><bdi lang="${language}" dir="${directionOf(language)}">${text}</bdi></p>`
  return html`<div class="written" lang="${reading}" dir="${directionOf(reading)}">${lines.map(line)}</div>`
}

/** A message in the history: which it was, how far it has come, and what it said. */
export function sentHtml(frame: Frame, { text, status, said }: CareEntry): Html {
  const { words } = frame
  const shipped = Object.entries(TEMPLATE_WORDS).find(([code]) => code === text)?.[1]
  const name = said?.name ?? (shipped ? words[shipped] : text)
  const came = words[ARRIVALS[status as keyof typeof ARRIVALS] ?? 'messageWaiting']
  return html`<p>${words.message}: <strong>${name}</strong> (${came})</p>
${said ? html`<details><summary>${words.messageSaid}</summary>${readAgain(frame, said)}</details>` : ''}`
}

const ARRIVALS = {
  sent: 'messageSent',
  kept: 'messageOnPage',
  read: 'messageRead',
  blocked: 'messageFailed',
  failed: 'messageFailed',
  dropped: 'messageFailed',
} as const
