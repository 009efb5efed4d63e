// Weeks of appointments as they come: booked, moved, called off, given to somebody else, marked, and people at the door.

import { cancelling, transition } from '../../src/domain/appointment/transitions.ts'
import { plannedSlots, type Slot } from '../../src/domain/calendar/planned.ts'
import { addDays } from '../../src/domain/calendar/wall-clock.ts'
import { countedHour } from '../../src/domain/figures/counted-hour.ts'
import { calendarOf } from '../../src/domain/profile/profile.ts'
import { cityAt } from '../../src/flows/city.ts'
import type { TestLotse } from './lotse.ts'

const DAY = 86_400_000

/** How likely, of a seat: that somebody has it; of an appointment: that it is moved, called off, missed, never marked. */
export type Likely = {
  booked: number
  moved: number
  cancelled: number
  refilled: number
  missed: number
  unmarked: number
}

export const USUAL: Likely = {
  ...{ booked: 0.85, moved: 0.05, cancelled: 0.12, refilled: 0.7, missed: 0.1, unmarked: 0 },
}

/** `only`: the id of a single centre that is visited. */
type Lived = { monday: string; until: number; likely?: Likely; only?: string | undefined }

/** One seat of a slot that somebody may have. */
type Place = { slot: Slot; seat: number }

/** Lets the week of a Monday pass at all centres of the city, up to `until` (epoch ms); what is later is only booked. */
export async function liveWeek(
  { deps }: TestLotse,
  random: () => number,
  { monday, until, likely = USUAL, only }: Lived,
): Promise<void> {
  const { profile, closures } = await cityAt(deps, 1)
  const { appointments } = deps.store
  const happens = (share: number) => random() < share
  const wanted = ({ slot, seat }: Place) => ({
    ...{ centre: slot.centreId, startsAt: slot.startsAt, endsAt: slot.endsAt, seats: [seat] },
    counted: countedHour(slot.startsAt),
  })
  const book = async (place: Place, now: number) => {
    const whose = { id: deps.newId(), ref: 'XX-0000', personId: null, intakeId: null }
    const how = { remind: false, channel: 'staff', by: 'person' } as const
    const booked = await appointments.book({ ...wanted(place), ...whose, ...how }, [], now)
    return 'not' in booked ? null : booked.id
  }
  const mark = async (id: string, { slot }: Place) => {
    if (slot.startsAt > until || happens(likely.unmarked)) return
    const to = happens(likely.missed) ? 'missed' : 'attended'
    const marked = [transition('booked', to, slot.endsAt)]
    await appointments.change({ ids: [id] }, marked, 'staff:test', slot.endsAt)
  }

  for (const centre of profile.centres.filter(({ id }) => !only || id === only)) {
    const range = { from: monday, until: addDays(monday, 6) }
    const slots = plannedSlots(calendarOf(profile, centre), closures, range)
    const places = slots.flatMap((slot) =>
      [...slot.seats, ...slot.staffSeats].map((seat) => ({ slot, seat })),
    )
    for (const [at, place] of places.entries()) {
      if (!happens(likely.booked)) continue
      const begins = place.slot.startsAt
      let id = await book(place, begins - Math.ceil(1 + random() * 9) * DAY)
      if (id === null) continue
      const other = places[at + Math.ceil(random() * 5)]
      if (other && happens(likely.moved)) {
        const taker = { personId: null, by: 'person' } as const
        const seat = await appointments.move(id, wanted(other), taker, begins - DAY)
        if (seat !== null) {
          await mark(id, other)
          id = await book(place, begins - DAY / 2)
        }
      } else if (happens(likely.cancelled)) {
        await appointments.change({ ids: [id] }, cancelling(0), 'person', begins - DAY)
        id = happens(likely.refilled) ? await book(place, begins - DAY / 2) : null
      }
      if (id !== null) await mark(id, place)
    }
    for (const { startsAt } of slots) {
      if (startsAt > until || !happens(0.15)) continue
      const came = { id: deps.newId(), centre: centre.id, counted: countedHour(startsAt) }
      await appointments.walkIn(came, 'staff:test', startsAt)
    }
  }
}
