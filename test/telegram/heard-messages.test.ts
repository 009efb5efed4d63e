// What Lotse says on its own accord is heard: 🔊 under it, and by itself where reading is hard.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../src/domain/dialog/reduce.ts'
import type { Tap } from '../../src/domain/dialog/tap.ts'
import { createConversation, type Door } from '../../src/flows/conversation/conversation.ts'
import { enqueue } from '../../src/flows/outbox/outbox.ts'
import type { Actor as Staff } from '../../src/flows/staff/actor.ts'
import { cancelTime } from '../../src/flows/staff/change-booking.ts'
import type { Actor } from '../support/actor.ts'
import { bookedPerson } from '../support/booked.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { sealedWords } from '../support/staff-writes.ts'
import { giveVoice } from '../support/voices.ts'

const DAY = 86_400_000
const HEAR = /~hr~\d+$/

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
  await giveVoice(lotse.db, lotse.deps, 'de')
})
afterEach(() => lotse.stop())

const booked = (reads?: 'little', day = '2026-03-25') =>
  bookedPerson(lotse, { day, ...(reads ? { reads } : {}) })

const anna = {
  ...{ id: 'anna', client: '-', role: 'lead', body: 'drk' },
  centres: ['hochfeld'],
} as never as Staff

/** Days pass, and the next minute comes. */
async function later(days: number): Promise<void> {
  lotse.clock.at += days * DAY
  await lotse.tick()
}

const own = (user: Actor) => user.messages().filter(({ voice, from }) => voice && from.is_bot)
const bells = (user: Actor) => user.messages().filter(({ text }) => text?.includes('🔔'))
const lengthOf = (user: Actor) =>
  lotse.world.files.get(own(user).at(-1)?.voice?.file_id ?? '')?.bytes.length

/** Sends a message about the appointment, or the person. */
async function told(kind: string, payload: object, text?: string): Promise<void> {
  const { id: bookingId, personId } = await lotse.db.booking.findFirstOrThrow({
    orderBy: { createdAt: 'desc' },
  })
  lotse.clock.at += 60_000
  const dueAt = lotse.clock.at
  const message = { key: `${kind}:${dueAt}`, kind, personId: personId ?? '', bookingId, payload }
  await enqueue(lotse.deps, { ...message, dueAt, ...(text ? { text } : {}) })
  await lotse.tick()
}
const freeText = async (text: string) => {
  const words = await sealedWords(lotse.deps, { template: 'free', centre: 'hochfeld', text }, 'de')
  await told('staff-message', { template: 'free', centre: 'hochfeld', intake: '', by: 's' }, words)
}

describe('a reminder', () => {
  it('has 🔊 at the end of its last row, and is heard with two calls, again and again', async () => {
    const { user } = await booked()
    await later(6.3)
    const [bell] = bells(user)
    const buttons = bell?.reply_markup?.inline_keyboard?.at(-1) ?? []
    expect(buttons.at(-1)?.callback_data).toMatch(HEAR)
    expect(own(user)).toEqual([])
    for (const times of [1, 2]) {
      const before = lotse.world.calls().length
      await user.tapsData(HEAR)
      const calls = lotse.world.calls().slice(before)
      expect(calls.map(({ method }) => method).sort()).toEqual(['answerCallbackQuery', 'sendVoice'])
      expect(own(user)).toHaveLength(times)
    }
    expect(bells(user)).toEqual([bell])
    await user.sends('/start')
    expect(own(user)).toEqual([])
  })

  it('is heard by itself below the message where reading is hard, without ringing, and once', async () => {
    const { user } = await booked('little')
    expect(own(user)).toHaveLength(1)
    await later(6.3)
    const [bell] = bells(user)
    const sounds = own(user)
    expect(sounds.map(({ message_id }) => message_id > (bell?.message_id ?? 0))).toEqual([
      false,
      true,
    ])
    expect(lotse.world.calls('sendVoice').at(-1)?.params).toMatchObject({
      disable_notification: 'true',
    })
    await lotse.tick()
    expect(own(user)).toEqual(sounds)
    await user.sends('/start')
    // The talk has moved on: what was heard of the message has gone with it.
    expect(own(user).map(({ message_id }) => message_id)).not.toContain(sounds[1]?.message_id)
  })

  it('is in the chat once though its sound does not come through, or is told to wait', async () => {
    const { user } = await booked('little')
    lotse.world.faults.add({ method: 'sendVoice', status: 502, times: 1 })
    await later(6.3)
    expect(bells(user)).toHaveLength(1)
    expect(own(user)).toHaveLength(1)
    lotse.world.faults.add({ method: 'sendVoice', status: 429, retryAfter: 1, times: 1 })
    await later(2)
    expect(bells(user)).toHaveLength(2)
    expect(own(user)).toHaveLength(2)
  })

  it('names tomorrow no longer, also to be heard, once it is today', async () => {
    const { user } = await booked('little')
    await later(8.3)
    const last = own(user).at(-1)?.message_id
    await later(0.6)
    expect(own(user).map(({ message_id }) => message_id)).not.toContain(last)
    // Worded anew, it can still be heard.
    await user.tapsData(HEAR)
    expect(own(user).length).toBeGreaterThan(0)
  })
})

it('is silent of what holds no longer: a sound goes when its appointment is moved', async () => {
  const { user } = await booked('little')
  await later(6.3)
  const before = own(user).at(-1)?.message_id
  const { id } = await lotse.db.intake.findFirstOrThrow()
  await lotse.db.intake.updateMany({ where: { id }, data: { bodyId: anna.body } })
  expect(await cancelTime(lotse.deps, anna, id)).toBe('done')
  await later(0.01)
  const now = own(user).map(({ message_id }) => message_id)
  // That of the cancellation, and one that is too old for Telegram to let go.
  expect(now).toHaveLength(2)
  expect(now).not.toContain(before)
})

describe('what staff wrote', () => {
  it('is never said, what stands around it is', async () => {
    const { user } = await booked('little')
    await freeText('Bitte bringen Sie Ihren Ausweis mit.')
    const one = lengthOf(user)
    await freeText('Kommen Sie.')
    expect(lengthOf(user)).toBe(one)
    expect(own(user)).toHaveLength(3)
  })

  it('an announcement, which is nothing else, has no button', async () => {
    const { user } = await booked()
    await told('announcement', {}, 'Wir ziehen um.')
    expect(JSON.stringify(user.messages().at(-1))).not.toContain('~hr')
  })
})

it('what was heard goes after a new start of the process, too, and only when the talk moves on', async () => {
  const address = { channel: 'telegram', id: '77' } as const
  const gone: number[][] = []
  let number = 0
  const door: Door = {
    show: async ({ unheard, sound }) => {
      gone.push((unheard ?? []).map(({ message }) => message))
      number += 2
      const messages = [number, number + 1]
      return { delivery: 'sent', messages, screen: number, ...(sound ? { sound: number + 1 } : {}) }
    },
    say: async () => {},
    isDown: () => false,
  }
  const does = async (input: Input) => {
    const conversation = createConversation(lotse.deps)
    await conversation.take({ address, id: String(number), input }, door)
    return gone.at(-1)
  }
  const tap = (tap: Tap) => does({ kind: 'tap', tap })
  await tap({ do: 'agree', language: 'de' })
  expect(await tap({ do: 'hear' })).toEqual([])
  expect(await tap({ do: 'hear' })).toEqual([])
  expect(await tap({ do: 'answer', question: 'urgent', option: 'no' })).toEqual([5, 7])
  expect(await tap({ do: 'back' })).toEqual([])
})

it('a number that is no message of theirs is heard as where they are', async () => {
  const { user } = await booked()
  const { user: other } = await bookedPerson(lotse, { day: '2026-03-25', name: 'Bela' })
  await later(6.3)
  const theirs = await lotse.db.outbox.findMany({ orderBy: { id: 'asc' } })
  expect(theirs.length).toBeGreaterThan(0)
  for (const number of [theirs[0]?.id ?? 0, 999_999, 'x', '9'.repeat(30)]) {
    const before = bells(other).length
    await other.tapsData(`1+~hr~${number}`)
    expect(bells(other)).toHaveLength(before)
    expect(other.unansweredTaps()).toBe(0)
  }
  expect(bells(user)).toHaveLength(1)
})
