// What the papers are made of: the city's profile, the settings, what is entered beside them, and the day.

import type { Config } from '../config/settings.ts'
import type { Profile } from '../domain/profile/profile.ts'

/** What administrators and leads have entered. Names hosts and centres; no secret, nobody's data. */
export type Entered = {
  /** Systems that are told of changes. */
  webhooks: readonly { host: string; events: readonly string[] }[]
  /** Programs that read. */
  tokens: readonly { name: string; role: string; body: string | null }[]
  /** Ids of centres that hear by mail, and in a group of Telegram. */
  mailboxes: readonly string[]
  groups: readonly string[]
}

export type Given = {
  profile: Profile
  config: Config
  entered: Entered
  /** Of Lotse, as SemVer. */
  version: string
  /** As it is written in German: 27.11.2026. */
  day: string
}
