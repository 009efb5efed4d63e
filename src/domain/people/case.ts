// A request as staff work on it. Instants are epoch milliseconds.

import type { SubmittedIntake } from '../questionnaire/record.ts'
import type { Urgency } from '../questionnaire/triage.ts'
import type { CareStatus } from './care.ts'
import type { Reach } from './reach.ts'

/** Whose requests may be read: some centres, and there what nobody or one carrier has taken over. */
export type Sight = { centres: readonly string[]; body: string | null; allBodies: boolean }

/** A request with what has become of it. */
export type CaseIntake = SubmittedIntake & {
  personId: string
  urgency: Urgency
  status: CareStatus
  takenBy: { id: string; name: string } | null
  body: string | null
  calledAt: number | null
  /** Why no message arrives in their chat. */
  unreachable: string | null
  reach: Reach
  /** Their day was closed and they have no other time yet. */
  displaced: boolean
  /** The last message about their appointment was given up. */
  undelivered: boolean
  /** No way led to them to say what became of an interpreter, and nobody has called them since. */
  untold: boolean
}

export type IntakeFilter = {
  status: 'open' | 'closed' | 'all'
  /** Beginning of a reference code; '' for any. */
  reference: string
  limit: number
  offset: number
}
