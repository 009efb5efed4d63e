// What the forms and the history of a record are made of.

import type { StaffMember } from '../../domain/people/accounts.ts'
import type { Colleague } from '../../domain/people/assign.ts'
import type { CareEntry } from '../../domain/people/care.ts'
import type { ShownIntake } from '../../domain/people/wall.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import type { referralTargets } from '../../domain/questionnaire/programmes.ts'
import type { VoiceMessage } from '../../domain/voice-message/voice-message.ts'
import type { Done } from './done.ts'
import type { Trail } from './trail.ts'

export type WorkView = {
  intake: ShownIntake
  profile: Profile
  targets: ReturnType<typeof referralTargets>
  entries: readonly CareEntry[]
  voices: readonly VoiceMessage[]
  colleagues: readonly Colleague[]
  /** Epoch ms. */
  now: number
  /** How many entries of a carrier that the person has left are not shown. */
  entriesBehind: number
  me: Pick<StaffMember, 'id' | 'role' | 'body'>
  /** The list it was opened from. */
  trail: Trail | null
  /** What the page before this one did. */
  done: Done | null
  /** For the forms that must count once. */
  newId: () => string
}
