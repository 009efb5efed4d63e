// Somebody tells of a barrier: kept for whoever administrates, and a mail is owed that says that there is one.

import type { Deps } from '../deps.ts'
import type { Channel } from '../domain/people/address.ts'
import { type Barrier, MOST_BARRIERS } from '../domain/people/barrier-report.ts'
import { mailOfLine } from '../domain/people/notices.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { Compose } from './outbox/outbox.ts'

/** The kind of the mail that is owed of each. */
export const BARRIER_NOTICE = 'barrier-mail'

/** `input`: by which the same one that comes again is kept once. */
type Told = { input: string; channel: Channel; language: string; barrier: Barrier }

/** Keeps what a person told; false where as many of theirs are kept as may be. */
export async function tellBarrier(deps: Deps, told: Told & { personId: string }): Promise<boolean> {
  const { store, clock, newId } = deps
  if ((await store.barriers.countOf(told.personId, told.input)) >= MOST_BARRIERS) return false
  await store.barriers.add({ id: newId(), ...told }, BARRIER_NOTICE, clock.now())
  return true
}

/**
 * Keeps what somebody told on a page that knows nobody.
 * @param drawn the word of the form it was typed in: the same text sent twice from it counts once
 */
export async function tellBarrierUnknown(
  { store, clock, newId }: Deps,
  { drawn, ...told }: Omit<Told, 'input'> & { drawn: string },
): Promise<void> {
  const { text, reach = '' } = told.barrier
  const input = `form:${await fingerprintOf(JSON.stringify([drawn, text, reach]))}`
  await store.barriers.add(
    { id: newId(), personId: null, input, ...told },
    BARRIER_NOTICE,
    clock.now(),
  )
}

/** Where it was told, as those who read it call it. */
const DOORS: Record<Channel, string> = { telegram: 'Chat', web: 'Seiten', staff: 'Dashboard' }

/** To whom the declaration says barriers are told; dropped where it says no address, or it has been settled. */
export const composeBarrierNotice: Compose = async (deps, { profile }, { payload }) => {
  const to = profile.accessibility?.contact?.mail
  if (!deps.mail) return { drop: 'no-mail' }
  const channel = await deps.store.barriers.openAt((payload as { barrier: string }).barrier)
  if (!to || !channel) return { drop: 'gone' }
  const { publicUrl } = deps.config
  const link = publicUrl ? `${publicUrl}/staff/barriers` : null
  return { mail: mailOfLine(`Barriere gemeldet, ${DOORS[channel]}`, link, to) }
}
