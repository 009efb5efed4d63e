// Fields of a part of the profile that is an object of lines: read from it for the form, and put back into it. What is
// left empty stays out, so that it is said to be open.

import { choice, input, lines, type Shown, tick } from '../frame/inputs.ts'
import type { Html } from '../frame/layout.ts'
import type { Fields } from '../frame/route.ts'
import type { Word, Words } from '../frame/words.ts'

export type FactField = {
  key: string
  word: Word
  fault: Word
  /** A line, several of them, a box, or one of a list of choices with their words. */
  as: 'line' | 'day' | 'lines' | 'tick' | readonly (readonly [value: string, word: Word | null])[]
  /** A box that says that there is none: else an empty list is unknown. */
  none?: Word
}

type Facts = Readonly<Record<string, unknown>>

/** Fields of an object in an object, by names that do not meet those around it. */
export const under = (name: string, fields: readonly FactField[]): FactField[] =>
  fields.map((field) => ({ ...field, key: `${name}.${field.key}` }))

/** What was typed into such fields, by their own names. */
export const typedUnder = (name: string, sent: Fields): Fields =>
  Object.fromEntries(
    Object.entries(sent).flatMap(([key, value]) =>
      key.startsWith(`${name}.`) ? [[key.slice(name.length + 1), value]] : [],
    ),
  )

const noneOf = (key: string) => `${key}-none`

/** What the form shows of an object. */
export function factFields(fields: readonly FactField[], facts: Facts = {}): Fields {
  return Object.fromEntries(
    fields.flatMap(({ key, as }): [string, string][] => {
      const value = facts[key]
      if (Array.isArray(value)) {
        return [
          [key, value.join('\n')],
          ...(value.length === 0 ? [[noneOf(key), 'yes'] as [string, string]] : []),
        ]
      }
      if (as === 'tick') return value === true ? [[key, 'yes']] : []
      return [[key, typeof value === 'string' ? value : '']]
    }),
  )
}

/** The object as the form has it, not checked yet; what is none of its fields stays as it was. */
export function factsFrom(fields: readonly FactField[], sent: Fields, before: Facts = {}): Facts {
  const own = fields.map(({ key }) => key)
  const others = Object.entries(before).filter(([key]) => !own.includes(key))
  const typed = fields.flatMap(({ key, as, none }): [string, unknown][] => {
    const text = (sent[key] ?? '').trim()
    if (as === 'tick') return text === 'yes' ? [[key, true]] : []
    if (as !== 'lines') return text === '' ? [] : [[key, text]]
    const list = text
      .split('\n')
      .map((one) => one.trim())
      .filter(Boolean)
    return list.length > 0 || (none && sent[noneOf(key)] === 'yes') ? [[key, list]] : []
  })
  return Object.fromEntries([...others, ...typed])
}

/** The fields of a form, each with its fault. */
export function factInputs(shown: Shown, fields: readonly FactField[]): Html[] {
  const { words } = shown
  return fields.flatMap(({ key, word, as, fault, none }): Html[] => {
    const label = words[word]
    if (as === 'tick') return [tick(shown, key, label)]
    if (as === 'lines') {
      return [
        lines(shown, key, label, { fault }),
        ...(none ? [tick(shown, noneOf(key), words[none])] : []),
      ]
    }
    if (as === 'line') return [input(shown, key, label, { fault })]
    if (as === 'day') return [input(shown, key, label, { fault, type: 'date' })]
    const choices = as.map(([value, own]) => [value, own ? words[own] : value] as const)
    return [choice(shown, key, label, [['', words.poolUnknown], ...choices])]
  })
}

/** The same in words, for what was and what will be. */
export function factLines(words: Words, fields: readonly FactField[], facts: Facts = {}) {
  return fields.map(({ key, word, as, none }) => {
    const value = facts[key]
    const choices = typeof as === 'string' ? [] : as
    const chosen = choices.find(([one]) => one === value)?.[1]
    const lines = Array.isArray(value)
      ? value.length === 0 && none
        ? [words[none]]
        : value.map(String)
      : value === true
        ? [words.poolYes]
        : typeof value === 'string'
          ? [chosen ? words[chosen] : value]
          : []
    return { label: words[word], lines }
  })
}
