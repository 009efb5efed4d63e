// Barriers that were told of, for whoever administrates: read, settled, opened again, erased.

import type { Deps } from '../../deps.ts'
import type { BarrierReport } from '../../domain/people/barrier-report.ts'
import { type Actor, noteDown, noteSeen } from './actor.ts'

// More are looked through by nobody on one page; what is settled makes room for the next.
const AT_ONCE = 100
// A cry for help is found among more than that.
const LOOKED_THROUGH = 500

/** A report, and whether it is a cry for help. */
export type ReadBarrier = BarrierReport & { isCry: boolean }

/** What was told, cries for help first, then those that wait longest, and how many wait; that they were read is noted. */
export async function readBarriers(
  deps: Deps,
  actor: Actor,
): Promise<{ open: ReadBarrier[]; settled: ReadBarrier[]; waiting: number }> {
  const told = await deps.store.barriers.list(LOOKED_THROUGH)
  const isCry = ({ text, reach = '' }: BarrierReport) =>
    deps.i18n.hear(`${text} ${reach}`) !== undefined
  const read = told.map((one) => ({ ...one, isCry: one.settledAt === null && isCry(one) }))
  const all = [...read.filter((one) => one.isCry), ...read.filter((one) => !one.isCry)].slice(
    0,
    AT_ONCE,
  )
  const seen = all.map(({ id }) => ({ id, centre: '' }))
  await noteSeen(deps, actor, 'see-barriers', seen)
  return {
    open: all.filter(({ settledAt }) => settledAt === null),
    settled: all.filter(({ settledAt }) => settledAt !== null).reverse(),
    waiting: await deps.store.barriers.countOpen(),
  }
}

/** What can be done with one. */
export const BARRIER_ACTS = ['settled', 'reopened', 'erased'] as const

/** Does it; false where there is none. */
export async function handleBarrier(
  deps: Deps,
  actor: Actor,
  id: string,
  act: (typeof BARRIER_ACTS)[number],
): Promise<boolean> {
  const { barriers } = deps.store
  const isDone =
    act === 'erased'
      ? await barriers.erase([id], deps.clock.now())
      : await barriers.settle(id, act === 'settled' ? deps.clock.now() : null)
  if (isDone) await noteDown(deps, actor, `barrier-${act}`, { subject: id, centre: null })
  return isDone
}
