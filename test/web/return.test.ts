import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TRIES_OF_NETWORK } from '../../src/domain/people/allowance.ts'
import { DIGITS, readPin } from '../../src/domain/people/pin.ts'
import { createI18n } from '../../src/i18n/index.ts'
import { form, sendFrom } from '../support/behind.ts'
import { createFormsOnly, type FormsOnly } from '../support/forms-only.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { openHouse } from '../support/staff-house.ts'

const i18n = createI18n()
const ALL = ['hochfeld', 'hamborn', 'rheinhausen']

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

const rows = (sql: string) => lotse.db.$queryRawUnsafe<Record<string, unknown>[]>(sql)
const words = (language: string, key: string) => i18n.t(language, { key }, 0)

/** Somebody with an appointment. */
async function booked(language = 'de'): Promise<FormsOnly> {
  const browser = createFormsOnly(lotse.app)
  await walks(browser, language)
  return browser
}

/** From the menu of languages to a booked time. */
async function walks(browser: FormsOnly, language = 'de'): Promise<void> {
  await browser.visit('/')
  await browser.press(new RegExp(`lo~${language}~consent`))
  const steps = [/ag~/, /an~urgent~no/, /an~topics~housing/, /an~district~mitte/, /an~spoken/]
  for (const step of [...steps, /~tm~/, /~bo~/]) await browser.press(step)
}

/** Code and PIN as they stand on the page. */
function shownOn(browser: FormsOnly): { code: string; pin: string } {
  const monos = browser.document.querySelectorAll('bdi.mono').map((node) => node.text)
  const code = monos.find((text) => /^\w{3}-\w{3}$/.test(text)) ?? ''
  return { code, pin: readPin(monos.find((text) => /^\d{3} \d{3} \d{3}$/.test(text)) ?? '') ?? '' }
}

/** Fills the two fields of the page and sends them, with what else the form holds. */
async function sends(browser: FormsOnly, code: string, pin: string): Promise<void> {
  const form = browser.document.querySelector('form[action="/return"]')
  if (!form) throw new Error(`no form to come back by at ${browser.at}`)
  const own = form
    .querySelectorAll('input[type=hidden]')
    .map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? ''])
  await browser.post('/return', { ...Object.fromEntries(own), code, pin })
}

/** A device that knows nobody, at the page in a language. */
async function elsewhere(language = 'de'): Promise<FormsOnly> {
  const browser = createFormsOnly(lotse.app)
  await browser.visit('/')
  await browser.press(/^\/return$/)
  await browser.press(new RegExp(`^/return\\?lang=${language}$`))
  return browser
}

const wrong = (pin: string) => String((Number(pin) + 1) % 10 ** DIGITS).padStart(DIGITS, '0')

describe('who comes back', () => {
  it.each(['ckb', 'ar', 'de'])(
    'after "forget me" in %s, and goes on with what they have',
    async (key) => {
      const browser = await booked(key)
      const { code, pin } = shownOn(browser)
      await browser.press(/^\/forget$/)
      await browser.press(/^forget$/)
      expect(browser.cookies.size).toBe(0)
      expect(browser.text).not.toContain(pin)
      await browser.press(/^\/return\?lang=/)
      expect(browser.language).toBe(key)
      await sends(browser, code, pin)
      expect(browser.status).toBe(200)
      expect(browser.heading).toBe(words(key, 'booking.appointment.title'))
      expect(shownOn(browser)).toEqual({ code, pin })
      expect(browser.cookies.size).toBe(1)
      await browser.press(/~mo$/)
      await browser.press(/~tm~/)
      await browser.press(/~bo~/)
      expect(await rows(`SELECT "id" FROM "Booking" WHERE "state" = 'booked'`)).toHaveLength(1)
      await browser.press(/~ca$/)
      await browser.press(/~cy~/)
      expect(await rows(`SELECT "id" FROM "Booking" WHERE "state" = 'booked'`)).toEqual([])
      await browser.press(/op~delete/)
      await browser.press(/~ey$/)
      expect(await rows('SELECT "id" FROM "Person"')).toEqual([])
      expect(browser.cookies.size).toBe(0)
    },
  )

  it('on another device, in any spelling and any digits; both show the same', async () => {
    const first = await booked()
    const { code, pin } = shownOn(first)
    const arabic = pin.replace(/\d/g, (digit) => String.fromCodePoint(0x6f0 + Number(digit)))
    const second = await elsewhere('fa')
    await sends(
      second,
      ` ${code.replace('-', '').toLowerCase()} `,
      `${arabic.slice(0, 3)}‌${arabic.slice(3)}`,
    )
    expect(second.heading).toBe(words('de', 'booking.appointment.title'))
    expect([...second.cookies.values()]).not.toEqual([...first.cookies.values()])
    await second.press(/~ca$/)
    await second.press(/~cy~/)
    await first.visit('/talk')
    expect(first.text).toContain(words('de', 'booking.appointment.none'))
  })

  it('finds a device that shows somebody else, is told so before, and is alone on it then', async () => {
    const mine = await booked()
    const { code, pin } = shownOn(mine)
    const theirs = await booked('tr')
    const before = [...theirs.cookies.values()]
    await theirs.visit('/return?lang=tr')
    expect(theirs.text).toContain(words('tr', 'return.other-request'))
    await sends(theirs, code, wrong(pin))
    expect([...theirs.cookies.values()]).toEqual(before)
    await sends(theirs, code, pin)
    expect(shownOn(theirs).code).toBe(code)
    expect([...theirs.cookies.values()]).not.toEqual(before)
  })

  it('with another PIN once it was asked for; the sheet has both, the calendar and the file neither', async () => {
    const browser = await booked()
    const before = shownOn(browser)
    await browser.press(/op~appointment-more/)
    await browser.press(/~np$/)
    const after = shownOn(browser)
    expect(after.pin).not.toBe(before.pin)
    expect(browser.text).toContain(words('de', 'return.another'))
    await browser.visit('/talk/print')
    expect(shownOn(browser)).toEqual(after)
    expect(browser.text).toContain(words('de', 'return.what-for'))
    await browser.visit('/talk/appointment.ics')
    expect(browser.file?.text).toContain(after.code)
    expect(browser.file?.text).not.toContain(after.pin)
    await browser.visit('/talk')
    await browser.press(/op~appointment-more/)
    await browser.press(/op~my-data/)
    await browser.press(/~ex$/)
    expect(browser.file?.name).toBe('lotse.json')
    expect(browser.file?.text).not.toMatch(new RegExp(`${after.pin}|pin`, 'i'))
    const other = await elsewhere()
    await sends(other, before.code, before.pin)
    expect(other.text).toContain(words('de', 'return.not-together'))
    await sends(other, after.code, after.pin)
    expect(shownOn(other)).toEqual(after)
  })
})

describe('the page', () => {
  it('is led to from the languages and from the consent, without a cookie, a row or a statement', async () => {
    const browser = createFormsOnly(lotse.app)
    await browser.visit('/')
    const statements = lotse.count.statements
    await browser.press(/^\/return$/)
    for (const { key } of i18n.languages) {
      expect(browser.html).toContain(`href="/return?lang=${key}" lang="${key}"`)
    }
    await browser.visit('/')
    await browser.press(/lo~uk~consent/)
    await browser.press(words('uk', 'return.button.have'))
    expect(browser.at).toBe('/return?lang=uk')
    await browser.visit('/')
    await browser.press(/lo~uk~consent/)
    await browser.press(/lo~uk~danger/)
    expect(browser.html).not.toContain('/return')
    expect(lotse.count.statements).toBe(statements)
    expect(browser.trail.every(({ cookie }) => cookie === null)).toBe(true)
  })

  it('has two fields that a phone makes no guesses at, each with its words', async () => {
    const browser = await elsewhere('ar')
    const { document } = browser
    for (const id of ['code', 'pin']) {
      const input = document.querySelector(`input#${id}`)
      expect(input?.getAttribute('autocomplete')).toBe('off')
      expect(input?.getAttribute('dir')).toBe('ltr')
      expect(document.querySelector(`label[for=${id}]`)?.text).toBeTruthy()
      const hint = input?.getAttribute('aria-describedby')
      expect(document.querySelector(`#${hint}`)?.text).toBeTruthy()
      expect(input?.hasAttribute('aria-invalid')).toBe(false)
    }
    expect(document.querySelector('#pin')?.getAttribute('inputmode')).toBe('numeric')
    expect(document.querySelectorAll('h1')).toHaveLength(1)
  })

  it('asks for the language where it is none of ours', async () => {
    const browser = createFormsOnly(lotse.app)
    await browser.visit('/return?lang=xx')
    expect(browser.status).toBe(200)
    expect(browser.heading).toBe('🔑 Code + PIN')
    await browser.post('/return', { lang: '"><b>', code: '', pin: '' })
    expect(browser.status).toBe(422)
    expect(browser.language).toBe(i18n.languages[0]?.key)
    expect(browser.html).not.toContain('<b>')
  })

  it.each([
    ['7F3-K2', '', true, true],
    ['7F3-K2D', '12345', false, true],
    ['<i>', '123456789', true, false],
    ['7F3-K2D', '123456', false, true],
  ])('says at the field what it wants: %j, %j', async (code, pin, atCode, atPin) => {
    const browser = await elsewhere('ro')
    await sends(browser, code, pin)
    expect(browser.status).toBe(422)
    expect(browser.language).toBe('ro')
    const { document } = browser
    const marked = (id: string) => document.querySelector(`#${id}[aria-invalid=true]`) !== null
    expect([marked('code'), marked('pin')]).toEqual([atCode, atPin])
    expect(document.querySelectorAll('.fault')).toHaveLength(Number(atCode) + Number(atPin))
    const kept = document.querySelector('#code')?.getAttribute('value')
    expect(kept).toBe(code)
    expect(document.querySelector('#pin')?.getAttribute('value')).toBeUndefined()
    expect(browser.html).not.toContain('<i>')
    expect(await rows('SELECT "key" FROM "CountedTry"')).toEqual([])
  })
})

describe('nothing is given out', () => {
  it('where it does not fit: one page for a wrong PIN and an unknown code, and no cookie', async () => {
    const { code, pin } = shownOn(await booked())
    const browser = await elsewhere('kmr')
    const pages: string[] = []
    for (const [tried, digits] of [
      [code, wrong(pin)],
      ['777-777', pin],
    ] as const) {
      const before = lotse.count.statements
      await sends(browser, tried, digits)
      expect(browser.status).toBe(422)
      expect(browser.text).toContain(words('kmr', 'return.not-together'))
      pages.push(`${browser.html.replaceAll(tried, '…')} ${lotse.count.statements - before}`)
    }
    expect(pages[1]).toBe(pages[0])
    expect(browser.cookies.size).toBe(0)
    expect(await rows(`SELECT "key" FROM "Address" WHERE "channel" = 'web'`)).toHaveLength(1)
  })

  it('to who guesses: they wait, are told until when and whom to call, and so is the right one', async () => {
    const { code, pin } = shownOn(await booked())
    const browser = await elsewhere('en')
    for (let i = 0; i < TRIES_OF_NETWORK.most; i++) await sends(browser, code, wrong(pin))
    await sends(browser, code, pin)
    expect(browser.status).toBe(429)
    expect(browser.language).toBe('en')
    expect(browser.cookies.size).toBe(0)
    expect(browser.text).toMatch(/You can go on here from: .*10:00/)
    expect(browser.document.querySelector('#code')?.getAttribute('value')).toBe(code)
    expect(browser.html).toContain('href="/sos?lang=en"')
    await browser.press(words('en', 'lobby.declined.button.centres'))
    await browser.press('RSC Hochfeld')
    expect(browser.html).toContain('tel:020360802707')
    const again = await lotse.app.request('/return', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' },
      body: new URLSearchParams({ lang: 'en', code, pin }).toString(),
    })
    expect(again.headers.get('retry-after')).toBe('7200')
    lotse.clock.at += TRIES_OF_NETWORK.every
    const later = await elsewhere('en')
    await sends(later, code, pin)
    expect(shownOn(later)).toEqual({ code, pin })
  })

  it('to who guesses from the networks they have, and the owner comes in from another at once', async () => {
    const { code, pin } = shownOn(await booked())
    const from = async (address: string, digits: string) =>
      (await sendFrom(lotse.app, address, '/return', form({ lang: 'de', code, pin: digits })))
        .status
    const { most } = TRIES_OF_NETWORK
    // Addresses beside each other are one network.
    for (const network of ['203.0.113.', '2001:db8:7:']) {
      const statuses: number[] = []
      for (let i = 1; i <= most + 2; i++) {
        statuses.push(
          await from(network.endsWith(':') ? `${network}${i}::1` : network + i, wrong(pin)),
        )
      }
      expect(statuses).toEqual([...Array(most).fill(422), 429, 429])
    }
    expect(await from('203.0.113.200', pin)).toBe(429)
    expect(await from('2001:db8:7:ff::5', pin)).toBe(429)
    for (const address of ['203.0.114.1', '2001:db8:8::1'])
      expect(await from(address, pin)).toBe(303)
  })

  it('to a form of another site, in an address, or in a line of the log', async () => {
    const browser = await booked()
    const { code, pin } = shownOn(browser)
    const forged = await lotse.app.request('/return', {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'https://evil.example',
      },
      body: new URLSearchParams({ lang: 'de', code, pin }).toString(),
    })
    expect(forged.status).toBe(403)
    expect(forged.headers.get('set-cookie')).toBeNull()
    const other = await elsewhere()
    await sends(other, code, wrong(pin))
    await sends(other, code, pin)
    const traces = [...other.trail.map(({ path }) => path), ...lotse.logged].join('\n')
    expect(traces).not.toContain(code)
    expect(traces).not.toContain(pin)
  })

  it('to staff, on whatever page of theirs', async () => {
    const house = await openHouse()
    try {
      const browser = createFormsOnly(house.app)
      await walks(browser)
      const { code, pin } = shownOn(browser)
      const lead = await house.signedIn({ email: 'lead@rsc.example', role: 'lead', centres: ALL })
      const [row] = await house.db.$queryRawUnsafe<{ id: string; startsAt: string }[]>(
        'SELECT i."id", b."startsAt" FROM "Intake" i JOIN "Booking" b ON b."intakeId" = i."id"',
      )
      const pages = [
        '/staff/requests',
        `/staff/intakes/${row?.id}`,
        `/staff?day=${row?.startsAt.slice(0, 10)}`,
        '/staff/audit',
      ]
      const texts: string[] = []
      for (const path of pages) texts.push((await lead.get(path)).text)
      expect(texts[1]).toContain(code)
      expect(texts.join('\n')).not.toMatch(new RegExp(`${pin}|${pin.slice(0, 3)} ${pin.slice(3)}`))
    } finally {
      await house.stop()
    }
  })
})
