// A note by voice on a page, heard by a counsellor and by nobody of another centre, in a real browser.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFormsOnly } from '../support/forms-only.ts'
import { booksOnPage } from '../support/on-pages.ts'
import { wav } from '../support/recordings.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'
import { hasTaken } from '../support/taken-over.ts'
import { openChromium } from './chromium.ts'
import { looked } from './looked.ts'
import { type OnAPort, onAPort } from './on-a-port.ts'

let house: House
let server: OnAPort
let root: string
const opened: Awaited<ReturnType<typeof openChromium>>[] = []

beforeAll(async () => {
  house = await openHouse()
  server = await onAPort(house.app.fetch)
  root = server.url
})
afterAll(async () => {
  for (const browser of opened) await browser.close()
  server?.close()
  await house?.stop()
})

async function newPage() {
  const browser = await openChromium()
  opened.push(browser)
  const page = await browser.context.newPage()
  await page.setViewportSize({ width: 360, height: 740 })
  return { page, context: browser.context }
}

test('a person speaks on a page, and a counsellor hears it', async () => {
  const walked = createFormsOnly(house.app)
  await booksOnPage(walked)
  for (const code of [/~de$/, /~dy$/]) await walked.press(code)
  while (!walked.html.includes('id="voice"')) await walked.press(/~sk~/)
  const { page, context } = await newPage()
  const cookies = [...walked.cookies].map(([name, value]) => ({
    name,
    value,
    url: root.replace('http:', 'https:'),
    secure: true,
  }))
  await context.addCookies(cookies)
  await page.goto(root + walked.at)
  await looked(page, 'voice-asked')
  const buffer = Buffer.from(wav(2))
  await page.locator('#voice').setInputFiles({ name: 'note.wav', mimeType: 'audio/wav', buffer })
  await page.locator('form:has(#voice) button').click()
  await page.getByText('Ihre Sprachnachricht ist angekommen').waitFor()
  await looked(page, 'voice-kept')

  const [{ intakeId = '' } = {}] = await house.db.voiceMessage.findMany()
  const path = `/staff/intakes/${intakeId}`
  await hasTaken(house)
  const record = await as(await house.signedIn({ email: 'anna@rsc.example' }))
  await record.goto(root + path)
  const player = record.locator('audio')
  await player.scrollIntoViewIfNeeded()
  await looked(record, 'voice-in-record')
  expect(await house.db.audit.count({ where: { action: 'hear-voice' } })).toBe(0)
  const heard = await player.evaluate(async (audio: HTMLAudioElement) => {
    const ended = new Promise((resolve) => audio.addEventListener('ended', resolve))
    await audio.play()
    await ended
    return audio.duration
  })
  expect(heard).toBeCloseTo(2, 1)
  expect(await house.db.audit.count({ where: { action: 'hear-voice' } })).toBeGreaterThan(0)

  const src = (await player.getAttribute('src')) ?? ''
  const other = await as(
    await house.signedIn({ email: 'berta@rsc.example', centres: ['hamborn'], name: 'Berta' }),
  )
  expect((await other.goto(root + src))?.status()).toBe(404)
  expect((await other.goto(root + path))?.status()).toBe(404)
})

/** A browser with the session of somebody who is signed in. */
async function as({ jar }: Visitor) {
  const { page, context } = await newPage()
  const cookies = [...jar].map(([name, value]) => ({ name, value, url: `${root}/staff` }))
  await context.addCookies(cookies)
  return page
}
