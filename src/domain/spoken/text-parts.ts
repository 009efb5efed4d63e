// A text with its values as it is heard.

import { minutesOf, toWall } from '../calendar/wall-clock.ts'
import type { Text, Value, Values } from '../dialog/text.ts'
import type { Book } from './clips.ts'
import { dayKeys, type Keys, rangeKeys, relativeKeys, timeKeys, whenKeys } from './dates.ts'
import { BREATH, type Part } from './part.ts'
import { signKeys } from './signs.ts'

/** How a text is said. What cannot be said goes to `lacks`, as a key that holds nothing of a person's. */
export type Saying = {
  language: string
  book: (language: string) => Book | undefined
  now: number
  /** What somebody typed is left out of a line; a button that says it has no voice. */
  as: 'line' | 'button'
  lacks: Set<string>
}

/** The parts of a text. */
export function partsOfText(text: Text, saying: Saying): Part[] {
  const book = saying.book(saying.language)
  if (!book) {
    saying.lacks.add(text.key)
    return []
  }
  return said(text, { ...saying, book })
}

type Ctx = Omit<Saying, 'book'> & { book: Book; isInside?: true }

function said({ key, values = {} }: Text, ctx: Ctx): Part[] {
  const { book, lacks } = ctx
  const [first = key] = formsOf(key, values['count'], book).filter((form) => book.texts.has(form))
  const stretches = book.texts.get(first)
  if (!stretches) return ofKeys([key], ctx)
  const parts = stretches.flatMap((one): Part[] => {
    if ('breath' in one) return [BREATH]
    if ('clip' in one) return ofKeys([one.clip], ctx)
    const value = values[one.value]
    if (value === undefined) lacks.add(key)
    return value === undefined ? [] : ofValue(one.value, value, values, ctx)
  })
  const whole = key === 'common.chosen' ? [...parts, ...ofKeys(['said.chosen'], ctx)] : parts
  return key === 'common.place' ? onceEach(whole) : whole
}

/** The keys to try for a count, as the texts are worded. */
function formsOf(key: string, count: Value | undefined, { reading }: Book): string[] {
  if (typeof count !== 'number') return [key]
  const form = `${key}_${reading.formOf(count)}`
  return count === 0 ? [`${key}_zero`, form, key] : [form, key]
}

function ofValue(name: string, value: Value, beside: Values, ctx: Ctx): Part[] {
  if (typeof value === 'number') return ofKeys([`number.${value}`], ctx)
  if (typeof value === 'string') return ofString(name, value, beside, ctx)
  if ('key' in value) return said(value, { ...ctx, isInside: true })
  if ('words' in value) return ofName(value.words['de'] ?? '', ctx)
  if ('list' in value) return ofList(value.list, ctx)
  // Staff's own words are left out, as what is typed is.
  if ('joined' in value) return []
  if ('weekday' in value) return ofKeys([`date.weekday.${value.weekday}`], ctx)
  const keys = dateKeys(value, ctx)
  if (keys) return ofKeys(keys, ctx)
  ctx.lacks.add('date')
  return []
}

type Instant =
  Extract<Value, object> extends infer V
    ? V extends
        | { key: string }
        | { words: unknown }
        | { list: unknown }
        | { joined: unknown }
        | { weekday: number }
      ? never
      : V
    : never

function dateKeys(value: Instant, { now, book: { reading } }: Ctx): Keys | undefined {
  if ('when' in value) return whenKeys(value.when, now, reading)
  if ('slotLabel' in value) return whenKeys(value.slotLabel, now, reading)
  if ('day' in value) return dayKeys(value.day, now, reading)
  if ('dayLabel' in value) return dayKeys(value.dayLabel, now, reading)
  if ('relativeDay' in value) return relativeKeys(value.relativeDay, now, reading)
  if ('time' in value) return timeKeys(toWall(value.time).minutes, reading)
  return rangeKeys(value.from, value.to, reading)
}

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/
const COUNTS = ['most', 'number']
// A value beside one of these names is a code; what stands there else may be typed.
const CODES = ['pages.my-data.code', 'pages.my-data.phone']

function ofString(name: string, written: string, { name: item }: Values, ctx: Ctx): Part[] {
  if ((name === 'opens' || name === 'closes') && CLOCK.test(written)) {
    return ofKeys(timeKeys(minutesOf(written), ctx.book.reading), ctx)
  }
  if (COUNTS.includes(name)) return ofKeys([`number.${written}`], ctx)
  const isCode = typeof item === 'object' && 'key' in item && CODES.includes(item.key)
  const signs =
    name === 'id' || name === 'example' || (name === 'value' && isCode)
      ? signKeys(written.toUpperCase())
      : undefined
  if (!signs) return ofName(written, ctx, name)
  return signs.flatMap((sign): Part[] => (typeof sign === 'string' ? ofKeys([sign], ctx) : [sign]))
}

/**
 * A name of the city. Inside a sentence of a line anything else is what somebody typed, which is not said
 * aloud; alone it is a text nobody has read.
 */
function ofName(written: string, ctx: Ctx, name?: string): Part[] {
  const clip = ctx.book.names.get(written)
  if (clip) return ofKeys([clip], ctx)
  const mayBeTyped = name === 'value' || (name === 'name' && ctx.isInside)
  const isTyped = ctx.as === 'line' && mayBeTyped
  if (!isTyped) ctx.lacks.add('name')
  return []
}

function ofList(list: readonly Value[], ctx: Ctx): Part[] {
  const { clips } = ctx.book
  const glue = (key: string): Part[] => (clips.has(key) ? ofKeys([key], ctx) : [BREATH])
  return list.flatMap((value, nth) => {
    const parts = ofValue('entry', value, {}, ctx)
    if (nth === 0) return parts
    return [...glue(nth === list.length - 1 ? 'list.last' : 'list.between'), ...parts]
  })
}

function ofKeys(keys: readonly string[], { book, lacks }: Ctx): Part[] {
  return keys.flatMap((key): Part[] => {
    const clip = book.clips.get(key)
    if (!clip) lacks.add(key)
    return clip ? [{ clip: key, hash: clip.hash }] : []
  })
}

/** A place that is named twice, in two scripts, is said once. */
function onceEach(parts: readonly Part[]): Part[] {
  const seen = new Set<string>()
  const clips = parts.filter(
    (part) => 'clip' in part && !seen.has(part.clip) && seen.add(part.clip),
  )
  return clips
}
