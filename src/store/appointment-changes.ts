// Some appointments become something else, as statements for a batch.

import type { ChangedBy } from '../domain/appointment/appointment.ts'
import type { Transition } from '../domain/appointment/transitions.ts'
import { toText } from './engine/database.ts'
import * as sql from './sql/appointments.ts'
import type { Bound } from './sql/statement.ts'

/** Some appointments: by their ids, of a request, of a person. */
export type Chosen = { ids: readonly string[] } | { request: string } | { person: string }

/** Changes the chosen ones that are in the states named, with what others are owed of it. `at`: an instant as text. */
export function changing(
  chosen: Chosen,
  transitions: readonly Transition[],
  by: ChangedBy,
  at: string,
): Bound<never>[] {
  const who = [
    'ids' in chosen ? JSON.stringify(chosen.ids) : null,
    'request' in chosen ? chosen.request : null,
    'person' in chosen ? chosen.person : null,
  ] as const
  return transitions.flatMap(({ from, to, hasSeat, isTold, remindAt, overAt }) => {
    const which = [...who, from, overAt === null ? null : toText(overAt)] as const
    const remind = remindAt === null ? null : toText(remindAt)
    return [
      ...(isTold ? [sql.OWE_CHANGED(...which, at)] : []),
      sql.CHANGE_STATE(...which, to, hasSeat, remind, at, by),
    ]
  })
}
