// How many queries the event that is under way may still send. D1 answers so many an event and refuses the rest; a
// file answers any number.

export type QueryBudget = {
  /** How many are left that nothing under way may need. */
  spare: () => number
  /** Sets so many aside until what comes back is called. */
  hold: (queries: number) => () => void
}

// What the tick sends its messages with leaves so many to what comes after: erasing, counting, a new key.
export const FOR_UPKEEP = 150

type Event = { queries?: QueryBudget | undefined }

const NOTHING = () => {}

/**
 * Sets aside what a piece of work may need at most, of which `keep` more must be left.
 * @returns what gives it back; `null` where fewer are left: the work is for the next event
 */
export function held({ queries }: Event, most: number, keep = 0): (() => void) | null {
  if (!queries) return NOTHING
  return queries.spare() < most + keep ? null : queries.hold(most)
}

/** Whether so many queries are left for what is done step by step. */
export const hasSpare = ({ queries }: Event, most: number): boolean =>
  queries === undefined || queries.spare() >= most
