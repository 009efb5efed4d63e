// Thousands of requests, which are counted in memory: on Node alone.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Tap } from '../../src/domain/dialog/tap.ts'
import { encodeTap } from '../../src/domain/dialog/tap-code.ts'
import { ALLOWANCES, COST_OF_PROOF } from '../../src/domain/people/crowd.ts'
import {
  agrees,
  booksBehind,
  browserAt,
  challengeIn,
  fieldsIn,
  form,
  from,
  SHELTER,
  sendFrom,
  types,
} from '../support/behind.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { solved } from '../support/solved.ts'

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

const send = (path: string, init?: RequestInit, address = SHELTER) =>
  sendFrom(lotse.app, address, path, init)

describe('a shelter with fifty people behind one address', () => {
  it('books within two hours: nobody is refused, and a browser works a few seconds at most', async () => {
    const districts = ['mitte', 'hamborn', 'rheinhausen', 'meiderich-beeck', 'walsum']
    const costs: number[] = []
    let booked = 0
    for (let person = 0; person < 50; person++) {
      const district = new RegExp(`~district~${districts[person % districts.length]}`)
      const walk = await booksBehind(lotse.app, SHELTER, district)
      let { answered } = walk
      if (answered.status === 429) {
        const challenge = challengeIn(answered.text)
        costs.push(challenge.parameters.cost)
        answered = await walk.again(await solved(challenge))
      }
      if (answered.text.includes('/talk/appointment.ics')) booked += 1
      lotse.clock.at += 144_000
    }
    expect(booked).toBe(50)
    // Four seconds on a telephone of 2019.
    expect(Math.max(...costs)).toBeLessThanOrEqual(4 * COST_OF_PROOF.book)
    expect(lotse.logged.filter((line) => line.includes('"error"'))).toEqual([])
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
    const browser = browserAt(lotse.app, SHELTER)
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

describe('a code that a thousand tries were made at from hundreds of networks', () => {
  it('is tried with a proof, in the language of who tries, and opens for the right PIN; others are asked for nothing', async () => {
    const owner = browserAt(lotse.app, SHELTER)
    const way = [
      /~ag~/,
      /~urgent~no/,
      /~topics~housing/,
      /~district~mitte/,
      /~spoken~/,
      /~tm~/,
      /~bo~/,
    ]
    await owner.go(
      'GET',
      `/?t=${encodeTap({ do: 'lobby', language: 'de', page: 'consent' }, false)}`,
    )
    for (const code of way) {
      const { codes, form: page, action } = owner.shown()
      const t = codes.find((one) => code.test(one)) ?? ''
      const body = new URLSearchParams({ form: page, t }).toString()
      await owner.go('POST', code.source === '~ag~' ? '/' : action, body)
    }
    const [code = '', pin = ''] = [
      /\b[2-9A-Z]{3}-[2-9A-Z]{3}\b/.exec(owner.shown().text)?.[0],
      /\b\d{3} \d{3} \d{3}\b/.exec(owner.shown().text)?.[0],
    ]
    const tries = (address: string, digits: string, at = code, more = {}) =>
      send('/return', form({ lang: 'ckb', code: at, pin: digits, ...more }), address)
    const { atOnce } = ALLOWANCES.return.about
    for (let i = 0; i < atOnce; i++) {
      const guess = await tries(`203.${i % 250}.0.1`, '000000000')
      if (guess.status === 429 && guess.text.includes('data-challenge'))
        throw new Error(`asked at ${i}`)
    }
    const { status, text } = await tries('198.51.100.9', pin)
    expect(status).toBe(429)
    expect(text).toContain('<html lang="ckb"')
    expect(fieldsIn(text)).toMatchObject({ code, pin, lang: 'ckb' })
    const proof = await solved(challengeIn(text))
    expect((await tries('198.51.100.9', '000000000', code, { proof })).status).toBe(422)
    const again = challengeIn((await tries('198.51.100.9', pin)).text)
    expect((await tries('198.51.100.9', pin, code, { proof: await solved(again) })).status).toBe(
      303,
    )
    expect((await tries('198.51.100.9', '000000000', '777-777')).status).toBe(422)
  })
})
