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
