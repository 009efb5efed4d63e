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
  'door/installed',
  'simulator/town',
  'worker/stories',
  'worker/newcomer',
  'staff/walls',
  'web/crowd-floods',
  'door/start',
  'door/launch',
  'telegram/reminders',
  'door/one-line',
  'web/page-sound',
  'staff/typed-kept',
  'door/erased-bytes',
  'door/drill',
  'flows/closed-weeks',
  'flows/interpreter-told',
  'staff/figures-of-staff',
  'staff/strangers',
  'door/upgrade',
  'door/cities',
  'telegram/heard',
  'staff/much-at-once',
  'telegram/heard-messages',
  'telegram/every-language',
  'simulator/inside',
  'door/profile-commands',
  'door/proxy',
  'flows/calendar-replay',
  'staff/templates',
  'flows/party',
  'telegram/calendar',
  'telegram/typed-pushed',
  'flows/two-doors',
  'staff/together',
  'staff/interpreting',
  'telegram/danger',
  'door/doors',
  'door/claims',
  'domain/language-simulation',
  'web/true-on-pages',
  'web/with',
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
