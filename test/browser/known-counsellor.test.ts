// Giving somebody a follow-up appointment: with whoever knows them first, for every eye.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bookedPerson } from '../support/booked.ts'
import { cityWith } from '../support/interpreting.ts'
import { openHouse } from '../support/staff-house.ts'
import { openChromium } from './chromium.ts'
import { EVERYWHERE, looked } from './looked.ts'
import { becomes, onAPort } from './on-a-port.ts'

let close: () => Promise<void>
let page: Awaited<ReturnType<Awaited<ReturnType<typeof openChromium>>['context']['newPage']>>
let url: string

beforeAll(async () => {
  // From December on Anna counsels at the first seat.
  const house = await openHouse(
    cityWith([], [{ languages: ['ckb'], staffId: 'anna', from: '2026-12-01' }]),
  )
  const at = new Date(house.clock.at)
  await house.db.staff.create({
    data: {
      ...{ id: 'anna', name: 'Anna Berg', email: 'anna.berg@rsc.example', role: 'counsellor' },
      ...{ centres: '["hochfeld"]', createdAt: at, updatedAt: at },
    },
  })
  await bookedPerson(house, { day: '2026-12-07', language: 'en' })
  await house.db.intake.updateMany({ data: { takenBy: 'anna', bodyId: 'drk' } })
  const { id } = await house.db.intake.findFirstOrThrow()
  const clara = await house.signedIn({ email: 'clara@rsc.example', name: 'Clara Test' })
  const server = await onAPort(house.app.fetch)
  const browser = await openChromium()
  page = await browser.context.newPage()
  await becomes(browser.context, server.url, clara.jar)
  url = `${server.url}/staff/intakes/${id}/times`
  close = async () => {
    await browser.close()
    server.close()
    await house.stop()
  }
}, 120_000)
afterAll(() => close?.())

test('the next time with her is offered, though others are free sooner', async () => {
  await page.goto(url)
  const chosen = await page.locator('#chosen h2').innerText()
  expect(chosen).toMatch(/^Nächste freie Zeit bei Anna Berg: \w+, \d\d\.12\.2026/)
  const [first] = await page.getByRole('heading', { level: 2, name: /2026$/ }).allInnerTexts()
  expect(first).toContain('.11.2026')
  await looked(page, 'times-known', EVERYWHERE)
})
