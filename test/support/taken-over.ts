import type { TestLotse } from './lotse.ts'

/** Every request is the carrier's (`drk` where not said) that acts on it next, as after the press "take over"; gives the dependencies to act with. */
export async function hasTaken(lotse: Pick<TestLotse, 'db' | 'deps'>, bodyId = 'drk') {
  await lotse.db.intake.updateMany({ data: { bodyId } })
  return lotse.deps
}
