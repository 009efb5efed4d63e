// The texts of many languages with their keys written once: keys are the same in all of them, and a fifth of the weight.

import type { Messages } from './locale.ts'

/** The keys of all languages together, without a text. */
export type Shape = { [key: string]: Shape | 0 }

/** The keys that any of them has, in the order in which they first stand. */
export function shapeOf(all: readonly Messages[]): Shape {
  const shape: Shape = {}
  for (const messages of all) {
    for (const [key, value] of Object.entries(messages)) {
      if (typeof value === 'string') shape[key] = 0
    }
  }
  for (const key of new Set(all.flatMap((messages) => Object.keys(messages)))) {
    const below = all.flatMap((messages) => {
      const value = messages[key]
      return typeof value === 'object' ? [value] : []
    })
    if (below.length > 0) shape[key] = shapeOf(below)
  }
  return shape
}

/** The texts of one of them in the order of the shape, `null` for a key that it has not. */
export function textsIn(shape: Shape, messages: Messages | undefined): (string | null)[] {
  return Object.entries(shape).flatMap(([key, below]) => {
    const value = messages?.[key]
    if (below !== 0) return textsIn(below, typeof value === 'object' ? value : undefined)
    return [typeof value === 'string' ? value : null]
  })
}

/** The messages that {@link textsIn} wrote; a key without a text below it is none. */
export function messagesOf(shape: Shape, texts: readonly (string | null)[]): Messages {
  let at = 0
  const filled = (part: Shape): Messages => {
    const messages: Messages = {}
    for (const [key, below] of Object.entries(part)) {
      const value = below === 0 ? (texts[at++] ?? undefined) : filled(below)
      const isNone = typeof value === 'object' && Object.keys(value).length === 0
      if (value !== undefined && !isNone) messages[key] = value
    }
    return messages
  }
  return filled(shape)
}
