// A call for help that says against what, at every door: the numbers are those for that, and staff read the same.

import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Actor, createActor } from '../support/actor.ts'
import { createFormsOnly } from '../support/forms-only.ts'
import { agreesOnPage } from '../support/on-pages.ts'
import { type House, openHouse } from '../support/staff-house.ts'
import { introduce } from '../support/talks.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.stop())

const BEATEN = 'النجدة زوجي يضربني الآن'
const VIOLENCE = ['110', '116 016']
const DESPAIR = '0800 1110111'

const shown = (user: Actor) => user.screen()?.text ?? ''

function tells(text: string, numbers: readonly string[], not: string) {
  for (const number of numbers) expect(text).toContain(number)
  expect(text).not.toContain(not)
}

/** What staff read of the only request. */
async function record(): Promise<string> {
  const [request] = await house.db.intake.findMany({ select: { id: true } })
  const anna = await house.signedIn({ email: 'anna@rsc.example' })
  return (await anna.get(`/staff/intakes/${request?.id}`)).text
}

it('before the consent, and the record agrees once they go on', async () => {
  const user = createActor(house.world)
  await user.sends('/start')
  await user.sends(BEATEN)
  tells(shown(user), VIOLENCE, DESPAIR)
  const word = (key: string) => house.deps.i18n.t('ar', { key }, 0)
  await user.taps(word('danger.button.time'))
  await user.taps(word('lobby.consent.button.agree'))
  await user.tapsData(/~tm~hochfeld/)
  await user.tapsData(/~bo~/)
  const read = await record()
  expect(read).toContain('mit eigenen Worten: Gewalt oder Drohung')
  expect(read).not.toContain('mit eigenen Worten: Hilferuf')
})

it('within the talk', async () => {
  const user = createActor(house.world)
  await introduce(user)
  await user.sends(BEATEN)
  tells(shown(user), VIOLENCE, DESPAIR)
})

it('on a page', async () => {
  const browser = createFormsOnly(house.app)
  await agreesOnPage(browser, 'ar')
  await browser.types(BEATEN)
  tells(browser.text, VIOLENCE, DESPAIR)
})

const SEVERAL = 'Mein Mann schlägt mich, ich bin fünfzehn und will nicht mehr leben'
const FOR_ALL = ['110', '112', '116 111']
const OWN_WORDS = ['Gewalt oder Drohung', 'will nicht mehr leben', 'unter 18'].map(
  (words) => `mit eigenen Worten: ${words}`,
)

it('who says several things gets the numbers for all of them, over the consent into the record', async () => {
  const user = createActor(house.world)
  await user.sends('/start')
  await user.sends(SEVERAL)
  for (const number of FOR_ALL) expect(shown(user)).toContain(number)
  expect(shown(user)).toContain('Jugendamt')
  await user.taps('So bald wie möglich')
  await user.taps('Ich stimme zu')
  await user.tapsData(/~tm~hochfeld/)
  await user.tapsData(/~bo~/)
  const read = await record()
  for (const words of OWN_WORDS) expect(read).toContain(words)
  expect(read).not.toContain('unter 18 und allein')
  expect(read).toContain('SGB VIII')
})

it('on a page, too, where a tap calls and the numbers for what was said come first', async () => {
  const browser = createFormsOnly(house.app)
  await agreesOnPage(browser, 'de')
  await browser.types(SEVERAL)
  for (const number of FOR_ALL) expect(browser.text).toContain(number)
  const about = browser.html.match(/\/sos\?lang=de[^"]*about=(\w+)/)?.[1] ?? 'svy'
  const page = await (await house.app.request(`/sos?lang=de&about=${about}`)).text()
  const calls = [...page.matchAll(/href="tel:(\d+)"/g)].map(([, digits]) => digits)
  expect(calls.slice(0, 6)).toEqual([
    ...['110', '112', '116016', '08001110111', '08001110222', '116111'],
  ])
  expect(page).toContain('Jugendamt')
})
