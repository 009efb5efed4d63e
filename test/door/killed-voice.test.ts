// A voice message whose process dies at each step of taking it in, before and after Telegram did what it was
// asked: in the end it is kept once, gone from the chat, and answered once. Only an answer that Telegram took while
// nobody was left to note so comes a second time, with the same words: Telegram cannot be asked what it has taken.

import { setTimeout as sleep } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Actor, createActor } from '../support/actor.ts'
import { type Demo, startDemo } from '../support/demo-process.ts'
import { openLastingTelegram } from '../support/killed.ts'
import { ogg, sent } from '../support/recordings.ts'

let telegram: Awaited<ReturnType<typeof openLastingTelegram>>
let lotse: Demo
/** At which call the process dies next, and whether Telegram still does what it asks for. */
let dies: { at: RegExp; isDone: boolean } | undefined
let restarted: Promise<void> | undefined
/** How many answers Telegram has taken, and had when the process died. */
let answered = () => 0
let answeredBefore = 0

beforeAll(async () => {
  telegram = await openLastingTelegram('killed-voice', (answer) => async (request) => {
    const now = dies?.at.test(request.url) ? dies : undefined
    if (!now) return await answer(request)
    dies = undefined
    if (now.isDone) await answer(request)
    await lotse.kill()
    // What was on its way to Telegram, beside the call at which it died, arrives.
    await sleep(200)
    answeredBefore = answered()
    restarted = startDemo(telegram.settings).then((demo) => {
      lotse = demo
    })
    return new Response(null, { status: 502 })
  })
  lotse = await startDemo(telegram.settings)
}, 120_000)
afterAll(async () => {
  await lotse.stop()
  await telegram.close()
})

const kept = () => {
  const db = new Sqlite(telegram.file, { readonly: true })
  const rows = db.prepare('SELECT "intakeId", "seconds" FROM "VoiceMessage"').all()
  db.close()
  return rows as { intakeId: string; seconds: number }[]
}

const answersTo = (user: Actor) =>
  user.messages().filter(({ text }) => text?.includes('Ihre Nachricht ist angekommen'))

it.each([
  ['before its file is asked for', { at: /\/getFile$/, isDone: false }, 1],
  ['once its file has been fetched, before it is sealed', { at: /\/file\/bot/, isDone: true }, 1],
  // It is answered at the same time: the answer may have been taken, or not.
  ['before it is deleted in the chat', { at: /\/deleteMessages?$/, isDone: false }, undefined],
  ['once it is deleted in the chat', { at: /\/deleteMessages?$/, isDone: true }, undefined],
  ['before it is answered', { at: /\/(sendMessage|editMessageText)$/, isDone: false }, 1],
  ['once it is answered', { at: /\/(sendMessage|editMessageText)$/, isDone: true }, 2],
])(
  '%s',
  async (what, death, times) => {
    const user = createActor(telegram.world, { name: what, patienceMs: 120_000 })
    await user.sends('/start')
    for (const label of ['Deutsch', 'Ich stimme zu']) await user.taps(label)
    await user.tapsData('1~op~person')
    await user.taps('Rufen Sie mich an')
    const before = kept().length
    answered = () => answersTo(user).length
    dies = death
    restarted = undefined
    await user.sendsVoice(sent(ogg(7)))
    expect(restarted, 'it has died').toBeDefined()
    await restarted
    expect(kept()).toHaveLength(before + 1)
    expect(user.messages().filter(({ from, voice }) => voice && !from.is_bot)).toEqual([])
    const answers = answersTo(user)
    expect(answers, user.transcript()).toHaveLength(answeredBefore + 1)
    if (times !== undefined) expect(answers).toHaveLength(times)
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(user.unansweredTaps()).toBe(0)
  },
  180_000,
)
