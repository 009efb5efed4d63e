// A barrier that was told of in the talk is kept; whoever has told of many is asked to call.

import type { Deps } from '../../deps.ts'
import { go } from '../../domain/dialog/talk.ts'
import { say } from '../../domain/dialog/text.ts'
import { tellBarrier } from '../report-barrier.ts'
import type { Progress } from './progress.ts'

/** Keeps it once for the input. */
export async function barrierTold(deps: Deps, progress: Progress, text: string): Promise<Progress> {
  const { who, talk, input, address } = progress
  const { personId, language } = who
  const told = { personId, input, channel: address.channel, language, barrier: { text } }
  if (await tellBarrier(deps, told)) return progress
  const person = go(talk, { at: 'page', page: 'person' })
  return { ...progress, talk: person, notice: say('message.reply.enough') }
}
