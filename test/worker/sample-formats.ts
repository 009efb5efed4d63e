// Every format in every language at many instants: the same list made on Node and in workerd.

import {
  formatDayLabel,
  formatList,
  formatRange,
  formatSlotLabel,
  formatWhen,
  relativeDay,
} from '../../src/i18n/format.ts'
import { createI18n } from '../../src/i18n/index.ts'
import { languages } from '../../src/i18n/languages.ts'
import type { Locales } from '../../src/i18n/locale.ts'
import { INSTANTS } from '../i18n/instants.ts'

const DAY = 86_400_000
const COUNTS = [0, 1, 2, 3, 5, 10, 11, 21, 22, 25, 100, 101, 111]
// Arabic alone has a form for zero; without one of its own it falls to the plain text.
const FORMS = ['one', 'two', 'few', 'many', 'other']

/** What one language shows; `locales` carry its dates, its texts are replaced by its plural forms. */
function sampleOf(language: string, locales: Locales): string[] {
  const forms = FORMS.map((form) => [`n_${form}`, `{{count}} ${form}`])
  const texts = { n: '{{count}} zero', ...Object.fromEntries(forms) }
  const bare = Object.fromEntries(
    Object.entries(locales).map(([key, locale]) => [key, { ...locale, messages: { a: texts } }]),
  )
  const i18n = createI18n({ locales: bare })
  const start = Date.parse('2025-01-01T22:17:00Z')
  const instants = [
    ...Object.values(INSTANTS).map((instant) => Date.parse(instant)),
    ...Array.from({ length: 300 }, (_, index) => start + index * 5.3 * DAY),
  ]
  return [
    ...instants.flatMap((at) => [
      formatWhen(at, language),
      formatRange(at, at + DAY / 48, language),
      formatDayLabel(at, language),
      formatSlotLabel(at, language),
      relativeDay(at + DAY, at, language),
    ]),
    formatList(['A', 'B', 'C'], language),
    ...COUNTS.map((count) => i18n.t(language, { key: 'a.n', values: { count } }, 0)),
  ]
}

/** All samples by language. */
export function sampleFormats(locales: Locales): Record<string, string[]> {
  return Object.fromEntries(languages.map(({ key }) => [key, sampleOf(key, locales)]))
}
