// What was sent to a chat on Lotse's own accord, read again.

import type { Deps } from '../../deps.ts'
import type { SentMessage } from '../../domain/appointment/messages.ts'
import type { Screen } from '../../domain/dialog/screen.ts'
import type { PartyMember } from '../../domain/people/party.ts'
import type { City } from '../city.ts'
import { addressed } from './aloud.ts'
import { MESSAGE_KINDS } from './message-kinds.ts'

type Reader = { language: string; party: readonly PartyMember[]; hasChat: boolean }

/** A message that was sent, as it would be now; `null` where it no longer holds. */
export async function sentScreen(
  deps: Deps,
  city: City,
  message: SentMessage,
  { party, ...reader }: Reader,
): Promise<Screen | null> {
  const { sentAt, ...sent } = message
  const whole = { ...sent, ...reader, party }
  // As of when it was sent: by night, or once its hour has passed, it stands there still.
  const composed = await MESSAGE_KINDS[sent.kind]?.(deps, city, whole, sentAt)
  const isScreen = composed && 'screen' in composed && !('group' in composed)
  return isScreen ? addressed(composed, party) : null
}
