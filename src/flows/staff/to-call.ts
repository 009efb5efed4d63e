// Whom staff have to call, at the actor's centres and of their carrier.

import type { Deps } from '../../deps.ts'
import type { InboxFilter, InboxTurn } from '../../domain/people/inbox.ts'
import type { Actor } from './actor.ts'
import { type Listed, type SeenInbox, seeInbox } from './inbox.ts'

/** The call list as one of the inbox. */
export const TO_CALL: InboxFilter = {
  ...{ box: 'calls', status: 'open', centre: null, language: null, topic: null, urgencies: [] },
  ...{ received: { from: null, until: null }, day: null, signs: '', refs: null },
}

export type CallList = Omit<SeenInbox, 'intakes'> & {
  /** Who waits for a call, or has to be called since nothing else tells them in time. */
  waiting: readonly Listed[]
  /** Who was reached today, so that a slip can be taken back. */
  reached: readonly Listed[]
}

/** A page of the call list; noted as seen. */
export async function seeCalls(
  deps: Deps,
  actor: Actor,
  turn: InboxTurn | null,
): Promise<CallList> {
  const { intakes, ...seen } = await seeInbox(deps, actor, TO_CALL, turn)
  const isWaiting = ({ place }: Listed) => place.late === 0
  return {
    ...seen,
    waiting: intakes.filter(isWaiting),
    reached: intakes.filter((one) => !isWaiting(one)),
  }
}
