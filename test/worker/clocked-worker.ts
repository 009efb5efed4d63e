// The product's Worker with what a test must hold in its hand: the clock, the settings, the log.

import '../support/quick-proofs.ts'
import { type Door, openDoor } from '../../src/runtime/worker/door.ts'
import { asOneEvent } from '../../src/runtime/worker/queries.ts'
import { newClient } from '../../src/store/engine/open-worker.ts'
import { virtualTimer } from '../../src/telegram/virtual-timer.ts'
import { type Disk, failOnce } from '../support/broken-disk.ts'
import { type Count, countedBinding } from '../support/counted.ts'
import { limited, limitedBinding } from '../support/d1-limit.ts'
import { type Kept, keptClient } from '../support/kept-client.ts'
import { type Bound, bindingOf, smallD1 } from './small-d1.ts'

export { SmallD1 } from './small-d1.ts'

/** What a test sends with every request. */
export type Told = {
  run: string
  /** The clock of Lotse, and the one libraries read: epoch milliseconds. */
  now: number
  date: number
  settings: Record<string, string>
  broken: boolean
  event: 'request' | 'tick'
}

const clock = { at: 0, now: () => clock.at }
const disk: Disk = { broken: false }
const count: Count = { statements: 0 }
let held: { run: string; door: Door } | undefined
let logged: string[] = []

console.log = (line: string) => logged.push(line)

// Stands between two events, as in a Worker between two answers from outside.
const RealDate = Date
let date = 0
globalThis.Date = class extends RealDate {
  constructor(...parts: []) {
    super(...((parts.length === 0 ? [date] : parts) as []))
  }
  static override now = () => date
} as DateConstructor

// One for all doors, which come after one another.
let kept: Kept<ReturnType<typeof newClient>> | undefined
function clientOver(factory: Parameters<typeof newClient>[0]) {
  kept ??= keptClient(factory, newClient)
  kept.house.adapter = factory.connect()
  return kept.client
}

async function doorOf(bound: Bound, { run, settings }: Told): Promise<Door> {
  if (held?.run === run) return held.door
  const door = await openDoor(
    { DB: limitedBinding(countedBinding(bindingOf(bound), count)), ...settings },
    clock,
    virtualTimer(),
    clientOver,
  )
  failOnce(door.deps.store, disk)
  held = { run, door }
  return door
}

// Without waiting for what falls due in moments: this clock stands still.
async function ticked({ tick }: Door): Promise<Response> {
  await tick(null)
  return new Response(null)
}

function takeLog(): string {
  const lines = logged
  logged = []
  return encodeURIComponent(JSON.stringify(lines))
}

export default {
  async fetch(request: Request, bound: Bound): Promise<Response> {
    if (request.headers.has('upgrade')) return await smallD1(bound).fetch(request)
    const told = JSON.parse(request.headers.get('x-test') ?? '') as Told
    clock.at = told.now
    date = told.date
    disk.broken ||= told.broken
    const door = await doorOf(bound, told)
    const before = count.statements
    const { result: answer, queries } = await asOneEvent(() =>
      limited(async () => (told.event === 'tick' ? await ticked(door) : door.app.fetch(request))),
    )
    const response = new Response(answer.body, answer)
    response.headers.set('x-test-logged', takeLog())
    response.headers.set('x-test-queries', String(queries))
    response.headers.set('x-test-statements', String(count.statements - before))
    return response
  },
}
