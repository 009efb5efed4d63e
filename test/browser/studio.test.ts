// A volunteer records on a phone, somebody else listens and releases; and the same without scripts.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { mp3Of, tone, wavOf } from '../support/sounds.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'
import { openChromium } from './chromium.ts'
import { looked } from './looked.ts'
import { type OnAPort, onAPort } from './on-a-port.ts'

const PHONE = { width: 360, height: 740 }
let house: House
let server: OnAPort
let browser: Awaited<ReturnType<typeof openChromium>>
let page: Page
let root: string
let home: string
const told: string[] = []

const enter = (context: BrowserContext, { jar }: Visitor) =>
  context.addCookies([...jar].map(([name, value]) => ({ name, value, url: root })))
const volunteer = (name: string) =>
  house.signedIn({ email: `${name}@city.example`, name, role: 'volunteer', centres: [] })
const newest = () =>
  house.db.clip.findFirstOrThrow({ omit: { sound: true }, orderBy: { recordedAt: 'desc' } })
const plays = async (on: Page, selector: string) => {
  await on
    .locator(selector)
    .first()
    .evaluate((audio: HTMLAudioElement) => audio.play())
  await on.waitForFunction(
    (one) => (document.querySelector(one) as HTMLAudioElement).currentTime > 0.05,
    selector,
  )
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'lotse-studio-'))
  await writeFile(join(home, 'voice.wav'), wavOf(tone(2, 0.3)))
  await writeFile(join(home, 'quiet.wav'), wavOf(tone(1, 0.015, 1)))
  await writeFile(join(home, 'loud.wav'), wavOf(tone(1, 1, 1)))
  await writeFile(join(home, 'silent.wav'), wavOf(tone(0, 0, 1)))
  await writeFile(join(home, 'letter.txt'), 'Dear all,')
  await writeFile(join(home, 'ours.mp3'), await mp3Of(tone(1)))
  house = await openHouse()
  server = await onAPort(house.app.fetch)
  root = server.url
  browser = await openChromium({ microphone: join(home, 'voice.wav') })
  await enter(browser.context, await volunteer('Hana'))
  page = await browser.context.newPage()
  page.setDefaultTimeout(10_000)
  page.on('console', (line) => line.type() === 'error' && told.push(line.text()))
  page.on('pageerror', (fault) => told.push(String(fault)))
})
afterAll(async () => {
  await browser?.close()
  server?.close()
  await house?.stop()
  await rm(home, { recursive: true, force: true })
})

beforeEach(() => {
  house.clock.at += 1000
})

test('from the list of voices to who speaks', async () => {
  await page.setViewportSize(PHONE)
  await page.goto(`${root}/staff`)
  await looked(page, 'voices')
  await page.getByRole('link', { name: 'Sorani' }).click()
  await page.getByRole('link', { name: 'Nächsten Text aufnehmen' }).click()
  await page.getByLabel('Name der Person').fill('Hana Karim')
  await page.getByLabel('willige ein').check()
  // Who lends their voice may read no German.
  const consent = house.deps.i18n.t('ckb', { key: 'studio.consent.what' }, 0)
  expect(await page.locator('[lang=ckb][dir=rtl]', { hasText: consent }).count()).toBe(1)
  await looked(page, 'speaker')
  await page.getByRole('button', { name: 'Weiter zum Aufnehmen' }).click()
  await page.waitForURL('**/clip?speaker=*')
})

test('what the microphone hears becomes an MP3 here, is heard, and is kept', async () => {
  await page.setViewportSize(PHONE)
  const button = page.locator('[data-record]')
  expect(await page.getByRole('button', { name: 'Speichern' }).count()).toBe(0)
  await button.click()
  await page.getByRole('button', { name: 'Fertig' }).waitFor()
  await page.waitForTimeout(1200)
  await button.click()
  await page.getByText('Die Lautstärke ist gut.').waitFor()
  await page.getByText(house.deps.i18n.t('ckb', { key: 'studio.told.good' }, 0)).waitFor()
  await plays(page, '[data-heard]')
  await looked(page, 'clip')
  await page.setViewportSize(PHONE)
  await page.getByRole('button', { name: 'Speichern und weiter' }).click()
  await page.getByText('Gespeichert.').waitFor()
  const kept = await newest()
  expect(kept).toMatchObject({ state: 'recorded', loudness: 'good' })
  expect(kept.milliseconds).toBeGreaterThan(700)
  expect(kept.milliseconds).toBeLessThan(4000)
})

test.each([
  ['quiet.wav', 'Zu leise', true],
  ['loud.wav', 'Übersteuert', true],
  ['silent.wav', 'Es ist nichts zu hören', false],
  ['letter.txt', 'kann der Browser nicht lesen', false],
])('of %s it is told: %s', async (name, words, isKept) => {
  await page.getByText('Oder eine Datei nehmen').click()
  await page.getByLabel('Tonaufnahme').setInputFiles(join(home, name))
  await page.getByText(words).waitFor()
  expect(await page.getByRole('button', { name: 'Speichern' }).count()).toBe(isKept ? 1 : 0)
  await page.reload()
})

test('a file of a telephone is turned into an MP3, its silence cut', async () => {
  await page.getByText('Oder eine Datei nehmen').click()
  await page.getByLabel('Tonaufnahme').setInputFiles(join(home, 'quiet.wav'))
  await page.getByText('Zu leise').waitFor()
  await page.getByRole('button', { name: 'Speichern und weiter' }).click()
  await page.getByText('Gespeichert.').waitFor()
  const kept = await newest()
  expect(kept.loudness).toBe('quiet')
  expect(kept.milliseconds).toBeLessThan(1600)
  await page.getByRole('link', { name: 'noch einmal anhören' }).click()
  await plays(page, 'audio[src^="/staff/recordings"]')
  await looked(page, 'clip-recorded')
})

test('nothing was refused by what the page is allowed', () => {
  expect(told.filter((line) => !/decod/i.test(line))).toEqual([])
})

test('somebody else listens and releases, on a phone', async () => {
  await page.context().clearCookies()
  await enter(browser.context, await volunteer('Azad'))
  await page.goto(`${root}/staff/voices/ckb`)
  await looked(page, 'voice')
  await page.getByRole('link', { name: '2 Aufnahmen anhören und freigeben' }).click()
  await plays(page, 'audio')
  await looked(page, 'listen')
  await page.setViewportSize(PHONE)
  await page.getByRole('button', { name: 'Freigeben' }).first().click()
  await page.waitForURL('**/listen')
  expect(await house.db.clip.count({ where: { state: 'released' } })).toBe(1)
  await page.goto(`${root}/staff/voices/ckb/chapters/lobby`)
  await looked(page, 'chapter')
}, 120_000)

test('without scripts an MP3 of ours is taken, and another file is refused with what to do', async () => {
  const plain = await openChromium({ scripts: false })
  const hana = await volunteer('Berivan')
  await enter(plain.context, hana)
  const own = await plain.context.newPage()
  await own.setViewportSize(PHONE)
  await own.goto(`${root}/staff/voices/ckb/clip?key=date.day.1`)
  await own.setInputFiles('#sound', join(home, 'voice.wav'))
  await own.click('[data-keep]')
  expect(await own.textContent('main')).toContain('Nötig sind 24 kHz')
  const other = house.deps.i18n.t('ckb', { key: 'studio.told.other' }, 0)
  expect(await own.textContent('main')).toContain(other)
  await own.goto(`${root}/staff/voices/ckb/clip?key=date.day.1`)
  expect(await own.locator('[data-record]').isVisible()).toBe(false)
  await own.setInputFiles('#sound', join(home, 'ours.mp3'))
  await own.click('[data-keep]')
  expect(await newest()).toMatchObject({ key: 'date.day.1', loudness: 'unmeasured' })
  await plain.close()
})
