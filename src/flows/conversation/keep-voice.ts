// A voice message is fetched, judged by what is in it, and kept for staff.

import type { Deps } from '../../deps.ts'
import { referenceCode } from '../../domain/appointment/reference-code.ts'
import type { Outcome } from '../../domain/dialog/booking.ts'
import type { Intent } from '../../domain/dialog/intent.ts'
import {
  MOST_VOICES,
  TO_BE_CALLED,
  TO_STAFF,
  voiceIn,
} from '../../domain/voice-message/voice-message.ts'
import { type Progress, settled } from './progress.ts'

type Keep = Extract<Intent, { do: 'keep-voice' }>

/** Whether what came is kept already, so that an input that comes again fetches nothing. */
export async function isKept({ store }: Deps, { input }: Progress): Promise<boolean> {
  return await store.voiceMessages.isKept(input)
}

/** Keeps it once, and goes on with what came of that. */
export async function keepVoice(deps: Deps, progress: Progress, keep: Keep): Promise<Progress> {
  const outcome = await kept(deps, progress, keep)
  const { notice } = progress
  // That somebody else was turned to has been said already, and is still to be shown.
  const after = { ...(notice ? { notice } : {}), ...settled(progress, outcome) }
  if (outcome.of !== 'said') return after
  const isSent = keep.about === TO_BE_CALLED
  const ref = progress.talk.ref ?? referenceCode(deps.random)
  return { ...(isSent ? settled(after, { of: 'submitted', ref }) : after), isKept: true }
}

async function kept(deps: Deps, progress: Progress, { about, request }: Keep): Promise<Outcome> {
  const { voiceMessages } = deps.store
  const said = { of: 'said', about } as const
  if (await isKept(deps, progress)) return said
  const { who, input, voice } = progress
  const to = request ?? who.intakeId
  if ((await voiceMessages.countOf(to)) >= MOST_VOICES) return { of: 'unsaid', not: 'enough' }
  const file = (await voice?.()) ?? new Uint8Array()
  const found = voiceIn(file)
  if ('not' in found) return { of: 'unsaid', not: found.not }
  const { personId, language } = who
  const asReply = about === TO_STAFF ? { asReply: { language } } : {}
  const message = { ...found, ...asReply, id: deps.newId(), about, input, personId, file }
  const isThere = await voiceMessages.keep({ ...message, request: to }, deps.clock.now())
  return isThere ? said : { of: 'unsaid', not: 'no-sound' }
}
