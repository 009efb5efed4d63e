// Messages about somebody who has been forgotten: of no person, to staff or a pool.

import type { ClaimedMessage } from '../domain/appointment/messages.ts'

/** As the domain names it: `NOBODY` in domain/appointment/messages.ts. */
export const NOBODY = ''

/** The same in a row. */
export const FORGOTTEN = { personId: null }

/** What a message to them lacks. */
export const TO_NOBODY = {
  ...{ personId: NOBODY, address: { channel: 'staff', id: '' }, language: 'de', party: [] },
  listening: { language: 'de', answers: {} },
  ...{ unreachable: 'no-chat', hasPage: false, hasChat: false },
} as const satisfies Partial<ClaimedMessage>
