import { expect, test } from 'vitest'
import { createSignInGate } from '../../src/flows/sign-in/gate.ts'

const clock = { at: 1_000_000, now: () => clock.at }

test('one client is looked at sixty times and then once a second, whatever names it tries', async () => {
  const gate = createSignInGate(clock.now)
  const one = () => gate.check('198.51.100.7', async () => 'looked')
  for (let i = 0; i < 60; i++) expect(await one()).toBe('looked')
  expect(await one()).toBeNull()
  expect(await gate.check('203.0.113.9', async () => 'looked')).toBe('looked')
  clock.at += 1000
  expect(await one()).toBe('looked')
})

test('four passwords are checked at once, and a fault lets the next one in', async () => {
  const gate = createSignInGate(clock.now)
  let finish = () => {}
  const end = new Promise<void>((resolve) => {
    finish = resolve
  })
  const four = [1, 2, 3, 4].map((client) => gate.check(String(client), () => end))
  expect(await gate.check('5', async () => 'looked')).toBeNull()
  finish()
  await Promise.all(four)
  await expect(gate.check('5', () => Promise.reject(new Error('x')))).rejects.toThrow('x')
  expect(await gate.check('5', async () => 'looked')).toBe('looked')
})
