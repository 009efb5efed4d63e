import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Closure } from '../../../src/domain/calendar/closures.ts'
import { plannedSlots, type Slot } from '../../../src/domain/calendar/planned.ts'
import type { OpeningRule } from '../../../src/domain/calendar/rules.ts'
import { addDays } from '../../../src/domain/calendar/wall-clock.ts'
import { closureNear, day, ruleNear } from '../../support/any-opening.ts'
import { holidaysOfNrw, slotsAfterTemporal } from '../../support/calendar-oracle.ts'
import { calendar } from '../../support/opening.ts'
import { runs } from '../../support/runs.ts'

type Plan = { rules: OpeningRule[]; closures: Closure[]; near: string; slots: Slot[] }

const planOf = (near: string, rules: OpeningRule[], closures: Closure[]): Plan => {
  const range = { from: addDays(near, -1), until: addDays(near, 1) }
  return { near, rules, closures, slots: plannedSlots(calendar(rules), closures, range) }
}

const anyPlan = (rules: number): fc.Arbitrary<Plan> =>
  day.chain((near) =>
    fc
      .tuple(
        fc.array(ruleNear(near), { minLength: 1, maxLength: rules }),
        fc.array(closureNear(near), { maxLength: 2 }),
      )
      .map(([some, closures]) => planOf(near, some, closures)),
  )

const datesOf = (near: string) =>
  [-1, 0, 1].map((days) => Temporal.PlainDate.from(near).add({ days }))
const seatsOf = (slot: Slot) => [...slot.seats, ...slot.staffSeats, ...slot.walkInSeats]
const isHoliday = (date: string) => holidaysOfNrw(Number(date.slice(0, 4))).includes(date)
const overlap = (a: { startsAt: number; endsAt: number }, b: typeof a) =>
  a.startsAt < b.endsAt && b.startsAt < a.endsAt
const wall = (ms: number) =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('Europe/Berlin')

const holds = (what: fc.Arbitrary<Plan>, claim: (plan: Plan) => void, numRuns = 500) =>
  fc.assert(fc.property(what, claim), { numRuns: runs(numRuns) })

describe('planned slots, for any rules and closures', () => {
  it('of one rule are those that Temporal finds, no more and no fewer', () => {
    const oneRule = anyPlan(1).map(({ near, rules }) => planOf(near, rules, []))
    const someSeats = oneRule.filter(({ rules: [rule] }) => rule?.seats !== 0)
    holds(someSeats, ({ near, rules, slots }) => {
      const expected = datesOf(near).flatMap((date) =>
        rules.flatMap((rule) => slotsAfterTemporal(calendar(rules), rule, date)),
      )
      expect(slots.map(({ startsAt, endsAt }) => ({ startsAt, endsAt }))).toEqual(expected)
    })
  })

  it('lie inside a window of a rule on the wall', () => {
    holds(anyPlan(3), ({ rules, slots }) => {
      const outside = slots.filter((slot) => {
        const [start, end] = [wall(slot.startsAt), wall(slot.endsAt)]
        const from = start.toPlainTime().toString().slice(0, 5)
        const until = end.toPlainTime().toString().slice(0, 5).replace('00:00', '24:00')
        // a slot that is over as the clock is changed ends at an hour no window knows
        const closes = end.offset === start.offset ? until : from
        return !rules.some((rule) => rule.opens <= from && closes <= rule.closes)
      })
      expect(outside).toEqual([])
    })
  })

  it('are never on a public holiday', () => {
    holds(anyPlan(3), ({ slots }) => {
      const moments = slots.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt - 1])
      const dates = new Set(moments.map((at) => wall(at).toPlainDate().toString()))
      expect([...dates].filter(isHoliday)).toEqual([])
    })
  })

  it('never touch a closure', () => {
    holds(anyPlan(3), ({ slots, closures }) => {
      const here = closures.filter(({ centreId }) => centreId !== 'hamborn')
      const closed = here.flatMap((closure) =>
        slots
          .filter((slot) => overlap(closure, slot))
          .filter((slot) => closure.seat === null || seatsOf(slot).includes(closure.seat ?? 0)),
      )
      expect(closed).toEqual([])
    })
  })

  it('give no seat away twice at the same time, and come by time', () => {
    holds(anyPlan(4), ({ slots }) => {
      expect(slots).toEqual(slots.toSorted((a, b) => a.startsAt - b.startsAt))
      const given = slots.flatMap((slot) => seatsOf(slot).map((seat) => ({ slot, seat })))
      const twice = given.filter(({ slot, seat }, index) =>
        given.slice(index + 1).some((other) => other.seat === seat && overlap(other.slot, slot)),
      )
      expect(twice).toEqual([])
    })
  })

  it('keep the walk-in quota, with the highest seats of the slot', () => {
    const open = anyPlan(1).map(({ near, rules }) => planOf(near, rules, []))
    holds(open, ({ rules: [rule], slots }) => {
      const { seats = 2, walkInSeats = 1 } = rule ?? {}
      const broken = slots.filter((slot) => {
        const all = seatsOf(slot)
        const ascending = all.every((seat, index) => index === 0 || seat > (all[index - 1] ?? 0))
        const kept = slot.walkInSeats.length === Math.min(seats, walkInSeats)
        return !ascending || !kept || all.length !== seats
      })
      expect(broken).toEqual([])
    })
  })
})
