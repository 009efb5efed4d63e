// Whose year is simulated: three centres with the opening hours of Duisburg's, in three degrees of
// scarcity. Written before the rule it measures, and without it: nothing here is Lotse's.
//
// A language need is met if, 24 hours before, the colleague at the seat speaks it or an interpreter
// has confirmed. A fee is for a cancellation by the person of an ordered interpreter that reaches
// the pool too late although the person was in time; where the person was late, it is told apart,
// and so are interpreters and colleagues who fall ill: no rule can know that. Who is called when the
// talk begins, and may be busy, is told apart from who has confirmed.

import { assumed, type Figure, figure } from './figure.ts'
import { ONE_POOL, PLENTY_OF_POOLS, type Pool, TWO_POOLS, TWO_POOLS_AND_ON_CALL } from './pools.ts'
import { type House, MIDDLE, PLENTY, SCARCE } from './seats.ts'

export type Scenario = {
  name: 'plenty' | 'middle' | 'scarce' | 'middle, and a telephone service on call'
  /** People who ask for an appointment in a week. */
  perWeek: Figure
  publicSeats: Figure
  walkInSeats: Figure
  house: House
  pools: readonly Pool[]
  /** Orders that leave a working day later than they could. */
  ordersLate: Figure
}

/** The first day, and how many: with both clock changes and all holidays of North Rhine-Westphalia. */
export const YEAR = { from: '2027-01-01', days: 365 } as const

/** Wall-clock minute of each working day at which staff order and read what pools answer. */
export const DESK = assumed(9 * 60)

/**
 * Weeks in which a colleague is away, each year; a stand-in who speaks German sits at the seat.
 * `knownDays` before the Monday is when staff enter it.
 */
export const AWAY = [
  { weeks: assumed(5, 'of six weeks of leave'), knownDays: assumed(42) },
  { weeks: assumed(1, 'of six weeks of leave'), knownDays: assumed(10) },
  { weeks: assumed(2, 'ill'), knownDays: assumed(0) },
] as const

const middle: Scenario = {
  name: 'middle',
  perWeek: assumed(60, 'about five of six of the 72 public seats of a week'),
  publicSeats: assumed(2),
  walkInSeats: figure(1, 'prisma/seed/duisburg.json, a proposal'),
  house: MIDDLE,
  pools: TWO_POOLS,
  ordersLate: assumed(0.2),
}

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'plenty',
    perWeek: assumed(70, 'about two thirds of the 108 public seats of a week'),
    publicSeats: assumed(3),
    walkInSeats: figure(1, 'prisma/seed/duisburg.json, a proposal'),
    house: PLENTY,
    pools: PLENTY_OF_POOLS,
    ordersLate: assumed(0),
  },
  middle,
  {
    name: 'scarce',
    perWeek: assumed(40, 'more than the 36 public seats of a week'),
    publicSeats: figure(1, 'prisma/seed/duisburg.json: two seats, one for walk-ins'),
    walkInSeats: figure(1, 'prisma/seed/duisburg.json, a proposal'),
    house: SCARCE,
    pools: ONE_POOL,
    ordersLate: assumed(0.4),
  },
  // Added once the others had been measured; all else in it is as in the middle.
  {
    ...middle,
    name: 'middle, and a telephone service on call',
    pools: TWO_POOLS_AND_ON_CALL,
  },
]
