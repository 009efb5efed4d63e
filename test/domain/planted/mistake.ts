// A mistake planted into the profile of Duisburg, and the line that has to name it.
import type { duisburgJson } from '../../support/duisburg.ts'

/** What it is, how it is planted, and how its fault begins: path and what is expected. */
export type Mistake = [
  what: string,
  spoil: (json: ReturnType<typeof duisburgJson>) => void,
  line: string,
]
