// How far the care of a request has come, as machines are told: codes and a day, nobody of the staff.

import * as z from 'zod'
import type { CareStatus } from './care.ts'
import { type FollowUp, followUpState } from './follow-up.ts'

/** open: nobody has it · taken: a carrier has · laid-aside: it has, and rests until a day · done: closed. */
export const CARE_STATES = ['open', 'taken', 'laid-aside', 'done'] as const
export type CareState = (typeof CARE_STATES)[number]

/** What it is told by; `body` is the carrier that has a request. */
export type InCare = {
  status: CareStatus
  body: string | null
  followUp: Pick<FollowUp, 'on'> | null
}

export const careSchema = z.strictObject({
  state: z.enum(CARE_STATES),
  /** the carrier that has it; null while nobody has taken it over */
  body: z.string().nullable(),
  /** the day in Germany on which it comes up again */
  until: z.iso.date().nullable(),
})

/** Where nobody has it, that it rests is told nobody. `now` is epoch ms. */
export function careOf(
  { status, body, followUp }: InCare,
  now: number,
): z.infer<typeof careSchema> {
  if (status === 'closed') return { state: 'done', body, until: null }
  if (body === null) return { state: 'open', body, until: null }
  if (followUpState(followUp, now) === 'resting') {
    return { state: 'laid-aside', body, until: followUp?.on ?? null }
  }
  return { state: 'taken', body, until: null }
}
