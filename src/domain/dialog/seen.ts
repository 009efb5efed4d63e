// What a page shows, so that it can be shown again: a place of the talk with what stands above it.

import { EVERYBODY, memberBy, signIn } from '../people/party.ts'
import { questionIn, questionnaireOf } from '../questionnaire/questionnaire.ts'
import { heardOf, type Input } from './reduce.ts'
import type { Above } from './show/show.ts'
import { type Facts, type Place, samePlace, type Talk } from './talk.ts'

/**
 * Without a place it is where the person is. `of`: the sign of whom it was about. `typed`: what was typed and
 * not understood, to be mended where it was typed; it may be longer than an address holds.
 */
export type Seen = Above & { place?: Place; of?: string; typed?: string }

// Bytes: written in an address they are a third more, and addresses end at some four thousand.
const LONGEST_TYPED = 2400

/** Whether a typed text can go along in the address of a page. */
export const fitsAddress = (text: string) =>
  new TextEncoder().encode(JSON.stringify(text)).length <= LONGEST_TYPED

/**
 * The talk and the input as they are for somebody who answers on a page that shows a place. Where that is
 * one they came through, they have gone back to it; where it is none any more, a button is an old one, and
 * a text, which would answer something else, too. A cry for help is heard wherever it comes from.
 */
export function asSeen(
  talk: Talk,
  input: Input,
  place: Place | undefined,
): { talk: Talk; input: Input } {
  if (!place || samePlace(talk.place, place)) return { talk, input }
  const nth = talk.trail.findLastIndex((before) => samePlace(before, place))
  if (nth >= 0) return { talk: { ...talk, place, trail: talk.trail.slice(0, nth) }, input }
  const isSaid = input.kind === 'text' || (input.kind === 'unreadable' && input.voice !== undefined)
  const isLost = isSaid && !heardOf(input)
  return { talk, input: isLost ? { kind: 'unknown-button' } : input }
}

/** Whether it can still be shown: it is about whoever speaks now, and what it asks or names is still there. */
export function isThere({ place, of }: Seen, { agreed }: Talk, facts: Facts): boolean {
  if (of !== undefined && signIn(facts.party) !== of) return false
  if (!place) return true
  if (place.at === 'question') {
    const q = questionIn(questionnaireOf(facts.profile), place.id)
    return q !== undefined && (q.level === 'A' || agreed.details)
  }
  if (place.at === 'erase') {
    return place.whom === EVERYBODY || memberBy(facts.party, place.whom) !== undefined
  }
  return true
}
