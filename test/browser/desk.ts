// A house with a desk, served on a port of this machine, and a browser in front of it: for all tests of a file.

import type { Page } from 'playwright-core'
import { type House, openHouse } from '../support/staff-house.ts'
import { openChromium } from './chromium.ts'
import { becomes, onAPort } from './on-a-port.ts'

export type Desk = {
  house: House
  /** Its address. */
  root: string
  browser: Awaited<ReturnType<typeof openChromium>>
  page: Page
  /** From now on somebody else sits there: whoever has these cookies. */
  becomes: (member: { jar: ReadonlyMap<string, string> } | undefined) => Promise<void>
  close: () => Promise<void>
}

/** Opens a house of this city, empty, and a page that nobody is signed in on. */
export async function openDesk(
  profile?: Parameters<typeof openHouse>[0],
  how?: Parameters<typeof openChromium>[0],
): Promise<Desk> {
  const house = await openHouse(profile)
  const server = await onAPort(house.app.fetch)
  const browser = await openChromium(how)
  const page = await browser.context.newPage()
  return {
    ...{ house, browser, page, root: server.url },
    becomes: (member) => becomes(browser.context, server.url, member?.jar),
    async close() {
      await browser.close()
      server.close()
      await house.stop()
    },
  }
}
