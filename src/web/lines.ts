// Lines of a screen → paragraphs.

import { html } from 'hono/html'
import type { Line } from '../domain/dialog/screen.ts'
import type { Html, Words } from './frame.ts'
import { pictured } from './pictures.ts'

/** The lines of a screen as what stands above its heading, the heading, and the rest. */
export function headed(lines: readonly Line[], words: Words, brand: string) {
  const strong = lines.findIndex((line) => 'text' in line && line.strong === true)
  const plain = lines.findIndex((line) => 'text' in line && line.language === undefined)
  const nth = strong >= 0 ? strong : plain
  const title = lines[nth]
  if (!title || !('text' in title)) return { above: [], title: brand, rest: lines }
  return {
    above: lines.slice(0, nth),
    title: words(title.text, title.language),
    rest: lines.slice(nth + 1),
  }
}

/** One line; `after` a gap it keeps its distance. */
export function lineHtml(line: Line, words: Words, dir: (language: string) => string): Html {
  if ('gap' in line) return html`<p class="gap"></p>`
  if ('mono' in line) return html`<p><bdi class="mono" dir="ltr">${line.mono}</bdi></p>`
  if ('phone' in line) {
    const tel = `tel:${line.phone.replace(/[^\d+]/g, '')}`
    return html`<p><a class="call" href="${tel}">📞 <bdi dir="ltr">${line.phone}</bdi></a></p>`
  }
  if ('link' in line) {
    return html`<p><a href="${line.link}" rel="noopener noreferrer"><bdi dir="ltr">${line.link}</bdi></a></p>`
  }
  if ('quote' in line) {
    return line.own
      ? html`<blockquote dir="auto">${line.quote}</blockquote>`
      : html`<blockquote lang="de" dir="ltr">${line.quote}</blockquote>`
  }
  const { text, strong, language } = line
  const said = pictured(words(text, language))
  const spoken = language ? html` lang="${language}" dir="${dir(language)}"` : ''
  // What stands out below the heading of a page is the heading of a part of it.
  return strong ? html`<h2${spoken}>${said}</h2>` : html`<p${spoken}>${said}</p>`
}
