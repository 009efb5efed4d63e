// What a screen shows that is asked for when it is shown: free times, a referral, a link to another door.

import type { Deps } from '../../deps.ts'
import type { Facts, Place, ShownFacts } from '../../domain/dialog/talk.ts'
import { timesFor } from '../appointment/free-times.ts'
import type { City } from '../city.ts'
import { tieLink } from './tie.ts'

/** What is shown at a place beside what is known of the person; mostly no statement. */
export async function beside(
  deps: Deps,
  city: City,
  { place, personId, doors }: { place: Place; personId: string } & Pick<Facts, 'doors'>,
  now: number,
): Promise<Pick<ShownFacts, 'times' | 'referral' | 'tie'>> {
  const isReferral = place.at === 'page' && place.page === 'referral'
  return {
    times: await timesFor(deps, city, place, now),
    referral: isReferral ? await deps.store.referrals.latestOf(personId) : undefined,
    tie:
      place.at === 'tie' && doors[place.to] ? await tieLink(deps, personId, place.to) : undefined,
  }
}
