// The audit, looked through once a day while somebody watches.

import type { Deps } from '../../deps.ts'
import { faultFields } from '../../log.ts'

const DAY = 86_400_000

export type AuditWatch = ReturnType<typeof createAuditWatch>

/** @param stopping once aborted, a check that is under way may fail without a word */
export function createAuditWatch(deps: Deps, stopping: AbortSignal) {
  let last: { at: number; isWhole: boolean } | undefined
  let checking: Promise<void> | undefined

  async function check(): Promise<void> {
    const at = deps.clock.now()
    try {
      const verdict = await deps.store.staff.audit.verify()
      const isWhole = verdict.broken === null
      last = { at, isWhole }
      if (!isWhole) deps.log.error('audit broken', { row: verdict.broken, why: verdict.why })
    } catch (fault) {
      if (!stopping.aborted) deps.log.error('audit not checked', faultFields(fault))
    }
  }

  return {
    /** What the last check found; `at` in epoch milliseconds. */
    last: () => last,
    /** Checks it where that is a day ago, beside what else is done. Called each minute. */
    look(): Promise<void> {
      if (last && deps.clock.now() - last.at < DAY) return Promise.resolve()
      checking ??= check().finally(() => {
        checking = undefined
      })
      return checking
    },
  }
}
