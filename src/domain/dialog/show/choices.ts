// So few choices of a question at a time, and so little of a page, that it stays in sight on a small phone.

/** The section of a page that says what its first section left out. */
export const REST = 'rest'

/** Most buttons of a question, without the last row; "more" and "continue" count. */
export const MOST_CHOICES = 8

/** One screenful of choices, and the number of the one behind "more", if there is one. */
export type Screenful<T> = { shown: readonly T[]; next?: number }

/** The number (from 0) of the screenful on which the choice at `index` of so many stands. */
export function screenfulWith(index: number, all: number, others: number): number {
  const room = MOST_CHOICES - others
  return Math.min(lastOf(all, room), Math.max(0, Math.floor(index / (room - 1))))
}

/** The number of the last screenful: it has no "more", and room for one choice in its place. */
const lastOf = (all: number, room: number): number =>
  Math.max(0, Math.ceil((all - room) / (room - 1)))

/** The screenful `nth` (from 0) of all choices, where `others` buttons stand on each. */
export function screenful<T>(all: readonly T[], others: number, nth = 0): Screenful<T> {
  const room = MOST_CHOICES - others
  const size = room - 1
  const last = lastOf(all.length, room)
  // A button from another day may name one that is no longer there.
  const here = Math.min(Math.max(0, nth), last)
  if (here === last) return { shown: all.slice(here * size) }
  return { shown: all.slice(here * size, (here + 1) * size), next: here + 1 }
}
