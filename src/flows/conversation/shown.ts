// What comes of a step: its screen, or where it leads.

import type { Deps } from '../../deps.ts'
import { listenerIn } from '../../domain/dialog/listening.ts'
import { wasCalled } from '../../domain/dialog/party.ts'
import type { Input } from '../../domain/dialog/reduce.ts'
import { show } from '../../domain/dialog/show/show.ts'
import { signIn } from '../../domain/people/party.ts'
import type { TimesAt } from '../appointment/free-times.ts'
import { soundingOf } from '../spoken/sounding.ts'
import { beside } from './beside.ts'
import type { Progress } from './progress.ts'
import type { Led, Reply } from './step.ts'

/** The screen of where a step came to. */
export async function shown(deps: Deps, progress: Progress, timesAt: TimesAt): Promise<Reply> {
  const { talk, facts, heard, near } = progress
  const notice = noticeOf(progress)
  const { personId } = progress.who
  const asked = await beside(deps, personId, talk, facts, timesAt)
  const world = { ...facts, ...asked }
  // Where they are is heard when they ask for it; what stood in front of that is not found again.
  const hears = { ...listenerIn(talk), ...(heard || near ? {} : { tap: { do: 'hear' } as const }) }
  const isSpoken = notice?.key === 'notice.voice'
  const alone = isSpoken ? show(talk, world, { heard, near }) : undefined
  const answers = alone && (await soundingOf(deps, facts.profile, alone, hears))
  return {
    language: talk.language,
    // Who speaks is answered by what can be heard, where it can.
    screen: alone && answers ? alone : show(talk, world, { notice, heard, near }),
    attachments: attachmentsOf(progress),
    hears,
    ...(progress.isKept ? { isKept: true } : {}),
  }
}

/** Where a step came to, for a door that shows it when it is asked to. */
export function ledBy(progress: Progress, input: Input): Led {
  const { talk, heard, near } = progress
  const notice = noticeOf(progress)
  const isKept = input.kind === 'text' && cameToNothing(progress.notice) && !heard && !near
  return {
    language: talk.language,
    seen: {
      place: talk.place,
      of: signIn(progress.facts.party),
      ...(notice ? { notice } : {}),
      ...(heard ? { heard } : {}),
      ...(near ? { near } : {}),
      ...(isKept ? { typed: input.text } : {}),
    },
    attachments: attachmentsOf(progress),
    isSubmitted: talk.ref !== undefined,
  }
}

// What is said of a text of which nothing came. What was taken is not shown again on the page after it.
const ASKS_AGAIN: readonly string[] = [
  ...['use-buttons', 'nobody-reads', 'too-long', 'older-button', 'no-phone', 'outside', 'po-box'],
  ...['choose-district', 'no-postal-code', 'no-place'],
].map((name) => `notice.${name}`)

/** Whether the text is put back into the field, to be mended. */
const cameToNothing = (notice: Progress['notice']) =>
  notice !== undefined && [...ASKS_AGAIN, 'message.reply.enough'].includes(notice.key)

const noticeOf = ({ notice, gone }: Progress) => wasCalled(notice, gone)

const attachmentsOf = ({ calledOff, attachment }: Progress) =>
  attachment ? [...calledOff, attachment] : calledOff
