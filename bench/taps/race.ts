// The last seat: fifty attempts on each of many times, and what an attempt costs beside a bare insert.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seatAt } from '../../src/domain/appointment/appointment.ts'
import { createAppointments } from '../../src/store/appointments.ts'
import { openDatabase } from '../../src/store/engine/open-node.ts'
import { ratios, spread, table } from './figures.ts'

const TIMES = 200
const PEOPLE = 50
const FIRST = Date.parse('2030-03-04T08:00:00Z')
const SLOT = 20 * 60_000

/** CPU in ms of an attempt. Throws where a seat was given away twice or not at all. */
export async function race(rounds: number): Promise<string> {
  const [attempt, insert]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    const home = mkdtempSync(join(tmpdir(), 'lotse-race-'))
    const db = await openDatabase(join(home, 'race.db'))
    const appointments = createAppointments(db)
    insert.push(
      await cpuOf(PEOPLE * TIMES, (i) =>
        db.$executeRawUnsafe('INSERT INTO "Meta" ("key", "value") VALUES (?, ?)', `k${i}`, 'x'),
      ),
    )
    let given = 0
    const one = async (i: number) => {
      const startsAt = FIRST + (i % TIMES) * SLOT
      const wanted = seatAt('hochfeld', { startsAt, endsAt: startsAt + SLOT, seats: [1] })
      const nobody = { personId: null, intakeId: null, remind: false, channel: 'staff' } as const
      const booking = { id: `b${i}`, ref: `HO-${i}`, ...wanted, ...nobody, by: 'system' } as const
      if (!('not' in (await appointments.book(booking, [], FIRST)))) given += 1
    }
    attempt.push(await cpuOf(PEOPLE * TIMES, one))
    if (given !== TIMES) throw new Error(`${given} of ${TIMES} seats were given away`)
    await db.$disconnect()
    rmSync(home, { recursive: true, force: true })
  }
  return [
    `${PEOPLE} attempts on each of ${TIMES} last seats, ${rounds} rounds: ${TIMES} given away in each.`,
    '',
    table(
      ['CPU of an attempt, ms', 'of a bare insert', 'ratio'],
      [[spread(attempt, 3), spread(insert, 3), spread(ratios(attempt, insert))]],
    ),
  ].join('\n')
}

async function cpuOf(times: number, work: (i: number) => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await Promise.all(Array.from({ length: times }, (_, i) => work(i)))
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / times
}
