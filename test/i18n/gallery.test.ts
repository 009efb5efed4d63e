import { describe, expect, test } from 'vitest'
import { readLocales } from '../../scripts/bundle-locales.ts'
import { galleryPage } from '../../scripts/gallery/page.ts'
import { createI18n } from '../../src/i18n/index.ts'
import { flatten } from '../../src/i18n/keys.ts'
import type { Locales } from '../../src/i18n/locale.ts'

const i18n = createI18n()
const locales = readLocales()
const page = galleryPage(i18n, locales)

function sectionOf(html: string, language: string): string {
  return html.split('<section ').find((part) => part.startsWith(`id="${language}"`)) ?? ''
}

describe.each(i18n.languages.map(({ key }) => key))('the gallery in %s', (key) => {
  const section = sectionOf(page, key)

  test('has every text under its name', () => {
    const named = new Set([...section.matchAll(/<th lang="en">([^<]+)</g)].map(([, name]) => name))
    const texts = [...flatten(locales[key]?.messages ?? {})]
    const worded = texts.filter(([, text]) => /\p{L}/u.test(text.replace(/\{\{\w+\}\}/g, '')))
    expect(worded.map(([name]) => name).filter((name) => !named.has(name))).toEqual([])
  })

  test('shows its screens in its own words', () => {
    expect(section).toContain('<h3 lang="en">consent</h3>')
    expect(section).toContain('<h3 lang="en">question.topics</h3>')
    expect(section.split('<article>').length).toBeGreaterThan(40)
  })
})

test('a text that stands on no screen comes last, and a reviewer is named', () => {
  const { de } = locales
  if (!de) throw new Error('German is always there')
  const read: Locales = {
    ...locales,
    de: {
      ...de,
      meta: { ...de.meta, reviewed: true, reviewedBy: 'Frau <Beispiel>' },
      messages: { ...de.messages, lonely: { word: 'Ein Wort' } },
    },
  }
  const section = sectionOf(galleryPage(i18n, read), 'de')
  expect(section).toContain('Geprüft von Frau &lt;Beispiel&gt;.')
  expect(section.split('Weitere Texte')[1]).toContain('<td>Ein Wort</td>')
})
