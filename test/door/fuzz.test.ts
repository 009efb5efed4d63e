// A bounded piece of the long run, with other numbers each day; a fault prints the seed. `npm run soak` goes on fifty
// times as long, and then does the long run itself.

import { expect, it } from 'vitest'
import { fuzzPages } from '../../bench/fuzz/pages.ts'
import { fuzzRequests } from '../../bench/fuzz/requests.ts'
import { fuzzUpdates } from '../../bench/fuzz/run.ts'
import { runs } from '../support/runs.ts'

/** What a disk and a network that go wrong do is tried by the long runs. */
const NOTHING_WRONG = { statement: 0, call: 0 }
const TRIES = runs(500)
const seed = Math.floor(Date.now() / 86_400_000)

it('meets updates of any shape with an answer, and shows nobody what is another’s', async () => {
  const { faults, statuses } = await fuzzUpdates(TRIES, seed, NOTHING_WRONG)
  expect(faults, `seed ${seed}`).toEqual([])
  expect(Object.keys(statuses).sort()).toEqual(['200', '400'])
})

it('meets links and forms of any shape with a page, and shows nobody what is another’s', async () => {
  const { faults, statuses } = await fuzzPages(TRIES, seed, NOTHING_WRONG)
  expect(faults, `seed ${seed}`).toEqual([])
  expect(statuses['200']).toBeGreaterThan(TRIES / 2)
})

it('meets requests of any shape without a fault and without telling anything', async () => {
  const { faults, statuses } = await fuzzRequests(TRIES, seed, NOTHING_WRONG)
  expect(faults, `seed ${seed}`).toEqual([])
  expect(statuses['200']).toBeGreaterThan(0)
})
