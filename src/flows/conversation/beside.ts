// What a screen shows that is asked for when it is shown: free times, a referral, a link to another door.

import type { Deps } from '../../deps.ts'
import type { Facts, ShownFacts, Talk } from '../../domain/dialog/talk.ts'
import type { TimesAt } from '../appointment/free-times.ts'
import { tieLink } from './tie.ts'

/** What is shown where a talk is beside what is known of the person; mostly no statement. */
export async function beside(
  deps: Deps,
  personId: string,
  talk: Talk,
  facts: Facts,
  timesAt: TimesAt,
): Promise<Pick<ShownFacts, 'times' | 'referral' | 'tie'>> {
  const { place } = talk
  const isReferral = place.at === 'page' && place.page === 'referral'
  return {
    times: await timesAt(talk, facts),
    referral: isReferral ? await deps.store.referrals.latestOf(personId) : undefined,
    tie:
      place.at === 'tie' && facts.doors[place.to]
        ? await tieLink(deps, personId, place.to)
        : undefined,
  }
}
