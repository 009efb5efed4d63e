// Messages that Lotse owes people on its own accord. Instants are epoch milliseconds.

import type { Listening } from '../dialog/listening.ts'
import type { Address } from '../people/address.ts'
import type { PartyMember } from '../people/party.ts'
import type { BlockedReason } from './delivery.ts'

/** `kept`: stands on the person's page, not read yet; `read`: read there. */
export type MessageStatus =
  | ('queued' | 'sending' | 'sent' | 'dropped' | 'blocked' | 'failed')
  | ('kept' | 'read')

/** What somebody must know before they would look by themselves: unread on a page, they are called. */
export const PRESSING: readonly string[] = [
  ...['closure', 'reopened', 'staff-change', 'staff-message', 'offer', 'referral'],
  ...['interpreter-missing', 'other-counsellor'],
]

/** In the place of a person: the message is about somebody who has been forgotten, and goes to staff or a pool. */
export const NOBODY = ''

/** A message that is owed. */
export type NewMessage = {
  /** Names what is owed: a second message under the same key is never queued. */
  key: string
  kind: string
  /** or {@link NOBODY} */
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

/** A message with all that its words are made of. */
export type OwedMessage = {
  id: number
  kind: string
  /** or {@link NOBODY} */
  personId: string
  bookingId: string | null
  payload: unknown
  text: string | null
  createdAt: number
  language: string
  /** Everybody behind the address; the person it goes to is meant. */
  party: readonly PartyMember[]
  /** Messages come to the person by themselves: reminders, too. */
  hasChat: boolean
}

/** A message in the hands of a sender, with the person it goes to as they are now. */
export type ClaimedMessage = OwedMessage & {
  key: string
  dueAt: number
  /** How often it has been claimed, this time included. */
  attempts: number
  address: Address
  /** Why messages do not arrive in their chat; `null` while they do. */
  unreachable: BlockedReason | null
  /** What cannot be sent them stands on their page. */
  hasPage: boolean
  /** How they are to be spoken to. */
  listening: Listening
}

/** A message that stands on a page. */
export type KeptMessage = Omit<OwedMessage, 'language' | 'hasChat' | 'party'>

/** A message that has arrived; `sentAt` in epoch milliseconds. */
export type SentMessage = KeptMessage & { sentAt: number }

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
