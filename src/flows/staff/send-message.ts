// Staff write to a person: may they, does it arrive, queue it, note it down.

import type { Deps } from '../../deps.ts'
import { type StaffMessage, TEMPLATES } from '../../domain/dialog/show/staff-message.ts'
import { cleanText } from '../../domain/people/typed-text.ts'
import { enqueue } from '../outbox/outbox.ts'
import type { StaffMessageNote } from '../outbox/staff-message.ts'
import type { Caller } from './caller.ts'
import { type WorkOutcome, working } from './work-on-record.ts'

export const LONGEST_MESSAGE = 500

/** A message as a form gives it; `null` where it is none. */
export function readMessage(
  centre: string,
  template: string | undefined,
  text: string | undefined,
): StaffMessage | null {
  if (template === 'free') {
    const clean = cleanText(text ?? '', true)
    const fits = clean !== '' && [...clean].length <= LONGEST_MESSAGE
    return fits ? { template, centre, text: clean } : null
  }
  const known = TEMPLATES.find((one) => one === template)
  return known ? { template: known, centre } : null
}

/** `messageId` was drawn when the preview was shown, so that a message sent twice goes out once. */
export function sendMessage(
  deps: Deps,
  caller: Caller,
  id: string,
  messageId: string,
  given: { template: string | undefined; text: string | undefined },
): Promise<WorkOutcome> {
  return working(deps, caller, id, 'work-on-record', 'message', async (intake) => {
    const message = readMessage(intake.centre, given.template, given.text)
    if (!message || intake.unreachable) return 'not-now'
    const { template, centre } = message
    const payload: StaffMessageNote = { template, centre, intake: id, by: caller.id }
    await enqueue(deps, {
      key: `staff-message:${id}:${messageId}`,
      kind: 'staff-message',
      personId: intake.personId,
      payload,
      ...(message.template === 'free' ? { text: message.text } : {}),
      dueAt: deps.clock.now(),
      rank: 0,
    })
    return 'done'
  })
}
