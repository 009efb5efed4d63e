// A service that is called when a talk begins, and may have nobody free.

import { onCallFor } from '../../src/domain/interpreting/pools.ts'
import { type Booked, talkOf } from './booked.ts'
import { drawn } from './chance.ts'
import type { World } from './world.ts'

/** What could be called for an appointment, the best first. */
export const onCallOf = ({ profile }: World, booked: Booked) =>
  onCallFor(profile, { ...talkOf(booked), language: booked.need.language ?? '' })

/** Whether somebody there is free when it begins. */
export function isFree(world: World, booked: Booked): boolean {
  const ids = onCallOf(world, booked).map(({ pool }) => pool.id)
  return world.scenario.pools.some(
    ({ id, confirms }) =>
      ids.includes(id) && drawn(world.seed, 'called', id, booked.id) < confirms.is,
  )
}
