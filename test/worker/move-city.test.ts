import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { Deps } from '../../src/deps.ts'
import { transition } from '../../src/domain/appointment/transitions.ts'
import { exportCity, importCity } from '../../src/flows/upkeep/move-city.ts'
import { openDatabase } from '../../src/store/engine/open-node.ts'
import { createSeal } from '../../src/store/engine/seal.ts'
import { createStore } from '../../src/store/store.ts'
import { createActor } from '../support/actor.ts'
import { startLotse } from '../support/lotse.ts'
import { bookSara } from '../support/talks.ts'
import { fillVoice } from '../support/voice-rooms.ts'

const home = mkdtempSync(join(tmpdir(), 'lotse-move-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

it('a city moves from D1 to a file and back without a changed row, triggers and all', async () => {
  const dataKey = randomBytes(32).toString('base64')
  const before = await startLotse({ dataKey })
  await bookSara(createActor(before.world))
  await fillVoice(before.deps.store, 5)
  const { lines, digest } = await exportCity(before.deps)
  await before.stop()

  const store = createStore(await openDatabase(join(home, 'a.db')), await createSeal(dataKey))
  const onFile: Deps = { ...before.deps, store }
  expect(await importCity(onFile, lines)).toEqual({
    digest,
    rows: lines.length - 2 - tables(lines),
  })
  const back = (await exportCity(onFile)).lines
  await store.close()

  const after = await startLotse({ dataKey })
  expect(await importCity(after.deps, back)).toMatchObject({ digest })
  const told = await after.db.$queryRawUnsafe<{ n: number }[]>(
    `SELECT count(*) AS "n" FROM "BookingEvent"`,
  )
  expect(Number(told[0]?.n)).toBe(1)
  const [booking] = await after.deps.store.appointments.upcoming(after.clock.at)
  const now = after.clock.at
  const cancelled = [transition('booked', 'cancelled', now)]
  await after.deps.store.appointments.change({ ids: [booking?.id ?? ''] }, cancelled, 'system', now)
  const events = await after.db.$queryRawUnsafe<{ state: string }[]>(
    `SELECT "state" FROM "BookingEvent" ORDER BY "id"`,
  )
  expect(events.map(({ state }) => state)).toEqual(['booked', 'cancelled'])
  expect(await after.deps.store.clips.frames('clip-4')).toEqual(new Uint8Array(500_000).fill(5))
  await after.stop()
})

const tables = (lines: string[]) => lines.filter((line) => line.startsWith('{"table"')).length
