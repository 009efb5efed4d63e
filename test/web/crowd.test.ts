import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { encodeTap } from '../../src/domain/dialog/tap-code.ts'
import { ALLOWANCES } from '../../src/domain/people/crowd.ts'
import { agrees, challengeIn, fieldsIn, form, SHELTER, sendFrom, types } from '../support/behind.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { solved } from '../support/solved.ts'

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

const send = (path: string, init?: RequestInit, address = SHELTER) =>
  sendFrom(lotse.app, address, path, init)
const rows = (table: string) => lotse.db.$queryRawUnsafe<object[]>(`SELECT * FROM "${table}"`)

/** Agrees so often from one address that the next has to show a proof. */
async function crowded(address = SHELTER) {
  for (let nth = 0; nth < ALLOWANCES.begin.client.atOnce; nth++) {
    const { status } = await send('/', agrees('de'), address)
    if (status !== 303) throw new Error(`the ${nth}th was answered with ${status}`)
  }
}

describe('an address that agrees again and again', () => {
  it('is asked for a proof in the language of who comes, with what was pressed, 🆘 and a telephone', async () => {
    await crowded()
    const before = (await rows('Person')).length
    for (const { key, direction } of lotse.deps.i18n.languages) {
      const { status, response, text } = await send('/', agrees(key))
      expect(status).toBe(429)
      expect(text).toContain(`<html lang="${key}" dir="${direction}">`)
      const word = (text: string) => lotse.deps.i18n.t(key, { key: text, values: { count: 1 } }, 0)
      for (const said of ['crowd.title', 'crowd.later', 'crowd.working', 'crowd.button.again']) {
        expect(text).toContain(word(said))
      }
      expect(text).toContain(`href="/sos?lang=${key}"`)
      expect(text).toMatch(/href="tel:\+?\d+"/)
      expect(fieldsIn(text)['t']).toBe(encodeTap({ do: 'agree', language: key }, false))
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(response.headers.get('set-cookie')).toBeNull()
      expect(response.headers.get('cache-control')).toBe('no-store')
    }
    expect(await rows('Person')).toHaveLength(before)
  })

  it('goes on with the proof, once', async () => {
    await crowded()
    const { text } = await send('/', agrees('ckb'))
    const proof = await solved(challengeIn(text))
    const again = form({ ...fieldsIn(text), proof })
    const { status, response } = await send('/', again)
    expect(status).toBe(303)
    expect(response.headers.get('set-cookie')).toContain('lotse=')
    expect((await send('/', again)).status).toBe(429)
    // The proof for something cheaper is none for this.
    const cheaper = await solved({ ...challengeIn((await send('/', agrees('de'))).text) })
    expect((await send('/talk', form({ proof: cheaper, t: '1~on', form: '' }))).status).toBe(303)
  })

  it('goes on without a proof after the minutes it was told', async () => {
    await crowded()
    const { response } = await send('/', agrees('tr'))
    lotse.clock.at += Number(response.headers.get('retry-after')) * 1000
    expect((await send('/', agrees('tr'))).status).toBe(303)
  })

  it('keeps nobody else from anything, and itself from no page', async () => {
    await crowded()
    expect((await send('/', agrees('de'))).status).toBe(429)
    expect((await send('/', agrees('de'), '203.0.113.9')).status).toBe(303)
    expect((await send('/')).status).toBe(200)
    expect((await send('/', types('hallo'))).status).toBe(200)
  })

  it('is named nowhere', async () => {
    await crowded()
    const { text } = await send('/', agrees('de'))
    expect(text).not.toContain(SHELTER)
    expect(lotse.logged.join('\n')).not.toContain(SHELTER)
    for (const table of ['Address', 'AnsweredInput', 'Meta', 'Audit', 'Person']) {
      expect(JSON.stringify(await rows(table))).not.toContain(SHELTER)
    }
  })
})

describe('what no browser of a person sends is refused at once', () => {
  it.each([
    ['PUT', 405],
    ['DELETE', 405],
    ['PATCH', 405],
    ['OPTIONS', 405],
  ])('%s', async (method, status) => {
    const { response } = await send('/talk', { method })
    expect(response.status).toBe(status)
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST')
  })

  it.each<[string, string, RequestInit, number]>([
    ['a long address', `/?t=${'a'.repeat(5000)}`, {}, 414],
    ['many cookies', '/', { headers: { Cookie: `a=${'b'.repeat(9000)}` } }, 431],
    [
      'JSON',
      '/talk',
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: 'http://localhost' },
        body: '{}',
      },
      415,
    ],
    ['no type', '/', { method: 'POST', headers: { Origin: 'http://localhost' } }, 415],
  ])('%s', async (_, path, init, status) => {
    lotse.count.statements = 0
    expect((await send(path, init)).status).toBe(status)
    expect(lotse.count.statements).toBe(0)
  })

  it('a large form, with words that say so', async () => {
    const { status, text } = await send('/', types('ا'.repeat(20_000), 'ar'))
    expect(status).toBe(413)
    expect(text).toContain(lotse.deps.i18n.t('ar', { key: 'crowd.too-much' }, 0))
    expect(text).toContain('🆘')
  })
})
