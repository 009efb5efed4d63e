import { afterEach, expect, it } from 'vitest'
import { replaceProfile } from '../../src/flows/upkeep/edit-profile.ts'
import { createActor } from '../support/actor.ts'
import { duisburg } from '../support/duisburg.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { bookSara } from '../support/talks.ts'

let lotse: TestLotse
afterEach(() => lotse.stop())

it('a programme is shown where the profile says so, in the person’s language, without a promise', async () => {
  const profile = duisburg()
  profile.programmes = [
    {
      id: 'flat',
      name: 'Wohnungslotsen',
      provider: 'caritas',
      what: { de: 'Hilfe bei der Suche.', ar: 'مساعدة في البحث.' },
      audience: { topics: ['housing'] },
      shown: true,
      status: { confirmed: true },
    },
  ]
  lotse = await startLotse({ profile })
  const user = createActor(lotse.world)
  await bookSara(user)
  await user.taps('➕ Mehr')
  await user.taps('Weitere Angebote')
  const german = user.sees('Wohnungslotsen').text
  expect(german).toContain('Hilfe bei der Suche.')
  expect(german).toContain('Anbieter: Caritas')
  expect(german).toContain('Wir wissen nicht, ob ein Platz frei ist.')
  await user.sends('/language')
  await user.taps('العربية')
  expect(user.sees('Wohnungslotsen').text).toContain('مساعدة في البحث.')
  const [programme] = profile.programmes
  if (programme) programme.status = { confirmed: false }
  await replaceProfile(lotse.deps, profile)
  await user.sends('/appointment')
  expect(user.buttons().flat()).not.toContain('عروض أخرى')
})
