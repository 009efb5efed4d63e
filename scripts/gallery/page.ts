// The gallery as one page that needs nothing else: it can be mailed, opened without a net, printed.

import { readFileSync } from 'node:fs'
import type { I18n } from '../../src/i18n/index.ts'
import { flatten } from '../../src/i18n/keys.ts'
import type { Language } from '../../src/i18n/languages.ts'
import type { Locales, Meta } from '../../src/i18n/locale.ts'
import { escapeHtml, type KeyboardButton } from '../../src/telegram/render.ts'
import { type Sheet, sheetsOf } from './sheets.ts'

type Texts = ReadonlyMap<string, string>

const style = readFileSync(new URL('gallery.css', import.meta.url), 'utf8')

/** Every offered language with all its screens, then its texts that stand on none of them. */
export function galleryPage(i18n: I18n, locales: Locales): string {
  const links = i18n.languages.map(
    ({ key, nativeName }) => `<a href="#${key}" lang="${key}">${nativeName}</a>`,
  )
  const sections = i18n.languages.map((language) => section(i18n, locales, language))
  return `<!doctype html>
<html lang="de">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Lotse: alle Bildschirme</title>
<style>${style}</style>
<nav>${links.join(' ')}</nav>
${sections.join('\n')}
</html>
`
}

function section(i18n: I18n, locales: Locales, { key, nativeName, german }: Language): string {
  const own = textsOf(locales, key)
  // The German texts are compared with the English ones, all others with the German.
  const source = textsOf(locales, key === 'de' ? 'en' : 'de')
  const sheets = sheetsOf(i18n, key)
  const shown = new Set(sheets.flatMap(({ keys }) => keys))
  const others = [...own.keys()].filter((text) => !shown.has(text) && hasWords(own.get(text)))
  return `<section id="${key}" lang="${key}">
<h1>${nativeName} <small>${german} (${key})</small></h1>
${state(locales[key]?.meta)}
<div class="sheets">
${sheets.map((sheet) => article(sheet, source)).join('\n')}
</div>
<h2>Weitere Texte</h2>
<table>${others.map((text) => row(text, source, own)).join('\n')}</table>
</section>`
}

function state(meta: Meta | undefined): string {
  const reviewed = meta?.reviewed ? `Geprüft von ${meta.reviewedBy}.` : 'Noch nicht geprüft.'
  return `<p lang="en"><b lang="de">${escapeHtml(reviewed)}</b> ${escapeHtml(meta?.notes ?? '')}</p>`
}

function article({ id, text, keyboard, keys }: Sheet, source: Texts): string {
  const rows = keys.filter((key) => hasWords(source.get(key)))
  return `<article>
<h3 lang="en">${id}</h3>
<div class="phone">
<div class="bubble">${text.split('\n').map(line).join('')}</div>
${keyboard.map((buttons) => `<div class="row">${buttons.map(button).join('')}</div>`).join('\n')}
</div>
<table>${rows.map((key) => row(key, source)).join('\n')}</table>
</article>`
}

function line(html: string): string {
  return `<div>${html === '' ? '<br>' : html}</div>`
}

function button(button: KeyboardButton): string {
  const kind = 'copy_text' in button ? 'copy' : (button.style ?? '')
  return `<span class="${kind}">${escapeHtml(button.text)}</span>`
}

function row(key: string, source: Texts, own?: Texts): string {
  const cells = [`<th lang="en">${key}</th>`]
  if (own) cells.push(`<td>${escapeHtml(own.get(key) ?? '')}</td>`)
  cells.push(`<td lang="de">${escapeHtml(source.get(key) ?? '')}</td>`)
  return `<tr>${cells.join('')}</tr>`
}

function textsOf(locales: Locales, key: string): Texts {
  return flatten(locales[key]?.messages ?? {})
}

/** Whether there is anything to translate besides what is put in. */
function hasWords(text: string | undefined): boolean {
  return /\p{L}/u.test((text ?? '').replace(/\{\{\w+\}\}/g, ''))
}
