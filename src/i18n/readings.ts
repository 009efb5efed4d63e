// What each language has to say aloud, put together of its files.

import type { Reading } from '../domain/spoken/reading.ts'
import { locales as bundled } from '../generated/locales.ts'
import { flatten } from './keys.ts'
import { languages as builtIn } from './languages.ts'
import type { Locales } from './locale.ts'
import { persianDate } from './persian-date.ts'
import { spokenLanguages } from './spoken.ts'

/** A language as it is read aloud; `undefined` where Lotse cannot be read in it. */
export function readingOf(language: string, locales: Locales = bundled): Reading | undefined {
  const row = builtIn.find(({ key }) => key === language)
  const locale = locales[language]
  if (!row || !locale) return undefined
  const { weekdays, today, tomorrow, dayAfterTomorrow, listSeparator, listLast } = locale.dates
  const { persianMonths } = locale.dates
  const rules = new Intl.PluralRules(row.plural)
  return {
    language,
    texts: flatten(locale.messages),
    formOf: (count) => rules.select(count),
    ...{ weekdays, today, tomorrow, dayAfterTomorrow, listSeparator, listLast },
    ...(persianMonths ? { persianMonths, persianDate } : {}),
    speech: locale.speech,
    languageNames: spokenLanguages.map(({ key, nativeName: name, german }) => ({
      ...{ key, name, german },
    })),
  }
}
