import { afterEach, beforeEach, expect, it } from 'vitest'
import { InOtherHands, takeStep } from '../../src/flows/conversation/take-step.ts'
import { chat } from '../support/chat.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
  await takeStep(lotse.deps, { id: '1', address: chat(77), input: agree }, false)
  await lotse.deps.store.inputs.markAnswered('telegram:1', lotse.clock.at)
})
afterEach(() => lotse.stop())

const agree = { kind: 'tap', tap: { do: 'agree', language: 'de' } } as const
const input = { kind: 'command', command: 'help' } as const
const help = { id: '2', address: chat(77), input }

async function screenOf(again: boolean) {
  const reply = await takeStep(lotse.deps, help, again)
  return reply && 'screen' in reply ? reply.screen.id : undefined
}

it('an input that somebody decided moments ago is left to them', async () => {
  expect(await screenOf(false)).toBe('help')
  await expect(takeStep(lotse.deps, help, false)).rejects.toThrow(InOtherHands)
  await lotse.deps.store.inputs.markAnswered('telegram:2', lotse.clock.at)
  expect(await takeStep(lotse.deps, help, false)).toBeNull()
})

it('it is answered again where they died over it, at once by whom the fault met', async () => {
  await takeStep(lotse.deps, help, false)
  expect(await screenOf(true)).toBe('help')
  lotse.clock.at += 5000
  expect(await screenOf(false)).toBe('help')
})
