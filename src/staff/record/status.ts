// How far a request is, and who has it.

import { html } from 'hono/html'
import type { ShownIntake } from '../../domain/people/wall.ts'
import type { Html } from '../frame/layout.ts'
import { STATUS_WORDS } from '../frame/terms.ts'
import type { Words } from '../frame/words.ts'

/** That whoever has it does not work here any more. */
export const leftBadge = (words: Words, isLeft: boolean): Html | '' =>
  isLeft ? html` <span class="badge yellow">${words.accountClosed}</span>` : ''

/** The status, and who has or had it: both in the first where a request is in the care of somebody. */
export function statusOf(
  words: Words,
  { status, takenBy }: Pick<ShownIntake, 'status' | 'takenBy'>,
): [status: Html | string, who: Html | null] {
  const by = (said: string) => html`${said} <bdi>${takenBy?.name}</bdi>`
  if (!takenBy) return [words[STATUS_WORDS[status]], null]
  if (status === 'in-care') return [by(words.takenBy), null]
  return [words[STATUS_WORDS[status]], by(status === 'referred' ? words.takenBy : words.wasWith)]
}
