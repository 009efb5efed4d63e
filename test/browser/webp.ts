// A piece of a page as WebP, as the browser writes it: no other program is needed.

import type { Page } from 'playwright-core'

type Piece = { x: number; y: number; width: number; height: number }

/** `piece`: in CSS pixels from the top of the page. */
export async function webpOf(page: Page, piece: Piece): Promise<Buffer> {
  const session = await page.context().newCDPSession(page)
  const clip = { ...piece, scale: 1 }
  const shot = { format: 'webp', quality: 55, captureBeyondViewport: true, clip } as const
  const { data } = await session.send('Page.captureScreenshot', shot)
  await session.detach()
  return Buffer.from(data, 'base64')
}
