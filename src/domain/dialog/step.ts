// One step of the talk: what it leads to and what must be done, and the ways it can end.

import type { HeardKinds } from '../danger/cry-list.ts'
import type { Intent } from './intent.ts'
import type { Answering } from './screen.ts'
import type { Talk } from './talk.ts'
import type { Text } from './text.ts'

/** One step of the talk: the new state, a line to show above the screen, and what must be done. */
export type Step = {
  talk: Talk
  notice?: Text
  intents: readonly Intent[]
  /** Words of danger in what was typed; `asked`: the text was asked for and is kept as the answer. */
  heard?: { kinds: HeardKinds; asked: boolean }
  /** What was perhaps meant; the notice asks. */
  near?: readonly Answering[]
}

/** The talk moves to where `talk` now stands. */
export function moved(talk: Talk, notice?: Text): Step {
  return notice ? { talk, notice, intents: [] } : { talk, intents: [] }
}

/** Something has to be done outside before the talk can go on. */
export function intend(talk: Talk, ...intents: Intent[]): Step {
  return { talk, intents }
}

/** A button of a screen that is no longer there: the present screen is shown again. */
export function stale(talk: Talk): Step {
  return { talk, notice: OLDER, intents: [] }
}

const OLDER: Text = { key: 'notice.older-button' }

/** Whether a step says that the button was an older one. */
export const isStale = ({ notice }: Step): boolean => notice?.key === OLDER.key

/** The talk stays, and the person is asked whether they meant one of these. */
export function wondering(talk: Talk, asks: Text, near: readonly Answering[]): Step {
  return { ...moved(talk, asks), near }
}
