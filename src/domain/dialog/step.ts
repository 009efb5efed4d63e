// The ways a step of the talk can end.

import type { Intent } from './intent.ts'
import type { Answering } from './screen.ts'
import type { Step, Talk } from './talk.ts'
import type { Text } from './text.ts'

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
  return { talk, notice: { key: 'notice.older-button' }, intents: [] }
}

/** The talk stays, and the person is asked whether they meant one of these. */
export function wondering(talk: Talk, asks: Text, near: readonly Answering[]): Step {
  return { ...moved(talk, asks), near }
}
