// What is kept in memory of voices, once a recording was let out or taken back: nothing of it is left.

import type { Deps } from '../../deps.ts'
import { lookAgain } from './released.ts'
import { forgetFiles } from './sent-before.ts'
import { forgetSounds } from './sounding.ts'

/** In this process from the next press on; another looks up what is released within a minute, as long as a tick. */
export function heardAnew(deps: Deps): void {
  lookAgain(deps)
  forgetSounds(deps)
  forgetFiles(deps)
}
