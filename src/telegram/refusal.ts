// What Telegram's refusal of a call about the bot itself says. Never of a call about a person: those words may
// name them.

import { GrammyError } from 'grammy/web'
import { type Fields, faultFields } from '../log.ts'

/** `waitMs` where Telegram said how long to wait. */
export type Refusal = { code: number; description: string; waitMs: number | undefined }

/** `null` where it is no refusal of Telegram's, but a lost connection, or a fault of ours. */
export function refusalOf(fault: unknown): Refusal | null {
  if (!(fault instanceof GrammyError)) return null
  const { error_code: code, description, parameters } = fault
  const { retry_after: seconds } = parameters
  return { code, description, waitMs: seconds === undefined ? undefined : seconds * 1000 }
}

/** What the log is told of a call that sets the bot up. */
export function setUpFields(fault: unknown): Fields {
  const refusal = refusalOf(fault)
  return { ...faultFields(fault), ...(refusal ? { description: refusal.description } : {}) }
}
