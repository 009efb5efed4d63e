// What stands in a chat once a reply has gone out: words of an appointment, and what can be heard.

import { wordsUntil } from '../../domain/appointment/told.ts'
import type { Reply } from './step.ts'

/**
 * What became of a reply: `gone` means it never can go out, because the person left. `messages` are the
 * numbers of what stands with them now, where the channel has numbers.
 */
export type Shown = {
  delivery: 'sent' | 'gone'
  messages: readonly number[]
  /** What is heard, where something was sent to be heard. */
  sound?: number
  /** Where the screen stands, and which message it has replaced. */
  screen?: number
  replaced?: number
}

/** What the chat says of an appointment from now on, where its messages can be corrected later. */
export function toldBy(
  { screen: { tells }, told = [] }: Reply,
  shown: Shown,
  correctable: boolean,
  now: number,
) {
  const { screen: message, replaced } = shown
  if (message === undefined || !correctable) return {}
  const over = told.filter((one) => one === replaced || (one === message && !tells))
  return {
    corrected: over.map((one) => ({ message: one, verdict: 'lost' as const })),
    ...(tells ? { shown: { message, tells, until: wordsUntil(tells, now) } } : {}),
  }
}

/** What stands in the chat to be heard from now on, and what does no longer. */
export function soundsBy(
  { screen: { tells }, unheard = [] }: Reply,
  { sound: message }: Shown,
  now: number,
) {
  const until = tells ? wordsUntil(tells, now) : null
  return {
    unheard: unheard.filter((one) => one.personId !== undefined),
    ...(message === undefined ? {} : { heard: { message, tells, until } }),
  }
}
