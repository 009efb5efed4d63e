import { afterEach, expect, test } from 'vitest'
import { createActor } from '../support/actor.ts'
import { SECRET } from '../support/lotse.ts'
import { type House, openHouse } from '../support/staff-house.ts'

const PAGE = { PUBLIC_URL: 'http://localhost', WEBHOOK_SECRET: SECRET }
const TELEGRAM = { DOORS: 'telegram', ...PAGE }

let house: House
const opened = async (settings: Record<string, string>) => {
  house = await openHouse(undefined, settings)
  await house.deps.store.meta.set('bot-name', 'lotse_bot')
  return await house.signedIn({ email: 'anna@rsc.example' })
}
afterEach(() => house.stop())

test('a poster leads to the page with the doors, at its centre, and says so in every language', async () => {
  const anna = await opened(PAGE)
  const { text } = await anna.get('/staff/posters/hochfeld')
  expect(text).toContain('<bdi dir="ltr">http://localhost/?centre=hochfeld&amp;from=poster</bdi>')
  expect(text).toContain('<svg class="qr"')
  expect(text).toContain('<p class="icons" aria-hidden="true">📄 ✉️ 🏠 💶 💼 🗣️ 🩺 👶</p>')
  for (const { key, direction } of house.deps.i18n.languages) {
    const line = house.deps.i18n.t(key, { key: 'poster.line' }, 0)
    expect(text).toContain(`<li lang="${key}" dir="${direction}">${line}</li>`)
  }
  expect((await anna.get('/staff/posters/atlantis')).status).toBe(404)
})

test('one for a place and a language leads there and is worded in it alone', async () => {
  const anna = await opened(PAGE)
  const { text } = await anna.get('/staff/posters/hochfeld?from=school&lang=ckb')
  expect(text).toContain('http://localhost/?lang=ckb&amp;centre=hochfeld&amp;from=school')
  expect(text.match(/<li lang=/g)).toHaveLength(1)
  // What is none is as if it had not been said.
  const other = await anna.get('/staff/posters/hochfeld?from=%3Cb%3E&lang=xx')
  expect(other.text).toContain('?centre=hochfeld&amp;from=poster')
})

test('links for other sites: one a language, and one to choose in', async () => {
  const anna = await opened(PAGE)
  const { text } = await anna.get('/staff/posters/rheinhausen/links')
  const links = [...text.matchAll(/dir="ltr">(http[^<]*)</g)].map(([, link]) => link)
  const languages = house.deps.i18n.languages.map(({ key }) => key)
  expect(links).toEqual([
    ...languages.map(
      (lang) => `http://localhost/?lang=${lang}&amp;centre=rheinhausen&amp;from=integreat`,
    ),
    'http://localhost/?centre=rheinhausen&amp;from=integreat',
  ])
  const city = await anna.get('/staff/posters/rheinhausen/links?from=stadt-de')
  expect(city.text).toContain('from=stadt-de</code>')
  const odd = await anna.get('/staff/posters/rheinhausen/links?from=%22%3E%3Cscript%3E')
  expect(odd.text).toContain('from=integreat</code>')
  expect(odd.text).not.toContain('<script>')
  expect((await anna.get('/staff/posters/atlantis/links')).status).toBe(404)
})

test('where no page is open, posters and links lead into the chat, with the same code', async () => {
  const anna = await opened(TELEGRAM)
  const poster = await anna.get('/staff/posters/hochfeld')
  expect(poster.text).toContain('https://t.me/lotse_bot?start=ho-poster')
  const { text } = await anna.get('/staff/posters/hochfeld/links?from=school')
  expect([...text.matchAll(/https:\/\/t\.me[^<]*/g)].map(([link]) => link)).toEqual([
    'https://t.me/lotse_bot?start=ho-school',
  ])
})

test('where neither is, there is none', async () => {
  const anna = await opened(TELEGRAM)
  await house.db.meta.deleteMany({ where: { key: 'bot-name' } })
  expect((await anna.get('/staff/posters/hochfeld')).status).toBe(404)
  expect((await anna.get('/staff/posters/hochfeld/links')).status).toBe(404)
})

test('a stranger sees none of it', async () => {
  await opened(PAGE)
  for (const path of ['', '/hochfeld', '/hochfeld/links']) {
    const answer = await house.visit().get(`/staff/posters${path}`)
    expect(answer.status).toBe(401)
    expect(answer.text).not.toContain('from=')
  }
})

test('whoever comes by a poster is suggested its centre, and counted by its code', async () => {
  const anna = await opened(PAGE)
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
  expect(await house.db.usageCount.findMany({ where: { kind: 'source' } })).toMatchObject([
    { month: '2026-11', code: 'rh-school', count: 5 },
  ])
  const came = async () =>
    [...(await anna.get('/staff/posters')).text.matchAll(/Anfragen hierüber: ([^ <]+)/g)].map(
      ([, count]) => count,
    )
  expect(new Set(await came())).toEqual(new Set(['noch']))
  house.clock.at = Date.parse('2026-12-05T10:00:00Z')
  await anna.get('/staff/posters')
  const later = await house.signedIn({ email: 'later@rsc.example' })
  const { text } = await later.get('/staff/posters')
  expect(text).toContain('Anfragen hierüber: 5 (')
})

test('what months hide is in no sum: neither a month below five nor the one that still counts', async () => {
  const anna = await opened(PAGE)
  const counted: [month: string, code: string, count: number][] = [
    ['2026-08', 'ho-poster', 8],
    ['2026-09', 'ho-poster', 3],
    ['2026-10', 'ho-school', 5],
    ['2026-11', 'ho-poster', 40],
    ['2026-10', 'ha-poster', 4],
    ['2026-09', 'ha-poster', 4],
  ]
  for (const [month, code, count] of counted) {
    await house.db.usageCount.create({ data: { month, kind: 'source', code, count } })
  }
  const { text } = await anna.get('/staff/posters')
  const [, hochfeld = ''] = /RSC Hochfeld<\/h2>([\s\S]*?)<\/section>/.exec(text) ?? []
  expect(hochfeld).toContain('Anfragen hierüber: 13 (')
  const [, hamborn = ''] = /RSC Hamborn<\/h2>([\s\S]*?)<\/section>/.exec(text) ?? []
  expect(hamborn).toContain('noch kein Monat')
})
