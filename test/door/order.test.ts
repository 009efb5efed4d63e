import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Tap } from '../../src/domain/dialog/tap.ts'
import { pressed } from '../support/pressed.ts'
import { type Several, startSeveral } from '../support/several.ts'

const chats = Array.from({ length: 12 }, (_, index) => 5000 + index)

let lotse: Several
let updateId = 1
beforeAll(async () => {
  lotse = await startSeveral(4)
}, 120_000)
afterAll(() => lotse.stop())

async function press(which: number, chat: number, tap: Tap): Promise<void> {
  const update = pressed(updateId++, chat, tap)
  for (let tries = 0; tries < 10; tries++) {
    if ((await lotse.deliver(which, update)) === 200) return
  }
  throw new Error('an update was never answered')
}

const answers: Tap[] = [
  { do: 'answer', question: 'urgent', option: 'no' },
  { do: 'answer', question: 'topics', option: 'housing' },
  { do: 'answer', question: 'district', option: 'mitte' },
  { do: 'answer', question: 'spoken', option: 'ar' },
]
const talks = async () =>
  (await lotse.rows('SELECT "talk", "version" FROM "Intake"')) as {
    talk: string
    version: number
  }[]

it('what four processes decide at once for one chat is saved one upon the other', async () => {
  for (const [at, chat] of chats.entries()) await press(at, chat, { do: 'agree', language: 'de' })
  await Promise.all(chats.flatMap((chat) => answers.map((tap, at) => press(at, chat, tap))))
  const versions = (await talks()).map(({ version }) => version)
  expect(versions).toEqual(chats.map(() => 1 + answers.length))
})

it('updates of one chat that go to a process each lead through the talk', async () => {
  for (const chat of chats) {
    for (const [at, tap] of answers.entries()) await press(at, chat, tap)
  }
  for (const { talk } of await talks()) {
    expect(JSON.parse(talk).answers).toMatchObject({ urgent: 'no', topics: ['housing'] })
    expect(JSON.parse(talk).answers).toMatchObject({ district: 'mitte', spoken: 'ar' })
  }
})
