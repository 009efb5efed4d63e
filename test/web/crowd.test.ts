import type { Challenge } from 'altcha-lib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createBrowser } from '../../bench/fuzz/browser.ts'
import type { Tap } from '../../src/domain/dialog/tap.ts'
import { encodeTap } from '../../src/domain/dialog/tap-code.ts'
import { ALLOWANCES } from '../../src/domain/people/crowd.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { solved } from '../support/solved.ts'

const SHELTER = '198.51.100.7'
let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } })
const rows = (table: string) => lotse.db.$queryRawUnsafe<object[]>(`SELECT * FROM "${table}"`)

async function send(path: string, init: RequestInit = {}, address = SHELTER) {
  const response = await lotse.app.request(path, init, from(address))
  return { response, status: response.status, text: await response.text() }
}
const form = (fields: Record<string, string>): RequestInit => ({
  method: 'POST',
  headers: {
    'Content-Type': 'application/x-www-form-urlencoded',
    Origin: 'http://localhost',
  },
  body: new URLSearchParams(fields).toString(),
})
const agrees = (language: string) => form({ t: encodeTap({ do: 'agree', language }, false) })
const types = (text: string, language = 'de') =>
  form({ text, from: encodeTap({ do: 'lobby', language, page: 'consent' }, false) })

const challengeIn = (text: string): Challenge =>
  JSON.parse((/data-challenge="([^"]*)"/.exec(text)?.[1] ?? '').replaceAll('&quot;', '"'))
const fieldsIn = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [
        name,
        value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
      ],
    ),
  )

/** Agrees so often from one address that the next has to show a proof. */
async function crowded(address = SHELTER) {
  for (let nth = 0; nth < ALLOWANCES.begin.client.atOnce; nth++) {
    const { status } = await send('/', agrees('de'), address)
    if (status !== 303) throw new Error(`the ${nth}th was answered with ${status}`)
  }
}

describe('a shelter with a hundred people behind one address', () => {
  it('walks to its appointments within half an hour, and nobody is kept', async () => {
    const statuses = new Set<number>()
    const press = async (browser: ReturnType<typeof createBrowser>, code: RegExp, nth: number) => {
      const shown = browser.shown()
      const fitting = shown.codes.filter((one) => code.test(one))
      // They live all over the city; everything else is the first button.
      const t = fitting[code.source.includes('district') ? nth % fitting.length : 0]
      if (t === undefined) return
      const to = code.source === '~ag~' ? '/' : shown.action
      const body = new URLSearchParams({ form: shown.form, t }).toString()
      for (const { status } of await browser.go('POST', to, body)) statuses.add(status)
      lotse.clock.at += 1000
    }
    let booked = 0
    for (let person = 0; person < 100; person++) {
      const browser = createBrowser(
        async (request) =>
          await lotse.app.request(pathOf(request), await initOf(request), from(SHELTER)),
      )
      await browser.go('GET', '/')
      await browser.go(
        'GET',
        `/?t=${encodeTap({ do: 'lobby', language: 'ar', page: 'consent' }, false)}`,
      )
      const way = [
        /~ag~/,
        /~urgent~no/,
        /~topics~housing/,
        /~district~/,
        /~spoken~/,
        /~tm~/,
        /~bo~/,
      ]
      for (const code of way) await press(browser, code, person)
      if (browser.shown().text.includes('/talk/appointment.ics')) booked += 1
    }
    expect([...statuses].sort()).toEqual([200, 303])
    expect(booked).toBeGreaterThan(80)
    expect(lotse.logged.filter((line) => line.includes('"error"'))).toEqual([])
  })
})

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

describe('an address that writes again and again', () => {
  const flood = async () => {
    for (let nth = 0; nth < ALLOWANCES.write.client.atOnce; nth++) await send('/', types('x'))
  }

  it('loses nothing of what somebody typed, and goes on with a proof', async () => {
    await flood()
    const words = 'Ich brauche eine "Wohnung" & mehr'
    const { status, text } = await send('/', types(words, 'de'))
    expect(status).toBe(429)
    expect(fieldsIn(text)['text']).toBe(words)
    expect(text).toContain(lotse.deps.i18n.t('de', { key: 'crowd.kept' }, 0))
    const proof = await solved(challengeIn(text))
    expect((await send('/', form({ ...fieldsIn(text), proof }))).status).toBe(200)
  })

  it('has whoever cries for help shown the numbers at once, in the language of the words', async () => {
    await flood()
    const { status, text } = await send('/', types('ich will nicht mehr leben'))
    expect(status).toBe(429)
    expect(text).toContain('href="tel:112"')
    const cry = form({ text: 'kocam beni dövüyor' })
    expect((await send('/', cry)).text).toContain('<html lang="tr"')
  })

  it('keeps nobody from the numbers for danger or from what leads on there', async () => {
    const browser = createBrowser(
      async (request) =>
        await lotse.app.request(pathOf(request), await initOf(request), from(SHELTER)),
    )
    await browser.go('POST', '/', String(agrees('fa').body))
    await flood()
    const press = async (tap: Tap) => {
      const { form: page, action } = browser.shown()
      const fields = { form: page, t: encodeTap(tap, false) }
      return (await browser.go('POST', action, new URLSearchParams(fields).toString())).at(-1)
    }
    expect((await press({ do: 'back' }))?.status).toBe(429)
    await browser.go('GET', '/talk')
    for (const tap of [
      { do: 'open', page: 'danger' },
      { do: 'danger', next: 'call-back' },
      { do: 'safe', by: 'phone' },
      { do: 'hide' },
    ] as const) {
      expect([tap, (await press(tap))?.status]).toEqual([tap, 200])
    }
  })
})

describe('an address that reads again and again', () => {
  it('is told in all languages where none is known, and still finds the numbers for danger', async () => {
    for (let nth = 0; nth < ALLOWANCES.read.client.atOnce; nth++) {
      await lotse.app.request('/nowhere', {}, from(SHELTER))
    }
    const { status, text } = await send('/')
    expect(status).toBe(429)
    for (const { key } of lotse.deps.i18n.languages) {
      expect(text).toContain(lotse.deps.i18n.t(key, { key: 'crowd.title' }, 0))
    }
    expect((await send('/sos?lang=ar')).status).toBe(200)
    const numbers = encodeTap({ do: 'lobby', language: 'ar', page: 'danger' }, false)
    expect((await send(`/?t=${numbers}`)).status).toBe(200)
    const consent = encodeTap({ do: 'lobby', language: 'ar', page: 'consent' }, false)
    const kept = await send(`/?t=${consent}`)
    expect(kept.text).toContain('<html lang="ar"')
    const proof = await solved(challengeIn(kept.text))
    const on = new URLSearchParams({ ...fieldsIn(kept.text), proof })
    expect((await send(`/?${on}`)).status).toBe(200)
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

function pathOf(request: Request): string {
  const { pathname, search } = new URL(request.url)
  return pathname + search
}

async function initOf(request: Request): Promise<RequestInit> {
  const body = request.method === 'POST' ? await request.text() : null
  return { method: request.method, headers: Object.fromEntries(request.headers), body }
}
