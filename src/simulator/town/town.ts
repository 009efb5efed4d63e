// A town that has lived for twelve weeks: everything in it happened through Lotse's own flows, on a clock of its
// own that ends at the present.

import type { Deps } from '../../deps.ts'
import { atDay, dateOf, dayNumber, weekdayOfDay } from '../../domain/calendar/wall-clock.ts'
import { CASE_ROLES, isRole } from '../../domain/people/rights.ts'
import { currentCity } from '../../flows/city.ts'
import type { Messenger } from '../../flows/outbox/messenger.ts'
import { staffAccounts } from '../../flows/sign-in/accounts.ts'
import { demoBody, demoWithCode } from '../../flows/sign-in/demo-account.ts'
import { createTick } from '../../flows/upkeep/run-tick.ts'
import { type Chance, createChance } from './chance.ts'
import { type Case, type Colleague, createDesk } from './desk.ts'
import { type Townsman, townsman } from './people.ts'
import { nextAtDesk, type PlannedVisit, planVisits, WEEKS } from './plan.ts'
import { createTogether } from './together.ts'
import { createVisits, type Ending } from './visit.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const KEPT = 30 * DAY

/** How long before its end each working day has hours, in milliseconds. */
export const OPEN_DAILY_FOR = 20 * DAY

type Happening = { at: number; does: () => Promise<unknown> }

/** The clock of the town, which its making moves. */
export type TownClock = { at: number }

/**
 * Lets the town live up to `until` (epoch milliseconds), with the demo's accounts at the desk. `deps.clock` is `clock`;
 * where `deps.random` and `deps.newId` are drawn from a seed, one day and one seed give one town.
 */
export async function letLive(
  deps: Deps,
  clock: TownClock,
  { until, seed }: { until: number; seed: number },
): Promise<void> {
  clock.at = until - (WEEKS * 7 + 1) * DAY
  const chance = createChance(seed)
  const { profile } = await currentCity(deps)
  const colleagues = await colleaguesOf(deps)
  const visits = createVisits(deps)
  const desk = createDesk(deps, colleagues, chance)
  const together = createTogether(deps, colleagues, chance)
  const tick = createTick(deps, { telegram: receiving(), web: keeping })
  const happenings: Happening[] = []
  const happens = (at: number, does: () => Promise<unknown>) => {
    if (at < until) happenings.push({ at, does })
  }
  let people = 0
  const anybody = (centre: string, at: number): Townsman => {
    people += 1
    return townsman(profile, { centre, nth: people, isRecent: until - at < KEPT }, chance)
  }

  for (const planned of planVisits(profile, until, chance)) comes(planned)
  for (const centre of profile.centres) asksOtherwise(centre.id)
  const today = dayNumber(dateOf(until))
  for (let day = today - WEEKS * 7; day <= today; day++) {
    // Of what was owed on older days nothing is left but what was counted: it is played each week.
    const minutes = today - day < 6 ? BY_DAY : today - day < 13 ? BY_DAY.slice(0, 1) : []
    for (const one of minutes) happens(atDay(day, one), tick)
    // What a night counts and erases is made up for; the last ones happen as they do.
    if (weekdayOfDay(day) === 1 || today - day < 5) happens(atDay(day, BY_NIGHT), tick)
    if (today - day < 7 && weekdayOfDay(day) < 6) happens(atDay(day, AT_DESK), together.asksPools)
  }
  // A centre has been closed a day of last week, and will be one in ten days.
  profile.centres.slice(-2).forEach(({ id }, nth) => {
    happens(until - (9 - 6 * nth) * DAY, () => together.closes(id, nth === 0 ? 3 : 10))
  })

  happenings.sort((one, other) => one.at - other.at)
  for (const { at, does } of happenings) {
    clock.at = at
    await does()
  }
  clock.at = until
  await tick()

  /** Somebody who takes a time, and what becomes of it. */
  function comes({ at, time, becomes, givenUpAt }: PlannedVisit): void {
    const who = anybody(time.centre, at)
    let one: Case | undefined
    let personId = ''
    const isRecent = until - time.startsAt < KEPT
    // By telephone more at first; since then word of Lotse has got round.
    const isCaller = becomes !== 'cancelled' && chance.is(isRecent ? 0.08 : 0.5)
    happens(at, async () => {
      if (isCaller) {
        one = (await desk.books(who, time)) ?? undefined
        personId = one?.intake ?? ''
        return
      }
      const visitor = await visits.talks(who, { as: 'booked', time })
      if (!visitor) return
      personId = visitor.personId
      one = { intake: visitor.intakeId, centre: time.centre }
    })
    const isThere = (does: (known: Case) => Promise<unknown>) => async () => {
      if (one) await does(one)
    }
    const appointment = async () => (await deps.store.appointments.openOf(personId))?.id
    const isUrgent = who.answers['urgent'] === 'yes'
    // Whoever cannot wait is taken on as soon as somebody is there, and of the others every second one.
    if (isRecent && !isCaller && (isUrgent || chance.is(0.5))) {
      happens(nextAtDesk(isUrgent ? at : at + DAY), isThere(desk.takes))
    }
    if (isRecent && chance.is(0.35)) {
      const taken = between(at, time.startsAt, chance)
      happens(taken, isThere(desk.takes))
      if (chance.is(0.5)) {
        happens(taken + HOUR, isThere(desk.writes))
        const speaks = async (known: Case) => known.isWrittenTo && visits.speaks(who)
        if (!isCaller && chance.is(0.6)) {
          happens(taken + 4 * HOUR, isThere(speaks))
          happens(nextAtDesk(taken + 4 * HOUR), isThere(desk.notes))
        }
      }
      if (chance.is(0.15)) happens(taken + 2 * HOUR, isThere(together.assigns))
    }
    if (isRecent && !isCaller && who.reminds && becomes !== 'cancelled' && chance.is(0.5)) {
      const answer = chance.is(0.2) ? 'late' : 'coming'
      const { startsAt } = time
      happens(startsAt - (answer === 'late' ? HOUR / 3 : 3 * HOUR), async () => {
        const booking = await appointment()
        if (booking) await visits.taps(who, { do: answer, booking, startsAt })
      })
    }
    if (becomes === 'cancelled' && givenUpAt) {
      happens(givenUpAt, async () => {
        const booking = await appointment()
        if (booking) await visits.taps(who, { do: 'cancel-yes', booking })
      })
      if (isRecent) happens(nextAtDesk(givenUpAt + DAY), isThere(desk.settles))
    }
    if (becomes !== 'attended' && becomes !== 'missed') return
    // The last ones of today are still to be marked.
    const marked = time.startsAt + (12 + chance.below(15)) * MINUTE
    happens(
      marked,
      isThere(async (known) => desk.marks(known, await appointment(), becomes)),
    )
    if (chance.is(0.12)) happens(time.startsAt + 10 * MINUTE, () => desk.walkIn(time.centre))
    // What was done with older ones has been erased with them.
    if (!isRecent) return
    if (becomes === 'missed') {
      happens(nextAtDesk(marked + (1 + chance.below(4)) * DAY), isThere(desk.settles))
      return
    }
    if (chance.is(0.35)) happens(marked + 20 * MINUTE, isThere(desk.notes))
    if (chance.is(0.14)) happens(marked + 21 * MINUTE, isThere(together.refers))
    if (chance.is(0.08)) happens(marked + 22 * MINUTE, isThere(together.handsOver))
    if (chance.is(0.15)) {
      const days = 1 + chance.below(9)
      happens(
        marked + 25 * MINUTE,
        isThere((known) => desk.laysAside(known, days)),
      )
      if (chance.is(0.85)) happens(nextAtDesk(marked + days * DAY), isThere(desk.closes))
    } else if (chance.is(0.7)) happens(marked + (1 + chance.below(4)) * DAY, isThere(desk.closes))
  }

  /** Those who want to be called, who wait for a time, and who leave in the middle. */
  function asksOtherwise(centre: string): void {
    for (let day = 1; day < WEEKS * 7; day++) {
      if (chance.is(0.3)) begins(day, { as: 'called' })
      if (chance.is(0.12)) begins(day, { as: 'left', after: 1 + chance.below(5) })
      if (day < 6 && chance.is(0.6)) begins(day, { as: 'waiting', centre })
    }
    function begins(day: number, ending: Ending): void {
      const at = until - day * DAY + (chance.below(9) - 4) * HOUR
      const who = anybody(centre, at)
      let one: Case | undefined
      happens(at, async () => {
        const visitor = await visits.talks(who, ending)
        if (visitor) one = { intake: visitor.intakeId, centre }
      })
      const isUrgent = who.answers['urgent'] === 'yes'
      const isCalled = ending.as === 'called'
      // Who cannot wait is called as soon as somebody is there; some others of these days have somebody who will.
      if (isUrgent && ending.as !== 'left' && day * DAY < KEPT) {
        const does = isCalled ? desk.calls : desk.takes
        happens(nextAtDesk(at), async () => one && does(one))
      } else if (isCalled && day < 14) happens(nextAtDesk(at), async () => one && desk.takes(one))
      if (ending.as !== 'called' || day < 3 || day * DAY > KEPT || chance.is(day < 14 ? 0.5 : 0))
        return
      happens(at + DAY, async () => one && desk.calls(one))
      happens(at + 2 * DAY, async () => one && desk.closes(one))
    }
  }
}

// Minutes of the day: erasing and counting; what is owed in the morning and in the afternoon; pools are asked.
const BY_NIGHT = 3 * 60 + 5
const BY_DAY = [8 * 60 + 5, 14 * 60 + 5]
const AT_DESK = 9 * 60 + 10

const between = (from: number, until: number, chance: Chance): number =>
  from + (until - from) * (0.2 + 0.6 * chance.share())

/** Everything arrives. */
function receiving(): Messenger {
  let messageId = 0
  const arrives = async () => ({ of: 'sent', messageId: ++messageId }) as const
  return { send: arrives, takeBack: arrives, correct: arrives }
}

const keeping: Messenger = { send: async () => ({ of: 'kept' }) }

/** Those of the demo's accounts who counsel: most of the work is the first carrier's, which the demo shows first. */
async function colleaguesOf(deps: Deps): Promise<Colleague[]> {
  const { profile } = await currentCity(deps)
  const first = demoBody(profile)
  return (await staffAccounts(deps)).flatMap(({ id, role, centres, body, email }) => {
    if (!isRole(role) || !CASE_ROLES.includes(role) || email === demoWithCode.email) return []
    return [{ actor: { id, role, centres, body, client: '' }, share: body === first ? 4 : 1 }]
  })
}
