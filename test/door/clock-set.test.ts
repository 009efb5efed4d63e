// What a clock that is set while Lotse runs does: back, and a day forward.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { currentCity } from '../../src/flows/city.ts'
import { enqueue } from '../../src/flows/outbox/outbox.ts'
import { eraseNightly } from '../../src/flows/upkeep/erase-due.ts'
import { createLog } from '../../src/log.ts'
import { eachMinute } from '../../src/runtime/node/minutely.ts'
import { steadyClock } from '../../src/runtime/node/steady-clock.ts'
import { bookedPerson } from '../support/booked.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { readsNow } from '../support/reads.ts'

const HOUR = 3_600_000
const DAY = '2026-03-18'

describe('each minute', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse('2026-11-23T12:00:30Z') })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  /** Elapsed time that goes on whatever the wall says. */
  function running() {
    let elapsed = 0
    let check = () => {}
    const lines: string[] = []
    const log = createLog('debug', Date.now, (line) => lines.push(line))
    let ticks = 0
    const by = {
      now: () => elapsed,
      every: (_: number, work: () => void) => {
        check = work
        return () => {
          check = () => {}
        }
      },
    }
    const tick = async () => {
      ticks += 1
    }
    const { end: stop } = eachMinute(log, tick, { by })
    const pass = async (seconds: number) => {
      for (let n = 0; n < seconds; n += 5) {
        elapsed += 5000
        await vi.advanceTimersByTimeAsync(5000)
        check()
      }
    }
    return { pass, stop, lines, ticks: () => ticks }
  }

  it('is a minute of the wall while the clock is right', async () => {
    const { pass, stop, lines, ticks } = running()
    await pass(300)
    expect(ticks()).toBe(5)
    expect(lines).toEqual([])
    await stop()
  })

  it.each([
    ['an hour back', -HOUR],
    ['a day back', -24 * HOUR],
    ['an hour forward', HOUR],
    ['a day forward', 24 * HOUR],
  ])('goes on when the clock is set %s', async (_, by) => {
    const { pass, stop, lines, ticks } = running()
    await pass(120)
    vi.setSystemTime(Date.now() + by)
    const before = ticks()
    await pass(600)
    expect(ticks() - before).toBeGreaterThanOrEqual(9)
    expect(ticks() - before).toBeLessThanOrEqual(12)
    for (const line of lines) expect(() => JSON.parse(line)).not.toThrow()
    await stop()
  })
})

describe('the nightly erasing', () => {
  /** A clock on the wall at noon, each minute looked at, and nights counted by their reports. */
  async function running() {
    const lotse = await startLotse()
    let elapsed = 0
    lotse.clock.at = Date.parse('2026-03-18T11:00:00Z')
    const wall = () => lotse.clock.at
    const clock = { now: wall, isSteady: steadyClock({ wall, elapsed: () => elapsed }) }
    const deps = { ...lotse.deps, clock }
    const city = await currentCity(lotse.deps)
    const pass = async (minutes: number) => {
      for (let n = 0; n < minutes; n++) {
        elapsed += 60_000
        lotse.clock.at += 60_000
        await eraseNightly(deps, city, await readsNow(deps))
      }
    }
    const erasedUntil = () => lotse.deps.store.meta.get('erased-until')
    return { lotse, pass, erasedUntil }
  }

  it('does not trust a clock that was set a day forward and is put right within the hour', async () => {
    const { lotse, pass, erasedUntil } = await running()
    await pass(2)
    expect(await erasedUntil()).toBe('2026-03-18')
    lotse.clock.at += 24 * HOUR
    await pass(50)
    lotse.clock.at -= 24 * HOUR
    await pass(70)
    expect(await erasedUntil()).toBe('2026-03-18')
    await lotse.stop()
  })

  it('comes with each night of a clock that is right, and an hour late after one that stays as it was set', async () => {
    const { lotse, pass, erasedUntil } = await running()
    await pass(17 * 60)
    expect(await erasedUntil()).toBe('2026-03-19')
    lotse.clock.at += 24 * HOUR
    await pass(59)
    expect(await erasedUntil()).toBe('2026-03-19')
    await pass(3)
    expect(await erasedUntil()).toBe('2026-03-20')
    await lotse.stop()
  })
})

describe('messages', () => {
  let lotse: TestLotse
  beforeEach(async () => {
    lotse = await startLotse()
  })
  afterEach(() => lotse.stop())

  it('owed at once, being tried again or in the hands of who was killed leave when the clock is set back', async () => {
    const { user } = await bookedPerson(lotse, { day: DAY })
    const { personId } = await lotse.db.booking.findFirstOrThrow()
    const owed = (key: string, dueAt: number) =>
      enqueue(lotse.deps, {
        ...{ key, kind: 'announcement', personId: personId ?? '', dueAt },
        payload: {},
        text: `Nachricht ${key}`,
      })
    await owed('again', lotse.clock.at)
    const mend = lotse.world.faults.add({ method: 'sendMessage', status: 500 })
    await lotse.tick()
    mend()
    await owed('at-once', lotse.clock.at)
    await owed('killed', lotse.clock.at)
    await owed('tomorrow', lotse.clock.at + 24 * HOUR)
    await lotse.db.outbox.updateMany({
      where: { key: 'killed' },
      data: { status: 'sending', claimedAt: new Date(lotse.clock.at).toISOString(), attempts: 1 },
    })
    lotse.clock.at -= HOUR
    await lotse.tick()
    const rows = await lotse.db.outbox.findMany({ where: { kind: 'announcement' } })
    const by = Object.fromEntries(rows.map(({ key, status }) => [key, status]))
    expect(by).toEqual({ again: 'sent', 'at-once': 'sent', killed: 'sent', tomorrow: 'queued' })
    const texts = user.messages().map(({ text = '' }) => text)
    for (const key of ['again', 'at-once', 'killed']) {
      expect(texts.filter((text) => text.includes(`Nachricht ${key}`))).toHaveLength(1)
    }
  })

  it('say nothing of an appointment that is over when the clock is set far forward, and nothing twice back again', async () => {
    const { user } = await bookedPerson(lotse, { day: DAY })
    const { startsAt } = await lotse.db.booking.findFirstOrThrow()
    const before = user.messages().length
    lotse.clock.at = Date.parse(startsAt) + 2 * HOUR
    await lotse.tick()
    const ahead = user.messages().slice(before)
    const reminders = await lotse.db.outbox.findMany({ where: { kind: 'reminder' } })
    expect(reminders.filter(({ status }) => status === 'sent')).toEqual([])
    lotse.clock.at = Date.parse(startsAt) - 20 * HOUR
    await lotse.tick()
    await lotse.tick()
    const texts = user
      .messages()
      .slice(before + ahead.length)
      .map(({ text }) => text)
    expect(new Set(texts).size).toBe(texts.length)
  })
})
