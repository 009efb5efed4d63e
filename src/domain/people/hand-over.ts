// To whom a request may be handed over: another centre of the same carrier, or another carrier.

import type { Role } from './rights.ts'

/** Why a request may leave its carrier: the person agreed to it in the talk, or whoever has it is away. */
export const HAND_OVER_REASONS = ['agreed', 'absence'] as const
export type HandOverReason = (typeof HAND_OVER_REASONS)[number]

type Place = { centre: string; body: string | null }

/** Whether somebody may hand a request over; for an absence only a lead, and to nobody where it is already. */
export function mayHandOver(
  { role }: { role: Role },
  from: Place,
  to: Place,
  why: HandOverReason | null,
): boolean {
  if (from.body === to.body) return from.centre !== to.centre
  return why === 'agreed' || (why === 'absence' && role === 'lead')
}
