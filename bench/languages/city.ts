// A scenario as a profile that Lotse reads: Duisburg with these seats, colleagues and pools.

import duisburg from '../../prisma/seed/duisburg.json' with { type: 'json' }
import type { Counselling } from '../../src/domain/calendar/rules.ts'
import { atDay, dateOfDay, dayNumber } from '../../src/domain/calendar/wall-clock.ts'
import { type Profile, readProfile } from '../../src/domain/profile/profile.ts'
import { goesByMail, type How } from './choosing.ts'
import type { Pool } from './pools.ts'
import { type Scenario, YEAR } from './scenarios.ts'
import type { Sitting } from './seats.ts'
import type { Absence } from './year.ts'

/** The topics of a talk with legal consequences and of any other; the first is what lay pools exclude. */
export const LEGAL = 'residence'
export const OTHER = 'school'

const FIRST = dayNumber(YEAR.from)

/** `dayNumber` of a day of the year, and the instant (epoch ms) of a wall-clock minute on it. */
export const dayIn = (day: number): number => FIRST + day
export const instant = (day: number, minute: number): number => atDay(dayIn(day), minute)

type Opening = { id: string; counselling?: Counselling[] }
type CentreData = { id: string; openings: Opening[] }

/** The profile at the beginning of the year, in a city that does so. */
export function cityOf({ house, pools, publicSeats, walkInSeats }: Scenario, how: How): Profile {
  const seats = { seats: publicSeats.is + walkInSeats.is, walkInSeats: walkInSeats.is }
  const centres = (duisburg.centres as CentreData[]).map((centre) => ({
    ...centre,
    openings: centre.openings.map((opening) => {
      const sitting = house.sittings.find((one) => isOf(one, centre.id, opening.id))
      const counselling = (sitting?.counsellors ?? []).map((name, at): Counselling => {
        const who = house.counsellors[name]
        if (!who) throw new Error(`${name} is nobody`)
        return { seat: at + 1, languages: [...who.speaks], gender: who.woman ? 'woman' : 'man' }
      })
      return { ...opening, counselling }
    }),
  }))
  const calendar = { ...duisburg.calendar, ...seats, staffSeats: 0 }
  const interpreting = pools.map((pool) => poolData(pool, goesByMail(how)))
  const read = readProfile({ ...duisburg, calendar, centres, interpreting })
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  return read.profile
}

/** The profile once it is entered that somebody is away: a stand-in speaks German, and no more is known. */
export function without(profile: Profile, { house }: Scenario, absence: Absence): Profile {
  const from = dateOfDay(dayIn(absence.from))
  const until = dateOfDay(dayIn(absence.from + 6))
  const centres = profile.centres.map((centre) => ({
    ...centre,
    openings: centre.openings.map((opening) => {
      const sitting = house.sittings.find((one) => isOf(one, centre.id, opening.id))
      const seat = (sitting?.counsellors.indexOf(absence.counsellor) ?? -1) + 1
      if (seat === 0) return opening
      const standIn: Counselling = { seat, from, until, languages: [] }
      return { ...opening, counselling: [...(opening.counselling ?? []), standIn] }
    }),
  }))
  return { ...profile, centres }
}

const isOf = (sitting: Sitting, centre: string, opening: string) =>
  sitting.centreId === centre && sitting.opening === opening

// What a pool says of itself: within how many days it answers is the longest it takes if it answers.
const poolData = (pool: Pool, byMail: boolean) => ({
  id: pool.id,
  name: pool.id,
  modes: [pool.way],
  languages: [...pool.languages],
  genderWish: true,
  leadWorkingDays: pool.leadWorkingDays.is,
  ...(pool.lay && { excludes: [LEGAL] }),
  ...(pool.onCall
    ? { onCall: true, contact: { phone: '0203 000000' } }
    : {
        answersInWorkingDays: pool.answersAfter.length - 1,
        freeCancelHours: pool.freeCancelHours.is,
        contact: { mail: 'orders@pool.example' },
        byMail,
      }),
  status: { confirmed: false, source: 'made up' },
})
