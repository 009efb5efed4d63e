// How fast Telegram may be written to: 30 messages in any second, one a second to a chat.

/** A clock that only runs forward, and waiting by it; milliseconds. */
export type Timer = { now: () => number; sleep: (ms: number) => Promise<void> }

export const realTimer: Timer = {
  now: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}

export type Pacer = ReturnType<typeof createPacer>

const PER_SECOND = 30
// A second as Telegram counts it, and a little for what clocks and networks add.
const WINDOW = 1000 + 5
// How far a batch that was held up may hurry to catch up.
const CATCH_UP = 500
// A reply never waits longer for its place than a batch takes between two messages.
const LONGEST_REPLY_WAIT = 40
const LONGEST_NAP = 50
const ANSWERS_REMEMBERED = 200
// The first messages of a process are slow; until some are in, nothing is taken for granted.
const FEW_ANSWERS = 20
const REPLIES_REMEMBERED = 10_000
// So many refusals without a success between them are not about single chats.
const REFUSALS_OF_ALL = 4

/** A message on its way; exactly one is told of it, or nothing where the connection was lost. */
export type Sent = {
  /** Telegram took it. */
  accepted: () => void
  /** Telegram refused it for `waitMs`: this chat waits, and all where it is not about single chats. */
  refused: (waitMs: number) => void
}

type Leaving = { at: number; chat: string }
type Waiting = { chat: string; go: (sent: Sent) => void }

/**
 * Keeps the count of the last second over everything that is sent. Batches wait for their turn;
 * replies of the talk are counted too but go first, and while people talk a batch leaves room.
 */
export function createPacer(timer: Timer = realTimer) {
  const sent: Leaving[] = []
  const replies: number[] = []
  const chatFreeAt = new Map<string, number>()
  const queue: Waiting[] = []
  let pumping = false
  let ideal = 0
  let closedUntil = 0
  let refusals = 0
  // How long the last answers took. What one took longer than the quickest may have been spent on
  // the way there, so the message counts from that much later on.
  const took: number[] = []

  function forget(now: number): void {
    while (sent[0] !== undefined && sent[0].at <= now - WINDOW) sent.shift()
    while (replies[0] !== undefined && replies[0] <= now - REPLIES_REMEMBERED) replies.shift()
    if (chatFreeAt.size > 5000) {
      for (const [chat, freeAt] of chatFreeAt) if (freeAt <= now) chatFreeAt.delete(chat)
    }
  }

  /** Milliseconds until one more would be among `most` of the last second. */
  function wait(most: number, now: number): number {
    const times = sent.map(({ at }) => at).sort((a, b) => a - b)
    const oldest = times[times.length - most]
    return oldest === undefined ? 0 : Math.max(0, oldest + WINDOW - now)
  }

  function leave(chat: string, at: number, ownPlace = 0): Sent {
    const leaving = { at, chat }
    sent.push(leaving)
    chatFreeAt.set(chat, at + WINDOW)
    return {
      refused(waitMs) {
        const until = timer.now() + waitMs
        chatFreeAt.set(chat, until)
        refusals += 1
        if (refusals >= REFUSALS_OF_ALL) closedUntil = Math.max(closedUntil, until)
        // It never went out, so somebody else may have its place.
        const index = sent.indexOf(leaving)
        if (index >= 0) sent.splice(index, 1)
        ideal -= ownPlace
      },
      accepted() {
        refusals = 0
        const own = timer.now() - at
        took.push(own)
        if (took.length > ANSWERS_REMEMBERED) took.shift()
        leaving.at += own - (took.length < FEW_ANSWERS ? 0 : Math.min(...took))
        chatFreeAt.set(chat, Math.max(chatFreeAt.get(chat) ?? 0, leaving.at + WINDOW))
      },
    }
  }

  /** Places of the last second that are left to people who are talking just now. */
  function reserve(): number {
    return replies.length === 0 ? 0 : 1 + Math.ceil((replies.length * 1000) / REPLIES_REMEMBERED)
  }

  async function pump(): Promise<void> {
    while (queue.length > 0) {
      const now = timer.now()
      forget(now)
      const free = (chat: string) => chatFreeAt.get(chat) ?? 0
      const index = queue.findIndex(({ chat }) => free(chat) <= now)
      const most = Math.max(1, PER_SECOND - reserve())
      const delay =
        index < 0
          ? Math.min(...queue.map(({ chat }) => free(chat))) - now
          : Math.max(closedUntil - now, ideal - now, wait(most, now))
      if (delay > 0) {
        // Somebody for another chat may join meanwhile.
        await timer.sleep(Math.min(delay, LONGEST_NAP))
        continue
      }
      const [next] = queue.splice(index, 1)
      if (!next) continue
      const place = WINDOW / most
      ideal = Math.max(ideal, now - CATCH_UP) + place
      next.go(leave(next.chat, now, place))
    }
    pumping = false
  }

  return {
    /** Resolves when a message of a batch may leave for this chat. */
    turn(chat: string): Promise<Sent> {
      return new Promise<Sent>((go) => {
        queue.push({ chat, go })
        if (pumping) return
        pumping = true
        void pump()
      })
    },

    /** Counts a reply; resolves at once, or after the moment that a running batch needs to give way. */
    async reply(chat: string): Promise<Sent> {
      const now = timer.now()
      forget(now)
      const delay = queue.length > 0 ? Math.min(wait(PER_SECOND, now), LONGEST_REPLY_WAIT) : 0
      const own = leave(chat, now + delay)
      replies.push(now)
      if (delay > 0) await timer.sleep(delay)
      return own
    },
  }
}
