// What goes into a step of a talk and what comes out of it.

import type { Deps } from '../../deps.ts'
import type { Input } from '../../domain/dialog/reduce.ts'
import type { Screen } from '../../domain/dialog/screen.ts'
import type { Facts } from '../../domain/dialog/talk.ts'
import type { City } from '../city.ts'
import type { Attachment } from './attachments.ts'

/** An update as the dialog sees it. The same `id` means the same update, delivered again. */
export type Update = {
  id: number
  chat: string
  input: Input
  /** What a deep link brought along. */
  source?: string
  /** This process has had it in hand before and met a fault. */
  again?: boolean
}

/** What the person gets to see. */
export type Reply = {
  language: string
  screen: Screen
  attachments: readonly Attachment[]
  /** Who it is, so that the messages can be found when they are to go; nobody before the consent. */
  personId?: string
  /** Messages that are to disappear from the chat. */
  hide?: readonly number[]
}

/** What the talk must know of the world; what is the person's own comes with the person. */
export function factsOf(deps: Deps, city: City, now: number): Facts {
  const reading = deps.i18n.languages.map(({ key }) => key)
  return {
    now,
    profile: city.profile,
    appointment: null,
    consents: [],
    waiting: null,
    held: [],
    written: null,
    changes: [],
    reading,
    spoken: deps.i18n.spoken,
    unreviewed: reading.filter((key) => !deps.i18n.isReviewed(key)),
  }
}
