// One after the other, what is heard of a screen.

/**
 * A clip by its key, with the hash of the words it has to have today. `language` is named where a line has one of its
 * own, as in the menu of languages: it is heard in that language's voice. `isBeside`: the screen is whole without it.
 */
export type Clipped = { clip: string; hash: string; language?: string; isBeside?: true }

/** A clip, or a pause in milliseconds. */
export type Part = Clipped | { pause: number }

/** Within a sentence, and between the groups of a number. */
export const BREATH = { pause: 250 } as const
/** Between two lines. */
export const LINE_PAUSE = { pause: 450 } as const
/** Between what is said and what can be answered, and between two answers. */
export const ANSWER_PAUSE = { pause: 800 } as const
