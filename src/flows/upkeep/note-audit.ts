// From where to where the audit goes, noted where nobody reaches who could rewrite it: in the log, in a backup.

import type { Deps } from '../../deps.ts'
import { dateOf } from '../../domain/calendar/wall-clock.ts'
import type { ChainPlace } from '../../domain/people/audit.ts'
import type { City } from '../city.ts'
import { FACTS, type TickReads } from '../outbox/tick-reads.ts'

/** Notes it once a day. Called each minute, may run twice. */
export async function noteAuditDaily(deps: Deps, _: City, { due }: TickReads): Promise<void> {
  const noted = deps.store.staff.audit.notedAt(due.facts[FACTS.auditNoted] ?? null)
  if (noted === null || dateOf(noted) !== dateOf(deps.clock.now())) await noteAudit(deps)
}

/**
 * Notes it now, beside the audit and in the log.
 * @returns the end as `audit verify` takes it later; `null` while nothing stands in the audit
 */
export async function noteAudit(deps: Deps): Promise<string | null> {
  const { begin, end } = await deps.store.staff.audit.noteEnd(deps.clock.now())
  if (!end) return null
  const noted = { begin: begin ? placeText(begin) : 'first row', end: placeText(end) }
  deps.log.info('audit noted', noted)
  return noted.end
}

const placeText = ({ id, hash }: ChainPlace) => `${id}:${hash}`
