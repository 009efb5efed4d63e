// What the flows know of the way to a person: a screen in, what came of it out.

import type { DeliveryOutcome } from '../../domain/appointment/delivery.ts'
import type { Screen } from '../../domain/dialog/screen.ts'
import type { Channel } from '../../domain/people/address.ts'
import type { Attachment } from '../conversation/attachments.ts'
import type { Sounding } from '../spoken/sounding.ts'

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
  /** Lets a sound be heard below what was sent, in its turn and without ringing. None where it is heard on a page. */
  speak?: (id: string, sounding: Sounding) => Promise<DeliveryOutcome>
  /** Takes messages out of the chat by their numbers; what stands there for good stays. */
  takeBack?: (id: string, messages: readonly number[]) => Promise<DeliveryOutcome>
  /**
   * Puts a screen in the place of a message that was sent before. None for a channel whose messages do
   * not stay, and so have nothing to be corrected.
   */
  correct?: Correct
}

/** As `send`, for the message of that number; `failed` where it is gone or stands as it is for good. */
export type Correct = (
  id: string,
  message: number,
  language: string,
  screen: Screen,
) => Promise<DeliveryOutcome>

/** The messengers there are: none for a channel to which nothing can be sent. */
export type Messengers = Readonly<Partial<Record<Channel, Messenger>>>
