// Lays what the demo makes up over its city, and takes it away where a demo's database goes live.

import type { Deps } from '../../deps.ts'
import { dateOf } from '../../domain/calendar/wall-clock.ts'
import { withMadeUp, withoutMadeUp } from '../../domain/profile/made-up.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { currentCity } from '../city.ts'
import { DEMO_DOMAIN } from '../sign-in/demo-account.ts'
import { takeVoicesAway } from '../spoken/demo-voices.ts'

/** The fact that says so of a database. */
const FACT = 'made-up'

/** Once; what a visitor of the demo changes afterwards stays. `staffId`: who counsels in the demo. */
export async function layMadeUp(deps: Deps, staffId: string | null): Promise<void> {
  if (deps.config.mode !== 'demo') throw new Error('what is made up belongs into a demo')
  if ((await deps.store.meta.get(FACT)) !== null) return
  // Noted first: cut off in between, there is less to see; the other way round it could go live.
  await deps.store.meta.set(FACT, 'laid')
  const since = dateOf(deps.clock.now())
  await change(deps, (profile) => withMadeUp(profile, staffId, since))
}

/** Before the first people come: nobody may be told of a counsellor who is made up, or hear a computer. */
export async function takeMadeUpAway(deps: Deps): Promise<void> {
  await takeVoicesAway(deps)
  if ((await deps.store.meta.get(FACT)) !== 'laid') return
  await change(deps, withoutMadeUp)
  await deps.store.madeUp.takeAway(DEMO_DOMAIN)
  await deps.store.meta.set(FACT, 'gone')
  deps.log.info('took away what the demo had made up')
}

async function change(deps: Deps, made: (profile: Profile) => Profile): Promise<void> {
  const { store, clock } = deps
  const { profile, version } = await currentCity(deps)
  const isChanged = await store.cities.replaceAt(profile.id, version, made(profile), clock.now())
  // Somebody else was faster: then theirs is changed.
  if (!isChanged) await change(deps, made)
}
