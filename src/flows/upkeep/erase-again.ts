// After a backup has been brought back: whoever was erased since it was made is erased again.

import type { Deps } from '../../deps.ts'
import { cancelling } from '../../domain/appointment/transitions.ts'
import { stoppedHours } from '../../domain/people/retention.ts'
import { erasePerson } from '../appointment/book-slot.ts'
import { currentCity } from '../city.ts'

/** All hashes of who was erased, for a list that is kept away from the database. */
export async function erasedHashes(deps: Deps): Promise<string[]> {
  const all: string[] = []
  for (let place = 0; ; ) {
    const some = await deps.store.erased.after(place)
    if (some.hashes.length === 0) return all
    all.push(...some.hashes)
    place = some.place
  }
}

/**
 * Erases everybody a list names, the requests it names, the voices and reports of barriers; may run twice. Appointments are
 * cancelled, so that their seats are free.
 */
export async function eraseAgain(
  deps: Deps,
  hashes: Iterable<string>,
): Promise<{ people: number; requests: number; speakers: number }> {
  const { people, requests, speakers, barriers } = await deps.store.erased.stillHere(
    new Set(hashes),
  )
  for (const id of people) await erasePerson(deps, id)
  const { profile } = await currentCity(deps)
  for (const id of requests) {
    const now = deps.clock.now()
    const also = { stoppedHours: stoppedHours(profile.retention), owed: null }
    await deps.store.forgetting.request(id, cancelling(now), 'system', also, now)
  }
  for (const id of barriers) await deps.store.barriers.erase([id], deps.clock.now())
  for (const id of speakers) await deps.store.speakers.remove(id, deps.clock.now())
  return { people: people.length, requests: requests.length, speakers: speakers.length }
}
