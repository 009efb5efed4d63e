// The demo's first page: three stories, phone and desk side by side, in both widths and colours, and everything anew.

import { writeFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { afterEach, describe, expect, it } from 'vitest'
import { inDemo, pictures } from './in-demo.ts'
import { webpOf } from './webp.ts'

const opened = inDemo({ hasTown: true })

afterEach(async () => {
  for (const page of opened.browser.context.pages()) await page.close()
})

const STORIES = ['letter', 'danger', 'missed'] as const
const WIDTHS = [390, 1280, 1440]

async function open(width: number, scheme: 'light' | 'dark', language = 'de') {
  const { browser, demo } = opened
  const page = await browser.context.newPage()
  await page.emulateMedia({ colorScheme: scheme })
  await page.setViewportSize({ width, height: 1000 })
  await page.goto(`${demo.url}/demo?lang=${language}`)
  return page
}

/** What each story ends with: what the desk shows of what was pressed on the phone, and the phone of the desk. */
const ENDS = {
  letter: { desk: 'Schreiben mit Frist', phone: /رسالة من مركز الاستشارة/ },
  danger: { desk: 'Termin', phone: /\.ics/ },
  missed: { desk: 'Kurmandschi', phone: /Ev hevdîtin pêk nehat/ },
}

// The picture in the README: `npm run handbook` takes it with those of the handbooks.
const AT_THE_DESK = 6

describe.each(STORIES)('the story %s', (story) => {
  it('is told to its end: the desk follows the phone, and the phone the desk, by themselves', async () => {
    const page = await open(1280, story === 'danger' ? 'dark' : 'light')
    const phone = page.frameLocator('#phone')
    const desk = page.frameLocator('#desk')
    const inChat = async () => (await phone.locator('.message.in').allInnerTexts()).join('\n')
    await page.locator(`[data-story="${story}"]`).click()
    const chat: string[] = []
    const shown: string[] = []
    for (let told = 1; told < 12; told++) {
      await page.locator(`#said[data-step="${told}"]`).waitFor({ timeout: 90_000 })
      if (pictures) await page.screenshot({ path: `${pictures}/first-${story}-${told}.png` })
      if (process.env['HANDBOOK'] && story === 'letter' && told === AT_THE_DESK) {
        const y = await page.evaluate(() => scrollY)
        const picture = await webpOf(page, { x: 0, y, width: 1280, height: 1000 })
        writeFileSync('docs/images/demo.webp', picture)
      }
      chat.push(await inChat())
      shown.push(await desk.locator('main').innerText())
      const over = ({ scrollWidth, clientWidth }: HTMLElement) => scrollWidth - clientWidth
      expect([told, await desk.locator('html').evaluate(over)]).toEqual([told, 0])
      if (await page.locator('#next').isHidden()) break
      await page.locator('#next').click()
    }
    expect(await page.locator('#next').isHidden()).toBe(true)
    const ends = ENDS[story]
    expect(shown.at(-1)).toContain(ends.desk)
    const [, code = 'none'] = /\b([0-9A-Z]{3}-[0-9A-Z]{3})\b/.exec(chat.join('\n')) ?? []
    expect(shown.at(-1)).toContain(code)
    // The last thing that arrives was pressed at the desk; in the missed one that is the question, one step before.
    const last = story === 'missed' ? -2 : -1
    expect(chat.at(last - 1)).not.toMatch(ends.phone)
    expect(chat.at(last)).toMatch(ends.phone)
    if (story === 'missed') expect(shown.at(-3)).toMatch(/Kurmandschi.*nicht erschienen/)
  }, 200_000)
})

it('shows at the desk at once what somebody presses on the phone without any story', async () => {
  const page = await open(1280, 'light')
  const phone = page.frameLocator('#phone')
  const desk = page.frameLocator('#desk')
  await page.getByRole('button', { name: 'Leitung', exact: true }).click()
  await desk.locator('nav a[href="/staff/intakes"]').click()
  await phone.getByRole('button', { name: 'Add a person' }).click()
  await phone.locator('#start').click()
  for (const key of [
    /^English$/,
    /^I agree$/,
    /Not urgent/,
    /Housing/,
    /Hamborn/,
    /My German is good enough/,
    /\d:\d\d$/,
    /with reminder/,
  ])
    await phone.locator('.key').filter({ hasText: key }).first().click()
  const code = await phone.locator('.message.in code', { hasText: /^\w{3}-\w{3}$/ }).innerText()
  const line = desk.locator('tr', { hasText: code })
  const outline = () => line.evaluate(({ style }) => style.outlineStyle)
  await expect.poll(outline, { timeout: 20_000 }).toBe('solid')
  expect(await line.evaluate(isInSight)).toBe(true)
  // On a page where it does not stand, it is one press away.
  await desk.locator('nav a[href="/staff/calls"]').first().click()
  await page.getByRole('button', { name: `Wer gerade am Telefon ist: ${code}` }).click()
  await desk.locator('h1', { hasText: code }).waitFor()
})

const isInSight = (one: Element) => {
  const { top, bottom } = one.getBoundingClientRect()
  return top >= 0 && bottom <= innerHeight
}

it('shows the code of a second factor on the phone, and lets in whoever enters it', async () => {
  const page = await open(1280, 'light')
  await page.getByRole('button', { name: 'Beratung, mit zweitem Faktor' }).click()
  const code = await page.frameLocator('#phone').locator('#code').innerText()
  const desk = page.frameLocator('#desk')
  await desk.locator('[name="code"]').fill(code)
  if (pictures) await page.screenshot({ path: `${pictures}/first-code.png` })
  await desk.locator('form[action="/staff/sign-in/code"] button').first().click()
  await desk.getByText('Demo Beratung mit Code').first().waitFor({ state: 'attached' })
  // A story brings the chat back.
  await page.locator('[data-story="letter"]').click()
  await page.frameLocator('#phone').locator('.message.in').first().waitFor()
})

it.each(['/demo/code', '/demo/outside?to=https://map.example/a'])(
  '%s is for every eye',
  async (path) => {
    const { browser, demo } = opened
    const page = await browser.context.newPage()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width: 320, height: 700 })
      await page.goto(demo.url + path)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(over).toBeLessThanOrEqual(0)
    }
  },
)

it.each(
  WIDTHS.flatMap((width) => (['light', 'dark'] as const).map((scheme) => [width, scheme] as const)),
)('nothing is cut off or hidden from anybody at %s in %s', async (width, scheme) => {
  const page = await open(width, scheme, scheme === 'dark' ? 'en' : 'de')
  await page.frameLocator('#phone').locator('#clock').waitFor()
  if (pictures)
    await page.screenshot({ path: `${pictures}/first-${width}-${scheme}.png`, fullPage: true })
  // What stands in the frames is looked at where it stands by itself.
  const { violations } = await new AxeBuilder({ page }).exclude('#phone').exclude('#desk').analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(over).toBe(0)
})

it('signs in as each role with one press', async () => {
  const page = await open(1280, 'light')
  const desk = page.frameLocator('#desk')
  for (const name of [
    'Leitung',
    'Beratung, DRK',
    'Beratung, Diakoniewerk',
    'Koordination',
    'Administration',
  ]) {
    await page.getByRole('button', { name, exact: true }).click()
    await desk
      .locator('.account .who')
      .getByText(name.split(',')[0] ?? '')
      .first()
      .waitFor({ state: 'attached' })
  }
})
