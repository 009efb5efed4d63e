// Reminders as they come into chats, and whether one came twice.

const COMING = /~co~/

/** Counts reminders by appointment and kind: each names its appointment in a button, and its kind in its text. */
export function createReminded() {
  const times = new Map<string, number>()
  return {
    note(chat: number, text: string, isNew: boolean, taps: readonly string[]): void {
      const coming = taps.find((tap) => COMING.test(tap))
      if (!isNew || !coming) return
      const key = `${chat} ${coming} ${text}`
      times.set(key, (times.get(key) ?? 0) + 1)
    },
    counts: () => ({
      reminders: times.size,
      remindersTwice: [...times.values()].filter((count) => count > 1).length,
    }),
  }
}
