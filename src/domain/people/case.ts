// A request as staff work on it. Instants are epoch milliseconds.

import type { SubmittedIntake } from '../questionnaire/record.ts'
import type { Urgency } from '../questionnaire/triage.ts'
import type { CallAttempt } from './call-attempts.ts'
import type { CareStatus } from './care.ts'
import type { FollowUp } from './follow-up.ts'
import type { Reach } from './reach.ts'

/** Whose requests a list has: some centres, and there what nobody or one carrier has, or any. */
export type Sight = { centres: readonly string[]; body: string | null; allBodies: boolean }

/** A request with what has become of it. */
export type CaseIntake = SubmittedIntake & {
  personId: string
  urgency: Urgency
  status: CareStatus
  takenBy: { id: string; name: string; body: string | null } | null
  body: string | null
  /** When the person went to another centre by themselves and left a carrier, and which; what it wrote stays its own. */
  walledAt: number | null
  /** `null` where it was more than one. */
  walledFor: string | null
  calledAt: number | null
  /** Every call of staff, the earliest first. */
  calls: readonly CallAttempt[]
  followUp: FollowUp | null
  /** Why no message arrives in their chat. */
  unreachable: string | null
  reach: Reach
  /** Their day was closed and they have no other time yet. */
  displaced: boolean
  /** The last message about their appointment was given up, and nobody has called them since. */
  undelivered: boolean
  /** No way led to them to say what became of an interpreter, and nobody has called them since. */
  untold: boolean
}
