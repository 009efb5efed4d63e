// The audit: every action it can name, and a line of it. A line says who did what when, never the content.

import type { Outcome } from '../appointment/attendance.ts'
import type { OrderState } from '../interpreting/order.ts'
import type { CareStatus, Verdict } from './care.ts'
import type { NoticeKind } from './notices.ts'
import type { InspectionReason } from './oversight.ts'
import type { ProviderFault } from './provider-faults.ts'
import type { Action } from './rights.ts'

/** What staff do with a request. */
type OnRecord =
  | 'see-record'
  | 'see-part'
  | 'see-list'
  | 'export-record'
  | 'export-list'
  | 'take-over'
  | `status-${CareStatus}`
  | 'note'
  | 'message'
  | 'replies-read'
  | 'hear-voice'
  | `rechtskreis-${Verdict}`
  | 'refer'
  | 'print-referral'
  | 'referral-outcome'
  | 'hand-over'
  | `hand-over-${'agreed' | 'absence'}`
  | 'erase'
  | 'called'
  | 'not-reached'
  | 'call-undone'
  | 'assign'
  | 'follow-up'
  | 'follow-up-done'

/** What staff do with appointments and hours. */
type OnAppointments =
  | 'book'
  | 'move-booking'
  | 'cancel-booking'
  | `mark-${Outcome}`
  | 'walk-in'
  | 'mark-back'
  | 'walk-in-back'
  | 'slip'
  | 'poster'
  | 'see-appointments'
  | 'see-week'
  | 'see-calendar'
  | 'see-interpreting'
  | 'reopen-day'
  | `interpreter-${OrderState}`
  | 'export-orders'

/** Signing in, and what staff change about their own account. */
type OnOwnAccount =
  | 'sign-in'
  | 'sign-in-recovery'
  | 'sign-in-passkey'
  | 'sign-in-provider'
  | `sign-in-provider ${ProviderFault}`
  | 'change-password'
  | 'new-recovery-codes'
  | 'replace-second-factor'
  | 'add-passkey'
  | 'rename-passkey'
  | 'remove-passkey'
  | 'end-other-sessions'
  | 'make-calendar'
  | 'end-calendar'

/** What administrators do. */
type OnHouse =
  | 'invite-staff'
  | 'change-staff'
  | 'close-staff'
  | 'reopen-staff'
  | 'link-staff'
  | 'reset-second-factor'
  | 'create-token'
  | 'revoke-token'
  | 'add-webhook'
  | 'remove-webhook'
  | 'webhook-again'
  | 'send-again'
  | 'heed-refused'
  | 'group-code'
  | 'link-group'
  | 'notice-mail'
  | `end-notices-${NoticeKind}`
  | `barrier-${'settled' | 'reopened' | 'erased'}`

/** What becomes of a look by member of staff, or at addresses; `subject` is the member of staff. */
type OnOversight = `${InspectionReason}-${'asked' | 'released' | 'ended'}`

/** What is done about voices. */
type OnVoices =
  | 'add-speaker'
  | 'remove-speaker'
  | 'record-clip'
  | 'release-clip'
  | 'remove-clip'
  | 'export-voice'
  | 'import-voice'

/** Everything the audit can say. What is refused at a place goes by the name of the right. */
export type AuditAction =
  | Action
  | OnRecord
  | OnAppointments
  | OnOwnAccount
  | OnHouse
  | OnOversight
  | OnVoices

/** Who did it, where it was done by a command on the machine: the operator, who has no account there. */
export const OPERATOR = 'operator'

/** A page or call that a role never has, by its pattern as it is registered, never as it was typed. */
export type RefusedRoute = `${'get' | 'post' | 'api'} /${string}`

/** `at` is epoch milliseconds. */
export type AuditEntry = {
  at: number
  staffId: string | null
  /** Id of the record, booking or account; never what it says. */
  subject: string | null
  /** Ids of the records of a page that showed several. */
  subjects?: readonly string[]
  centreId: string | null
  /** Network address of the client. */
  client: string | null
} & (
  | { action: AuditAction; outcome: 'done' | 'refused' }
  | { action: RefusedRoute; outcome: 'refused' }
)

/** As people read it: names for ids, a code for a record or its appointment, as far as they exist. */
export type AuditRow = {
  id: number
  at: number
  staffId: string | null
  action: AuditAction | RefusedRoute
  outcome: 'done' | 'refused'
  centreId: string | null
  client: string | null
  /** `null` also for somebody of another carrier, whose name a lead is not told; then `isKnown`. */
  name: string | null
  isKnown: boolean
  ref: string | null
  /** Whose account or which token it was about. */
  about: string | null
  /** Codes of a page that showed several records, and how many those were. */
  refs: string[]
  records: number
}

/** A place in the chain: a row and its hash, noted where nobody reaches who could rewrite the audit. */
export type ChainPlace = { id: number; hash: string }

/** From where to where the chain goes; `begin` is the last row that was pruned, `null` where none was. */
export type ChainEnds = { begin: ChainPlace | null; end: ChainPlace | null }

/**
 * What is wrong with the chain. changed: the row is not what was signed · gap: rows before it are gone, or were
 * put in · begin: so are rows at its beginning · end: so are the last ones, as far as their end was noted ·
 * note: such a note is itself not what was signed.
 */
export type ChainFault = 'changed' | 'gap' | 'begin' | 'end' | 'note'

/** Where a look at the chain came to; `left` is the last row that was looked at where there are more. */
export type ChainVerdict =
  | { broken: number; why: ChainFault }
  | { broken: null; rows: number; left: number | null }
