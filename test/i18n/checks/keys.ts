// Keys: every locale has exactly the German ones, and every text its placeholders and plural forms.

import { flatten, messageKeys, withoutPlural } from '../../../src/i18n/keys.ts'
import type { Messages } from '../../../src/i18n/locale.ts'

/** The plural form a key stands for, or null: `days.left_few` → `few`. */
function pluralForm(key: string): string | null {
  const text = withoutPlural(key)
  return text === key ? null : key.slice(text.length + 1)
}

/** Missing and surplus keys, plural forms of one text counted once. */
export function keyFaults(reference: Messages, locale: Messages): string[] {
  const wanted = messageKeys(reference)
  const found = messageKeys(locale)
  return [
    ...[...wanted].filter((key) => !found.has(key)).map((key) => `${key} is missing`),
    ...[...found].filter((key) => !wanted.has(key)).map((key) => `${key} is not in the reference`),
  ]
}

/** Plural forms by the text they belong to: `days.left` → one, other. */
function formsByText(messages: Messages): Map<string, Set<string>> {
  const forms = new Map<string, Set<string>>()
  for (const key of flatten(messages).keys()) {
    const form = pluralForm(key)
    if (form === null) continue
    const text = withoutPlural(key)
    forms.set(text, (forms.get(text) ?? new Set()).add(form))
  }
  return forms
}

/** Forms that differ from those Intl.PluralRules names; `zero` may be worded in any language. */
export function pluralFaults(reference: Messages, locale: Messages, pluralTag: string): string[] {
  const wanted = new Intl.PluralRules(pluralTag).resolvedOptions().pluralCategories
  const found = formsByText(locale)
  const faults: string[] = []
  for (const text of formsByText(reference).keys()) {
    if (!found.has(text)) faults.push(`${text} has no plural forms, the reference has`)
  }
  for (const [text, forms] of found) {
    const missing = wanted.filter((form) => !forms.has(form))
    const surplus = [...forms].filter((form) => form !== 'zero' && !isOneOf(wanted, form))
    if (missing.length > 0) faults.push(`${text} lacks the plural form ${missing.join(', ')}`)
    if (surplus.length > 0) faults.push(`${text} has an unused plural form ${surplus.join(', ')}`)
  }
  return faults
}

function isOneOf(list: readonly string[], entry: string): boolean {
  return list.includes(entry)
}

const PLACEHOLDER = /\{\{(\w+)\}\}/g
// Forms whose word may itself say how many: "ein Tag", يومان.
const NAMES_ITS_COUNT = ['zero', 'one', 'two']

function placeholders(text: string): Set<string> {
  return new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''))
}

/** Lost, added and misspelt placeholders, measured against the German text of the same key. */
export function placeholderFaults(reference: Messages, locale: Messages): string[] {
  const wanted = new Map<string, Set<string>>()
  for (const [key, text] of flatten(reference)) {
    const names = wanted.get(withoutPlural(key)) ?? new Set()
    wanted.set(withoutPlural(key), names.union(placeholders(text)))
  }
  const faults: string[] = []
  for (const [key, text] of flatten(locale)) {
    if (/[{}]|\$t\(/.test(text.replace(PLACEHOLDER, ''))) faults.push(`${key} has a stray brace`)
    const expected = wanted.get(withoutPlural(key))
    if (expected === undefined) continue
    const found = placeholders(text)
    for (const name of found.difference(expected)) faults.push(`${key} adds {{${name}}}`)
    for (const name of expected.difference(found)) {
      const mayOmit = name === 'count' && NAMES_ITS_COUNT.includes(pluralForm(key) ?? '')
      if (!mayOmit) faults.push(`${key} loses {{${name}}}`)
    }
  }
  return faults
}

/** Refusal codes without a text `refusal.<code>`. */
export function refusalFaults(codes: readonly string[], locale: Messages): string[] {
  const found = messageKeys(locale)
  return codes.filter((code) => !found.has(`refusal.${code}`)).map((code) => `refusal.${code}`)
}
