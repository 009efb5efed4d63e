// Closing hours that are booked already, and opening them again.

import type { Deps } from '../../deps.ts'
import { currentCity } from '../city.ts'
import { handOn } from '../hand-on.ts'
import { type Caller, mayHere, noteDown } from './caller.ts'
import { offerOthers, tellDisplaced } from './offer-others.ts'

/** `id` was drawn when the form was shown, so that a form sent twice closes once. */
export type Closing = Parameters<Deps['store']['closures']['add']>[0]

/**
 * How many appointments closing would displace, and how many of these people have to be called
 * since no message reaches them. Changes nothing; `null` where the caller may not close here.
 */
export async function affectedBy(
  deps: Deps,
  caller: Caller,
  closing: Closing,
): Promise<{ appointments: number; toCall: number } | null> {
  const { centre } = closing
  if (!(await mayHere(deps, caller, 'close-day', closing.id, { centre }))) return null
  const affected = await deps.store.closures.affected(closing, deps.clock.now())
  const toCall = affected.filter(({ reachable }) => !reachable).length
  return { appointments: affected.length, toCall }
}

/**
 * Closes hours of one centre or seat. Each person whose appointment falls into them is told and has
 * three new times held for a day; whoever cannot be told, or does not answer, is on the call list.
 * May run twice. False where the caller may not close here.
 */
export async function closeDay(deps: Deps, caller: Caller, closing: Closing): Promise<boolean> {
  const { id, centre } = closing
  if (!(await mayHere(deps, caller, 'close-day', id, { centre }))) return false
  const { closures } = deps.store
  const now = deps.clock.now()
  await closures.add(closing, `staff:${caller.id}`, now)
  await closures.displace(closing, now)
  await closures.askToCall(closing)
  await offerOthers(deps, await currentCity(deps), closing, now)
  await noteDown(deps, caller, 'close-day', { subject: id, centre })
  return true
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
