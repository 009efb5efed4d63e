// Who had an appointment in hours that were closed, and what has become of them, as far as the actor may see it.

import type { Deps } from '../../deps.ts'
import type { Closing } from '../../domain/appointment/closing.ts'
import { type Became, becameOf } from '../../domain/people/displaced.ts'
import { may } from '../../domain/people/rights.ts'
import { type ShownIntake, shownTo } from '../../domain/people/wall.ts'
import { centreOf, type Profile } from '../../domain/profile/profile.ts'
import { currentCity } from '../city.ts'
import { type Actor, noteDown, noteSeen } from './actor.ts'
import { inboxSight, whenNow } from './inbox.ts'
import { TO_CALL } from './to-call.ts'

// More nobody looks through on one page.
const MOST = 200
const DAY = 24 * 3_600_000

/** `seen`: `null` for a request of another carrier. Instants are epoch milliseconds. */
export type DisplacedPerson = {
  centre: string
  startsAt: number
  seen: { intake: ShownIntake; became: Became | null; isToCall: boolean } | null
}

/** Who was displaced at some centres in a stretch (epoch ms), the earliest first; by some closures, if that is asked. */
export async function displacedPeople(
  deps: Deps,
  actor: Actor,
  profile: Profile,
  asked: { centres: readonly string[]; from: number; until: number; closures?: readonly string[] },
): Promise<DisplacedPerson[]> {
  const ended = await deps.store.staff.displaced.list(asked, MOST)
  if (ended.length === 0) return []
  const refs = ended.flatMap(({ intake }) => (intake.displaced ? intake.ref : []))
  const { intakes } = await deps.store.staff.inbox.page(
    deps.config.profile,
    inboxSight(actor, profile),
    {
      ...{ ...whenNow(deps, profile), filter: { ...TO_CALL, refs }, ranks: [], acts: [] },
      ...{ turn: null, limit: MOST },
    },
  )
  const toCall = new Set(intakes.filter(({ place }) => place.late === 0).map(({ id }) => id))
  return ended.map(({ centre, startsAt, message, intake }) => {
    const shown = shownTo(actor, intake, profile)
    const became = becameOf(intake, message)
    // By which way a person is reached is no part of a front.
    const told = shown?.shown === 'whole' || became.is === 'other-time' ? became : null
    const isToCall = toCall.has(intake.id)
    return { centre, startsAt, seen: shown && { intake: shown, became: told, isToCall } }
  })
}

export type SeenClosure = {
  closings: readonly Closing[]
  people: readonly DisplacedPerson[]
  isCut: boolean
  nameOf: (centre: string) => string
  profile: Profile
  now: number
}

/** A closure, or all that one form made, with whom it displaced; `null` where there is none the actor may open. */
export async function seeClosure(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<SeenClosure | null> {
  const found = await deps.store.closures.find(id)
  const closings = found.filter(({ centre }) => may(actor, 'close-day', { centre }))
  if (closings.length === 0) {
    const about = { subject: id, centre: found[0]?.centre ?? null, refused: true }
    await noteDown(deps, actor, 'close-day', about)
    return null
  }
  const { profile } = await currentCity(deps)
  const people = await displacedPeople(deps, actor, profile, {
    centres: [...new Set(closings.map(({ centre }) => centre))],
    from: Math.min(...closings.map(({ startsAt }) => startsAt)) - DAY,
    until: Math.max(...closings.map(({ endsAt }) => endsAt)),
    closures: closings.map((one) => one.id),
  })
  await noteSeen(deps, actor, 'see-list', seenAmong(people))
  const nameOf = (centre: string) => centreOf(profile, centre)?.name ?? centre
  const isCut = people.length === MOST
  return { closings, people, isCut, nameOf, profile, now: deps.clock.now() }
}

/** Whose data are among them. */
export const seenAmong = (people: readonly DisplacedPerson[]) =>
  people.flatMap(({ seen }) => seen?.intake ?? [])
