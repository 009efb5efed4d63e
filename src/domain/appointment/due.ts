// What there is to do by itself, kind by kind.

/** What the tick finds; `null` where the database holds no city. */
export type Due = {
  city: string
  version: number
  /** The facts that were asked for and are known, by name. */
  facts: Readonly<Record<string, string>>
  /** Number of the last change of any appointment. */
  lastChange: number
  /** Hours were closed, and not all of what is under them may have made way. */
  closing: boolean
  /** Seats are held longer than their people had to answer. */
  offersOver: boolean
  /** Somebody waits for a seat. */
  waiters: boolean
  /** A seat is held for somebody who waits, and no message about it was queued. */
  untold: boolean
  reminders: boolean
  followUps: boolean
  callers: boolean
  /** Messages in chats are to be compared with how things are. */
  told: boolean
  /** A sender took messages and never finished. */
  interrupted: boolean
  /** Messages may have been put down by a clock that was set back since. */
  aheadOfClock: boolean
  /** When the next queued message is due (epoch milliseconds); `null` where none is queued. */
  nextMessage: number | null
}

export type DueAt = {
  /** Epoch milliseconds, as what follows. */
  now: number
  /** The day in Germany, YYYY-MM-DD. */
  today: string
  /** When it began. */
  dayAt: number
  /** What was taken so long ago (milliseconds), or is so far ahead, was left lying. */
  interrupted: number
  /** Screens shown before are compared. */
  settled: number
}
