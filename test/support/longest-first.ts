// The files that take longest begin first, so that no core waits for one at the end. Vitest knows how long each took
// where it ran before, which a fresh checkout has not.

import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** By how they took on two cores; a file that is not here takes less than ten seconds. */
const LONGEST = [
  'browser/page-kinds',
  'browser/first',
  'browser/language',
  'browser/pages',
  'browser/small-phone',
  'browser/kiosk',
  'browser/heard',
  'browser/talk',
  'door/killed-voice',
  'door/killed-anywhere',
  'door/proxy',
  'simulator/town',
  'door/kill',
  'staff/walls',
  'door/kill-pages',
  'staff/typed-kept',
  'staff/figures-of-staff',
  'staff/strangers',
  'staff/seen',
  'door/start',
  'telegram/reminders',
  'telegram/danger',
  'flows/interpreter-told',
  'flows/calendar-replay',
  'flows/party',
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
