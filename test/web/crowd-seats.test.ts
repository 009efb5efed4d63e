// Who takes seat after seat from one client address, each for somebody new.

import { afterEach, beforeEach, expect, it } from 'vitest'
import { booksBehind, challengeIn, SHELTER } from '../support/behind.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { solved } from '../support/solved.ts'

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

const MITTE = /~district~mitte/
const seats = () => lotse.db.booking.count({ where: { state: 'booked' } })

it('has eight for nothing, then works for each, and is kept from the second half of a centre for two minutes a seat', async () => {
  for (let nth = 0; nth < 8; nth++) {
    expect((await booksBehind(lotse.app, SHELTER, MITTE)).answered.status).toBe(200)
  }
  const ninth = await booksBehind(lotse.app, SHELTER, MITTE)
  expect(ninth.answered.status).toBe(429)
  expect(ninth.answered.text).toContain('<html lang="ckb"')
  expect(await seats()).toBe(8)
  const proof = await solved(challengeIn(ninth.answered.text))
  expect((await ninth.again(proof)).status).toBe(200)
  expect(await seats()).toBe(9)
  expect((await booksBehind(lotse.app, '203.0.113.9', MITTE)).answered.status).toBe(200)

  let last = await booksBehind(lotse.app, SHELTER, MITTE)
  while (last.answered.text.includes('data-challenge=')) {
    const { status } = await last.again(await solved(challengeIn(last.answered.text)))
    expect(status).toBe(200)
    last = await booksBehind(lotse.app, SHELTER, MITTE)
  }
  const taken = await seats()
  // Nothing that is worked out helps here.
  expect(last.answered.status).toBe(429)
  expect(last.answered.text).toMatch(/href="tel:/)
  expect((await last.again('made up')).status).toBe(429)
  expect(await seats()).toBe(taken)
  // Nobody else is kept from the other half, nor this address from another centre.
  expect((await booksBehind(lotse.app, '203.0.113.9', MITTE)).answered.status).toBe(200)
  const elsewhere = await booksBehind(lotse.app, SHELTER, /~district~rheinhausen/)
  const { status } = await elsewhere.again(await solved(challengeIn(elsewhere.answered.text)))
  expect(status).toBe(200)
  lotse.clock.at += 120_000
  const next = await last.again()
  expect((await last.again(await solved(challengeIn(next.text)))).status).toBe(200)
})
