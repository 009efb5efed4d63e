// All clips a language needs, in the order in which somebody would read them aloud, with the words of each.

import { LONGEST_REPLY } from '../dialog/replying.ts'
import type { Profile } from '../profile/profile.ts'
import { questionnaireOf } from '../questionnaire/questionnaire.ts'
import { ORDERS, orderKey } from './dates.ts'
import { namesOf } from './names.ts'
import type { Reading } from './reading.ts'
import { SIGNS, signKey } from './signs.ts'
import { type Stretch, stretchesOf, wordsIn } from './stretches.ts'
import { textHash } from './text-hash.ts'
import { groupOf, isByPerson, rank } from './which.ts'

/** One recording: the exact words, and what the reader should know of them. */
export type Clip = {
  key: string
  words: string
  /** Of the words: a recording of other words is never played. */
  hash: string
  /** What belongs together on a screen, such as `booking.times`: the beginning of its keys. */
  group: string
  /** The sentence it is a stretch of, with … for what is said between. */
  sentence?: string
  /** The German name of what is to be said, where the reader may not know its script. */
  german?: string
  /** Consent and danger: only a person's voice is released for it, never a computer's. */
  byPerson?: true
  /** Heard seldom: minutes that no appointment begins at. */
  rare?: true
}

/** A language as it is spoken in a city: its clips by key, and how texts and names are put together of them. */
export type Book = {
  language: string
  reading: Reading
  clips: ReadonlyMap<string, Clip>
  /** The stretches of each text, by its key with the plural suffix. */
  texts: ReadonlyMap<string, readonly Stretch[]>
  /** Clips of names, by how a screen writes them. */
  names: ReadonlyMap<string, string>
}

/** The book of a language in a city. To be kept: it is made anew only where texts or profile change. */
export function bookOf(reading: Reading, profile: Profile): Book {
  const clips = new Map<string, Clip>()
  const texts = new Map<string, readonly Stretch[]>()
  const names = new Map<string, string>()
  const add = (key: string, words: string, also: Partial<Clip> = {}) => {
    if (words !== '')
      clips.set(key, { key, words, hash: textHash(words), group: groupOf(key), ...also })
  }
  const addText = (key: string, text: string, hourWord?: string) => {
    const stretches = stretchesOf(key, text, hourWord)
    texts.set(key, stretches)
    const isWhole = stretches.every((one) => 'clip' in one)
    const sentence = isWhole ? {} : { sentence: wordsIn(text.replace(/\{\{?\w+\}?\}/g, ' … ')) }
    const byPerson = isByPerson(key) ? { byPerson: true as const } : {}
    for (const one of stretches) {
      if ('clip' in one) add(one.clip, one.words, { ...sentence, ...byPerson })
    }
  }

  const { speech } = reading
  const said = [...reading.texts].filter(([key]) => rank(key) !== undefined)
  said.sort(([a], [b]) => (rank(a) ?? 0) - (rank(b) ?? 0))
  for (const [key, text] of said) addText(key, withItsNumber(key, text, reading), speech.hourWord)

  const addAll = (key: string, words: readonly string[], first = 1) => {
    for (const [nth, word] of words.entries()) add(`${key}.${nth + first}`, word)
  }
  addAll('date.weekday', reading.weekdays)
  addAll('date.day', speech.days)
  addAll('date.month', speech.months)
  addAll('date.hour', speech.hours, 0)
  for (const [nth, word] of speech.minutes.entries()) {
    add(`date.minute.${nth + 1}`, word, rareness(nth + 1))
  }
  addAll('date.persian-month', reading.persianMonths ?? [])
  add('date.today', reading.today)
  add('date.tomorrow', reading.tomorrow)
  add('date.day-after-tomorrow', reading.dayAfterTomorrow)
  for (const order of ORDERS) addText(orderKey(order), speech[order])
  add('list.between', wordsIn(reading.listSeparator))
  add('list.last', wordsIn(reading.listLast))
  add('said.chosen', speech.chosen)
  for (const sign of SIGNS) add(signKey(sign), sign === '+' ? speech.plus : sign)
  for (const number of numbersIn(profile)) add(`number.${number}`, String(number))
  for (const { key, name, german } of reading.languageNames) {
    add(`language-name.${key}`, wordsIn(name), { german })
  }
  for (const { clip, written, read } of namesOf(profile, reading.language)) {
    add(clip, wordsIn(read))
    names.set(written, clip)
  }
  return { language: reading.language, reading, clips, texts, names }
}

const rareness = (minute: number): Partial<Clip> => (minute % 5 === 0 ? {} : { rare: true })

const SMALL = 12

/** Numbers of choices, and those in sentences: how many people or days, and how much may be chosen or written. */
function numbersIn(profile: Profile): number[] {
  const most = questionnaireOf(profile).flatMap(({ max }) => (max === null ? [] : [max]))
  const days = profile.reminders.daysBefore
  const small = Array.from({ length: SMALL }, (_, nth) => nth + 1)
  return [...new Set([...small, ...days, ...most, LONGEST_REPLY])].sort((a, b) => a - b)
}

const COUNTED = 100

/** A plural text that is of one number alone has that number among its words: "1 day", never "one" "day". */
function withItsNumber(key: string, text: string, { formOf }: Reading): string {
  const [, form] = /_(zero|one|two|few|many|other)$/.exec(key) ?? []
  if (!form) return text
  const counts = Array.from({ length: COUNTED }, (_, count) => count)
  const own = form === 'zero' ? [0] : counts.filter((count) => count > 0 && formOf(count) === form)
  return own.length === 1 ? text.replace('{{count}}', String(own[0])) : text
}
