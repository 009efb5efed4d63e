import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createI18n } from '../../src/i18n/index.ts'
import { createFormsOnly } from '../support/forms-only.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'

const i18n = createI18n()
const MOST_PRESSES = 8

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

describe.each(i18n.languages)('a talk on pages in $key', ({ key, direction }) => {
  it('books within eight presses, by links and forms alone', async () => {
    const browser = createFormsOnly(lotse.app)
    await browser.visit('/')
    await browser.press(new RegExp(`lo~${key}~consent`))
    browser.count()
    const steps = [/ag~/, /an~urgent~no/, /an~topics~housing/, /an~district~mitte/, /an~spoken/]
    for (const step of [...steps, /~tm~/, /~bo~/]) {
      await browser.press(step)
      expect(browser.status).toBe(200)
      expect(browser.language).toBe(key)
      expect(browser.html).toContain(`<html lang="${key}" dir="${direction}">`)
      expect(browser.document.querySelectorAll('h1')).toHaveLength(1)
    }
    expect(browser.presses).toBeLessThanOrEqual(MOST_PRESSES)
    expect(browser.heading).toBe(i18n.t(key, { key: 'booking.appointment.title' }, 0))
    const rows = await lotse.db.$queryRawUnsafe<unknown[]>(
      `SELECT 1 AS "one" FROM "Booking" b JOIN "Address" a ON a."personId" = b."personId"
       WHERE b."state" = 'booked' AND a."channel" = 'web'`,
    )
    expect(rows).toHaveLength(1)
    expect(lotse.logged.filter((line) => /"level":"(error|warn)"/.test(line))).toEqual([])
  })
})
