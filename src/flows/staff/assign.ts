// A request goes to a colleague of the same carrier and centre, with a line that says why.

import type { Deps } from '../../deps.ts'
import { colleaguesAt } from '../../domain/people/assign.ts'
import { LONGEST_NOTE } from '../../domain/people/care.ts'
import { cleanText, lengthOf } from '../../domain/people/typed-text.ts'
import type { Actor } from './actor.ts'
import { type WorkOutcome, working } from './work-on-record.ts'

/** What a form says. `id` was drawn when the page was shown; `from` is who had it then, '' for nobody. */
export type AssignWish = { id: string; to: string; from: string; line: string }

/** Also of what nobody has: it is taken over for the actor's carrier, and given on at once. */
export function assign(
  deps: Deps,
  actor: Actor,
  id: string,
  { id: noteId, to, from, line: typed }: AssignWish,
): Promise<WorkOutcome> {
  return working(deps, actor, id, 'take-over', 'assign', async (intake) => {
    const { centre, status, takenBy } = intake
    const body = intake.body ?? actor.body
    if (body === null) return 'unknown'
    const line = cleanText(typed, true)
    if (lengthOf(line) > LONGEST_NOTE) return 'too-long'
    if (takenBy?.id === to && status !== 'new') return 'done'
    const people = await deps.store.staff.people.list()
    const colleague = colleaguesAt(people, { centre, body }).find((one) => one.id === to)
    if (!colleague) return 'nobody'
    const text = `Zugewiesen an ${colleague.name}.${line === '' ? '' : ` ${line}`}`
    const given = await deps.store.staff.care.assign(
      id,
      // As with taking over: the page does not tell everybody who had an earlier request.
      {
        ...{ body: intake.body, centre, status },
        takenBy: intake.body === null ? (takenBy?.id ?? null) : from || null,
      },
      { takenBy: to, body, status: status === 'new' ? 'in-care' : status },
      { id: noteId, staffId: actor.id, text },
      deps.clock.now(),
    )
    return given ? 'done' : 'changed'
  })
}
