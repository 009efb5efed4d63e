// What belongs together is there as a whole or not at all, wherever the process is killed.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate } from '../support/migrate-file.ts'

const KILLS = 6

let home: string
let file: string
let child: ChildProcess | undefined
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'lotse-killed-'))
  file = join(home, 'lotse.db')
  migrate(file)
})
afterEach(() => {
  child?.kill('SIGKILL')
  rmSync(home, { recursive: true, force: true })
})

test('a process killed while it books leaves no appointment without what follows from it', async () => {
  const db = new Sqlite(file)
  db.exec(`INSERT INTO "Webhook" ("id", "sealed", "events", "createdAt", "createdBy")
    VALUES ('w', '', '["appointment.changed"]', '', '')`)
  const count = (sql: string) => db.prepare(`SELECT count(*) FROM ${sql}`).pluck().get() as number
  for (let kills = 0; kills < KILLS; kills++) {
    const script = ['test/support/endless-bookings.ts', file]
    child = spawn(process.execPath, script, { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout as NonNullable<typeof child.stdout>, 'data')
    await sleep(37 * kills)
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
    const elsewhere = `"Booking" b JOIN "Intake" i ON i."id" = b."intakeId"
      WHERE i."centreId" <> b."centreId"`
    expect(count(elsewhere)).toBe(0)
    expect(count('"WebhookDelivery"')).toBe(count('"BookingEvent"'))
    expect(count('"Booking" WHERE "remindAt" IS NULL')).toBe(0)
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  }
  expect(count('"Booking"')).toBeGreaterThan(KILLS)
  expect(count('"BookingEvent"')).toBeGreaterThan(count('"Booking"'))
  db.close()
}, 120_000)
