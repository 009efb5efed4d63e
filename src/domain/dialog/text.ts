// What the domain says, without words: a key and its values, worded later in the person's language.

/**
 * A value inside a sentence. A string is a name, address or number that stays as it is and is
 * isolated from the text around it; a number is a count; instants are epoch milliseconds (UTC) and
 * shown as Europe/Berlin wall-clock.
 */
export type Value =
  | string
  | number
  | { when: number }
  | { day: number }
  | { time: number }
  | { from: number; to: number }
  | Text
  /** Words of the city by language; German where it gave none. */
  | { words: Readonly<Record<string, string>> }
  | { list: Value[] }
  /** One after the other with nothing between: words of the city, and what fills their fields. */
  | { joined: Value[] }
  // Today, tomorrow … in a word: for what is read at once, never for a message that stays.
  | { relativeDay: number }
  // On buttons, where the full forms do not fit.
  | { dayLabel: number }
  | { slotLabel: number }
  /** A day of the week, Monday is 1. */
  | { weekday: number }

export type Values = Record<string, Value>

/** One sentence or label: a locale key with its values, and an icon that stands before it. */
export type Text = { key: string; values?: Values; icon?: string }

/** Builds a {@link Text}; leaves `values` out where there are none. */
export function say(key: string, values?: Values): Text {
  return values === undefined ? { key } : { key, values }
}

/** Words of the city's own as a {@link Text}. */
export function given(words: Readonly<Record<string, string>>): Text {
  return say('common.name', { name: { words } })
}

/** The same with an icon before it, where there is one. */
export function withIcon(text: Text, icon: string | null): Text {
  return icon === null ? text : { ...text, icon }
}
