// Trouble on demand: what the Bot API is told to do to a call instead of, or before, answering it.
import { ApiError, ConnectionCut } from './api-error.ts'

/** Which calls are hit (every condition that is given must hold) and what happens to them. */
export type Fault = {
  /** One method or several, as the Bot API spells them; all when left out. */
  method?: string | string[]
  /** Only calls about this chat. */
  chat?: number
  /** Let so many matching calls pass first. */
  skip?: number
  /** Hit at most so many calls. */
  times?: number
  /** Hit each matching call with this probability, 0 to 1. */
  probability?: number
  /** Wait so many milliseconds first; alone it makes the API slow and nothing else. */
  delayMs?: number
  /** Answer with this error: 429, 403, 500, … */
  status?: number
  description?: string
  /** Seconds, with 429. */
  retryAfter?: number
  /** The number a group has by now, with 400. */
  migrateTo?: number
  /** Cut the connection before the call is carried out, or after: then the answer alone is lost. */
  drop?: 'before' | 'after'
}

const DESCRIPTIONS: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden: bot was blocked by the user',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
}

/**
 * A list of faults, tried in the order they were added; the first that hits decides.
 * @param random 0 ≤ x < 1, for faults with a probability
 */
export function createFaults(
  sleep: (ms: number) => Promise<void>,
  random: () => number = Math.random,
) {
  let rules: { fault: Fault; seen: number; hits: number }[] = []

  function hit(method: string, chat: number | undefined) {
    for (const rule of rules) {
      if (!matches(rule.fault, method, chat)) continue
      rule.seen += 1
      if (rule.seen <= (rule.fault.skip ?? 0)) continue
      if (rule.hits >= (rule.fault.times ?? Number.POSITIVE_INFINITY)) continue
      if (rule.fault.probability !== undefined && random() >= rule.fault.probability) continue
      rule.hits += 1
      return rule.fault
    }
    return null
  }

  return {
    /** Adds a fault and returns how to take it back. */
    add(fault: Fault) {
      const rule = { fault, seen: 0, hits: 0 }
      rules.push(rule)
      return () => {
        rules = rules.filter((other) => other !== rule)
      }
    },
    clear() {
      rules = []
    },
    /**
     * Carries out a call under the faults.
     * @throws ApiError or ConnectionCut, as the fault says
     */
    async around<T>(method: string, chat: number | undefined, call: () => T | Promise<T>) {
      const fault = hit(method, chat)
      if (fault?.delayMs) await sleep(fault.delayMs)
      if (fault?.drop === 'before') throw new ConnectionCut('connection cut')
      if (fault?.status) throw answerOf(fault, fault.status)
      const result = await call()
      if (fault?.drop === 'after') throw new ConnectionCut('connection cut')
      return result
    },
  }
}

function matches(fault: Fault, method: string, chat: number | undefined) {
  if (fault.chat !== undefined && fault.chat !== chat) return false
  return fault.method === undefined || [fault.method].flat().includes(method)
}

function answerOf(fault: Fault, status: number) {
  if (status === 429) {
    const seconds = fault.retryAfter ?? 1
    return new ApiError(
      429,
      fault.description ?? `Too Many Requests: retry after ${seconds}`,
      seconds,
    )
  }
  const description = fault.description ?? DESCRIPTIONS[status] ?? 'Error'
  return new ApiError(status, description, undefined, fault.migrateTo)
}
