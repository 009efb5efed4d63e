import type { Challenge } from 'altcha-lib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { PROOF_WITHIN } from '../../src/domain/people/crowd.ts'
import { createProofs } from '../../src/flows/conversation/proofs.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { solved } from '../support/solved.ts'

let lotse: TestLotse
let proofs: ReturnType<typeof createProofs>
beforeEach(async () => {
  lotse = await startLotse()
  proofs = createProofs(lotse.deps)
})
afterEach(() => lotse.stop())

const changed = (proof: string, change: (read: Solved) => void) => {
  const read = JSON.parse(atob(proof))
  change(read)
  return btoa(JSON.stringify(read))
}
type Solved = { challenge: Challenge; solution: { counter: number; derivedKey: string } }

it('takes what was worked out, once', async () => {
  const proof = await solved(await proofs.ask('write'))
  expect(await proofs.accepts('write', proof)).toBe(true)
  expect(await proofs.accepts('write', proof)).toBe(false)
})

it('takes one of many at the same moment', async () => {
  const proof = await solved(await proofs.ask('write'))
  const taken = await Promise.all(Array.from({ length: 20 }, () => proofs.accepts('write', proof)))
  expect(taken.filter(Boolean)).toHaveLength(1)
})

it('takes it until its time is over, and not for what is dearer', async () => {
  const [one, two, cheap] = await Promise.all(
    (['write', 'write', 'write'] as const).map(async (deed) => solved(await proofs.ask(deed))),
  )
  expect(await proofs.accepts('begin', cheap)).toBe(false)
  lotse.clock.at += PROOF_WITHIN - 1
  expect(await proofs.accepts('write', one)).toBe(true)
  lotse.clock.at += 1
  expect(await proofs.accepts('write', two)).toBe(false)
})

it('takes one that another process of the same city asked for', async () => {
  const other = createProofs(lotse.deps)
  expect(await proofs.accepts('read', await solved(await other.ask('read')))).toBe(true)
})

it('takes none of another city', async () => {
  const other = await startLotse()
  const proof = await solved(await createProofs(other.deps).ask('write'))
  await other.stop()
  expect(await proofs.accepts('write', proof)).toBe(false)
})

it.each<[string, (read: Solved) => void]>([
  ['made easier', ({ challenge }) => Object.assign(challenge.parameters, { cost: 1 })],
  [
    'made to match anything',
    ({ challenge }) => Object.assign(challenge.parameters, { keyPrefix: '' }),
  ],
  [
    'made to last',
    ({ challenge }) => Object.assign(challenge.parameters.data ?? {}, { until: 9e15 }),
  ],
  ['guessed', ({ solution }) => Object.assign(solution, { counter: solution.counter + 1 })],
  ['without a signature', ({ challenge }) => Object.assign(challenge, { signature: '' })],
  [
    'of another kind',
    ({ challenge }) => Object.assign(challenge.parameters, { algorithm: 'SHA-256' }),
  ],
])('takes none that was %s', async (_, change) => {
  const proof = await solved(await proofs.ask('write'))
  expect(await proofs.accepts('write', changed(proof, change))).toBe(false)
})

it('takes no second guess at one challenge, but does remember nothing it never signed', async () => {
  const proof = await solved(await proofs.ask('write'))
  const forged = changed(proof, ({ challenge }) => Object.assign(challenge.parameters, { cost: 1 }))
  expect(await proofs.accepts('write', forged)).toBe(false)
  const wrong = changed(proof, ({ solution }) => Object.assign(solution, { counter: 4e9 }))
  expect(await proofs.accepts('write', wrong)).toBe(false)
  expect(await proofs.accepts('write', proof)).toBe(false)
})

it.each([undefined, '', 'x', 'bnVsbA==', btoa('{}'), btoa('[1]'), '\u0000', 'a'.repeat(5000)])(
  'takes nothing else: %j',
  async (proof) => {
    expect(await proofs.accepts('write', proof)).toBe(false)
  },
)

it('costs no statement, and logs nothing', async () => {
  lotse.count.statements = 0
  await proofs.accepts('write', await solved(await proofs.ask('write')))
  expect(lotse.count.statements).toBe(0)
  expect(lotse.logged).toEqual([])
})
