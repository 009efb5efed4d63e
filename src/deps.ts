// What the flows are given: everything outside the rules, so that each can be another in a test.

import type { Config } from './config/settings.ts'
import type { CallWebhook } from './flows/outbox/call-webhook.ts'
import type { Mailer } from './flows/outbox/mailer.ts'
import type { QueryBudget } from './flows/query-budget.ts'
import type { Watch } from './flows/watch.ts'
import type { I18n } from './i18n/index.ts'
import type { Log } from './log.ts'
import type { Store } from './store/store.ts'

/** `now` is epoch milliseconds, UTC. `isSteady`: nobody has set it lately; absent where nobody looks. */
export type Clock = { now: () => number; isSteady?: () => boolean }

export type Deps = {
  config: Config
  /** Of this Lotse, as SemVer. */
  version: string
  store: Store
  clock: Clock
  /** A whole number below its argument, unguessable. */
  random: (below: number) => number
  /** A new unguessable id. */
  newId: () => string
  i18n: I18n
  log: Log
  /** Absent where no webhook is called. */
  callWebhook?: CallWebhook
  /** The MP3 encoder of the studio's script; absent where Cloudflare serves it beside the Worker. */
  encoder?: () => Uint8Array<ArrayBuffer>
  /** Absent where the database answers any number of queries. */
  queries?: QueryBudget
  /** Absent where nobody watches. */
  watch?: Watch
  /** Absent where Lotse sends no mail. */
  mail?: Mailer
}
