import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ALLOWANCES, type Deed } from '../../src/domain/people/crowd.ts'
import { createCrowdGate } from '../../src/flows/conversation/crowd-gate.ts'
import { runs } from '../support/runs.ts'

const MINUTE = 60_000
const DEEDS: Deed[] = ['read', 'write', 'begin', 'return']

function openGate() {
  const clock = { at: 0 }
  return { clock, gate: createCrowdGate(() => clock.at) }
}

/** What each of so many does in a walk to a booking, with a few mistakes on the way. */
const WALK: Deed[] = ['read', 'read', 'begin', 'read']
for (let press = 0; press < 15; press++) WALK.push('write', 'read')

it.each([
  ['in one minute', MINUTE],
  ['within half an hour', 30 * MINUTE],
])('a hundred people behind one address book %s, and nobody is kept', (_, within) => {
  const { clock, gate } = openGate()
  const steps = Array.from({ length: 100 }, () => WALK).flatMap((walk, person) =>
    walk.map((deed, nth) => ({ deed, at: ((nth * 100 + person) / (walk.length * 100)) * within })),
  )
  steps.sort((a, b) => a.at - b.at)
  for (const { deed, at } of steps) {
    clock.at = at
    expect(gate.admit(deed, 'the shelter')).toBe(0)
  }
})

it.each(DEEDS)('one address that floods (%s) is kept, and nobody else for it', (deed) => {
  const { gate } = openGate()
  const { atOnce } = ALLOWANCES[deed].client
  const waits = Array.from({ length: atOnce + 50 }, () => gate.admit(deed, 'flood'))
  expect(waits.slice(0, atOnce)).toEqual(Array(atOnce).fill(0))
  expect(waits.slice(atOnce).every((seconds) => seconds > 0)).toBe(true)
  expect(gate.admit(deed, 'somebody else')).toBe(0)
})

it.each(DEEDS)('may be tried again after what it says (%s)', (deed) => {
  const { clock, gate } = openGate()
  let seconds = 0
  while (seconds === 0) seconds = gate.admit(deed, 'one')
  clock.at += (seconds - 1) * 1000
  if (seconds > 1) expect(gate.admit(deed, 'one')).toBeGreaterThan(0)
  clock.at += 1000
  expect(gate.admit(deed, 'one')).toBe(0)
})

it('many addresses together pass no more than all may, and take nothing from themselves', () => {
  const { clock, gate } = openGate()
  const { all } = ALLOWANCES.begin
  const passed = Array.from({ length: 3000 }, (_, i) => gate.admit('begin', `client ${i}`))
  expect(passed.filter((seconds) => seconds === 0)).toHaveLength(all.atOnce)
  clock.at += 1000 / all.aSecond
  expect(gate.admit('begin', 'client 2999')).toBe(0)
})

it('what is tried about one thing is counted from wherever, and what is kept back takes nothing of the others', () => {
  const { gate } = openGate()
  const { about } = ALLOWANCES.return
  for (let nth = 0; nth < about.atOnce; nth++) {
    expect(gate.admit('return', `client ${nth % 100}`, 'one code')).toBe(0)
  }
  for (let nth = 0; nth < 100; nth++) {
    expect(gate.admit('return', 'client 0', 'one code')).toBeGreaterThan(0)
  }
  expect(gate.admit('return', 'client 0', 'another code')).toBe(0)
})

it('writing and beginning leave reading alone', () => {
  const { gate } = openGate()
  while (gate.admit('write', 'one') === 0);
  while (gate.admit('begin', 'one') === 0);
  expect(gate.admit('read', 'one')).toBe(0)
})

it('shuts nobody out for good, whenever they come and however the clock is set', () => {
  const gaps = fc.array(fc.integer({ min: -3_600_000, max: 60_000 }), { maxLength: 400 })
  fc.assert(
    fc.property(gaps, fc.constantFrom(...DEEDS), (waits, deed) => {
      const { clock, gate } = openGate()
      for (const wait of waits) {
        clock.at += wait
        gate.admit(deed, 'one')
      }
      clock.at += 2 * MINUTE
      expect(gate.admit(deed, 'one')).toBe(0)
    }),
    { numRuns: runs(100) },
  )
})
