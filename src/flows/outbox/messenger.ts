// What the flows know of the way to a person: a screen in, what came of it out.

import type { DeliveryOutcome } from '../../domain/appointment/delivery.ts'
import type { Screen } from '../../domain/dialog/screen.ts'

/** Sends what Lotse says on its own accord, at the pace the other side allows. Never throws. */
export type Messenger = {
  send: (
    chat: string,
    language: string,
    screen: Screen,
    options: { quiet: boolean },
  ) => Promise<DeliveryOutcome>
}
