// What others have changed about a request since a page was made, for whoever sees the whole of it.

import type { Deps } from '../../deps.ts'
import type { AuditAction } from '../../domain/people/audit.ts'
import { CHANGES } from '../../domain/people/news.ts'
import { shownTo } from '../../domain/people/wall.ts'
import { currentCity } from '../city.ts'
import type { TypedForm } from '../sign-in/typed-form.ts'
import type { Actor } from './actor.ts'

/** `name` is `null` for somebody of another carrier; `person`: not by staff, the appointment alone. */
export type Change = { at: number; name: string | null; what: Changing | 'person' }

const CHANGING = [
  ...CHANGES,
  'hand-over',
  'hand-over-agreed',
  'hand-over-absence',
  'interpreter-ordered',
  'interpreter-confirmed',
  'interpreter-refused',
  'interpreter-cancelled',
] as const satisfies readonly AuditAction[]
type Changing = (typeof CHANGING)[number]

/** The latest first; nothing where the form is about no request, or about one of which they see a part. */
export async function changesSince(
  { store, ...deps }: Deps,
  actor: Actor,
  { route, params, madeAt }: TypedForm,
): Promise<Change[]> {
  const { id = '' } = params
  const request = route.startsWith('/intakes/:id')
    ? id
    : route.startsWith('/bookings/:id')
      ? await store.staff.changes.requestOf(id)
      : null
  const intake = request === null ? null : await store.staff.intakes.find(request)
  if (!intake || madeAt === 0) return []
  const { profile } = await currentCity({ store, ...deps })
  if (shownTo(actor, intake, profile)?.shown !== 'whole') return []
  const rows = await store.staff.changes.since(intake.id, madeAt, CHANGING)
  return rows.map(({ at, action, by }) => ({
    at,
    name: by !== null && by.body === actor.body ? by.name : null,
    what: action === null ? 'person' : (action as Changing),
  }))
}
