// The files that take longest begin first, so that no core waits for one at the end. Vitest knows how long each took
// where it ran before, which a fresh checkout has not.

import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** By how long they took on two cores; a file that is not here takes about ten seconds at most. */
const LONGEST = [
  'browser/page-kinds',
  'browser/town-desk',
  'browser/first',
  'browser/keyboard',
  'browser/language',
  'browser/kiosk',
  'browser/heard',
  'browser/talk',
  'browser/small-phone',
  'browser/studio',
  'browser/narrow-desk',
  'browser/in-sight',
  'browser/record',
  'browser/small-page',
  'browser/pool-link',
  'browser/pages',
  'door/killed-voice',
  'door/killed-anywhere',
  'door/kill-pages',
  'door/kill',
  'door/bundle',
  'simulator/town',
  'worker/stories',
  'worker/newcomer',
  'simulator/inside',
  'door/start',
  'door/upgrade',
  'door/drill',
  'door/doors',
  'door/erased-bytes',
  'door/claims',
  'staff/walls',
  'web/crowd-floods',
  'domain/language-simulation',
  'door/cities',
  'web/true-on-pages',
  'telegram/reminders',
  'flows/interpreter-told',
  'telegram/heard',
  'web/with',
  'flows/closed-weeks',
  'staff/interpreting',
  'flows/calendar-replay',
].map((name) => `/test/${name}.test.ts`)

const placeOf = ({ moduleId }: TestSpecification) => {
  const found = LONGEST.findIndex((name) => moduleId.endsWith(name))
  return found < 0 ? LONGEST.length : found
}

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => placeOf(a) - placeOf(b))
  }
}
