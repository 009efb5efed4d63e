// One person at two doors: from a page to a chat and back, by a link that is good once and for a quarter of an hour.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepBotName } from '../../src/flows/bot-name.ts'
import { cancelTime } from '../../src/flows/staff/change-booking.ts'
import { createActor, type Actor as User } from '../support/actor.ts'
import { createFormsOnly, type FormsOnly } from '../support/forms-only.ts'
import { booksOnPage, type Guest, LEAD, linkIn } from '../support/guest-on-page.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { bookSara, introduce } from '../support/talks.ts'

const MINUTE = 60_000
const DAY = 86_400_000

let lotse: TestLotse
const day = () => new Date(lotse.clock.at + 9 * DAY).toISOString().slice(0, 10)
beforeEach(async () => {
  lotse = await startLotse({
    settings: { PUBLIC_URL: 'http://localhost', WEBHOOK_SECRET: 'a-secret-of-the-tests' },
  })
  await keepBotName(lotse.deps, 'lotse_bot')
})
afterEach(() => lotse.stop())

const rows = (sql: string) => lotse.db.$queryRawUnsafe<Record<string, unknown>[]>(sql)
const addresses = async () =>
  (await rows('SELECT "channel", "relation" FROM "Address" ORDER BY "channel", "createdAt"')).map(
    ({ channel, relation }) => `${channel} ${relation ?? 'own'}`,
  )
const people = async () => (await rows('SELECT 1 AS "one" FROM "Person"')).length

/** The word after /start that a page gives for Telegram. */
async function wordFor({ browser }: Guest): Promise<string> {
  await browser.visit('/talk')
  if (!browser.text.includes('Erinnern Sie mich')) await browser.press(/~ap$/)
  await browser.press(/~op~ways/)
  await browser.press(/~tt~chat/)
  return linkIn(browser.html, /tie_[\w-]{24}/)
}

/** The link that a chat gives for a page. */
async function linkFor(user: User): Promise<string> {
  await user.sends('/appointment')
  await user.tapsData(/~op~appointment-more/)
  await user.taps('Auf einer Webseite')
  const url = await user.taps('Webseite öffnen')
  return new URL(url ?? '').pathname
}

async function opens(browser: FormsOnly, link: string): Promise<void> {
  await browser.visit(link)
  await browser.press('Ja, hier weiter')
}

describe('from a page to a chat', () => {
  let guest: Guest
  beforeEach(async () => {
    guest = await booksOnPage(lotse, { day: day() })
  })

  it('is the same person, reminded there from then on', async () => {
    const word = await wordFor(guest)
    expect(await rows(`SELECT "hash", "sealed" FROM "Tie"`)).toHaveLength(1)
    const [kept] = await rows('SELECT * FROM "Tie"')
    expect(JSON.stringify(kept)).not.toContain(word.slice(4))
    const user = createActor(lotse.world)
    await user.sends(`/start ${word}`)
    user.sees('Wir erinnern Sie an den Termin')
    user.sees('Ihr Termin steht fest')
    expect(await people()).toBe(1)
    expect(await addresses()).toEqual(['telegram own', 'web own'])
    const scopes = await rows(`SELECT "scope" FROM "Consent" ORDER BY "scope"`)
    expect(scopes.map(({ scope }) => scope)).toEqual(['booking', 'reminders'])
    await lotse.passes(7 * DAY)
    user.sees('Erinnerung an Ihren Termin')
    // And the page knows it.
    await guest.browser.visit('/talk')
    expect(guest.browser.text).toContain('Wir erinnern Sie in Telegram an den Termin')
    expect(guest.browser.text).not.toContain('Wir können Ihnen hier nicht schreiben')
  })

  it('hears there what stood unread on the page, and stands there no more', async () => {
    const word = await wordFor(guest)
    await cancelTime(lotse.deps, LEAD, guest.id)
    await lotse.tick()
    const user = createActor(lotse.world)
    await user.sends(`/start ${word}`)
    await lotse.tick()
    user.sees('Ihr Termin ist abgesagt')
    expect(await rows('SELECT "status" FROM "Outbox"')).toEqual([{ status: 'sent' }])
    await guest.browser.visit('/talk')
    expect(guest.browser.heading).not.toContain('abgesagt')
  })

  it('changed at one door is changed at the other', async () => {
    const user = createActor(lotse.world)
    await user.sends(`/start ${await wordFor(guest)}`)
    await guest.browser.visit('/talk')
    await guest.browser.press('Absagen')
    await guest.browser.press('Ja, absagen')
    await lotse.passes(2 * MINUTE)
    expect(user.messages().some(({ text }) => text?.includes('Das gilt nicht mehr'))).toBe(true)
    expect(user.messages().filter(({ text }) => text?.includes('✅ Ihr Termin'))).toEqual([])
  })

  it('the link is good once: another chat learns nothing by it', async () => {
    const word = await wordFor(guest)
    await createActor(lotse.world).sends(`/start ${word}`)
    const stranger = createActor(lotse.world, { name: 'Stranger' })
    await stranger.sends(`/start ${word}`)
    stranger.sees('Dieser Link gilt nicht mehr')
    stranger.sees('هذا الرابط لم يعد صالحًا')
    expect(stranger.transcript()).not.toContain('Hochfeld')
    expect(await addresses()).toEqual(['telegram own', 'web own'])
    await stranger.taps('Deutsch')
    stranger.sees('Dürfen wir')
  })

  it('the same chat may press it twice', async () => {
    const word = await wordFor(guest)
    const user = createActor(lotse.world)
    await user.sends(`/start ${word}`)
    await user.sends(`/start ${word}`)
    user.sees('Ihr Termin steht fest')
    expect(await addresses()).toEqual(['telegram own', 'web own'])
  })

  it('an update that comes again is answered as it was', async () => {
    const word = await wordFor(guest)
    const user = createActor(lotse.world)
    lotse.disk.broken = true
    await user.sends(`/start ${word}`)
    user.sees('Ihr Termin steht fest')
    expect(await people()).toBe(1)
  })

  it('is over after a quarter of an hour; the page gives another one', async () => {
    const word = await wordFor(guest)
    lotse.clock.at += 15 * MINUTE
    const user = createActor(lotse.world)
    await user.sends(`/start ${word}`)
    user.sees('Dieser Link gilt nicht mehr')
    await guest.browser.visit(guest.browser.at)
    expect(guest.browser.heading).toContain('Dieser Link gilt nicht mehr')
    await guest.browser.press('Neuer Link')
    await user.sends(`/start ${linkIn(guest.browser.html, /tie_[\w-]{24}/)}`)
    user.sees('Ihr Termin steht fest')
  })

  it('only the latest link counts', async () => {
    const first = await wordFor(guest)
    const second = await wordFor(guest)
    const user = createActor(lotse.world)
    await user.sends(`/start ${first}`)
    user.sees('Dieser Link gilt nicht mehr')
    await user.sends(`/start ${second}`)
    user.sees('Ihr Termin steht fest')
  })

  it('a reload of the page shows the same link and makes none', async () => {
    const word = await wordFor(guest)
    await guest.browser.visit(guest.browser.at)
    expect(guest.browser.html).toContain(word)
    expect(await rows('SELECT 1 AS "one" FROM "Tie"')).toHaveLength(1)
  })

  it('says nothing in another city', async () => {
    const word = await wordFor(guest)
    const other = await startLotse()
    const user = createActor(other.world)
    await user.sends(`/start ${word}`)
    user.sees('Dieser Link gilt nicht mehr')
    await other.stop()
  })

  it('a word made up, or one for a page, opens nothing', async () => {
    const user = createActor(lotse.world)
    await user.sends(`/start tie_${'x'.repeat(24)}`)
    user.sees('Dieser Link gilt nicht mehr')
    const sara = createActor(lotse.world, { name: 'Sara' })
    await bookSara(sara, day())
    const word = (await linkFor(sara)).replace('/with/', 'tie_')
    await user.sends(`/start ${word}`)
    user.sees('Dieser Link gilt nicht mehr')
    expect(await addresses()).toEqual(['telegram own', 'web own'])
  })

  it('a chat that nobody reaches any more is theirs no longer', async () => {
    const old = createActor(lotse.world, { name: 'Old' })
    await old.sends(`/start ${await wordFor(guest)}`)
    await old.blocks()
    expect((await lotse.deps.store.staff.intakes.find(guest.id))?.reach.unreachable).toBe('blocked')
    const word = await wordFor(guest)
    // What is pressed on the page says nothing of the chat.
    expect((await lotse.deps.store.staff.intakes.find(guest.id))?.reach.unreachable).toBe('blocked')
    const user = createActor(lotse.world)
    await user.sends(`/start ${word}`)
    user.sees('Ihr Termin steht fest')
    expect(await addresses()).toEqual(['telegram own', 'web own'])
    expect((await lotse.deps.store.staff.intakes.find(guest.id))?.reach.unreachable).toBeNull()
  })

  it('what cannot be sent to the chat any more stands on the page', async () => {
    const user = createActor(lotse.world)
    await user.sends(`/start ${await wordFor(guest)}`)
    lotse.world.faults.add({ method: 'sendMessage', status: 403 })
    lotse.world.faults.add({ method: 'sendDocument', status: 403 })
    await cancelTime(lotse.deps, LEAD, guest.id)
    await lotse.tick()
    await guest.browser.visit('/talk')
    expect(guest.browser.heading).toContain('Ihr Termin ist abgesagt')
  })
})

describe('to a chat of somebody else', () => {
  it('they stand beside each other, and nothing of theirs is merged', async () => {
    const guest = await booksOnPage(lotse, { day: day() })
    const sara = createActor(lotse.world, { name: 'Sara' })
    await bookSara(sara, day())
    await sara.sends(`/start ${await wordFor(guest)}`)
    sara.sees('Person: 👤 Jemand anderes')
    expect(await people()).toBe(2)
    expect(await addresses()).toEqual(['telegram own', 'telegram other', 'web own'])
    expect(await rows(`SELECT 1 AS "one" FROM "Booking" WHERE "state" = 'booked'`)).toHaveLength(2)
    await sara.sends('/help')
    await sara.taps('Andere Person')
    await sara.taps('Ich selbst')
    sara.sees('Person: 🙋 Ich selbst')
    // The page shows its own person alone.
    await guest.browser.visit('/talk')
    expect(guest.browser.text).not.toContain('Person: ')
  })

  it('is refused kindly where there are people enough, and the link is not lost', async () => {
    const sara = createActor(lotse.world, { name: 'Sara' })
    await introduce(sara)
    for (let more = 0; more < 2; more++) {
      const guest = await booksOnPage(lotse, { day: day() })
      await sara.sends(`/start ${await wordFor(guest)}`)
      sara.sees('Person: ')
    }
    const third = await booksOnPage(lotse, { day: day() })
    const word = await wordFor(third)
    await sara.sends(`/start ${word}`)
    sara.sees('schon genug Personen')
    expect((await addresses()).filter((one) => one.startsWith('telegram'))).toHaveLength(3)
    const own = createActor(lotse.world, { name: 'Own' })
    await own.sends(`/start ${word}`)
    own.sees('Ihr Termin steht fest')
  })

  it('what limits the chat limits all behind it: nobody trades seats by it', async () => {
    const guest = await booksOnPage(lotse, { day: day() })
    const sara = createActor(lotse.world, { name: 'Sara' })
    await bookSara(sara, day())
    const cancels = async () => {
      await sara.sends('/appointment')
      await sara.taps('Absagen')
      await sara.taps('Ja, absagen')
    }
    const books = async () => {
      await sara.sends('/appointment')
      await sara.taps('Zeit wählen')
      await sara.tapsData(/~tm~/)
      if (sara.buttons().some((label) => /Ja/.test(label))) await sara.tapsData(/~bo~/)
    }
    for (let round = 0; round < 4; round++) {
      await cancels().catch(() => {})
      await books().catch(() => {})
    }
    await sara.sends(`/start ${await wordFor(guest)}`)
    await cancels()
    await books()
    sara.sees('Sie haben den Termin oft geändert')
    // Nor at the other door.
    await guest.browser.visit('/talk')
    await guest.browser.press(/~ti$/)
    await guest.browser.press(/~tm~/)
    expect(guest.browser.text).toContain('Sie haben den Termin oft geändert')
  })
})

describe('from a chat to a page', () => {
  let sara: User
  beforeEach(async () => {
    sara = createActor(lotse.world, { name: 'Sara' })
    await bookSara(sara, day())
  })

  it('is the same person there, after one press', async () => {
    const link = await linkFor(sara)
    const browser = createFormsOnly(lotse.app)
    await browser.visit(link)
    // To look is nothing yet: messengers look at links by themselves.
    expect(browser.cookies.size).toBe(0)
    expect(await addresses()).toEqual(['telegram own'])
    await browser.press('Ja, hier weiter')
    expect(browser.text).toContain('Hier geht es auf der Webseite weiter')
    expect(browser.heading).toContain('Ihr Termin steht fest')
    expect(await addresses()).toEqual(['telegram own', 'web own'])
    expect(await people()).toBe(1)
    expect(browser.at).not.toContain(link.split('/').at(-1))
  })

  it('is good once, late or for a stranger not at all', async () => {
    const link = await linkFor(sara)
    await opens(createFormsOnly(lotse.app), link)
    const stranger = createFormsOnly(lotse.app)
    await stranger.visit(link)
    if (stranger.text.includes('Ja, hier weiter')) await stranger.press('Ja, hier weiter')
    expect(stranger.text).toContain('Dieser Link gilt nicht mehr')
    expect(stranger.text).not.toContain('Hochfeld')
    expect(stranger.cookies.size).toBe(0)
    const late = await linkFor(sara)
    lotse.clock.at += 15 * MINUTE
    await stranger.visit(late)
    expect(stranger.text).toContain('Dieser Link gilt nicht mehr')
    await stranger.visit(`/with/${'x'.repeat(24)}`)
    expect(stranger.text).toContain('Dieser Link gilt nicht mehr')
    await stranger.post('/with', { t: late.replace('/with/', ''), form: 'made-up' })
    expect(stranger.text).toContain('Dieser Link gilt nicht mehr')
    expect(await addresses()).toEqual(['telegram own', 'web own'])
  })

  it('pressed twice makes one page', async () => {
    const link = await linkFor(sara)
    const browser = createFormsOnly(lotse.app)
    await browser.visit(link)
    const field = (name: string) =>
      browser.document.querySelector(`[name=${name}]`)?.getAttribute('value') ?? ''
    const fields = { form: field('form'), t: field('t') }
    await browser.post('/with', fields)
    browser.cookies.clear()
    await browser.post('/with', fields)
    expect(browser.heading).toContain('Ihr Termin steht fest')
    expect(await addresses()).toEqual(['telegram own', 'web own'])
  })

  it('stands beside who is in that browser already', async () => {
    const guest = await booksOnPage(lotse, { day: day() })
    await opens(guest.browser, await linkFor(sara))
    expect(guest.browser.text).toContain('Person: 👤 Jemand anderes')
    expect(await people()).toBe(2)
    expect(await addresses()).toEqual(['telegram own', 'web own', 'web other'])
  })
})
