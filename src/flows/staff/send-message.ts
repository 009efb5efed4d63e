// Staff write to a person: may they, does it arrive, queue it, note it down.

import type { Deps } from '../../deps.ts'
import { type ReadWords, type SentWords, textOf } from '../../domain/dialog/sent-words.ts'
import type { StaffMessage, Template } from '../../domain/dialog/show/staff-message.ts'
import type { CaseIntake } from '../../domain/people/case.ts'
import { canBeWrittenTo } from '../../domain/people/reach.ts'
import { cleanText } from '../../domain/people/typed-text.ts'
import { textHash } from '../../domain/spoken/text-hash.ts'
import { currentCity } from '../city.ts'
import { factsOf } from '../conversation/step.ts'
import { enqueue } from '../outbox/outbox.ts'
import { type StaffMessageNote, wordsFor } from '../outbox/staff-message.ts'
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

/** A message as the person would see it. Sends nothing; `version` tells these words from others. */
export type MessagePreview = ReadWords & {
  intake: Pick<CaseIntake, 'id' | 'ref'>
  wish: MessageWish
  version: string
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
  const words = await worded(deps, message, intake)
  await noteSeen(deps, actor, 'see-part', [intake])
  const text = message.template === 'free' ? message.text : ''
  return { ...words, intake, wish: { ...wish, text }, version: versionOf(words) }
}

async function worded(deps: Deps, message: StaffMessage, { language }: CaseIntake) {
  const facts = factsOf(deps, await currentCity(deps), deps.clock.now())
  return wordsFor(deps, message, facts, language)
}

const versionOf = ({ theirs }: SentWords) => textHash(textOf(theirs))

/**
 * `id` was drawn when the preview was shown, so that a message sent twice goes out once; `version` is the preview's:
 * where the same would say something else by now, nothing is sent.
 */
export function sendMessage(
  deps: Deps,
  actor: Actor,
  id: string,
  sent: MessageWish & { id: string; version: string },
): Promise<WorkOutcome> {
  return working(deps, actor, id, 'work-on-record', 'message', async (intake) => {
    const message = messageFrom(intake.centre, sent)
    if (!message || !canBeWrittenTo(intake.reach)) return 'not-now'
    const words = await worded(deps, message, intake)
    if (versionOf(words) !== sent.version) return 'changed'
    const { template, centre } = message
    const payload: StaffMessageNote = { template, centre, intake: id, by: actor.id }
    await enqueue(deps, {
      key: `staff-message:${id}:${sent.id}`,
      kind: 'staff-message',
      personId: intake.personId,
      payload,
      text: JSON.stringify(words),
      dueAt: deps.clock.now(),
      rank: 0,
    })
    return 'done'
  })
}
