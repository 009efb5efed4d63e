import { afterEach, beforeEach, expect, it } from 'vitest'
import { InOtherHands, takeStep } from '../../src/flows/conversation/take-step.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
  await takeStep(lotse.deps, { id: 1, chat: '77', input: agree })
  await lotse.deps.store.updates.markAnswered(1, lotse.clock.at)
})
afterEach(() => lotse.stop())

const agree = { kind: 'tap', tap: { do: 'agree', language: 'de' } } as const
const help = { id: 2, chat: '77', input: { kind: 'command', command: 'help' } } as const

it('an update that somebody decided moments ago is left to them', async () => {
  expect((await takeStep(lotse.deps, help))?.screen.id).toBe('help')
  await expect(takeStep(lotse.deps, help)).rejects.toThrow(InOtherHands)
  await lotse.deps.store.updates.markAnswered(2, lotse.clock.at)
  expect(await takeStep(lotse.deps, help)).toBeNull()
})

it('it is answered again where they died over it, at once by whom the fault met', async () => {
  await takeStep(lotse.deps, help)
  expect((await takeStep(lotse.deps, { ...help, again: true }))?.screen.id).toBe('help')
  lotse.clock.at += 5000
  expect((await takeStep(lotse.deps, help))?.screen.id).toBe('help')
})
