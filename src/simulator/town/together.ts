// What the town's counsellors do with each other and with others: give requests on, refer, close hours, ask for
// interpreters. Through the same flows as the dashboard.

import type { Deps } from '../../deps.ts'
import { atDay, dateOf, dayNumber } from '../../domain/calendar/wall-clock.ts'
import { PASSED_ON, REFERRAL_OUTCOMES } from '../../domain/people/care.ts'
import { currentCity } from '../../flows/city.ts'
import type { Actor } from '../../flows/staff/actor.ts'
import { assign } from '../../flows/staff/assign.ts'
import { closeDays } from '../../flows/staff/close-day.ts'
import { handOver } from '../../flows/staff/hand-over.ts'
import { answerOrder, orderInterpreter, seeInterpreting } from '../../flows/staff/interpreting.ts'
import { noteOutcome, refer } from '../../flows/staff/work-on-record.ts'
import type { Chance } from './chance.ts'
import type { Case, Colleague } from './desk.ts'

const LINES = [
  'Kennt die Familie schon aus der letzten Woche.',
  'Bitte mit dem Antrag weitermachen, die Unterlagen sind vollständig.',
  'Spricht die Sprache, bitte übernehmen.',
]

const CLOSED = ['Fortbildung', 'Betriebsversammlung', 'Krankheit']

/** For how many a morning asks a pool at most. */
const ORDERS = 8

export function createTogether(deps: Deps, colleagues: readonly Colleague[], chance: Chance) {
  const actors = colleagues.map(({ actor }) => actor)
  let ordered: string[] = []

  const others = (one: Case, isOther: (actor: Actor) => boolean) =>
    actors.filter((actor) => actor.centres.includes(one.centre) && isOther(actor))

  /** To a colleague of the same carrier. */
  async function assigns(one: Case): Promise<void> {
    const { by } = one
    const there = by ? others(one, ({ id, body }) => body === by.body && id !== by.id) : []
    if (!by || there.length === 0) return
    const to = chance.oneOf(there)
    const wish = { id: deps.newId(), to: to.id, from: by.id, line: chance.oneOf(LINES) }
    if ((await assign(deps, by, one.intake, wish)) === 'done') one.by = to
  }

  /** To another carrier at the same centre, as the person has agreed. */
  async function handsOver(one: Case): Promise<void> {
    const { by, centre } = one
    const there = by ? others(one, ({ body }) => body !== by.body) : []
    if (!by || there.length === 0) return
    const to = chance.oneOf(there)
    const wish = { id: deps.newId(), centre, body: to.body ?? '', line: chance.oneOf(LINES) }
    const done = await handOver(deps, by, one.intake, { ...wish, why: 'agreed' })
    if (done === 'done') one.by = to
  }

  /** To an office or another body; what became of it is known now and then. */
  async function refers(one: Case): Promise<void> {
    if (!one.by) return
    const { bodies = [], offices = [] } = (await currentCity(deps)).profile
    const targets = [...offices, ...bodies].filter(({ id }) => id !== one.by?.body)
    if (targets.length === 0) return
    const id = deps.newId()
    const agreed = chance.is(0.5) ? PASSED_ON.slice(0, 2) : PASSED_ON.slice(0, 1)
    await refer(deps, one.by, one.intake, { id, target: chance.oneOf(targets).id, agreed })
    if (!chance.is(0.5)) return
    await noteOutcome(deps, one.by, one.intake, id, chance.oneOf(REFERRAL_OUTCOMES))
  }

  /** Closes the opening hours of a day that is so many days ahead: whoever was booked is told. */
  async function closes(centre: string, daysAhead: number): Promise<void> {
    const actor = actors.find(({ role, centres }) => role === 'lead' && centres.includes(centre))
    if (!actor) return
    const day = dayNumber(dateOf(deps.clock.now())) + daysAhead
    const hours = { startsAt: atDay(day, 0), endsAt: atDay(day + 1, 0) }
    const closing = { id: deps.newId(), centre, seat: null, ...hours, reason: chance.oneOf(CLOSED) }
    await closeDays(deps, actor, [closing])
  }

  /** The morning's look at who needs an interpreter: pools answer what was asked the day before, others are asked. */
  async function asksPools(): Promise<void> {
    const actor = actors.find(({ role }) => role === 'lead')
    if (!actor) return
    for (const number of ordered) {
      await answerOrder(deps, actor, number, chance.is(0.8) ? 'confirmed' : 'refused')
    }
    ordered = []
    const { needed } = await seeInterpreting(deps, actor)
    for (const { number, talk, needs } of needed.slice(0, ORDERS)) {
      const [{ pool, mode }] = needs.asks
      const asked = { number, pool: pool.id, mode, state: 'ordered' } as const
      const done = await orderInterpreter(deps, actor, talk.booking, asked)
      if (done === 'done') ordered.push(number)
    }
  }

  return { assigns, handsOver, refers, closes, asksPools }
}
