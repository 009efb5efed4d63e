// Corrections where something comes in between: Telegram refuses or floods, the process ends, an update
// comes twice, staff are faster than the next minute.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Actor as Staff } from '../../src/flows/staff/actor.ts'
import { cancelTime, giveTime } from '../../src/flows/staff/change-booking.ts'
import { closeDays } from '../../src/flows/staff/close-day.ts'
import { reopenDays } from '../../src/flows/staff/reopen-day.ts'
import { type Actor, createActor } from '../support/actor.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { hasTaken } from '../support/taken-over.ts'
import { bookSara } from '../support/talks.ts'

const MINUTE = 60_000
const GONE = '✖️ Das gilt nicht mehr.'
const BELOW = `${GONE}\n⬇️ Ihr Termin steht weiter unten.`
const NONE = `${GONE}\nSie haben keinen Termin.`

let lotse: TestLotse
let user: Actor
beforeEach(async () => {
  lotse = await startLotse()
  user = createActor(lotse.world)
  await bookSara(user)
})
afterEach(() => lotse.stop())

const anna = {
  ...{ id: 'anna', client: '-', role: 'lead', body: 'drk' },
  centres: ['hochfeld', 'hamborn', 'rheinhausen'],
} as never as Staff
const rows = <Row = Record<string, unknown>>(sql: string) => lotse.db.$queryRawUnsafe<Row[]>(sql)
const texts = () => user.messages().map(({ text }) => text)
const cards = () => texts().filter((text) => text?.includes('✅ Ihr Termin steht fest.'))
const told = () => rows('SELECT "kind", "verdict", "lookAt" FROM "Told" ORDER BY "messageId"')

async function request(): Promise<string> {
  const [row] = await rows<{ id: string }>('SELECT "id" FROM "Intake"')
  return row?.id ?? ''
}
const startsAt = async () => {
  const [row] = await rows<{ startsAt: string }>('SELECT "startsAt" FROM "Booking"')
  return Date.parse(row?.startsAt ?? '')
}

async function moves() {
  await user.sends('/appointment')
  await user.taps('Verschieben')
  await user.tapsData(/~tm~/)
  await user.taps('Ja, verschieben')
}

describe('what was said of an appointment', () => {
  it('is corrected at once where the person moves it, and stands last', async () => {
    await moves()
    expect(cards()).toHaveLength(1)
    expect(texts().at(-1)).toContain('✅ Ihr Termin steht fest.')
    expect(texts().filter((text) => text === BELOW)).toHaveLength(1)
    expect(user.messages().at(-2)?.document).toBeDefined()
  })

  it('stands last though it was asked for further up, and no other message points below it', async () => {
    await user.sends('/help')
    const help = user.screen()
    if (!help) throw new Error('no screen')
    await user.sends('/appointment')
    await user.tapsData('1~ap', { message: help })
    expect(texts().at(-1)).toContain('✅ Ihr Termin steht fest.')
    expect(cards()).toHaveLength(1)
    expect(user.messages().some(({ message_id: id }) => id === help.message_id)).toBe(false)
    lotse.clock.at += MINUTE + 1
    await lotse.tick()
    expect(texts().at(-1)).toContain('✅ Ihr Termin steht fest.')
  })

  it('is corrected by the tick where staff move or cancel it', async () => {
    await giveTime(await hasTaken(lotse), anna, await request(), {
      centre: 'hamborn',
      startsAt: Date.UTC(2026, 2, 16, 9),
    })
    await lotse.tick()
    expect(cards()).toEqual([])
    expect(texts()).toContain(BELOW)
    expect(await cancelTime(await hasTaken(lotse), anna, await request())).toBe('done')
    await lotse.tick()
    expect(texts().filter((text) => text === NONE)).toHaveLength(2)
    expect(texts()).not.toContain(BELOW)
  })

  it('is corrected in the night in which a day is closed, and told again when it is opened', async () => {
    lotse.clock.at = Date.UTC(2026, 2, 15, 22)
    const at = await startsAt()
    const hours = { startsAt: at, endsAt: at + 60 * MINUTE, reason: '' }
    const closing = { id: 'closing-1', centre: 'hochfeld', seat: null, ...hours }
    expect(await closeDays(lotse.deps, anna, [closing])).toBe('done')
    await lotse.tick()
    expect(texts()).toContain(NONE)
    expect(texts().join()).not.toContain('kann leider nicht stattfinden')
    expect(await reopenDays(lotse.deps, anna, 'closing-1')).toEqual({ back: 1, stay: 0 })
    await lotse.tick()
    expect(texts().at(-1)).toContain('Ihr Termin findet nun doch statt.')
    expect(texts()).toContain(BELOW.replace(`${GONE}\n`, ''))
  })

  it('says a day after the appointment that it is over, and is forgotten then', async () => {
    await lotse.passes((await startsAt()) + 30 * MINUTE - lotse.clock.at)
    expect(cards()).toHaveLength(1)
    await lotse.passes(24 * 60 * MINUTE)
    expect(cards()).toEqual([])
    expect(texts()).toContain('Dieser Termin ist vorbei.')
    expect(await told()).toEqual([])
  })

  it('is corrected before the person is erased', async () => {
    await user.sends('/delete')
    await user.taps('Ja, alles löschen')
    expect(cards()).toEqual([])
    expect(texts()).toContain(GONE)
    expect(await told()).toEqual([])
  })

  it('stays as it is where Telegram refuses, which is no fault', async () => {
    lotse.world.faults.add({
      method: 'editMessageText',
      status: 400,
      description: "Bad Request: message can't be edited",
    })
    expect(await cancelTime(await hasTaken(lotse), anna, await request())).toBe('done')
    await lotse.tick()
    lotse.clock.at += 2 * MINUTE
    await lotse.tick()
    expect(await told()).toMatchObject([{ kind: 'mention' }])
    expect(lotse.logged.filter((line) => /"level":"(warn|error)"/.test(line))).toEqual([])
    const edits = lotse.world.calls('editMessageText').length
    lotse.clock.at += 5 * MINUTE
    await lotse.tick()
    expect(lotse.world.calls('editMessageText')).toHaveLength(edits)
  })

  it('is corrected later where Telegram floods or is away', async () => {
    lotse.world.faults.add({ method: 'editMessageText', status: 429, retryAfter: 30, times: 1 })
    expect(await cancelTime(await hasTaken(lotse), anna, await request())).toBe('done')
    await lotse.tick()
    expect(cards()).toHaveLength(1)
    lotse.clock.at += MINUTE
    await lotse.tick()
    expect(cards()).toEqual([])
    expect(texts()).toContain(NONE)
  })

  it('is corrected once where the answer of Telegram was lost', async () => {
    lotse.world.faults.add({ method: 'editMessageText', drop: 'after', times: 1 })
    expect(await cancelTime(await hasTaken(lotse), anna, await request())).toBe('done')
    for (let i = 0; i < 3; i++) {
      await lotse.tick()
      lotse.clock.at += MINUTE
    }
    expect(texts().filter((text) => text === NONE)).toHaveLength(1)
    expect(await told()).toMatchObject([{ verdict: 'none', lookAt: null }, { kind: 'mention' }])
  })

  it('is corrected by the tick where the process ended between the booking and the answer', async () => {
    await user.sends('/appointment')
    await user.taps('Verschieben')
    await user.tapsData(/~tm~/)
    lotse.world.faults.add({ method: 'sendDocument', status: 500, times: 1 })
    await user.taps('Ja, verschieben')
    for (let i = 0; i < 2; i++) {
      lotse.clock.at += MINUTE + 1
      await lotse.tick()
    }
    expect(cards()).toHaveLength(1)
    expect(texts().filter((text) => text === BELOW).length).toBeGreaterThanOrEqual(1)
  })

  it('names no message in a line of the log', async () => {
    await moves()
    await lotse.tick()
    const numbers = user.messages().map(({ message_id }) => String(message_id))
    for (const number of numbers) expect(lotse.logged.join('\n')).not.toContain(number)
  })
})
