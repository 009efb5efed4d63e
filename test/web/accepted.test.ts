// Pages that are come to without a link of ours speak the language the browser asks for.

import { afterEach, beforeEach, expect, it } from 'vitest'
import { startLotse, type TestLotse } from '../support/lotse.ts'

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

const PATHS = ['/privacy', '/imprint', '/accessibility', '/sos']
const page = async (path: string, accepted?: string) => {
  const headers = accepted === undefined ? {} : { 'accept-language': accepted }
  const answer = await lotse.app.request(path, { headers })
  const [, language] = /<html lang="(\w+)"/.exec(await answer.text()) ?? []
  return { language, varies: answer.headers.get('vary') ?? '' }
}

it.each(PATHS)('%s', async (path) => {
  const turkish = await page(path, 'tr-TR,tr;q=0.9,en;q=0.8')
  expect(turkish.language).toBe('tr')
  expect(turkish.varies).toContain('Accept-Language')
  expect((await page(path, 'fa-AF')).language).toBe('prs')
  const plain = (await page(path)).language
  expect(plain).toBe(path === '/sos' ? 'ar' : 'de')
  expect((await page(path, 'fr')).language).toBe(plain)
  // What a link of ours says counts more.
  expect((await page(`${path}?lang=uk`, 'tr')).language).toBe('uk')
  expect((await page(`${path}?lang=xx`, 'tr')).language).toBe('tr')
})
