import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { currentCity } from '../../src/flows/city.ts'
import { eraseDue, eraseNightly } from '../../src/flows/upkeep/erase-due.ts'
import { createActor } from '../support/actor.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { readsNow } from '../support/reads.ts'
import { bookSara, introduce } from '../support/talks.ts'

const DAY = 86_400_000
let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

const rows = (sql: string) => lotse.db.$queryRawUnsafe<Record<string, unknown>[]>(sql)
const count = async (table: string) => Number((await rows(`SELECT * FROM "${table}"`)).length)
const erase = async () => eraseDue(lotse.deps, await currentCity(lotse.deps))
const held = async () => [await count('Person'), await count('Intake'), await count('Booking')]

describe('erasing what is due', () => {
  it('takes a talk that was left alone for 72 hours, with the person and the consent', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    await user.taps('Nicht dringend')
    lotse.clock.at += 3 * DAY
    await erase()
    expect(await held()).toEqual([1, 1, 0])
    lotse.clock.at += 1
    expect(await erase()).toMatchObject({ requests: 1, people: 1 })
    expect(await held()).toEqual([0, 0, 0])
    expect(await count('Consent')).toBe(0)
    await user.taps('Wohnung')
    user.sees('Wir speichern nichts über Sie.')
  })

  it.each([
    ['booked', 30],
    ['attended', 30],
    ['unmarked', 30],
    ['missed', 14],
    ['cancelled', 30],
  ])('keeps the content of an appointment that was %s for %i days', async (state, days) => {
    const user = createActor(lotse.world)
    await bookSara(user)
    await rows(`UPDATE "Booking" SET "state" = '${state}' RETURNING "id"`)
    lotse.clock.at = Date.parse('2026-03-16T22:59:00Z') + days * DAY
    if (lotse.clock.at > Date.parse('2026-03-29T01:00Z')) lotse.clock.at -= 3_600_000
    await erase()
    expect(await held()).toEqual([1, 1, 1])
    lotse.clock.at += 60_000
    await erase()
    expect(await held()).toEqual([0, 0, 1])
  })

  it('leaves the appointment for the figures, and nobody in it', async () => {
    await bookSara(createActor(lotse.world))
    lotse.clock.at += 40 * DAY
    await erase()
    expect(await rows('SELECT "personId", "intakeId", "ref", "state" FROM "Booking"')).toEqual([
      { personId: null, intakeId: null, ref: '', state: 'booked' },
    ])
  })

  it('keeps a request that waits for a call', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    await user.taps(/Mensch/)
    await user.tapsData(/~cb~chat/)
    lotse.clock.at += 29 * DAY
    await erase()
    expect(await held()).toEqual([1, 1, 0])
    lotse.clock.at += 3 * DAY
    await erase()
    expect(await held()).toEqual([0, 0, 0])
  })

  it('keeps a person who has come back, and lets go of the older appointment', async () => {
    const user = createActor(lotse.world)
    await bookSara(user)
    lotse.clock.at += 31 * DAY
    await user.sends('/appointment')
    await user.taps('Neue Anfrage')
    lotse.clock.at += 2 * DAY
    await user.taps('Nicht dringend')
    lotse.clock.at += 2 * DAY
    await erase()
    expect(await held()).toEqual([1, 1, 1])
    expect(await rows('SELECT "personId" FROM "Booking"')).toEqual([{ personId: null }])
  })

  it('keeps the numbers of messages for two days and of updates for seven', async () => {
    await bookSara(createActor(lotse.world))
    lotse.clock.at += 2 * DAY + 1
    await erase()
    expect(await rows('SELECT 1 FROM "AnsweredInput" WHERE "messages" IS NOT NULL')).toEqual([])
    const answered = await count('AnsweredInput')
    lotse.clock.at += 5 * DAY
    expect(await erase()).toMatchObject({ updates: answered })
  })

  it('prunes the audit after twelve months, and the chain still holds', async () => {
    lotse.clock.at = Date.parse('2024-01-10T10:00Z')
    const entry = { staffId: 's', action: 'note', outcome: 'done', subject: null } as const
    for (let month = 0; month < 14; month++) {
      const at = lotse.clock.at + month * 30 * DAY
      await lotse.deps.store.staff.audit.add({ ...entry, at, centreId: null, client: null })
    }
    lotse.clock.at += 14 * 30 * DAY
    expect(await erase()).toMatchObject({ auditRows: 2 })
    expect(await lotse.deps.store.staff.audit.verify()).toMatchObject({ broken: null })
  })

  it('takes what is over of signing in, and leaves who is in', async () => {
    const { db } = lotse
    const now = lotse.clock.at
    const [gone, open] = [new Date(now - 1), new Date(now + 60_000)]
    const staff = { name: 'Anna', email: 'anna@rsc.example', role: 'lead' }
    const dated = { createdAt: gone, updatedAt: gone }
    await db.staff.create({ data: { id: 's', ...staff, ...dated } })
    for (const [id, expiresAt] of Object.entries({ old: gone, in: open })) {
      await db.staffSession.create({ data: { id, token: id, userId: 's', expiresAt, ...dated } })
      const code = { id, identifier: id, value: '', expiresAt }
      await db.staffVerification.create({ data: { ...code, ...dated } })
      const invite = { tokenHash: id, staffId: 's', expiresAt: expiresAt.toISOString() }
      await db.staffInvite.create({ data: invite })
      const lastAt = new Date(expiresAt.getTime() - DAY).toISOString()
      await db.staffAttempt.create({ data: { key: id, failures: 1, lastAt } })
    }
    const used = { tokenHash: 'used', staffId: 's', usedAt: gone.toISOString() }
    await db.staffInvite.create({ data: { ...used, expiresAt: open.toISOString() } })
    expect(await erase()).toMatchObject({
      staffSessions: 1,
      staffVerifications: 1,
      staffInvites: 2,
      staffTries: 1,
    })
    expect(await rows('SELECT "id" FROM "StaffSession"')).toEqual([{ id: 'in' }])
    expect(await rows('SELECT "tokenHash" FROM "StaffInvite"')).toEqual([{ tokenHash: 'in' }])
    expect(await rows('SELECT "key" FROM "StaffAttempt"')).toEqual([{ key: 'in' }])
  })

  it('may run twice and may be cut off: what is left goes the next time', async () => {
    await bookSara(createActor(lotse.world))
    lotse.clock.at += 40 * DAY
    await Promise.all([erase(), erase()])
    expect(await erase()).toMatchObject({ requests: 0, people: 0, appointments: 0 })
  })

  it('takes an order of an interpreter once its talk is as long ago, and not before', async () => {
    const user = createActor(lotse.world)
    await bookSara(user)
    const booking = await lotse.db.booking.findFirstOrThrow()
    const { id: bookingId, centreId, startsAt, endsAt } = booking
    const at = { orderedAt: startsAt, changedAt: startsAt, changedBy: 'staff:s' }
    const asked = {
      language: 'ti',
      pool: 'phone',
      poolName: 'Telefon',
      mode: 'telephone',
      state: 'confirmed',
    }
    const data = { id: 'SM-1', bookingId, centreId, startsAt, endsAt, ...asked, ...at }
    await lotse.db.interpreterOrder.create({ data })
    lotse.clock.at = Date.parse('2026-04-15T21:59:00Z')
    await erase()
    expect(await count('InterpreterOrder')).toBe(1)
    lotse.clock.at += 60_000
    expect(await erase()).toMatchObject({ interpreterOrders: 1 })
    expect([await count('InterpreterOrder'), await count('Booking')]).toEqual([0, 1])
  })
})

describe('each night', () => {
  it('is done once, after half past three, and reported without naming anybody', async () => {
    const tick = async () =>
      eraseNightly(lotse.deps, await currentCity(lotse.deps), await readsNow(lotse.deps))
    await introduce(createActor(lotse.world))
    lotse.clock.at = Date.parse('2026-03-20T02:29:00Z')
    await tick()
    expect(await lotse.deps.store.retention.reports()).toEqual([])
    lotse.clock.at += 60_000
    await tick()
    await tick()
    const [report, ...more] = await lotse.deps.store.retention.reports()
    expect(more).toEqual([])
    expect(report).toMatchObject({ day: '2026-03-20', erased: { requests: 1, people: 1 } })
    expect(lotse.logged.filter((line) => line.includes('erased what was due'))).toHaveLength(1)
  })

  it('goes on in the next minute where one event has too few queries, and the report has all of it', async () => {
    const at = '2026-01-01T00:00:00.000Z'
    await rows(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1700)
       INSERT INTO "AnsweredInput" ("id", "at") SELECT 'telegram:' || i, '${at}' FROM n RETURNING 1`,
    )
    lotse.clock.at = Date.parse('2026-03-20T02:30:00Z')
    let asked = 0
    const few = { spare: () => (++asked % 2 === 0 ? 0 : 1000), hold: () => () => {} }
    const deps = { ...lotse.deps, queries: few }
    const left: number[] = []
    for (let minute = 0; minute < 5 && left.at(-1) !== 0; minute += 1) {
      await eraseNightly(deps, await currentCity(deps), await readsNow(deps))
      left.push(await count('AnsweredInput'))
    }
    expect(left).toEqual([700, 0])
    const [report] = await lotse.deps.store.retention.reports()
    expect(report).toMatchObject({ day: '2026-03-20', erased: { updates: 1700 } })
    expect(await lotse.deps.store.meta.get('erased-until')).toBe('2026-03-20')
  })
})
