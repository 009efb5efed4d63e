// The wall between staff and those above them: who may look by member of staff at what was done, and when addresses
// of machines are seen. Why: docs/decisions/0051.

/** off: nobody looks by member of staff · four-eyes: after a second role's release · on: leads and administrators. */
export const OVERSIGHT = ['off', 'four-eyes', 'on'] as const
export type Oversight = (typeof OVERSIGHT)[number]

/** How it is in this city. */
export const oversightOf = (profile: { staffOversight?: Oversight | undefined }): Oversight =>
  profile.staffOversight ?? 'off'

/** Why somebody asks to look; addresses of machines are seen in an incident alone. */
export const INSPECTION_REASONS = ['complaint', 'incident'] as const
export type InspectionReason = (typeof INSPECTION_REASONS)[number]

/** A look that was asked for, released or not yet. Instants are epoch ms. */
export type Inspection = {
  id: string
  askedBy: string
  askedAt: number
  why: InspectionReason
  /** The member of staff whose lines are looked at; `null`: the addresses alone. */
  whom: string | null
  /** The carrier it concerns; `null`: the whole city. */
  body: string | null
  releasedAt: number | null
  /** When it was ended by hand, or declined. */
  endedAt: number | null
}

const DAY = 24 * 60 * 60_000
/** It shows what was done in the four weeks before it was asked for, and nothing since: nobody is watched. */
export const REACHES_BACK = 28 * DAY
/** It ends by itself this long after its release, or after it was asked for and not released. */
export const LASTS = 7 * DAY

export const spanOf = ({ askedAt }: Inspection) => ({
  from: askedAt - REACHES_BACK,
  until: askedAt,
})

export const endOf = ({ askedAt, releasedAt, endedAt }: Inspection): number =>
  endedAt ?? (releasedAt ?? askedAt) + LASTS

/** asked: waits for a release · running: whoever asked may look now · over: ended by itself or by hand. */
export function stateOf(inspection: Inspection, now: number): 'asked' | 'running' | 'over' {
  if (now >= endOf(inspection)) return 'over'
  return inspection.releasedAt === null ? 'asked' : 'running'
}

/** Whether a line's address is seen, by those of the looks of whoever asks that are running. */
export function isAddressShown(
  running: readonly Inspection[],
  { at, staffId }: { at: number; staffId: string | null },
): boolean {
  return running.some((one) => {
    const { from, until } = spanOf(one)
    const isAbout = one.whom === null || one.whom === staffId
    return one.why === 'incident' && isAbout && at >= from && at < until
  })
}

/** Whether whoever looks after data protection answers for this: of its carrier, or of the whole city. */
export const concerns = (contact: { body: string | null }, body: string | null): boolean =>
  contact.body === null || contact.body === body
