// What is owed to somebody who has only a page: it stands there, unread for staff until it was read.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { announce } from '../../src/flows/outbox/announce.ts'
import { noteCall } from '../../src/flows/staff/call-attempts.ts'
import { cancelTime, giveTime, timesFor } from '../../src/flows/staff/change-booking.ts'
import { affectedBy, closeDays } from '../../src/flows/staff/close-day.ts'
import { seeCalls } from '../../src/flows/staff/to-call.ts'
import { booksOnPage, type Guest, LEAD } from '../support/guest-on-page.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { staffWrites } from '../support/staff-writes.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

let lotse: TestLotse
let guest: Guest
const day = () => new Date(lotse.clock.at + 9 * DAY).toISOString().slice(0, 10)
beforeEach(async () => {
  lotse = await startLotse()
  guest = await booksOnPage(lotse, { day: day() })
})
afterEach(() => lotse.stop())

const rows = (sql: string) => lotse.db.$queryRawUnsafe<Record<string, unknown>[]>(sql)
const statuses = async () =>
  (await rows('SELECT "kind", "status" FROM "Outbox" ORDER BY "id"')).map(
    ({ kind, status }) => `${kind} ${status}`,
  )
const toCall = async () => (await seeCalls(lotse.deps, LEAD, null)).waiting.map(({ id }) => id)
/** They gave a number: without one there is nothing to call. */
const givesNumber = () => lotse.db.intake.updateMany({ data: { hasPhone: true } })
const noteCalled = (id: string) => noteCall(lotse.deps, LEAD, guest.id, { id, outcome: 'reached' })
const record = async () => {
  const found = await lotse.deps.store.staff.intakes.find(guest.id)
  if (!found) throw new Error('no such request')
  return found
}
const templates = (template: 'call' | 'papers', id: string) =>
  staffWrites(lotse.deps, LEAD, guest.id, id, { template, text: '' })
const startsAt = async () =>
  Date.parse(String((await rows('SELECT "startsAt" FROM "Booking"'))[0]?.['startsAt']))

describe('what staff write to somebody on a page', () => {
  it('stands there first, is unread until it is read, and then not any more', async () => {
    expect(await templates('call', 'message-1')).toBe('done')
    await lotse.tick()
    expect(await statuses()).toEqual(['staff-message kept'])
    expect((await record()).reach).toMatchObject({ channels: ['web'], unread: true })
    expect(await toCall()).toEqual([])
    await givesNumber()
    expect(await toCall()).toEqual([guest.id])

    const { browser } = guest
    await browser.visit('/')
    expect(browser.heading).toContain('Nachricht von Ihrer Beratungsstelle')
    // To look is not to have read: a browser may have looked by itself.
    await browser.visit('/talk')
    expect(await statuses()).toEqual(['staff-message kept'])

    await browser.press(/~he$/)
    expect(browser.heading).toContain('Ihr Termin steht fest')
    expect(await statuses()).toEqual(['staff-message read'])
    expect((await record()).reach.unread).toBe(false)
    expect(await toCall()).toEqual([])
    await browser.visit('/talk')
    expect(browser.heading).toContain('Ihr Termin steht fest')
  })

  it('is read with whatever is pressed on it, and leads where that leads', async () => {
    await templates('papers', 'message-1')
    await lotse.tick()
    await guest.browser.visit('/talk')
    await guest.browser.press('Meine Daten')
    expect(guest.browser.heading).toContain('Das ist über Sie gespeichert')
    expect(await statuses()).toEqual(['staff-message read'])
  })

  it('can be answered where it stands', async () => {
    await templates('call', 'message-1')
    await lotse.tick()
    await guest.browser.visit('/talk')
    await guest.browser.types('Ich rufe morgen an.')
    expect(await statuses()).toEqual(['staff-message read'])
    const entries = await lotse.deps.store.staff.care.entries(guest.id)
    const replies = entries.filter(({ kind }) => kind === 'reply')
    expect(replies).toMatchObject([{ text: 'Ich rufe morgen an.', status: 'unread' }])
  })

  it('comes one after the other, the oldest first, the same only once', async () => {
    await templates('call', 'message-1')
    await templates('papers', 'message-2')
    await templates('call', 'message-3')
    await lotse.tick()
    await guest.browser.visit('/talk')
    expect(guest.browser.text).toContain('Bitte rufen Sie uns an.')
    await guest.browser.press(/~he$/)
    expect(guest.browser.text).toContain('Bringen Sie Ihre Papiere')
    expect(await statuses()).toEqual([
      'staff-message read',
      'staff-message kept',
      'staff-message read',
    ])
    await guest.browser.press(/~he$/)
    expect(guest.browser.heading).toContain('Ihr Termin steht fest')
  })

  it('is gone with the person', async () => {
    await templates('call', 'message-1')
    await lotse.tick()
    await guest.browser.visit('/talk')
    await guest.browser.press(/~op~my-data/)
    await guest.browser.press(/~op~delete/)
    await guest.browser.press(/~ey$/)
    expect(await rows('SELECT 1 AS "one" FROM "Outbox"')).toEqual([])
  })

  it('is read by nobody else: not with a form of another page, nor a number made up', async () => {
    await templates('call', 'message-1')
    await lotse.tick()
    const stranger = await booksOnPage(lotse)
    await stranger.browser.visit('/talk')
    expect(stranger.browser.heading).toContain('Ihr Termin steht fest')
    await guest.browser.visit('/talk')
    const form = guest.browser.document.querySelector('[name=form]')?.getAttribute('value') ?? ''
    await stranger.browser.post('/talk', { form, t: '1~he' })
    expect(await statuses()).toEqual(['staff-message kept'])
  })
})

describe('a change by staff', () => {
  it('stands on the page as it is by then: what was moved and then cancelled is cancelled', async () => {
    const at = await startsAt()
    const free = await timesFor(lotse.deps, LEAD, guest.id, undefined)
    const later = free?.times.find(({ time }) => time.startsAt > at)
    const moved = await giveTime(lotse.deps, LEAD, guest.id, {
      centre: 'hochfeld',
      startsAt: later?.time.startsAt ?? 0,
    })
    expect(moved).toBe('done')
    await lotse.tick()
    expect(await cancelTime(lotse.deps, LEAD, guest.id)).toBe('done')
    await lotse.tick()
    await guest.browser.visit('/talk')
    expect(guest.browser.heading).toContain('Ihr Termin ist abgesagt')
    expect(guest.browser.html).toContain('/talk/appointment.ics')
    await guest.browser.press(/~he$/)
    expect(guest.browser.text).toContain('Sie haben keinen Termin')
    expect((await record()).reach.unread).toBe(false)
    expect(await statuses()).toEqual(['staff-change dropped', 'staff-change read'])
  })

  it('is no news any more once the person has changed it again, from a page that was open', async () => {
    const free = await timesFor(lotse.deps, LEAD, guest.id, undefined)
    const later = free?.times.at(-1)?.time.startsAt ?? 0
    await giveTime(lotse.deps, LEAD, guest.id, { centre: 'hochfeld', startsAt: later })
    await givesNumber()
    await lotse.tick()
    expect(await toCall()).toEqual([guest.id])
    lotse.clock.at += 1000
    await guest.browser.press(/~ca$/)
    await guest.browser.press(/~cy~/)
    expect((await record()).reach.unread).toBe(false)
    expect(await toCall()).toEqual([])
  })

  it('puts them on the call list again, whatever they were called about before', async () => {
    await givesNumber()
    await noteCalled('call-1')
    expect(await toCall()).toEqual([])
    await cancelTime(lotse.deps, LEAD, guest.id)
    await lotse.tick()
    expect(await toCall()).toEqual([guest.id])
    await noteCalled('call-2')
    expect(await toCall()).toEqual([])
  })
})

describe('a closed day', () => {
  const closing = async () => {
    const at = await startsAt()
    const hours = { centre: 'hochfeld', seat: null, startsAt: at - HOUR, endsAt: at + 2 * HOUR }
    return [{ ...hours, id: 'closing-1.0', reason: 'krank' }]
  }

  it('holds other times on their page, and says beforehand that they are to be called', async () => {
    const closings = await closing()
    const unreached = { toCall: 0, onPage: 1, nowhere: 0 }
    expect(await affectedBy(lotse.deps, LEAD, closings)).toMatchObject({ unreached })
    await givesNumber()
    expect(await affectedBy(lotse.deps, LEAD, closings)).toMatchObject({
      unreached: { toCall: 1, onPage: 0, nowhere: 0 },
    })
    expect(await closeDays(lotse.deps, LEAD, closings)).toBe('done')
    await lotse.tick()
    expect(await statuses()).toEqual(['closure kept'])
    expect(await toCall()).toEqual([guest.id])
    await guest.browser.visit('/talk')
    expect(guest.browser.text).toContain('halten')
    await guest.browser.press(/~tk~/)
    expect(guest.browser.text).toContain('Ihr Termin')
    expect(await rows(`SELECT 1 AS "one" FROM "Booking" WHERE "state" = 'booked'`)).toHaveLength(1)
    expect(await statuses()).toEqual(['closure read'])
    expect(await toCall()).toEqual([])
  })

  it('calls whoever has read it and taken none, after a day', async () => {
    await closeDays(lotse.deps, LEAD, await closing())
    await lotse.tick()
    await guest.browser.visit('/talk')
    await guest.browser.press(/~he$/)
    expect(await toCall()).toEqual([])
    await lotse.passes(25 * HOUR)
    expect(await toCall()).toEqual([])
    await givesNumber()
    expect(await toCall()).toEqual([guest.id])
  })
})

describe('an offer of the waiting list', () => {
  it('is made to them, stands on their page, and is no news once it is over', async () => {
    const { browser } = guest
    await browser.visit('/talk')
    await browser.press(/~mo$/)
    await browser.press(/~wy$/)
    await browser.press(/~wa$/)
    for (const about of ['days', 'parts', 'centres'])
      await browser.press(new RegExp(`~wo~${about}`))
    await browser.press(/~wn$/)
    const known = await rows('SELECT "wishes" FROM "Waiting"')
    // Nothing of what they know counts any more: whatever is free is news.
    const { days, parts, centres } = JSON.parse(String(known[0]?.['wishes']))
    await lotse.deps.store.waiting.wish(
      'w',
      { personId: guest.personId, intakeId: guest.id },
      { days, parts, centres },
      lotse.clock.at,
    )
    await lotse.passes(2 * 60_000)
    expect(await statuses()).toContain('offer kept')
    await givesNumber()
    expect(await toCall()).toEqual([guest.id])
    await browser.visit('/talk')
    expect(browser.text).toContain('Diese Zeit nehmen')
    await lotse.passes(26 * HOUR)
    const offered = await rows(`SELECT 1 AS "one" FROM "Booking" WHERE "state" = 'offered'`)
    if (offered.length === 0) expect((await record()).reach.unread).toBe(false)
  })
})

describe('an announcement', () => {
  it('stands on the page, but nobody is called about it', async () => {
    expect(await announce(lotse.deps, { de: 'Wir ziehen um.' })).toBe(1)
    await lotse.tick()
    expect(await statuses()).toEqual(['announcement kept'])
    expect(await toCall()).toEqual([])
    await guest.browser.visit('/talk')
    expect(guest.browser.text).toContain('Wir ziehen um.')
  })
})

describe('before the appointment', () => {
  const gives = async (number: string) => {
    await guest.browser.visit('/talk')
    await guest.browser.press(/~op~ways/)
    await guest.browser.press(/~nr~yes/)
    await guest.browser.types(number)
  }

  it('whoever gave a number is called: no reminder reaches them', async () => {
    await gives('0203 123456')
    expect(guest.browser.text).toContain('0203 123456')
    expect(await toCall()).toEqual([])
    lotse.clock.at = (await startsAt()) - DAY
    expect(await toCall()).toEqual([guest.id])
    expect(await record()).toMatchObject({ phone: '+49203123456', callBack: null })
    await noteCalled('call-3')
    expect(await toCall()).toEqual([])
    lotse.clock.at = (await startsAt()) + HOUR
    await lotse.tick()
    expect(await toCall()).toEqual([])
  })

  it('whoever gave none, or took it back, is not', async () => {
    lotse.clock.at = (await startsAt()) - DAY
    expect(await toCall()).toEqual([])
    await gives('0203 123456')
    expect(await toCall()).toEqual([guest.id])
    await guest.browser.press(/~nr~no/)
    expect(await toCall()).toEqual([])
    expect((await record()).phone).toBeNull()
  })

  it('their own calendar rings, and no reminder is owed', async () => {
    await guest.browser.visit('/talk/appointment.ics')
    expect(guest.browser.file?.text).toContain('BEGIN:VALARM')
    await lotse.passes(9 * DAY)
    expect(await statuses()).toEqual([])
  })
})
