// What the flows know of the way to a person: a screen in, what came of it out.

import type { DeliveryOutcome } from '../../domain/appointment/delivery.ts'
import type { Screen } from '../../domain/dialog/screen.ts'
import type { Channel } from '../../domain/people/address.ts'
import type { Attachment } from '../conversation/attachments.ts'

/**
 * Sends what Lotse says on its own accord to an id of one channel, at the pace the other side allows. A
 * file goes before the screen, so that what can be answered is what one sees. Never throws.
 */
export type Messenger = {
  send: (
    id: string,
    language: string,
    screen: Screen,
    options: { quiet: boolean; file?: Attachment },
  ) => Promise<DeliveryOutcome>
}

/** The messengers there are: none for a channel to which nothing can be sent. */
export type Messengers = Readonly<Partial<Record<Channel, Messenger>>>
