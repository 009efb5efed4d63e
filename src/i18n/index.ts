// Turns what the domain says (a key and values) into a sentence of the person's language.

import i18next from 'i18next'
import type { Heard } from '../domain/danger/heard.ts'
import type { Text, Value, Values } from '../domain/dialog/text.ts'
import type { LanguageTerms } from '../domain/questionnaire/wording.ts'
import { locales as bundled } from '../generated/locales.ts'
import { isolateLtrRuns } from './bidi.ts'
import { hear, prepareToHear } from './cries.ts'
import { createFormats } from './format.ts'
import { messageKeys } from './keys.ts'
import { createLanguageNames } from './language-names.ts'
import { languages as builtIn, type Language, offeredLanguages, REFERENCE } from './languages.ts'
import type { Locales, Messages } from './locale.ts'
import { type Books, createBooks } from './readings.ts'
import { spokenLanguages } from './spoken.ts'
import { languageTerms } from './terms.ts'

/** Which words were missing where; never contains what a person typed. */
export type MissingText = { language: string; key: string; value?: string }

type Options = {
  languages?: readonly Language[]
  locales?: Locales
  /** Told of every missing text before another language stands in. By default it throws. */
  onMissing?: (missing: MissingText) => void
}

export type I18n = {
  /** What the menu offers: the languages with every text. */
  languages: readonly Language[]
  /** Keys of the languages that can be asked for in the room. */
  spoken: readonly string[]
  /** Whether a person can be answered in this language. */
  speaks: (language: string) => boolean
  /** The translations no native speaker has read, which a person is told once; German is none. */
  unreviewed: readonly string[]
  /**
   * The text in the language, values formatted and isolated. A missing text is reported and then
   * stands in German, else English; so does the text of a language that is not there at all. `now`
   * (epoch ms) is what relative days count from.
   */
  t: (language: string, text: Text, now: number) => string
  /** What a text says of danger, read by the words of all languages at once. */
  hear: (text: string) => Heard | undefined
  /** See {@link prepareToHear}. */
  prepareToHear: () => boolean
  /** What a language is called, in itself and in every language of the menu. */
  namesOfLanguage: (key: string) => readonly { text: string; language: string }[]
  /** German names of the languages, as staff and pools read them. */
  terms: LanguageTerms
  /** What is spoken in a city, by language. */
  books: Books
  /** Whether the key has a text of its own in the language (by default the reference). */
  exists: (key: string, language?: string) => boolean
}

// Languages are named in themselves everywhere, so no locale has to: `language-name.<key>`.
const spokenNames = Object.fromEntries(
  spokenLanguages.map(({ key, nativeName }) => [key, nativeName]),
)

function throwMissing({ language, key, value }: MissingText): never {
  throw new Error(
    value === undefined
      ? `locale ${language} has no text "${key}"`
      : `text "${key}" in ${language} wants {{${value}}}, which was not given`,
  )
}

function withIsolatedRuns(messages: Messages): Messages {
  return Object.fromEntries(
    Object.entries(messages).map(([key, value]) => [
      key,
      typeof value === 'string' ? isolateLtrRuns(value) : withIsolatedRuns(value),
    ]),
  )
}

type Ready = { texts: Messages; keys: Set<string> }

// Of the messages as they came: who opens several doors after one another reads them once.
const readied = new WeakMap<Messages, Ready>()

function readyOf(own: Messages, isRightToLeft: boolean): Ready {
  const held = readied.get(own)
  if (held) return held
  const messages = { 'language-name': spokenNames, ...own }
  const texts = isRightToLeft ? withIsolatedRuns(messages) : messages
  const made = { texts, keys: messageKeys(messages) }
  readied.set(own, made)
  return made
}

/** All texts in memory; no file is read, so it runs the same in a Worker. */
export function createI18n(options: Options = {}): I18n {
  const { languages = builtIn, locales = bundled, onMissing = throwMissing } = options
  const formats = createFormats(languages, locales)
  const rightToLeft = new Set(
    languages.flatMap(({ key, direction }) => (direction === 'rtl' ? [key] : [])),
  )
  const engine = i18next.createInstance()
  void engine.init({
    initAsync: false,
    fallbackLng: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: {},
  })

  const opened = new Map<string, { keys: Set<string>; plurals: Intl.PluralRules }>()

  /** What the engine knows of a language, put together when somebody is first answered in it. */
  function open(language: string) {
    const held = opened.get(language)
    if (held) return held
    const row = languages.find(({ key }) => key === language)
    const own = locales[language]?.messages
    if (!row || !own) return undefined
    const { texts, keys } = readyOf(own, rightToLeft.has(language))
    const how = { silent: true, skipCopy: true }
    engine.addResourceBundle(language, 'translation', texts, false, true, how)
    const made = { keys, plurals: new Intl.PluralRules(row.plural) }
    opened.set(language, made)
    return made
  }

  function word(value: Value, language: string, now: number): string | number {
    if (typeof value === 'number') return value
    if (typeof value === 'string') return formats.isolate(value, language)
    if ('when' in value) return formats.formatWhen(value.when, language)
    if ('day' in value) return formats.formatDay(value.day, language)
    if ('time' in value) return formats.formatTime(value.time, language)
    if ('from' in value) return formats.formatRange(value.from, value.to, language)
    if ('relativeDay' in value) return formats.relativeDay(value.relativeDay, now, language)
    if ('dayLabel' in value) return formats.formatDayLabel(value.dayLabel, language)
    if ('slotLabel' in value) return formats.formatSlotLabel(value.slotLabel, language)
    if ('weekday' in value) return formats.weekday(value.weekday, language)
    if ('key' in value) return t(language, value, now)
    if ('words' in value) return ownWords(value.words, language)
    if ('joined' in value) {
      return value.joined.map((one) => word(one, language, now)).join('')
    }
    const entries = value.list.map((entry) => String(word(entry, language, now)))
    return formats.formatList(entries, language)
  }

  /** Words of the city; German ones between others are a run of their own. */
  function ownWords(own: Readonly<Record<string, string>>, language: string): string {
    const found = own[language]
    if (found === undefined) return formats.isolate(own[REFERENCE] ?? '', language)
    return rightToLeft.has(language) ? isolateLtrRuns(found) : found
  }

  function words(values: Values, language: string, now: number): Record<string, string | number> {
    const found: Record<string, string | number> = {}
    for (const name in values) {
      const value = values[name]
      if (value !== undefined) found[name] = word(value, language, now)
    }
    return found
  }

  /**
   * The keys to try for a count. The form comes from the row's own plural rules: the engine would
   * ask for rules of `kmr` or `prs`, which Intl knows under other names or not at all.
   */
  function formsOf(key: string, count: unknown, language: string): string[] {
    if (typeof count !== 'number') return [key]
    const form = open(language)?.plurals.select(count) ?? 'other'
    return count === 0 ? [`${key}_zero`, `${key}_${form}`, key] : [`${key}_${form}`, key]
  }

  function exists(key: string, language: string = REFERENCE): boolean {
    return open(language)?.keys.has(key) ?? false
  }

  // Most of what is said is the same for everybody: worded once, then looked up.
  const fixed = new Map<string, string>()

  function t(language: string, { icon, ...text }: Text, now: number): string {
    return icon === undefined ? plain(language, text, now) : `${icon} ${plain(language, text, now)}`
  }

  function plain(language: string, text: Text, now: number): string {
    if (text.values !== undefined) return worded(language, text, now)
    const id = `${language} ${text.key}`
    const known = fixed.get(id)
    if (known !== undefined) return known
    const words = worded(language, text, now)
    if (exists(text.key, language)) fixed.set(id, words)
    return words
  }

  function worded(language: string, { key, values }: Text, now: number): string {
    for (const lng of new Set([language, REFERENCE, 'en'])) {
      const found = exists(key, lng) ? wordIn(lng, key, values, now) : ''
      if (found !== '') return found
      onMissing({ language: lng, key })
    }
    return ''
  }

  /** The text in exactly this language; empty where a plural text was asked for without a count. */
  function wordIn(lng: string, key: string, values: Values | undefined, now: number): string {
    const replace = values === undefined ? {} : words(values, lng, now)
    return engine.t(formsOf(key, replace['count'], lng), {
      lng,
      replace,
      defaultValue: '',
      missingInterpolationHandler: (_text: string, match: RegExpExecArray) => {
        onMissing({ language: lng, key, value: match[1] ?? '' })
        return ''
      },
    })
  }

  const offered = offeredLanguages(languages, locales)
  const translations = offered.map(({ key }) => key).filter((key) => key !== REFERENCE)
  return {
    languages: offered,
    spoken: spokenLanguages.map(({ key }) => key),
    speaks: (language) => offered.some(({ key }) => key === language),
    unreviewed: translations.filter((key) => !locales[key]?.meta.reviewed),
    t,
    hear,
    prepareToHear,
    namesOfLanguage: createLanguageNames(offered),
    terms: languageTerms,
    books: createBooks(offered, locales),
    exists,
  }
}
