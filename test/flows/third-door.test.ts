import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type Conversation,
  createConversation,
  type Door,
} from '../../src/flows/conversation/conversation.ts'
import { announce } from '../../src/flows/outbox/announce.ts'
import type { Messenger } from '../../src/flows/outbox/messenger.ts'
import { cancelTime } from '../../src/flows/staff/change-booking.ts'
import { createTick } from '../../src/flows/upkeep/run-tick.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { agreed, answers, books, createPage } from '../support/page.ts'
import { hasTaken } from '../support/taken-over.ts'

let lotse: TestLotse
let conversation: Conversation
beforeEach(async () => {
  lotse = await startLotse()
  conversation = createConversation(lotse.deps)
})
afterEach(() => lotse.stop())

const rows = (sql: string) => lotse.db.$queryRawUnsafe<Record<string, unknown>[]>(sql)

async function booked(id?: string) {
  const page = await agreed(conversation, id)
  await books(page)
  return page
}

describe('a door of a third kind', () => {
  it('books with the same screens', async () => {
    const page = await booked()
    expect(page.latest().id).toBe('appointment')
    expect(await rows('SELECT "channel" FROM "Address"')).toEqual([{ channel: 'web' }])
    expect(await rows(`SELECT 1 AS "one" FROM "Booking" WHERE "state" = 'booked'`)).toHaveLength(1)
  })

  it('answers an input once, and one that could not be shown again', async () => {
    const page = await agreed(conversation)
    page.isDown = true
    await expect(page.press(answers('no'), 'once')).rejects.toThrow('the line is cut')
    page.isDown = false
    expect(page.said).toEqual([])
    await page.press(answers('no'), 'once')
    expect(page.latest().id).not.toBe('urgent')
    const shown = page.screens.length
    await page.send({ kind: 'tap', tap: { do: 'back' } }, 'once')
    expect(page.screens).toHaveLength(shown)
  })

  it('keeps its ids and its people apart from those of a chat', async () => {
    const one = await agreed(conversation, '4711')
    const input = { kind: 'command', command: 'mydata' } as const
    await one.send(input, '900')
    let shown = 0
    const show: Door['show'] = async () => {
      shown += 1
      return { delivery: 'sent', messages: [] }
    }
    const chat = { channel: 'telegram', id: '4711' } as const
    const door = { show, say: async () => {}, isDown: () => false }
    await conversation.take({ address: chat, id: '900', input }, door)
    expect(shown).toBe(1)
    expect(await rows('SELECT 1 AS "one" FROM "Person"')).toHaveLength(1)
  })

  it('takes two inputs of one person in turn', async () => {
    const page = await agreed(conversation)
    await Promise.all([page.press(answers('no')), page.press(answers('no'))])
    expect(page.screens).toHaveLength(5)
    expect(page.latest().id).not.toBe('urgent')
  })

  it('tells a fault once in the language of the person, and floods to wait', async () => {
    const page = await agreed(conversation)
    lotse.disk.broken = true
    const help = { kind: 'command', command: 'help' } as const
    await expect(page.send(help, 'broken')).rejects.toThrow('disk')
    expect(page.said).toHaveLength(1)
    expect(page.said[0]).toMatch(/[0-9a-f]{8}/)
    lotse.disk.broken = true
    await expect(page.send(help, 'broken')).rejects.toThrow('disk')
    expect(page.said).toHaveLength(1)
    await page.send(help, 'broken')
    expect(page.latest().id).toBe('help')
    for (let i = 0; i < 70; i++) await page.send(help)
    expect(page.said).toHaveLength(2)
  })

  it('is sent the calendar file by its own messenger, with the words', async () => {
    const page = await booked()
    const [row] = await rows('SELECT "id" FROM "Intake"')
    const staff = { id: 'anna', client: 'test', role: 'lead', body: 'drk' } as const
    const actor = { ...staff, centres: ['hochfeld', 'hamborn', 'rheinhausen'] }
    expect(await cancelTime(await hasTaken(lotse), actor, String(row?.['id']))).toBe('done')
    const came: string[] = []
    const web: Messenger = {
      async send(_id, _language, screen, { file }) {
        came.push(`${screen.id}: ${file?.content.match(/METHOD:\w+/)}`)
        return { of: 'sent', messageId: 1 }
      },
    }
    await createTick(lotse.deps, { web })()
    expect(page.latest().id).toBe('appointment')
    expect(came).toEqual(['staff-change.cancelled: METHOD:CANCEL'])
  })

  it('has nothing corrected where nothing stays, and notes nothing for it', async () => {
    const page = await booked()
    const web: Messenger = { send: async () => ({ of: 'sent', messageId: 1 }) }
    const [booking] = await rows('SELECT "id" FROM "Booking"')
    await page.send({ kind: 'tap', tap: { do: 'cancel-yes', booking: String(booking?.['id']) } })
    await createTick(lotse.deps, { web })()
    expect(await rows('SELECT * FROM "Told"')).toEqual([])
    expect(lotse.logged.filter((line) => line.includes('not corrected'))).toEqual([])
  })

  it('has its messages corrected where they stay and it says how', async () => {
    const corrected: string[] = []
    const page = createPage(conversation, 'a-thread', {
      correct: async (_id, message, _language, screen) => {
        corrected.push(`${message}: ${screen.id}`)
        return { of: 'sent', messageId: message }
      },
    })
    await agreed(conversation, page.id, page)
    await books(page)
    const card = page.screens.length
    const [booking] = await rows('SELECT "id" FROM "Booking"')
    await page.send({ kind: 'tap', tap: { do: 'cancel-yes', booking: String(booking?.['id']) } })
    expect(corrected).toContain(`${card}: outdated.none`)
    expect(page.latest().id).toBe('appointment.none')
  })

  it('is written to by its own messenger, and by none where there is none', async () => {
    const reached: string[] = []
    const web: Messenger = {
      async send(id, _language, screen) {
        reached.push(`${id}: ${screen.id}`)
        return { of: 'sent', messageId: 1 }
      },
    }
    await agreed(conversation, 'a-cookie')
    await announce(lotse.deps, { de: 'Wir ziehen um.' })
    await createTick(lotse.deps, { web })()
    expect(reached).toEqual(['a-cookie: announcement'])
    await agreed(conversation, 'another')
    await announce(lotse.deps, { de: 'Wir ziehen um.' })
    await createTick(lotse.deps, {})()
    expect(reached).toHaveLength(1)
    const ends = await rows('SELECT "status", "reason" FROM "Outbox" ORDER BY "id"')
    expect(ends.at(-1)).toEqual({ status: 'blocked', reason: 'no-chat' })
  })
})
