// Staff write to a person: may they, does it arrive, queue it, note it down.

import type { Deps } from '../../deps.ts'
import type { Screen } from '../../domain/dialog/screen.ts'
import {
  type StaffMessage,
  showStaffMessage,
  type Template,
} from '../../domain/dialog/show/staff-message.ts'
import type { CaseIntake } from '../../domain/people/case.ts'
import { canBeWrittenTo } from '../../domain/people/reach.ts'
import { cleanText } from '../../domain/people/typed-text.ts'
import { currentCity } from '../city.ts'
import { factsOf } from '../conversation/step.ts'
import { enqueue } from '../outbox/outbox.ts'
import type { StaffMessageNote } from '../outbox/staff-message.ts'
import { type Actor, mayHere, noteSeen } from './actor.ts'
import { locationOf } from './read-record.ts'
import { type WorkOutcome, working } from './work-on-record.ts'

export const LONGEST_MESSAGE = 500

/** What staff picked: a template, or words of their own. */
export type MessageWish = { template: Template | 'free'; text: string }

/** The message a centre would write; `null` where there are no words, or too many. */
function messageFrom(centre: string, { template, text }: MessageWish): StaffMessage | null {
  if (template !== 'free') return { template, centre }
  const clean = cleanText(text, true)
  const fits = clean !== '' && [...clean].length <= LONGEST_MESSAGE
  return fits ? { template, centre, text: clean } : null
}

/** A message as the person would see it. Sends nothing. */
export type MessagePreview = {
  intake: Pick<CaseIntake, 'id' | 'ref' | 'language' | 'reach'>
  message: StaffMessage
  screen: Screen
  now: number
}

/** 'unknown' where the request is not the actor's, 'not-now' where there is no message in the form. */
export async function previewMessage(
  deps: Deps,
  actor: Actor,
  id: string,
  wish: MessageWish,
): Promise<MessagePreview | 'unknown' | 'not-now'> {
  const intake = await deps.store.staff.intakes.find(id)
  if (!intake) return 'unknown'
  if (!(await mayHere(deps, actor, 'work-on-record', id, locationOf(intake)))) return 'unknown'
  const message = messageFrom(intake.centre, wish)
  if (!message) return 'not-now'
  const now = deps.clock.now()
  const facts = factsOf(deps, await currentCity(deps), now)
  await noteSeen(deps, actor, 'see-part', [intake])
  return { intake, message, screen: showStaffMessage(message, facts, intake.language), now }
}

/** `messageId` was drawn when the preview was shown, so that a message sent twice goes out once. */
export function sendMessage(
  deps: Deps,
  actor: Actor,
  id: string,
  messageId: string,
  wish: MessageWish,
): Promise<WorkOutcome> {
  return working(deps, actor, id, 'work-on-record', 'message', async (intake) => {
    const message = messageFrom(intake.centre, wish)
    if (!message || !canBeWrittenTo(intake.reach)) return 'not-now'
    const { template, centre } = message
    const payload: StaffMessageNote = { template, centre, intake: id, by: actor.id }
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
