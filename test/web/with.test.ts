// Links between the two doors, where there is more on a page than one talk: a kiosk, the exit, a crowd, a door that
// is closed; and what is new for who comes back by code and PIN.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ALLOWANCES } from '../../src/domain/people/crowd.ts'
import { readPin } from '../../src/domain/people/pin.ts'
import { keepBotName } from '../../src/flows/bot-name.ts'
import { cancelTime } from '../../src/flows/staff/change-booking.ts'
import { createTick } from '../../src/flows/upkeep/run-tick.ts'
import { pageMessenger } from '../../src/web/messenger.ts'
import { createActor } from '../support/actor.ts'
import { fieldsIn, form, SHELTER, sendFrom } from '../support/behind.ts'
import { createFormsOnly, type FormsOnly } from '../support/forms-only.ts'
import { booksOnPage, LEAD, linkIn } from '../support/guest-on-page.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { agreesOnPage, booksOnPage as walks } from '../support/on-pages.ts'
import { staffWrites } from '../support/staff-writes.ts'
import { bookSara } from '../support/talks.ts'

const DAY = 86_400_000
const BOTH = { PUBLIC_URL: 'http://localhost', WEBHOOK_SECRET: 'a-secret-of-the-tests' }
const OPEN = 'Ja, hier weiter'

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse({ settings: BOTH })
  await keepBotName(lotse.deps, 'lotse_bot')
})
afterEach(() => lotse.stop())

const day = () => new Date(lotse.clock.at + 9 * DAY).toISOString().slice(0, 10)
const rows = (sql: string) => lotse.db.$queryRawUnsafe<Record<string, unknown>[]>(sql)
const addresses = async () =>
  (await rows('SELECT "channel" FROM "Address" ORDER BY "channel"')).map(({ channel }) => channel)

/** Sara's link to a page, from her chat with an appointment. */
async function linkOfSara(): Promise<string> {
  const sara = createActor(lotse.world, { name: 'Sara' })
  await bookSara(sara, day())
  await sara.sends('/appointment')
  await sara.tapsData(/~op~appointment-more/)
  await sara.taps('Auf einer Webseite')
  return new URL((await sara.taps('Webseite öffnen')) ?? '').pathname
}

/** Code and PIN as they stand on a page. */
function shownOn(browser: FormsOnly): { code: string; pin: string } {
  const monos = browser.document.querySelectorAll('bdi.mono').map((node) => node.text)
  const code = monos.find((text) => /^\w{3}-\w{3}$/.test(text)) ?? ''
  return { code, pin: readPin(monos.find((text) => /^\d{3} \d{3} \d{3}$/.test(text)) ?? '') ?? '' }
}

describe('a kiosk', () => {
  let tablet: FormsOnly
  beforeEach(async () => {
    tablet = createFormsOnly(lotse.app)
    await tablet.visit('/?kiosk')
  })

  it('leads to no chat, by no button and in no words', async () => {
    await walks(tablet)
    await tablet.press(/~op~ways/)
    expect(tablet.pressables().filter(({ name }) => name.includes('~tt~'))).toEqual([])
    expect(tablet.text).toContain('Telefonnummer sagen')
    await tablet.types('In Telegram')
    expect(tablet.html).not.toContain('tie_')
    expect(await rows('SELECT 1 AS "one" FROM "Tie"')).toEqual([])
  })

  it('shows no link that was made elsewhere to who comes back to it there', async () => {
    const { browser } = await booksOnPage(lotse, { day: day() })
    const known = shownOn(browser)
    await browser.press(/~op~ways/)
    await browser.press(/~tt~chat/)
    expect(browser.html).toContain('tie_')
    await tablet.post('/return', { lang: 'de', ...known })
    await tablet.visit('/talk')
    expect(tablet.heading).toContain('Ihr Termin steht fest')
    expect(tablet.html).not.toContain('tie_')
  })

  it('takes up no link, which is good elsewhere still', async () => {
    const link = await linkOfSara()
    await tablet.visit(link)
    expect(tablet.at).toBe('/')
    await tablet.post('/with', { t: link.replace('/with/', ''), form: 'x' })
    expect(tablet.at).toBe('/')
    expect(await addresses()).toEqual(['telegram'])
    const phone = createFormsOnly(lotse.app)
    await phone.visit(link)
    await phone.press(OPEN)
    expect(phone.heading).toContain('Ihr Termin steht fest')
  })
})

describe('a link opened after the exit', () => {
  it('takes nothing from who left there: they stand beside who comes', async () => {
    const { browser } = await booksOnPage(lotse, { day: day() })
    const [[name = '', id = ''] = []] = [...browser.cookies]
    browser.cookies.set(name, `left.${id}`)
    await browser.visit(await linkOfSara())
    expect(browser.text).not.toContain('Hochfeld')
    await browser.press(OPEN)
    expect(browser.cookies.get(name)).toBe(id)
    expect(browser.text).toContain('Person: 👤 Jemand anderes')
    expect(await addresses()).toEqual(['telegram', 'web', 'web'])
  })
})

describe('a crowd', () => {
  it('is kept back before a link is looked at, and the link is kept with the form', async () => {
    const link = await linkOfSara()
    const sends = (path: string, init?: RequestInit) => sendFrom(lotse.app, SHELTER, path, init)
    const { text } = await sends(link)
    const fields = { t: link.replace('/with/', ''), form: fieldsIn(text)['form'] ?? '' }
    for (let nth = 0; nth < ALLOWANCES.write.client.atOnce; nth++) {
      await sends('/with', form({ t: 'x', form: '' }))
    }
    const kept = await sends('/with', form(fields))
    expect(kept.status).toBe(429)
    expect(kept.text).toContain('action="/with"')
    expect(fieldsIn(kept.text)).toMatchObject(fields)
    expect(await addresses()).toEqual(['telegram'])
    lotse.clock.at += Number(kept.response.headers.get('retry-after')) * 1000
    expect((await sends('/with', form(fieldsIn(kept.text)))).status).toBe(303)
    expect(await addresses()).toEqual(['telegram', 'web'])
  })
})

describe('where one door is closed', () => {
  const opened = async (settings: Record<string, string>) => {
    await lotse.stop()
    lotse = await startLotse({ settings })
    await keepBotName(lotse.deps, 'lotse_bot')
  }

  it('a page offers no chat, and makes no link to one', async () => {
    await opened({ ...BOTH, DOORS: 'web', BOT_TOKEN: '', WEBHOOK_SECRET: '' })
    const { browser } = await booksOnPage(lotse, { day: day() })
    await browser.press(/~op~ways/)
    expect(browser.text).not.toContain('Telegram')
    const sealed = browser.document.querySelector('[name=form]')?.getAttribute('value') ?? ''
    await browser.post('/talk', { form: sealed, t: '1~tt~chat' })
    expect(await rows('SELECT 1 AS "one" FROM "Tie"')).toEqual([])
  })

  it('a chat offers no page, and a link has none to lead to', async () => {
    await opened({ ...BOTH, DOORS: 'telegram' })
    const sara = createActor(lotse.world, { name: 'Sara' })
    await bookSara(sara, day())
    await sara.sends('/appointment')
    await sara.tapsData(/~op~appointment-more/)
    expect(sara.buttons().join()).not.toContain('Webseite')
    const browser = createFormsOnly(lotse.app)
    await browser.visit(`/with/${'x'.repeat(24)}`)
    expect(browser.html).not.toContain(OPEN)
  })

  // What a Worker was started with cannot be changed while it runs.
  const here = it.skipIf(process.env['LOTSE_ENGINE'] === 'd1')
  here('what a chat would be sent stands on the page of who has one, too', async () => {
    const { browser, id } = await booksOnPage(lotse, { day: day() })
    await browser.press(/~op~ways/)
    await browser.press(/~tt~chat/)
    const sara = createActor(lotse.world, { name: 'Sara' })
    await sara.sends(`/start ${linkIn(browser.html, /tie_[\w-]{24}/)}`)
    // Telegram closes while they wait.
    Object.assign(lotse.deps.config, { doors: { telegram: false, web: true } })
    await browser.visit('/talk')
    expect(browser.text).not.toContain('Wir erinnern Sie in Telegram')
    expect(browser.text).toContain('Wir können Ihnen hier nicht schreiben')
    await cancelTime(lotse.deps, LEAD, id)
    await createTick(lotse.deps, { web: pageMessenger })()
    expect(await rows('SELECT "status" FROM "Outbox"')).toEqual([{ status: 'kept' }])
    expect(await rows('SELECT "unreachable" FROM "Person"')).toEqual([{ unreachable: null }])
    await browser.visit('/talk')
    expect(browser.heading).toContain('Ihr Termin ist abgesagt')
  })
})

describe('who comes back by code and PIN', () => {
  it('finds what is new, and of it their own alone', async () => {
    const first = await booksOnPage(lotse, { day: day() })
    const known = shownOn(first.browser)
    const second = await booksOnPage(lotse, { day: day() })
    const other = shownOn(second.browser)
    await staffWrites(lotse.deps, LEAD, first.id, 'message-1', { template: 'call', text: '' })
    await lotse.tick()
    // On the very device that has the news of somebody else, another request is opened.
    await first.browser.post('/return', { lang: 'de', ...other })
    expect(first.browser.heading).toContain('Ihr Termin steht fest')
    await first.browser.visit('/talk')
    expect(first.browser.heading).toContain('Ihr Termin steht fest')
    expect(await rows(`SELECT "status" FROM "Outbox"`)).toEqual([{ status: 'kept' }])
    const device = createFormsOnly(lotse.app)
    await device.post('/return', { lang: 'de', ...known })
    expect(device.heading).toContain('Nachricht von Ihrer Beratungsstelle')
    await device.press(/~he$/)
    expect(device.heading).toContain('Ihr Termin steht fest')
  })

  it('with another PIN, no link that was made before leads to them', async () => {
    const { browser } = await booksOnPage(lotse, { day: day() })
    await browser.press(/~op~ways/)
    await browser.press(/~tt~chat/)
    const word = linkIn(browser.html, /tie_[\w-]{24}/)
    await browser.visit('/talk')
    await browser.press(/~ap$/)
    await browser.press(/~op~appointment-more/)
    await browser.press(/~np$/)
    const stranger = createActor(lotse.world, { name: 'Stranger' })
    await stranger.sends(`/start ${word}`)
    stranger.sees('Dieser Link gilt nicht mehr')
    expect(await addresses()).toEqual(['web'])
  })
})

it('who has agreed on a page and nothing else is tied as they are', async () => {
  const browser = createFormsOnly(lotse.app)
  await agreesOnPage(browser)
  await browser.visit(await linkOfSara())
  await browser.press(OPEN)
  expect(await addresses()).toEqual(['telegram', 'web', 'web'])
})
