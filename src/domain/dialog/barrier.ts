// What a person types of what keeps them out here: kept for whoever administrates, never with their request.

import { LONGEST_BARRIER, readBarrier } from '../people/barrier-report.ts'
import { intend, moved, type Step } from './step.ts'
import { go, type Place, type Talk } from './talk.ts'
import { say } from './text.ts'

/** Whether what is typed at a place tells of a barrier. */
export const tellsBarrier = (place: Place): boolean =>
  place.at === 'page' && place.page === 'barrier'

/** Whether words or a number are asked for there that answer no question. */
export const asksBeside = (place: Place): boolean =>
  place.at === 'label' || place.at === 'phone' || tellsBarrier(place)

/** Keeps what was typed there; where to answer stands among the words. */
export function barrierTyped(talk: Talk, typed: string): Step {
  const read = readBarrier({ text: typed, reach: '' })
  if ('faults' in read) {
    const isLong = read.faults.text === 'long'
    const why = isLong
      ? say('notice.too-long', { most: String(LONGEST_BARRIER) })
      : say('barrier.empty')
    return moved(talk, why)
  }
  const told = go(talk, { at: 'page', page: 'barrier-sent' })
  return intend(told, { do: 'tell-barrier', text: read.barrier.text })
}
