// Staff write to a person: may they, what does it say, does it arrive, queue it, note it down.

import type { Deps } from '../../deps.ts'
import type { Tells } from '../../domain/appointment/told.ts'
import { type ReadWords, type SentWords, textOf } from '../../domain/dialog/sent-words.ts'
import type { StaffMessage } from '../../domain/dialog/show/staff-message.ts'
import type { CaseIntake } from '../../domain/people/case.ts'
import { arrives, canBeWrittenTo } from '../../domain/people/reach.ts'
import { cleanText, lengthOf } from '../../domain/people/typed-text.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import {
  needsAppointment,
  type Shipped,
  templatesOf,
  type WordedTemplate,
} from '../../domain/profile/templates.ts'
import { textHash } from '../../domain/spoken/text-hash.ts'
import { currentCity } from '../city.ts'
import { factsOf } from '../conversation/step.ts'
import { enqueue } from '../outbox/outbox.ts'
import { type StaffMessageNote, wordsFor } from '../outbox/staff-message.ts'
import { type Actor, mayHere, noteSeen } from './actor.ts'
import { locationOf } from './read-record.ts'
import { type WorkOutcome, working } from './work-on-record.ts'

export const LONGEST_MESSAGE = 500

/** What staff picked: a template by its id, or `free` with words of their own. */
export type MessageWish = { template: string; text: string }

/** Why there is no message: no words or too many, no such template, or one about an appointment that is not there. */
export type NoMessage = 'empty' | 'gone' | 'no-appointment'

type Chosen = { message: StaffMessage; own: WordedTemplate | null; tells?: Tells }

function messageFrom(
  profile: Profile,
  intake: CaseIntake,
  { template, text }: MessageWish,
): Chosen | NoMessage {
  const { centre, answers } = intake
  if (template === 'free') {
    const clean = cleanText(text, true)
    const fits = clean !== '' && lengthOf(clean) <= LONGEST_MESSAGE
    return fits ? { message: { template, centre, text: clean }, own: null } : 'empty'
  }
  const chosen = templatesOf(profile).find(({ id, off }) => id === template && !off)
  if (!chosen) return 'gone'
  const { own } = chosen
  if (!own) return { message: { template: template as Shipped, centre }, own }
  const spoken = appointmentOf(intake)
  if (!spoken && needsAppointment(own.texts)) return 'no-appointment'
  const filling = { centre: spoken?.centre ?? centre, startsAt: spoken?.startsAt ?? null, answers }
  const message = { template: 'own', centre: filling.centre, texts: own.texts, filling } as const
  const id = spoken?.state === 'booked' && needsAppointment(own.texts) ? intake.bookingId : null
  if (!spoken || id === null) return { message, own }
  const appointment = { id, centre: spoken.centre, startsAt: spoken.startsAt }
  return { message, own, tells: { kind: 'mention', appointment } }
}

/** The appointment that a message can speak of; none where it was cancelled. */
export const appointmentOf = ({ appointment }: Pick<CaseIntake, 'appointment'>) =>
  appointment?.state === 'cancelled' ? null : appointment

/** A message as the person would see it. Sends nothing; `version` tells these words from others. */
export type MessagePreview = ReadWords & {
  intake: Pick<CaseIntake, 'id' | 'ref'>
  wish: MessageWish
  version: string
  /** The template has no words in the language of the person. */
  isUntranslated: boolean
  /** Its words there are older than the German ones. */
  isStale: boolean
}

/** 'unknown' where the request is not the actor's. */
export async function previewMessage(
  deps: Deps,
  actor: Actor,
  id: string,
  wish: MessageWish,
): Promise<MessagePreview | 'unknown' | NoMessage> {
  const intake = await deps.store.staff.intakes.find(id)
  if (!intake) return 'unknown'
  if (!(await mayHere(deps, actor, 'work-on-record', id, locationOf(intake)))) return 'unknown'
  const found = await worded(deps, intake, wish)
  if (typeof found === 'string') return found
  await noteSeen(deps, actor, 'see-part', [intake])
  const { words, own } = found
  const seen = await readWords(deps, intake, wish, words)
  const text = wish.template === 'free' ? cleanText(wish.text, true) : ''
  const isUntranslated = own !== null && own.texts[intake.language] === undefined
  const isStale = own?.stale?.includes(intake.language) ?? false
  const shown = { ...seen, intake, wish: { ...wish, text }, version: versionOf(words) }
  return { ...shown, isUntranslated, isStale }
}

/** What goes out as for a chat, which they may open by then, as it is read by who has only a page. */
async function readWords(
  deps: Deps,
  intake: CaseIntake,
  wish: MessageWish,
  words: SentWords,
): Promise<SentWords> {
  const read = arrives(intake.reach) ? null : await worded(deps, intake, wish, true)
  if (read === null || typeof read === 'string') return words
  const { theirs, german } = read.words
  return { ...words, theirs, german }
}

async function worded(deps: Deps, intake: CaseIntake, wish: MessageWish, isOnPage = false) {
  const city = await currentCity(deps)
  const chosen = messageFrom(city.profile, intake, wish)
  if (typeof chosen === 'string') return chosen
  const { message, own, tells } = chosen
  const facts = factsOf(deps, city, deps.clock.now())
  const words = wordsFor(deps, message, facts, intake.language, {
    isOnPage,
  })
  const name = own?.name ?? null
  return { own, message, words: { ...words, name, ...(tells ? { tells } : {}) } }
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
    const found = await worded(deps, intake, sent)
    if (typeof found === 'string' || !canBeWrittenTo(intake.reach)) return 'not-now'
    const { words, message } = found
    if (versionOf(words) !== sent.version) return 'changed'
    const { centre } = message
    const { template } = sent
    const payload: StaffMessageNote = { template, centre, intake: id, by: actor.id }
    await enqueue(deps, {
      key: `staff-message:${id}:${sent.id}`,
      kind: 'staff-message',
      personId: intake.personId,
      payload,
      text: JSON.stringify(await readWords(deps, intake, sent, words)),
      dueAt: deps.clock.now(),
      rank: 0,
    })
    return 'done'
  })
}
