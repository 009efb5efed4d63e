// Writes dist/gallery: every screen in every offered language, for the people who review the words.

import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createI18n } from '../src/i18n/index.ts'
import { readLocales } from './bundle-locales.ts'
import { galleryPage } from './gallery/page.ts'
import { findChromium, takePictures } from './gallery/pictures.ts'

const page = fileURLToPath(new URL('../dist/gallery/index.html', import.meta.url))
const i18n = createI18n()

mkdirSync(fileURLToPath(new URL('../dist/gallery/', import.meta.url)), { recursive: true })
writeFileSync(page, galleryPage(i18n, readLocales()))
console.log(`Every screen: ${page}`)

const browser = findChromium(process.env)
if (browser === undefined) {
  console.log('No pictures: neither CHROMIUM nor the PATH names a Chromium.')
} else {
  const languages = i18n.languages.map(({ key }) => key)
  await takePictures(browser, page, languages)
  console.log(`Pictures: ${languages.map((key) => `${key}.png`).join(', ')}`)
}
