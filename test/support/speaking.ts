// Duisburg, where Hochfeld has two seats for everybody at each time and has entered who counsels at them.

import type { Counselling } from '../../src/domain/calendar/rules.ts'
import type { Pool } from '../../src/domain/profile/interpreting.ts'
import type { Profile } from '../../src/domain/profile/profile.ts'
import { duisburg } from './duisburg.ts'

export const SORANI: Counselling = { seat: 2, languages: ['ckb'] }

export const TIGRINYA: Pool = {
  ...{ id: 'pool', name: 'Sprachmittlerpool', modes: ['telephone'], languages: ['ti'] },
  ...{ leadWorkingDays: 3, contact: {}, status: { confirmed: true } },
}

/** The city with these entries in every rule of Hochfeld, or in the one with an id. */
export function speaking(
  counselling: readonly Counselling[],
  { rule, pools }: { rule?: string; pools?: readonly Pool[] } = {},
): Profile {
  const profile = duisburg()
  const centres = profile.centres.map((centre) => {
    if (centre.id !== 'hochfeld') return centre
    const openings = centre.openings.map((one) => ({
      ...{ ...one, seats: 3, walkInSeats: 1 },
      ...(rule === undefined || rule === one.id ? { counselling: [...counselling] } : {}),
    }))
    return { ...centre, openings }
  })
  return { ...profile, centres, ...(pools ? { interpreting: [...pools] } : {}) }
}

/** Sorani is spoken on Wednesdays at Hochfeld, and nowhere else. */
export const soraniAtHochfeld: Profile = (() => {
  const profile = speaking([{ ...SORANI }], { rule: 'wednesday' })
  const centres = profile.centres.map((centre) => {
    if (centre.id === 'hochfeld') return centre
    const openings = centre.openings.map((one) => ({ ...one, counselling: [{ languages: [] }] }))
    return { ...centre, openings }
  })
  return { ...profile, centres }
})()
