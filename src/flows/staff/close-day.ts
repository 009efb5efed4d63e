// Closing hours that are booked already, and opening them again.

import type { Deps } from '../../deps.ts'
import { currentCity } from '../city.ts'
import { handOn } from '../hand-on.ts'
import { type Caller, mayHere, noteDown } from './caller.ts'
import { offerOthers, tellDisplaced } from './offer-others.ts'

/** `id` was drawn when the form was shown, so that a form sent twice closes once. */
export type Closing = Parameters<Deps['store']['closures']['add']>[0]

/** An appointment that closing would displace; epoch ms. */
export type Affected = { centre: string; startsAt: number }

/**
 * Which appointments closing would displace, and how many of these people have to be called since no
 * message reaches them. Changes nothing; `null` where the caller may not close one of these.
 */
export async function affectedBy(
  deps: Deps,
  caller: Caller,
  closings: readonly Closing[],
): Promise<{ appointments: readonly Affected[]; toCall: number } | null> {
  if (!(await mayClose(deps, caller, closings))) return null
  const now = deps.clock.now()
  const affected = []
  for (const closing of closings) {
    for (const one of await deps.store.closures.affected(closing, now)) {
      affected.push({ ...one, centre: closing.centre })
    }
  }
  const toCall = affected.filter(({ reachable }) => !reachable).length
  return { appointments: affected, toCall }
}

/**
 * Closes hours of centres or seats. Each person whose appointment falls into them is told and has
 * three new times held for a day; whoever cannot be told, or does not answer, is on the call list.
 * May run twice. False where the caller may not close one of these; then none is closed.
 */
export async function closeDays(
  deps: Deps,
  caller: Caller,
  closings: readonly Closing[],
): Promise<boolean> {
  if (!(await mayClose(deps, caller, closings))) return false
  const { closures } = deps.store
  const now = deps.clock.now()
  // All are closed before anybody is offered another time, which might be closed next.
  for (const closing of closings) await closures.add(closing, `staff:${caller.id}`, now)
  for (const closing of closings) {
    await closures.displace(closing, now)
    await closures.askToCall(closing)
  }
  const city = await currentCity(deps)
  for (const closing of closings) {
    await offerOthers(deps, city, closing, now)
    await noteDown(deps, caller, 'close-day', { subject: closing.id, centre: closing.centre })
  }
  return true
}

async function mayClose(
  deps: Deps,
  caller: Caller,
  closings: readonly Closing[],
): Promise<boolean> {
  const first = new Map(closings.map((closing) => [closing.centre, closing.id]))
  for (const [centre, id] of first) {
    if (!(await mayHere(deps, caller, 'close-day', id, { centre }))) return false
  }
  return closings.length > 0
}

/**
 * Opens closed hours again. Who has not taken another time yet has the old one back and is told.
 * False where there is no such closure or the caller may not open it.
 */
export async function reopenDay(deps: Deps, caller: Caller, id: string): Promise<boolean> {
  const { closures, offers } = deps.store
  const closing = await closures.find(id)
  if (!closing) {
    await noteDown(deps, caller, 'reopen-day', { subject: id, centre: null, refused: true })
    return false
  }
  const { centre } = closing
  if (!(await mayHere(deps, caller, 'close-day', id, { centre }))) return false
  const now = deps.clock.now()
  const back = await closures.giveBack(closing, `staff:${caller.id}`, now)
  for (const booking of back) await offers.releaseAll(booking.id, now)
  // Last: as long as it stands, nobody else can take the old seats.
  await closures.remove(id)
  for (const { id: bookingId, personId } of back) {
    if (personId) {
      await tellDisplaced(deps, 'reopened', { closure: id, personId, bookingId }, now)
    }
  }
  await handOn(deps, await currentCity(deps))
  await noteDown(deps, caller, 'reopen-day', { subject: id, centre })
  return true
}
