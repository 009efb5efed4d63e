import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { soundOf } from '../../src/domain/spoken/mp3.ts'
import { type Actor, createActor } from '../support/actor.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { giveVoice } from '../support/voices.ts'

let lotse: TestLotse
let user: Actor
beforeEach(async () => {
  lotse = await startLotse()
  user = createActor(lotse.world)
})
afterEach(() => lotse.stop())

const word = (key: string) => lotse.deps.i18n.t('de', { key }, 0)
const voices = () => user.messages().filter(({ voice }) => voice !== undefined)
const own = () => voices().filter(({ from }) => from.is_bot)

async function callsOf(step: () => Promise<unknown>): Promise<string[]> {
  const before = lotse.world.calls().length
  await step()
  return lotse.world
    .calls()
    .slice(before)
    .map(({ method }) => method)
}

describe('a talk that is listened to', () => {
  it('leads from the language to a booked time by 🔊 alone', async () => {
    await giveVoice(lotse.db, lotse.deps, 'de')
    await user.sends('/start')
    await user.taps('Deutsch')
    await user.taps(word('common.button.hear-sign'))
    expect(own()).toHaveLength(1)
    const steps = [
      /ag~/,
      /urgent~no/,
      /topics~housing/,
      /district~mitte/,
      /an~spoken/,
      /~tm~hochfeld/,
      /~bo~/,
    ]
    const lengths = new Set<number>()
    for (const step of steps) {
      await user.tapsData(step)
      // What was heard before has gone with the step.
      expect(own()).toEqual([])
      await user.taps(word('common.button.hear-sign'))
      const [heard, ...others] = own()
      expect(others).toEqual([])
      expect(user.messages().at(-1)).toEqual(heard)
      const file = lotse.world.files.get(heard?.voice?.file_id ?? '')
      const sound = soundOf(file?.bytes ?? new Uint8Array())
      expect(sound).toHaveProperty('seconds')
      lengths.add(file?.bytes.length ?? 0)
    }
    expect(lengths.size).toBe(steps.length)
    expect(
      user.messages().some(({ text }) => text?.includes(word('booking.appointment.title'))),
    ).toBe(true)
    expect(user.unansweredTaps()).toBe(0)
  })

  it('comes by itself to whom reading is hard, from the consent on', async () => {
    await giveVoice(lotse.db, lotse.deps, 'de')
    await user.sends('/start')
    await user.taps('Deutsch')
    expect(own()).toEqual([])
    await user.taps(word('questions.needs.option.cannot-read'))
    expect(own()).toHaveLength(1)
    for (const step of [
      /ag~/,
      /urgent~no/,
      /topics~housing/,
      /district~mitte/,
      /an~spoken/,
      /~tm~hochfeld/,
      /~bo~/,
    ]) {
      const [before] = own()
      await user.tapsData(step)
      expect(own()).toHaveLength(1)
      expect(own()[0]?.message_id).not.toBe(before?.message_id)
    }
  })

  it('answers a voice message by what can be heard, else by the sentence', async () => {
    await user.sends('/start')
    await user.taps('Deutsch')
    await user.tapsData(/ag~/)
    await user.sendsVoice()
    user.sees(word('notice.voice'))
    await giveVoice(lotse.db, lotse.deps, 'de')
    lotse.clock.at += 61_000
    await user.sendsVoice()
    expect(own()).toHaveLength(1)
    expect(user.screen()?.text).not.toContain(word('notice.voice'))
  })
})

describe('what one reads and what one hears', () => {
  const hear = () => user.tapsData(/~hr$/)
  const heardFile = () => lotse.world.files.get(own().at(-1)?.voice?.file_id ?? '')?.bytes.length

  it('are chosen apart: who reads Arabic hears Kurmanji, or a dialect of it', async () => {
    for (const voice of ['ar', 'kmr', 'kmr-bahdini']) {
      // Somebody who lends their voice to the dialect has not read all of it.
      const without = voice === 'kmr-bahdini' ? ['questions.topics.title'] : []
      await giveVoice(lotse.db, lotse.deps, voice, { without })
    }
    await user.sends('/start')
    await user.tapsData(/lo~ar~consent/)
    await user.tapsData(/ag~/)
    await hear()
    const arabic = heardFile()
    await user.sends('/language')
    await user.tapsData(/~vs$/)
    await user.tapsData(/vc~kmr$/)
    // Back where they were they hear it at once.
    expect(own()).toHaveLength(1)
    expect(heardFile()).not.toBe(arabic)
    expect(user.screen()?.text).toContain(
      lotse.deps.i18n.t('ar', { key: 'questions.urgent.title' }, 0),
    )
    const [row] = await lotse.db.$queryRawUnsafe<{ talk: string }[]>('SELECT "talk" FROM "Intake"')
    expect(JSON.parse(row?.talk ?? '')).toMatchObject({ heard: 'kmr' })
    await user.sends('/language')
    await user.tapsData(/~vs$/)
    await user.tapsData(/vc~kmr-bahdini$/)
    await user.sends('/start')
    await user.tapsData(/urgent~no/)
    expect(
      user
        .screen()
        ?.reply_markup?.inline_keyboard?.flat()
        .map(({ callback_data }) => callback_data),
    ).not.toContain('1~hr')
  })

  it('have no choice where there is one voice, or none, and no voice that is not there', async () => {
    await giveVoice(lotse.db, lotse.deps, 'de')
    await user.sends('/start')
    await user.taps('Deutsch')
    await user.tapsData(/ag~/)
    await user.sends('/language')
    expect(JSON.stringify(user.screen())).not.toContain('~vs')
    await user.tapsData('1~vc~ckb')
    await user.sends('/start')
    const [row] = await lotse.db.$queryRawUnsafe<{ talk: string }[]>('SELECT "talk" FROM "Intake"')
    expect(JSON.parse(row?.talk ?? '')).not.toHaveProperty('heard')
  })
})

describe('where there is no sound', () => {
  it('is no button: nothing is released, a clip is missing, or its words have changed', async () => {
    await user.sends('/start')
    await user.taps('Deutsch')
    expect(user.buttons()).not.toContain(word('common.button.hear-sign'))
    await giveVoice(lotse.db, lotse.deps, 'de', { without: ['questions.urgent.title'] })
    lotse.clock.at += 61_000
    await user.sends('/start')
    await user.taps('Deutsch')
    expect(user.buttons()).toContain(word('common.button.hear-sign'))
    await user.tapsData(/ag~/)
    expect(user.buttons()).not.toContain(word('common.button.hear-sign'))
    await user.tapsData(/urgent~no/)
    expect(user.buttons()).toContain(word('common.button.hear-sign'))
    await lotse.db.clip.updateMany({
      where: { key: 'questions.topics.title' },
      data: { textHash: 'of other words' },
    })
    lotse.clock.at += 61_000
    await user.sends('/start')
    expect(user.buttons()).not.toContain(word('common.button.hear-sign'))
  })

  it('is none either once a recording was taken back: the screen comes alone', async () => {
    await giveVoice(lotse.db, lotse.deps, 'de')
    await user.sends('/start')
    await user.taps('Deutsch')
    await lotse.db.clip.deleteMany({ where: { key: 'lobby.consent.ask' } })
    await user.taps(word('common.button.hear-sign'))
    expect(own()).toEqual([])
    // By now it is known: the button has gone.
    await user.taps(word('common.button.hear-sign'))
    expect(user.buttons()).not.toContain(word('common.button.hear-sign'))
    expect(user.unansweredTaps()).toBe(0)
  })
})

it('a sound that does not come through keeps no screen back, nor brings it twice', async () => {
  await giveVoice(lotse.db, lotse.deps, 'de')
  await user.sends('/start')
  await user.taps('Deutsch')
  await user.tapsData(/~little/)
  lotse.world.faults.add({ method: 'sendVoice', status: 502, times: 1 })
  expect(await callsOf(() => user.tapsData(/ag~/))).toHaveLength(4)
  expect(own()).toEqual([])
  await user.taps(word('common.button.hear-sign'))
  expect(own()).toHaveLength(1)
  lotse.world.faults.add({ method: 'sendVoice', status: 502, times: 1 })
  // Pressed for the sound alone, it comes once more.
  await user.taps(word('common.button.hear-sign'))
  expect(own()).toHaveLength(2)
})

it('who lets nobody send voice messages gets a file', async () => {
  await giveVoice(lotse.db, lotse.deps, 'de')
  await user.sends('/start')
  await user.taps('Deutsch')
  const description = 'Bad Request: VOICE_MESSAGES_FORBIDDEN'
  lotse.world.faults.add({ method: 'sendVoice', status: 400, description })
  await user.taps(word('common.button.hear-sign'))
  expect(own()).toEqual([])
  expect(user.documents()).toMatchObject([{ name: 'lotse.mp3', type: 'audio/mpeg' }])
  await user.tapsData(/ag~/)
  expect(user.documents()).toEqual([])
})

describe('what a press on 🔊 costs', () => {
  it('is two calls: the sound, uploaded once for everybody, and the answer to the button', async () => {
    await giveVoice(lotse.db, lotse.deps, 'de')
    await user.sends('/start')
    await user.taps('Deutsch')
    const hear = () => user.taps(word('common.button.hear-sign'))
    const costs = [await callsOf(hear), await callsOf(hear)]
    for (const cost of costs) expect([...cost].sort()).toEqual(['answerCallbackQuery', 'sendVoice'])
    const [first, second] = lotse.world.calls('sendVoice').map(({ params }) => params['voice'])
    expect(typeof first).toBe('object')
    expect(typeof second).toBe('string')
    const other = createActor(lotse.world)
    await other.sends('/start')
    await other.taps('Deutsch')
    await other.taps(word('common.button.hear-sign'))
    expect(lotse.world.calls('sendVoice').at(-1)?.params['voice']).toBe(second)
  })

  it('uploads again what Telegram knows no longer', async () => {
    await giveVoice(lotse.db, lotse.deps, 'de')
    await user.sends('/start')
    await user.taps('Deutsch')
    const hear = () => user.taps(word('common.button.hear-sign'))
    await hear()
    lotse.world.faults.add({ method: 'sendVoice', status: 400, times: 1 })
    await hear()
    expect(own()).toHaveLength(2)
    expect(typeof lotse.world.calls('sendVoice').at(-1)?.params['voice']).toBe('object')
  })
})
