// Spoken languages as boxes to tick, by their German names: `…speaks.ckb`.

import { html } from 'hono/html'
import { spokenLanguages } from '../../i18n/spoken.ts'
import { languageTerms } from '../../i18n/terms.ts'
import { boxes, ticked, tickedFields } from '../frame/boxes.ts'
import type { Shown } from '../frame/inputs.ts'
import type { Html } from '../frame/layout.ts'
import type { Fields } from '../frame/route.ts'
import type { Word } from '../frame/words.ts'

const GERMAN = 'de'

const byName = new Intl.Collator('de')

/** The fields of languages that are spoken beside German; `de` is ticked where there are none. */
export function languageFields(name: string, languages: readonly string[]): Fields {
  const others = languages.filter((key) => key !== GERMAN)
  return tickedFields(name, others.length > 0 ? others : [GERMAN])
}

/** Languages by their German names, as they are read one after the other. */
export function languageNames(keys: readonly string[]): string[] {
  return keys.map(languageTerms.spoken).sort(byName.compare)
}

/**
 * The boxes, folded behind what is ticked; open where nothing is and something should be. `german`: the label
 * of the box that says that no other language is spoken, where that is an answer.
 */
export function languageBoxes(
  shown: Shown,
  name: string,
  say: { label: string; fault: Word; german?: string; isOpen: boolean },
): Html {
  const { fields, faults } = shown
  const chosen = ticked(fields, name)
  const others = chosen.filter((key) => key !== GERMAN)
  const { label, fault, german } = say
  const alone: [string, string][] = german ? [[GERMAN, german]] : []
  const names = german && chosen.includes(GERMAN) ? [german] : []
  const now = [...names, ...languageNames(others)].join(', ')
  const all = [
    ...alone,
    ...keysWith(others).map((key) => [key, languageTerms.spoken(key)] as const),
  ]
  return html`<details${say.isOpen || faults.has(name) ? html` open` : ''}><summary>${label}${now ? `: ${now}` : ''}</summary>
${boxes(shown, name, label, all, { as: 'languages', isNamed: true, fault })}</details>`
}

/** All that can be ticked, by name; with what a profile names that Lotse does not know. */
function keysWith(own: readonly string[]): string[] {
  const known = spokenLanguages.map(({ key }) => key).filter((key) => key !== GERMAN)
  const all = [...new Set([...known, ...own])]
  return all.sort((a, b) => byName.compare(languageTerms.spoken(a), languageTerms.spoken(b)))
}
