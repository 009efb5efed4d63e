// One after the other, what is heard of a screen.

/**
 * A clip by its key, with the hash of the words it has to have today, or a pause in milliseconds.
 * `language` is named only where the words are of another than the listener's, as in the menu of languages.
 */
export type Part = { clip: string; hash: string; language?: string } | { pause: number }

/** Within a sentence, and between the groups of a number. */
export const BREATH = { pause: 250 } as const
/** Between two lines. */
export const LINE_PAUSE = { pause: 450 } as const
/** Between what is said and what can be answered, and between two answers. */
export const ANSWER_PAUSE = { pause: 800 } as const
