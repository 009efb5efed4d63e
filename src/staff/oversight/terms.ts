// What a look that was asked for is called, and how it stands.

import {
  endOf,
  type Inspection,
  type InspectionReason,
  type stateOf,
} from '../../domain/people/oversight.ts'
import type { UnusualKind } from '../../domain/people/unusual-looks.ts'
import { dayAndClock } from '../frame/dates.ts'
import type { Word, Words } from '../frame/words.ts'

export const REASON_WORDS = {
  complaint: 'inspectionComplaint',
  incident: 'inspectionIncident',
} as const satisfies Record<InspectionReason, Word>

export const UNUSUAL_WORDS = {
  many: 'unusualMany',
  elsewhere: 'unusualElsewhere',
} as const satisfies Record<UnusualKind, Word>

const STATE_WORDS = {
  asked: 'inspectionWaits',
  running: 'inspectionRuns',
  over: 'inspectionOver',
} as const satisfies Record<ReturnType<typeof stateOf>, Word>

/** How it stands and when it ends, or ended. */
export const stateText = (words: Words, one: Inspection, state: keyof typeof STATE_WORDS): string =>
  `${words[STATE_WORDS[state]]} ${dayAndClock(endOf(one))}`
