import { afterEach, beforeEach, expect, it } from 'vitest'
import { createFormsOnly, type FormsOnly } from '../support/forms-only.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'

// A press and the page it leads to, together. The same numbers hold on both engines.
const MOST = 4

let lotse: TestLotse
let browser: FormsOnly
beforeEach(async () => {
  lotse = await startLotse()
  browser = createFormsOnly(lotse.app)
  // The city and a Worker's own start are there from now on.
  await browser.visit('/')
})
afterEach(() => lotse.stop())

async function costOf(step: () => Promise<unknown>): Promise<number> {
  const before = lotse.count.statements
  await step()
  return lotse.count.statements - before
}

it('before the consent nothing is asked of the database, and nothing kept', async () => {
  const steps: Record<string, () => Promise<unknown>> = {
    menu: () => browser.visit('/'),
    language: () => browser.press(/lo~de~consent/),
    more: () => browser.press(/lo~de~more/),
    who: () => browser.press(/lo~de~responsible/),
    danger: () => browser.press(/lo~de~danger/),
    typed: () => browser.types('Hilfe, er schlägt mich'),
    numbers: () => browser.visit('/sos?lang=de'),
    missing: () => browser.visit('/nothing-here'),
  }
  const costs: Record<string, number> = {}
  for (const [name, step] of Object.entries(steps)) costs[name] = await costOf(step)
  expect(Object.entries(costs).filter(([, cost]) => cost > 0)).toEqual([])
  expect(browser.cookies.size).toBe(0)
  expect(browser.trail.every(({ cookie }) => cookie === null)).toBe(true)
  for (const table of ['Person', 'Address', 'AnsweredInput', 'Intake']) {
    expect(await lotse.db.$queryRawUnsafe(`SELECT 1 AS "one" FROM "${table}"`)).toEqual([])
  }
})

it('a press and the page it leads to ask the database at most four times', async () => {
  // So is what PINs are made of, which a process reads once.
  await browser.post('/return', { lang: 'de', code: '777-777', pin: '000000000' })
  await browser.visit('/')
  await browser.press(/lo~de~consent/)
  const steps: Record<string, () => Promise<unknown>> = {
    consent: () => browser.press(/ag~/),
    urgent: () => browser.press(/urgent~no/),
    topic: () => browser.press(/topics~housing/),
    district: () => browser.press(/district~mitte/),
    times: () => browser.press(/an~spoken/),
    time: () => browser.press(/~tm~hochfeld/),
    book: () => browser.press(/~bo~/),
    more: () => browser.press(/op~appointment-more/),
    back: () => browser.press(/~bk$/),
    move: () => browser.press(/~mo$/),
    other: () => browser.press(/~tm~hochfeld/),
    moved: () => browser.press(/~bo~/),
    cancel: () => browser.press(/~ca$/),
    cancelled: () => browser.press(/~cy~/),
    reload: () => browser.visit(browser.at),
  }
  const costs: Record<string, number> = {}
  for (const [name, step] of Object.entries(steps)) costs[name] = await costOf(step)
  const dear = Object.entries(costs).filter(([, cost]) => cost > MOST)
  expect(dear).toEqual([])
  expect(Object.values(costs).every((cost) => cost >= 1)).toBe(true)
})
