// Screen → what Telegram shows: words, direction, keyboard.

import type { Button, Line, Screen } from '../domain/dialog/screen.ts'
import { encodeTap } from '../domain/dialog/tap-code.ts'
import type { Text } from '../domain/dialog/text.ts'
import { isolate, renderLines } from '../i18n/format.ts'
import type { I18n } from '../i18n/index.ts'

export type KeyboardButton = { text: string; style?: 'success' | 'danger' | 'primary' } & (
  | { callback_data: string }
  | { copy_text: { text: string } }
  | { url: string }
)

/** A message ready to be sent: HTML text and the buttons under it. */
export type Rendered = { text: string; keyboard: KeyboardButton[][] }

const LONGEST_TEXT = 4096
const LONGEST_COPY = 256
// What half and a third of the width of a small phone show; Telegram cuts off the rest. An emoji
// takes two.
const WIDTHS: Record<number, number> = { 2: 18, 3: 11 }
// And what a quarter shows: the last row, where it can be heard too.
const QUARTER = 8

/** Puts a screen into the person's language. `now` is epoch milliseconds. */
export function render(i18n: I18n, screen: Screen, language: string, now: number): Rendered {
  const word = (text: Text, other?: string) => i18n.t(other ?? language, text, now)
  // A line in another language keeps its own direction: a quote, the menu's names.
  const lines = screen.lines.map((line) => {
    const words = html(line, word, language)
    if ('quote' in line) return words
    return renderLines([words], ('text' in line && line.language) || language)
  })
  if (screen.progress) lines.push('', renderLines([dots(screen.progress)], language))
  const rtl = isRtl(i18n, language)
  return {
    text: shorten(lines.join('\n')),
    keyboard: screen.rows.flatMap((row) => {
      const all = row.map((button) => keyboardButton(button, word, screen))
      const buttons = row.length === 4 ? all.map(inQuarter) : all
      const most = WIDTHS[buttons.length] ?? Number.POSITIVE_INFINITY
      if (buttons.some(({ text }) => widthOf(text) > most)) {
        return buttons.map((button) => [button])
      }
      // Telegram lays a row out from the left whatever the language.
      return [rtl ? buttons.reverse() : buttons]
    }),
  }
}

function html(line: Line, word: (text: Text, other?: string) => string, language: string): string {
  if ('gap' in line) return ''
  if ('mono' in line) return `<code>${escapeHtml(isolate(line.mono, language))}</code>`
  // Plain digits: written as code, a tap would copy them instead of calling.
  if ('phone' in line) return escapeHtml(isolate(line.phone, language))
  if ('link' in line) return `<a href="${escapeHtml(line.link)}">${escapeHtml(line.link)}</a>`
  if ('quote' in line) return `<blockquote>${escapeHtml(line.quote)}</blockquote>`
  const words = escapeHtml(word(line.text, line.language))
  return line.strong ? `<b>${words}</b>` : words
}

function keyboardButton(
  button: Button,
  word: (text: Text, other?: string) => string,
  { keep = false, of }: Screen,
): KeyboardButton {
  const text = sosFirst(word(button.label, button.language))
  if ('copy' in button) return { text, copy_text: { text: button.copy.slice(0, LONGEST_COPY) } }
  if ('open' in button) return { text, url: button.open }
  const callback_data = encodeTap(button.tap, keep, of)
  return button.style ? { text, callback_data, style: button.style } : { text, callback_data }
}

// Its icon says it alone, where the words would be cut off.
function inQuarter(button: KeyboardButton): KeyboardButton {
  const [icon = ''] = button.text.split(' ')
  return widthOf(button.text) > QUARTER ? { ...button, text: icon } : button
}

// 🆘 is the one sign among ours that counts as a Latin letter (UAX #9: strong left-to-right) and
// would turn the whole label round.
function sosFirst(label: string): string {
  return label.startsWith('🆘') && /\p{Script=Arabic}/u.test(label) ? `\u200F${label}` : label
}

function widthOf(label: string): number {
  const seen = label.replace(/\p{Cf}|\uFE0F/gu, '')
  return [...seen.replace(/\p{Extended_Pictographic}/gu, '__')].length
}

// Dots have no direction of their own: they follow the line in every script.
function dots({ step, of }: { step: number; of: number }): string {
  return '●'.repeat(step) + '○'.repeat(Math.max(0, of - step))
}

function isRtl(i18n: I18n, language: string): boolean {
  return i18n.languages.some(({ key, direction }) => key === language && direction === 'rtl')
}

/** Text for Telegram's HTML mode. */
export function escapeHtml(text: string): string {
  return text.replace(
    /[&<>]/g,
    (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[char] ?? char,
  )
}

// No screen comes near the limit; a profile with very many centres could.
function shorten(text: string): string {
  if (text.length <= LONGEST_TEXT) return text
  const lines = text.split('\n')
  while (shownLength(lines.join('\n')) > LONGEST_TEXT) lines.pop()
  return lines.join('\n')
}

/** What is seen of a text for Telegram's HTML mode. */
export const plain = (html: string): string =>
  html
    .replace(/<[^<>]*>/g, '')
    .replace(/&(amp|lt|gt);/g, (_, sign: string) => ({ amp: '&', lt: '<', gt: '>' })[sign] ?? '')
    .trim()

// Telegram counts what is seen: a sign that is written as five counts once, a tag not at all.
function shownLength(html: string): number {
  return html.replace(/<[^<>]*>/g, '').replace(/&(amp|lt|gt);/g, ' ').length
}
