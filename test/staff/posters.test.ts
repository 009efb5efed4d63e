import { afterEach, beforeEach, expect, test } from 'vitest'
import { createActor } from '../support/actor.ts'
import { type House, openHouse } from '../support/staff-house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
  await house.deps.store.meta.set('bot-name', 'lotse_bot')
})
afterEach(() => house.stop())

test('a poster carries the centre’s code and one line in every language', async () => {
  const anna = await house.signedIn({ email: 'anna@rsc.example' })
  const { text } = await anna.get('/staff/posters/hochfeld')
  expect(text).toContain('https://t.me/lotse_bot?start=ho')
  expect(text).toContain('<svg class="qr"')
  for (const { key, direction } of house.deps.i18n.languages) {
    const line = house.deps.i18n.t(key, { key: 'poster.line' }, 0)
    expect(text).toContain(`<li lang="${key}" dir="${direction}">${line}</li>`)
  }
  expect((await anna.get('/staff/posters/atlantis')).status).toBe(404)
})

test('whoever comes by a poster is suggested its centre, and counted by its code', async () => {
  for (let i = 0; i < 5; i++) {
    const user = createActor(house.world, { name: `P${i}` })
    await user.sends('/start rh-school')
    await user.taps('Deutsch')
    await user.taps('Ich stimme zu')
    await user.taps('Nicht dringend')
    await user.taps('Wohnung')
    await user.taps('Hamborn')
    await user.tapsData(/an~spoken/)
    user.sees('RSC Rheinhausen')
    await user.tapsData(/~tm~rheinhausen/)
    await user.taps('Ja, ohne Erinnerung')
  }
  const anna = await house.signedIn({ email: 'anna@rsc.example' })
  const { text } = await anna.get('/staff/posters')
  expect(text).toContain('Anfragen über diesen Code: 5')
  expect(text).toContain('Anfragen über diesen Code: &lt; 5')
})
