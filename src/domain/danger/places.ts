// Where the phrases of a pattern stand in a text.

import type { Pattern, Place } from './patterns.ts'

/** A phrase found in a text, from its first word to its last. */
export type Match = { pattern: Pattern; start: number; end: number }

/** A text, as far as patterns ask about it. */
export type Text = {
  /** By slot: the places of its words, in order; absent where none was typed. */
  placesOf: (slot: number) => number[]
  /** By place: the next end of a sentence, and the last one before. */
  nextBreak: number[]
  lastBreak: number[]
}

type Span = { start: number; end: number }

/** How many words may lie between the parts of a phrase that come in any order. */
const NEAR = 12

/** All places where a pattern stands. */
export function matchesOf(pattern: Pattern, text: Text): Match[] {
  const [only, ...others] = pattern.runs.map((run) => spansOf(run, text))
  if (only === undefined) return []
  const spans = others.length === 0 ? only : nearEachOther([only, ...others], text)
  return spans.map((span) => ({ pattern, ...span }))
}

/** Words that follow each other; of several beginnings the nearest counts. */
function spansOf(run: Place[], text: Text): Span[] {
  let spans: Span[] = []
  for (const [index, { slot, gap, repeats }] of run.entries()) {
    const next: Span[] = []
    let before = 0
    for (const place of text.placesOf(slot)) {
      const last = next.at(-1)
      if (index === 0) next.push({ start: place, end: place })
      else {
        while (before + 1 < spans.length && (spans[before + 1]?.end ?? place) < place) before++
        const span = spans[before]
        const isNear =
          span !== undefined &&
          span.end < place &&
          place - span.end - 1 <= gap &&
          (text.nextBreak[span.end] ?? 0) >= place
        if (isNear) next.push({ start: span.start, end: place })
        else if (repeats && last?.end === place - 1) next.push({ start: last.start, end: place })
      }
    }
    spans = next
  }
  return spans
}

/** One span of each run, near each other in one sentence, each with a last word of its own. */
function nearEachOther(runs: Span[][], text: Text): Span[] {
  const events = runs
    .flatMap((spans, run) => spans.map((span) => ({ run, ...span })))
    .sort((a, b) => a.end - b.end)
  const found: Span[] = []
  const last: (Span | undefined)[] = runs.map(() => undefined)
  for (const { run, start, end } of events) {
    last[run] = { start, end }
    const from = Math.max(end - NEAR, text.lastBreak[end] ?? 0)
    let first = start
    const isWhole = last.every((span, other) => {
      if (other === run) return true
      if (span === undefined || span.end < from || span.end === end) return false
      first = Math.min(first, span.start)
      return true
    })
    if (isWhole) found.push({ start: first, end })
  }
  return found
}
