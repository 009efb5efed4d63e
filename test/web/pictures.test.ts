// Drawings in place of emoji that say too little: where they stand, what they are to whoever hears, who drew them.

import { afterEach, beforeEach, expect, it } from 'vitest'
import { listOf } from '../../src/domain/questionnaire/questionnaire.ts'
import { QUESTIONS } from '../../src/domain/questionnaire/questions.ts'
import { PICTURES, pictured } from '../../src/web/pictures.ts'
import { createFormsOnly } from '../support/forms-only.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { agreesOnPage } from '../support/on-pages.ts'

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

const pathOf = (emoji: string) => PICTURES.get(emoji)?.path ?? 'none'

it('stands on its button and among the answers, and its words say all', async () => {
  const browser = createFormsOnly(lotse.app)
  await agreesOnPage(browser, 'de')
  await browser.press(/urgent~no/)
  await browser.press(/ot~topics~1$/)
  const shown = () =>
    [...browser.document.querySelectorAll('button')].find((one) =>
      /Gesundheit/.test(one.textContent ?? ''),
    )
  const image = shown()?.querySelector('img')
  expect(image?.getAttribute('src')).toBe(pathOf('🩺'))
  expect(image?.getAttribute('alt')).toBe('')
  expect(shown()?.textContent).not.toContain('🩺')
  await browser.press(/topics~health/)
  await browser.press(/district~mitte/)
  await browser.press(/an~spoken/)
  await browser.press(/~tm~hochfeld/)
  const answers = browser.document.querySelector('dl')
  expect(answers?.innerHTML).toContain(`src="${pathOf('🩺')}"`)
})

it('is kept for a year, compressed, and says who drew it', async () => {
  for (const { path } of PICTURES.values()) {
    const answer = await lotse.app.request(path)
    expect(answer.headers.get('content-type')).toBe('image/svg+xml')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(await answer.text()).toContain('<desc>OpenMoji 17.0.0, CC BY-SA 4.0, changed</desc>')
  }
  const about = await (await lotse.app.request('/accessibility?lang=ar')).text()
  expect(about).toContain('https://openmoji.org')
  expect(about).toContain('https://creativecommons.org/licenses/by-sa/4.0/')
})

it('is drawn for icons of options alone, and other emoji stay as they are', async () => {
  const icons = QUESTIONS.flatMap((q) => listOf(q).map(({ icon }) => icon))
  expect([...PICTURES.keys()].filter((emoji) => !icons.includes(emoji))).toEqual([])
  expect(String(await pictured('🏠 <b>'))).toBe('🏠 &lt;b&gt;')
  expect(String(await pictured('Thema: 👪 <b>'))).toBe(
    `Thema: <img class="picture" src="${pathOf('👪')}" alt=""> &lt;b&gt;`,
  )
})
