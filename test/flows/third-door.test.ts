import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../src/domain/dialog/reduce.ts'
import type { Screen } from '../../src/domain/dialog/screen.ts'
import type { Tap } from '../../src/domain/dialog/tap.ts'
import {
  type Conversation,
  createConversation,
  type Door,
} from '../../src/flows/conversation/conversation.ts'
import { announce } from '../../src/flows/outbox/announce.ts'
import type { Messenger } from '../../src/flows/outbox/messenger.ts'
import { createTick } from '../../src/flows/upkeep/run-tick.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'

// All that a door has to bring: how an input comes in, how a screen goes out. This one is a page that
// keeps what it was given.
function createPage(conversation: Conversation, id: string, more: Pick<Door, 'correct'> = {}) {
  const screens: Screen[] = []
  const said: string[] = []
  const page = { isDown: false, id, screens, said, press, send, latest }
  let inputs = 0

  const door: Door = {
    ...more,
    async show({ screen }) {
      if (page.isDown) throw new Error('the line is cut')
      screens.push(screen)
      return { delivery: 'sent', messages: [], screen: screens.length }
    },
    async say(sentences) {
      said.push(...sentences)
    },
    isDown: () => page.isDown,
  }

  function latest(): Screen {
    const screen = screens.at(-1)
    if (!screen) throw new Error('nothing was shown')
    return screen
  }

  async function send(input: Input, inputId = `${page.id}-${++inputs}`): Promise<void> {
    const address = { channel: 'web', id: page.id } as const
    await conversation.take({ address, id: inputId, input }, door)
  }

  /** Presses the first button of the latest screen that is meant. */
  async function press(isMeant: (tap: Tap) => boolean, inputId?: string): Promise<void> {
    const taps = latest()
      .rows.flat()
      .flatMap((button) => ('tap' in button ? [button.tap] : []))
    const tap = taps.find(isMeant)
    if (!tap) throw new Error(`no such button on ${latest().id}`)
    await send({ kind: 'tap', tap }, inputId)
  }
  return page
}

const does = (what: Tap['do']) => (tap: Tap) => tap.do === what
const inGerman = (tap: Tap) => tap.do === 'lobby' && tap.language === 'de'
const answers = (option: string) => (tap: Tap) => tap.do === 'answer' && tap.option === option

let lotse: TestLotse
let conversation: Conversation
beforeEach(async () => {
  lotse = await startLotse()
  conversation = createConversation(lotse.deps)
})
afterEach(() => lotse.stop())

const rows = (sql: string) => lotse.db.$queryRawUnsafe<Record<string, unknown>[]>(sql)

async function agreed(id = 'a-cookie', page = createPage(conversation, id)) {
  await page.send({ kind: 'command', command: 'start' })
  await page.press(inGerman)
  await page.press(does('agree'))
  return page
}

const booked = async (id?: string) => book(createPage(conversation, id ?? 'a-cookie'))

async function book(page: ReturnType<typeof createPage>) {
  await agreed(page.id, page)
  await page.press(answers('no'))
  await page.press(answers('housing'))
  await page.press((tap) => tap.do === 'answer' && tap.question === 'district')
  await page.press((tap) => tap.do === 'answer' && tap.question === 'spoken')
  await page.press(does('time'))
  await page.press((tap) => tap.do === 'book' && tap.remind === 'yes')
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
    const page = await agreed()
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
    const one = await agreed('4711')
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
    const page = await agreed()
    await Promise.all([page.press(answers('no')), page.press(answers('no'))])
    expect(page.screens).toHaveLength(5)
    expect(page.latest().id).not.toBe('urgent')
  })

  it('tells a fault once in the language of the person, and floods to wait', async () => {
    const page = await agreed()
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
    await book(page)
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
    await agreed('a-cookie')
    await announce(lotse.deps, { de: 'Wir ziehen um.' })
    await createTick(lotse.deps, { web })()
    expect(reached).toEqual(['a-cookie: announcement'])
    await agreed('another')
    await announce(lotse.deps, { de: 'Wir ziehen um.' })
    await createTick(lotse.deps, {})()
    expect(reached).toHaveLength(1)
    const ends = await rows('SELECT "status", "reason" FROM "Outbox" ORDER BY "id"')
    expect(ends.at(-1)).toEqual({ status: 'blocked', reason: 'no-chat' })
  })
})
