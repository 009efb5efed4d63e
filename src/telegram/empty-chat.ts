// Takes messages out of a chat: those that are known to stand in it, and those around them that nobody noted.

import { type Api, GrammyError } from 'grammy/web'

// As many as Telegram takes in one call.
const MOST_DELETED = 100
// Before the consent nothing is noted. Telegram counts the messages of all chats of a bot in one row, so this reaches
// back over more than an hour of a busy city, in ten calls.
const REACH = 1000
// What is older than two days it never lets go, nor a throw of dice on its first day.
const MOST_REFUSED = 5

/** Takes messages out of the chat; what Telegram does not let go any more stays. */
export async function clear(
  api: Api,
  chat: number | string,
  messages: readonly number[],
): Promise<void> {
  const latestFirst = [...new Set(messages)].sort((a, b) => b - a)
  let refused = 0

  // One that is too old has Telegram refuse all that were asked for with it.
  async function take(some: readonly number[]): Promise<void> {
    if (refused >= MOST_REFUSED || some.length === 0) return
    try {
      await api.deleteMessages(chat, [...some])
    } catch (fault) {
      if (!isRefused(fault)) throw fault
      if (some.length === 1) refused += 1
      const half = Math.ceil(some.length / 2)
      if (some.length > 1) {
        await take(some.slice(0, half))
        await take(some.slice(half))
      }
    }
  }
  for (let i = 0; i < latestFirst.length; i += MOST_DELETED) {
    await take(latestFirst.slice(i, i + MOST_DELETED))
  }
}

/**
 * The numbers that messages of a chat may have around those that are known, above the one with the number `below`.
 * Telegram passes over numbers that it does not find in the chat.
 */
export function around(known: readonly number[], below: number): number[] {
  const oldest = Math.min(below, ...known)
  const latest = Math.max(oldest, ...known)
  return [
    ...numbers(Math.max(latest + 1, below - REACH), below),
    ...numbers(Math.max(1, oldest - REACH), oldest),
  ]
}

const numbers = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, nth) => from + nth)

const isRefused = (fault: unknown): boolean =>
  fault instanceof GrammyError && fault.error_code === 400
