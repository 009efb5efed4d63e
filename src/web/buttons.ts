// Buttons of a screen → links and buttons of forms. What is read before the consent is a link; what does
// something is sent with the one form of the page.

import { html } from 'hono/html'
import type { Button, Screen } from '../domain/dialog/screen.ts'
import type { Tap } from '../domain/dialog/tap.ts'
import { encodeTap } from '../domain/dialog/tap-code.ts'
import type { Html, Words } from './frame.ts'
import { pictured } from './pictures.ts'

/** The form that the buttons of a page belong to, wherever they stand. */
export const FORM = 'talk'

/** Where the ways that stand in one place on every page have their words. */
const TOP = ['common.button.back', 'common.button.sos', 'common.button.person'] as const

// An icon or the sign of a number at the beginning of a label, and its words.
const ICON =
  /^((?:\d\uFE0F\u20E3)+|\p{Extended_Pictographic}(?:\p{Extended_Pictographic}|\p{EMod}|\u200D|\uFE0F)*)\s+(.+)$/su

// A sign that says something of its own: that it is chosen.
const CHOSEN = '\u2705'

export type Look = {
  words: Words
  dir: (language: string) => string
  of?: string | undefined
  /** Of a kiosk: whose pages these are. */
  sitting?: string | undefined
}

// What half of the width of a small phone shows in one line. An emoji takes two.
const HALF = 16

/** The rows of a screen without what stands at the top, large and one below the other. */
export function rowsHtml({ rows, of }: Screen, look: Look): Html[] {
  return rows.flatMap((row) => {
    const own = row.filter((button) => !isTop(button))
    const isPair = own.length === 2 && !own.some((button) => 'copy' in button)
    const shown = own.map((button) => buttonHtml(button, { ...look, of }))
    const isShort = own.every(
      (button) => widthOf(look.words(button.label, button.language)) <= HALF,
    )
    return isPair && isShort ? [html`<div class="pair">${shown}</div>`] : shown
  })
}

/** Of a screen's buttons those that stand at the top: back, 🆘 and a person, where it has them. */
export function topButtons({ rows, of }: Screen, look: Look): (Html | undefined)[] {
  const all = rows.flat()
  return TOP.map((key) => {
    const button = all.find(({ label }) => label.key === key)
    return button && buttonHtml(button, { ...look, of })
  })
}

const isTop = ({ label }: Button) => TOP.some((key) => key === label.key)

const STYLES = { primary: 'button main', success: 'button main', danger: 'button danger' } as const

function buttonHtml(button: Button, { words, dir, of, sitting }: Look): Html {
  const { language } = button
  const said = words(button.label, language)
  const label = labelHtml(said)
  const spoken = spokenHtml(button, dir)
  // Shown as it is: without a script nothing can be copied by a press.
  if ('copy' in button) return html`<p><bdi class="mono" dir="auto">${button.copy}</bdi></p>`
  if ('open' in button) {
    return html`<a class="button" href="${button.open}" rel="noopener noreferrer"${spoken}>${label}</a>`
  }
  const { tap, style } = button
  const isSos = button.label.key === TOP[1]
  const look = isSos ? STYLES.danger : style ? STYLES[style] : 'button'
  const heard = isSos ? html` aria-label="${said} ${words('danger.title', language)}"` : ''
  if (tap.do === 'lobby') {
    return html`<a class="${look}" href="${lobbyPath(tap, sitting)}"${spoken}${heard}>${label}</a>`
  }
  // Agreeing begins the talk, and has no form of the talk yet.
  const to = tap.do === 'agree' ? html` formaction="${lobbyForm(sitting)}"` : ''
  return html`<button class="${look}" form="${FORM}"${to} name="t" value="${encodeTap(tap, false, of)}"${spoken}${heard}>${label}</button>`
}

/** Of a button in another language than the page's, which one it is. */
function spokenHtml({ language, ...button }: Button, dir: Look['dir']): Html {
  if (language) return html` lang="${language}" dir="${dir(language)}"`
  return 'names' in button && button.names ? html` lang="${button.names}"` : ''
}

/** What stands on a button; a picture is seen beside its words and not read out as well. */
export function labelHtml(label: string): Html {
  const [, icon, said] = ICON.exec(label) ?? []
  if (!icon) return pictured(label)
  const quiet = icon.startsWith(CHOSEN) ? '' : html` aria-hidden="true"`
  // Not parted from its words at the end of a line.
  return html`<span class="icon"${quiet}>${pictured(icon)}\u00A0</span>${pictured(said ?? '')}`
}

/** Where a page before the consent is: it says all that it needs; on a kiosk also in which sitting it was shown. */
export function lobbyPath(tap: Extract<Tap, { do: 'lobby' }>, sitting?: string): string {
  // Told on a page of its own, where a crowd is held off that tells of many.
  if (tap.page === 'barrier') return `/accessibility?lang=${tap.language}`
  return `/?t=${encodeURIComponent(encodeTap(tap, false))}${sitting ? `&k=${sitting}` : ''}`
}

/** Where the forms of such pages go. */
export const lobbyForm = (sitting?: string) => (sitting ? `/?k=${sitting}` : '/')

function widthOf(label: string): number {
  const seen = label.replace(/\p{Cf}|\uFE0F/gu, '')
  return [...seen.replace(/\p{Extended_Pictographic}/gu, '__')].length
}
