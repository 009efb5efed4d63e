// Staff book, move and cancel; the person is told in their own language.

import type { Deps } from '../../deps.ts'
import {
  type Audience,
  type BookableTime,
  checkTime,
  nextTimes,
} from '../../domain/calendar/bookable.ts'
import type { CaseIntake } from '../../domain/people/case.ts'
import { calendarOf, centreOf } from '../../domain/profile/profile.ts'
import { handOn } from '../appointment/hand-on.ts'
import { type City, currentCity } from '../city.ts'
import { enqueue } from '../outbox/outbox.ts'
import { type Caller, mayHere, noteDown } from './caller.ts'
import { placeOf } from './read-record.ts'
import type { WorkOutcome } from './work-on-record.ts'

const DAY = 86_400_000
const SHOWN = 60

/** The times staff can give, without the lead time of the public: staff-only seats first, or those for the door. */
export async function staffTimes(
  deps: Deps,
  city: City,
  centreId: string,
  audience: Exclude<Audience, 'public'> = 'staff',
): Promise<readonly BookableTime[]> {
  const centre = centreOf(city.profile, centreId)
  if (!centre) return []
  const now = deps.clock.now()
  const until = now + (city.profile.calendar.horizonDays + 1) * DAY
  const taken = await deps.store.bookings.taken([centreId], now, until)
  const calendar = calendarOf(city.profile, centre)
  return nextTimes({ calendar, closures: city.closures, taken, now, audience }, SHOWN)
}

/** Books for a person who has no appointment, else moves the one they have. */
export async function giveTime(
  deps: Deps,
  caller: Caller,
  id: string,
  wish: { centre: string; startsAt: number },
): Promise<WorkOutcome> {
  const intake = await found(deps, caller, id)
  if (!intake || !(await mayHere(deps, caller, 'change-booking', id, { centre: wish.centre }))) {
    return 'unknown'
  }
  const city = await currentCity(deps)
  const centre = centreOf(city.profile, wish.centre)
  if (!centre) return 'unknown'
  const now = deps.clock.now()
  const time = checkTime(
    {
      calendar: calendarOf(city.profile, centre),
      closures: city.closures,
      taken: [],
      now,
      audience: 'staff',
    },
    wish.startsAt,
  )
  if ('not' in time) return 'not-now'
  const wanted = { ...wish, endsAt: time.endsAt, seats: time.seats }
  const open = await deps.store.staff.day.openOf(intake.personId, now)
  if (open && !(await mayChange(deps, caller, id, open))) return 'not-now'
  const bookingId = open ?? deps.newId()
  // One that is over and that nobody marked would stand in the way.
  if (!open) await deps.store.bookings.closePast(intake.personId, now)
  const done = open
    ? await deps.store.bookings.move(open, wanted, `staff:${caller.id}`, now)
    : !(
        'not' in
        (await deps.store.bookings.book(
          {
            ...wanted,
            id: bookingId,
            ref: intake.ref,
            personId: intake.personId,
            intakeId: id,
            remind: false,
            channel: 'staff',
            by: `staff:${caller.id}`,
          },
          now,
        ))
      )
  if (!done) return 'changed'
  await told(deps, intake, bookingId, open ? 'moved' : 'booked', now)
  if (open) await handOn(deps, city)
  const name = open ? 'move-booking' : 'book'
  await noteDown(deps, caller, name, { subject: id, centre: wish.centre })
  return 'done'
}

/** Cancels the open appointment of a request. */
export async function cancelTime(deps: Deps, caller: Caller, id: string): Promise<WorkOutcome> {
  const intake = await found(deps, caller, id)
  if (!intake) return 'unknown'
  const now = deps.clock.now()
  const open = await deps.store.staff.day.openOf(intake.personId, now)
  if (open && !(await mayChange(deps, caller, id, open))) return 'not-now'
  if (!open || !(await deps.store.bookings.cancel(open, `staff:${caller.id}`, now)))
    return 'changed'
  await told(deps, intake, open, 'cancelled', now)
  await handOn(deps, await currentCity(deps))
  await noteDown(deps, caller, 'cancel-booking', { subject: id, centre: intake.centre })
  return 'done'
}

async function found(deps: Deps, caller: Caller, id: string): Promise<CaseIntake | null> {
  const intake = await deps.store.staff.intakes.find(id)
  if (!intake) return null
  return (await mayHere(deps, caller, 'change-booking', id, placeOf(intake))) ? intake : null
}

/** A person's one open appointment may belong to another request, centre and carrier. */
async function mayChange(
  deps: Deps,
  caller: Caller,
  id: string,
  booking: string,
): Promise<boolean> {
  const place = await deps.store.staff.day.place(booking)
  return place !== null && (await mayHere(deps, caller, 'change-booking', id, place))
}

async function told(
  deps: Deps,
  intake: CaseIntake,
  bookingId: string,
  what: 'moved' | 'booked' | 'cancelled',
  now: number,
): Promise<void> {
  await enqueue(deps, {
    key: `staff-change:${bookingId}:${now}`,
    kind: 'staff-change',
    personId: intake.personId,
    bookingId,
    payload: { what },
    dueAt: now,
    rank: 0,
  })
}
