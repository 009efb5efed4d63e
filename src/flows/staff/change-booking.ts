// Staff book, move and cancel; the person is told in their own language.

import type { Deps } from '../../deps.ts'
import { type AppointmentNow, isOpen, seatAt } from '../../domain/appointment/appointment.ts'
import { type FittingTime, type Need, needOf } from '../../domain/appointment/language-fit.ts'
import { makingWay, transition } from '../../domain/appointment/transitions.ts'
import type { Audience, BookableTime } from '../../domain/calendar/bookable.ts'
import { fittingTimes } from '../../domain/dialog/fitting.ts'
import type { CaseIntake } from '../../domain/people/case.ts'
import { type Centre, centreOf } from '../../domain/profile/profile.ts'
import { freeTimes, offered } from '../appointment/free-times.ts'
import { handOn } from '../appointment/hand-on.ts'
import { type City, currentCity } from '../city.ts'
import { type Actor, mayHere, noteDown, noteSeen } from './actor.ts'
import { locationOf } from './read-record.ts'
import { tellChange } from './tell-change.ts'
import type { WorkOutcome } from './work-on-record.ts'

const SHOWN = 60
// As far as a calendar goes: one of them was chosen in the week.
const MOST_TIMES = 400

type StaffAsk = { audience?: Exclude<Audience, 'public'>; at?: number | null }

/**
 * The next times staff can give, without the lead time of the public: staff-only seats first, or those for the door;
 * with one that was chosen (epoch ms), if it is free.
 */
export async function staffTimes(
  deps: Deps,
  city: City,
  centreId: string,
  { audience = 'staff', at = null }: StaffAsk = {},
): Promise<readonly BookableTime[]> {
  const centre = centreOf(city.profile, centreId)
  if (!centre) return []
  const most = at === null ? SHOWN : MOST_TIMES
  const times = await freeTimes(deps, city, [centre], { now: deps.clock.now(), audience, most })
  return times.filter(({ startsAt }, nth) => nth < SHOWN || startsAt === at)
}

/** Times for a request, at one of the actor's centres. */
export type TimesFor = {
  intake: CaseIntake
  centre: Centre
  /** All centres of the actor. */
  centres: readonly Centre[]
  times: readonly FittingTime[]
  need: Need
  /** The time that was chosen in the week (epoch ms), and whether it is still free. */
  chosen: { startsAt: number; isFree: boolean } | null
  /** Epoch ms. */
  now: number
}

const needFrom = ({ answers, takenBy }: CaseIntake) => needOf(answers, takenBy?.id ?? null)

/** The times a request can be given at the centre that is asked for, or at the request's own. */
export async function timesFor(
  deps: Deps,
  actor: Actor,
  id: string,
  { centre: asked, at = null }: { centre?: string | undefined; at?: number | null } = {},
): Promise<TimesFor | null> {
  const intake = await found(deps, actor, id)
  if (!intake) return null
  const city = await currentCity(deps)
  const centres = city.profile.centres.filter((centre) => actor.centres.includes(centre.id))
  const wanted = asked ?? intake.centre
  const centre = centres.find((one) => one.id === wanted) ?? centres[0]
  if (!centre) return null
  const free = await staffTimes(deps, city, centre.id, { at })
  const world = { profile: city.profile, now: deps.clock.now() }
  const knownTo = intake.takenBy ? { counsellor: intake.takenBy.id } : {}
  // The one they have is no other time, also where more seats are free in it.
  const others = free.filter((one) => one.startsAt !== ownStart(intake, world.now, centre.id))
  const times = fittingTimes(others, intake, { ...world, ...knownTo })
  await noteSeen(deps, actor, 'see-part', [intake])
  const chosen =
    at === null ? null : { startsAt: at, isFree: free.some((one) => one.startsAt === at) }
  return { intake, centre, centres, times, need: needFrom(intake), chosen, now: world.now }
}

/** When the open appointment of a request begins (epoch ms), at this centre if one is named; `null` without one. */
export const ownStart = (
  { appointment }: Pick<CaseIntake, 'appointment'>,
  now: number,
  centre = appointment?.centre,
): number | null =>
  appointment && isOpen(appointment, now) && appointment.centre === centre
    ? appointment.startsAt
    : null

/** What the page showed that is acted on: when the appointment begins, `null` for none; `undefined` where none did. */
export type SeenStart = number | null | undefined

const isStale = (intake: CaseIntake, from: SeenStart, now: number) =>
  from !== undefined && from !== ownStart(intake, now)

/** Books for a person who has no appointment, else moves the one they have. */
export async function giveTime(
  deps: Deps,
  actor: Actor,
  id: string,
  wish: { centre: string; startsAt: number; from?: SeenStart },
): Promise<WorkOutcome> {
  const intake = await found(deps, actor, id)
  if (!intake || !(await mayHere(deps, actor, 'change-booking', id, { centre: wish.centre }))) {
    return 'unknown'
  }
  const city = await currentCity(deps)
  if (!centreOf(city.profile, wish.centre)) return 'unknown'
  const now = deps.clock.now()
  const time = offered(city, wish.centre, wish.startsAt, now, 'staff')
  if ('not' in time) return 'not-now'
  const { personId, ref } = intake
  const open = await openOf(deps, personId, now)
  if (open && !(await mayHere(deps, actor, 'change-booking', id, open))) return 'not-now'
  if (open?.centre === wish.centre && open.startsAt === wish.startsAt) {
    // From a page that was left open: they have it already, and have been told.
    return wish.from === wish.startsAt ? 'same-time' : 'done'
  }
  if (isStale(intake, wish.from, now)) return 'changed'
  const { appointments } = deps.store
  const bookingId = open?.id ?? deps.newId()
  const [seat, by] = [seatAt(wish.centre, time, needFrom(intake)), `staff:${actor.id}` as const]
  const whose = { id: bookingId, ref, personId, intakeId: id, remind: false, by } as const
  const done = open
    ? await appointments.move(open.id, seat, { personId, by, from: open.startsAt }, now)
    : await appointments.book({ ...seat, ...whose, channel: 'staff' }, makingWay(now), now)
  if (!done || (typeof done === 'object' && 'not' in done)) return 'changed'
  await tellChange(deps, intake, bookingId, open ? 'moved' : 'booked', now)
  if (open) await handOn(deps, city)
  else if (intake.callBack !== null) await deps.store.staff.intakes.meetWish(id)
  const name = open ? 'move-booking' : 'book'
  await noteDown(deps, actor, name, { subject: id, centre: wish.centre })
  return 'done'
}

/** Cancels the open appointment of a request. */
export async function cancelTime(
  deps: Deps,
  actor: Actor,
  id: string,
  from?: SeenStart,
): Promise<WorkOutcome> {
  const intake = await found(deps, actor, id)
  if (!intake) return 'unknown'
  const now = deps.clock.now()
  const open = await openOf(deps, intake.personId, now)
  if (!open || isStale(intake, from, now)) return 'changed'
  if (!(await mayHere(deps, actor, 'change-booking', id, open))) return 'not-now'
  const cancelled = [transition('booked', 'cancelled', now)]
  const by = `staff:${actor.id}` as const
  if (!(await deps.store.appointments.change({ ids: [open.id] }, cancelled, by, now))) {
    return 'changed'
  }
  await tellChange(deps, intake, open.id, 'cancelled', now)
  await handOn(deps, await currentCity(deps))
  await noteDown(deps, actor, 'cancel-booking', { subject: id, centre: intake.centre })
  return 'done'
}

async function found(deps: Deps, actor: Actor, id: string): Promise<CaseIntake | null> {
  const intake = await deps.store.staff.intakes.find(id)
  if (!intake) return null
  // Before it is taken over nobody sees enough of it to give it another time.
  return (await mayHere(deps, actor, 'work-on-record', id, locationOf(intake))) ? intake : null
}

/** A person's one open appointment, which may belong to another request, centre and carrier. */
async function openOf(deps: Deps, personId: string, now: number): Promise<AppointmentNow | null> {
  const own = await deps.store.appointments.openOf(personId)
  return own && isOpen(own, now) ? own : null
}
