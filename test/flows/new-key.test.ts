// A new key with thousands of texts to be sealed anew, in the minute in which reminders are due, requests come back from
// where they were laid aside, days have not been counted, and more is to be erased than one statement takes. On D1 an event
// that asks more than a thousand times is refused (clocked-worker.ts).

import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createSeal } from '../../src/store/engine/seal.ts'
import { createStore } from '../../src/store/store.ts'
import { dueReminders } from '../support/due-reminders.ts'
import { engine } from '../support/engine.ts'
import { startLotse } from '../support/lotse.ts'
import { runs } from '../support/runs.ts'

// `LOTSE_RUNS=15` has as many as a large city.
const TEXTS = Math.min(60_000, runs(4000))
// On D1 more than a thousand a minute.
const MINUTES = 20 + TEXTS / 1000
const PEOPLE = 60
const LAID_ASIDE = 200
const TO_BE_ERASED = 1700
const MINUTE = 60_000
const key = () => randomBytes(32).toString('base64')

test('reminders leave first, and the rotation ends over some minutes, each within the limit', async () => {
  const [first, second] = [key(), key()]
  const lotse = await startLotse({
    dataKey: `2:${second},1:${first}`,
    settings: { LOG_LEVEL: 'error' },
  })
  try {
    const { db, clock, world } = lotse
    const old = createStore(db, await createSeal(`1:${first}`))
    await old.meta.knowsKey()
    for (let n = 0; n < PEOPLE; n += 1) {
      world.person({ name: 'Amal', id: 1000 + n })
      world.chats.find(1000 + n).started = true
    }
    await dueReminders({ store: old, clock }, PEOPLE)
    const sealed = await (await createSeal(`1:${first}`)).seal('a note')
    const request = { id: 'i', personId: 'p0', version: 1, questionnaire: 1, talk: '{}' }
    const at = new Date(clock.at).toISOString()
    await db.intake.create({ data: { ...request, createdAt: at, updatedAt: at } })
    await db.$executeRawUnsafe(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${TEXTS})
       INSERT INTO "StaffNote" ("id", "intakeId", "staffId", "sealed", "createdAt")
       SELECT 'n' || i, 'i', 's', '${sealed}', '${at}' FROM n`,
    )
    await db.$executeRawUnsafe(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${LAID_ASIDE})
       INSERT INTO "Intake" ("id", "personId", "version", "questionnaire", "talk", "status", "followUpOn",
         "createdAt", "updatedAt")
       SELECT 'f' || i, 'p0', 1, 1, '{}', 'closed', '2026-03-01', '${at}', '${at}' FROM n`,
    )
    await db.$executeRawUnsafe(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${TO_BE_ERASED})
       INSERT INTO "AnsweredInput" ("id", "at") SELECT 'telegram:' || i, '2026-01-01T00:00:00.000Z' FROM n`,
    )
    const older = () => db.staffNote.count({ where: { sealed: { startsWith: '1.' } } })
    expect(await older()).toBe(TEXTS)
    const left: number[] = []
    for (let minute = 0; minute < MINUTES && left.at(-1) !== 0; minute += 1) {
      await lotse.tick()
      left.push(await older())
      clock.at += MINUTE
      const sent = await db.outbox.count({ where: { kind: 'reminder', status: 'sent' } })
      expect(sent, `minute ${minute}`).toBe(PEOPLE)
    }
    expect(left.at(-1)).toBe(0)
    while (await db.intake.count({ where: { status: 'closed' } })) {
      await lotse.tick()
      clock.at += MINUTE
    }
    expect(await db.answeredInput.count()).toBe(0)
    expect(await lotse.deps.store.meta.get('people-counted-until')).toBe('2026-03-15')
    expect(await lotse.deps.store.meta.get('seats-counted-until')).toBe('2026-03-15')
    // D1 answers too few for one minute, a file as many as are asked.
    if (engine.serve) expect(left.length).toBeGreaterThan(1)
    expect(lotse.logged.filter((line) => /failed|not settled/.test(line))).toEqual([])
    for (let n = 0; n < PEOPLE; n += 1) {
      const messages = [...world.chats.find(1000 + n).messages.values()]
      expect(messages.filter(({ text }) => text !== undefined)).toHaveLength(1)
    }
  } finally {
    await lotse.stop()
  }
})
