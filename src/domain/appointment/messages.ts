// Messages that Lotse owes people on its own accord. Instants are epoch milliseconds.

import type { Address } from '../people/address.ts'
import type { PartyMember } from '../people/party.ts'
import type { BlockedReason } from './delivery.ts'

export type MessageStatus = 'queued' | 'sending' | 'sent' | 'dropped' | 'blocked' | 'failed'

/** A message that is owed. */
export type NewMessage = {
  /** Names what is owed: a second message under the same key is never queued. */
  key: string
  kind: string
  personId: string
  bookingId?: string
  /** Codes only; what people typed goes into `text`. */
  payload: object
  /** Personal text, stored sealed. */
  text?: string
  dueAt: number
  /** 0 goes before everything else that is due; 1 when left out. */
  rank?: 0 | 1
}

/** A message in the hands of a sender, with the person it goes to as they are now. */
export type ClaimedMessage = {
  id: number
  key: string
  kind: string
  personId: string
  bookingId: string | null
  payload: unknown
  text: string | null
  dueAt: number
  createdAt: number
  /** How often it has been claimed, this time included. */
  attempts: number
  address: Address
  /** Everybody behind the address; the person it goes to is meant. */
  party: readonly PartyMember[]
  language: string
  /** Why messages do not arrive at this person; `null` while they do. */
  unreachable: BlockedReason | null
}

/** A message that has arrived, as it was claimed; `sentAt` in epoch milliseconds. */
export type SentMessage = Pick<
  ClaimedMessage,
  'id' | 'key' | 'kind' | 'personId' | 'bookingId' | 'payload' | 'text' | 'dueAt' | 'createdAt'
> & { attempts: number; sentAt: number }

/** How a message ends. */
export type MessageEnd = {
  status: Exclude<MessageStatus, 'queued' | 'sending'>
  reason?: string
  messageId?: number
  /** Of the calendar file that went with it. */
  fileMessageId?: number
}

/** A message as staff see it: its kind, what became of it and when; never its text. */
export type MessageReport = {
  kind: string
  payload: unknown
  status: MessageStatus
  reason: string | null
  dueAt: number
  doneAt: number | null
  attempts: number
}
