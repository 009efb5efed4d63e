// Spoken languages as boxes to tick, by their German names: `…speaks.ckb`.

import { html } from 'hono/html'
import { spokenLanguages } from '../../i18n/spoken.ts'
import { languageTerms } from '../../i18n/terms.ts'
import { faultText, type Shown, tick } from '../frame/inputs.ts'
import type { Html } from '../frame/layout.ts'
import type { Fields } from '../frame/route.ts'
import type { Word } from '../frame/words.ts'

const GERMAN = 'de'

const byName = new Intl.Collator('de')

/** The fields of languages that are spoken beside German; `de` is ticked where there are none. */
export function languageFields(name: string, languages: readonly string[]): Fields {
  const others = languages.filter((key) => key !== GERMAN)
  const ticked = others.length > 0 ? others : [GERMAN]
  return Object.fromEntries(ticked.map((key) => [`${name}.${key}`, 'yes']))
}

/** What is ticked, German among it; always in the same order. */
export function tickedLanguages(fields: Fields, name: string): string[] {
  const ticked = Object.entries(fields).flatMap(([key, value]) =>
    key.startsWith(`${name}.`) && value === 'yes' ? [key.slice(name.length + 1)] : [],
  )
  return ticked.sort()
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
  const { faults } = shown
  const ticked = tickedLanguages(shown.fields, name)
  const others = ticked.filter((key) => key !== GERMAN)
  const names = ticked.includes(GERMAN) && say.german ? [say.german] : []
  const now = [...names, ...languageNames(others)].join(', ')
  const told = faults.has(name) ? html` aria-describedby="fault-${name}"` : ''
  return html`<details${say.isOpen || faults.has(name) ? html` open` : ''}><summary>${say.label}${now ? `: ${now}` : ''}</summary>
<fieldset class="languages"${told}><legend class="away">${say.label}</legend>${say.german ? tick(shown, `${name}.${GERMAN}`, say.german) : ''}${keysWith(others).map((key) => tick(shown, `${name}.${key}`, languageTerms.spoken(key)))}</fieldset>
</details>${faultText(shown, name, say.fault)}`
}

/** All that can be ticked, by name; with what a profile names that Lotse does not know. */
function keysWith(own: readonly string[]): string[] {
  const known = spokenLanguages.map(({ key }) => key).filter((key) => key !== GERMAN)
  const all = [...new Set([...known, ...own])]
  return all.sort((a, b) => byName.compare(languageTerms.spoken(a), languageTerms.spoken(b)))
}
