import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bookedPerson } from '../support/booked.ts'
import { cityWith, poolOf } from '../support/interpreting.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'

// It is Sunday, 22 November 2026. RSC Hochfeld is open on Mondays and Wednesdays.
const PAGE = '/staff/interpreting'
const DAY = '2026-12-02'
const LATER = '2026-12-09'
const HOUR = 3_600_000

const onSite = poolOf({
  id: 'site',
  name: 'Beispiel-Pool vor Ort',
  modes: ['on-site'],
  leadWorkingDays: 5,
  excludes: ['residence'],
  contact: { phone: '0203 654321' },
})

let house: House
let anna: Visitor
async function open(profile = cityWith([poolOf(), onSite])) {
  house = await openHouse(profile)
  anna = await house.signedIn({ email: 'anna@rsc.example' })
}
beforeEach(() => open())
afterEach(() => house.stop())

const books = (day = DAY) => bookedPerson(house, { day, language: 'en', spoken: 'ti' })
const numberIn = ({ text }: { text: string }) => /SM-\w{4}-\w{4}/.exec(text)?.[0] ?? ''
const orders = () =>
  house.db.interpreterOrder.findMany({ orderBy: [{ orderedAt: 'asc' }, { id: 'asc' }] })
const states = async () => (await orders()).map(({ pool, state }) => `${pool} ${state}`).sort()
const booking = async () => (await house.db.booking.findFirstOrThrow()).id
const audited = async () =>
  (
    await house.db.audit.findMany({
      where: { action: { startsWith: 'interpreter-' } },
      orderBy: { id: 'asc' },
    })
  ).map(({ action, outcome }) => `${action} ${outcome}`)

/** Presses one of the buttons beside what is needed. */
async function says(state: string, ask = 'phone telephone', by = anna) {
  const page = await by.get(PAGE)
  const path = /action="(\/staff\/bookings\/[^"]+\/interpreter)"/.exec(page.text)?.[1] ?? ''
  return await by.post(path, { number: numberIn(page), ask, state })
}
const becomes = async (to: string, id: string, by = anna) => {
  await by.get(PAGE)
  return await by.post(`${PAGE}/orders/${id}`, { to })
}
const sections = ({ text }: { text: string }) =>
  [...text.matchAll(/<h2 id="(cancel|order|underway|refused|unavailable)"/g)].map(([, id]) => id)

describe('the list', () => {
  test('says what is needed and whom to ask, and nothing of the person', async () => {
    await books()
    const page = await anna.get(PAGE)
    expect(sections(page)).toEqual(['order'])
    for (const said of [
      ...['Mittwoch, 02.12.2026', '14:00', '20 Minuten', 'RSC Hochfeld', 'Tigrinya'],
      ...['Beispiel-Pool vor Ort', 'vor Ort', '0203 654321', '25.11.2026'],
      ...['Dolmetscht nicht bei: Aufenthalt'],
    ]) {
      expect(page.text).toContain(said)
    }
    const [intake] = await house.db.intake.findMany()
    const person = await house.db.person.findFirstOrThrow()
    for (const hidden of [intake?.ref, intake?.id, person.id, 'Wohnung', 'Amal']) {
      expect(page.text).not.toContain(hidden)
    }
    expect(page.text).toContain('<span class="badge yellow">1</span>')
  })

  test('has the wish for a woman, and whether the pool takes it; one that came later is said', async () => {
    await books()
    const wish = async (counsellor: string) => {
      const [intake] = await house.db.intake.findMany()
      const talk = JSON.parse(intake?.talk ?? '{}')
      const data = { talk: JSON.stringify({ ...talk, answers: { ...talk.answers, counsellor } }) }
      await house.db.intake.updateMany({ data })
    }
    await wish('woman')
    const page = await anna.get(PAGE)
    expect(page.text).toContain('Wunsch: eine Frau')
    expect(page.text).toContain('Ob der Pool den Wunsch annimmt, ist nicht bekannt.')
    expect((await anna.get(`${PAGE}/sheet`)).text).toContain('eine Frau')
    await says('ordered')
    expect((await orders())[0]).toMatchObject({ gender: 'woman' })
    await wish('man')
    expect((await anna.get(PAGE)).text).toContain('Wünscht sich inzwischen einen Mann.')
  })

  test('asks a pool that had no woman once more without the wish, and says so', async () => {
    await house.stop()
    await open(cityWith([poolOf()]))
    await books()
    const [intake] = await house.db.intake.findMany()
    const talk = JSON.parse(intake?.talk ?? '{}')
    const data = {
      talk: JSON.stringify({ ...talk, answers: { ...talk.answers, counsellor: 'woman' } }),
    }
    await house.db.intake.updateMany({ data })
    expect((await anna.get(PAGE)).text).not.toContain('Ohne Wunsch')
    await says('refused')
    const again = await anna.get(PAGE)
    expect(sections(again)).toEqual(['order', 'refused'])
    expect(again.text).toContain('Ohne Wunsch: Eine Frau hat der Pool nicht.')
    expect((await anna.get(`${PAGE}/sheet`)).text).not.toContain('eine Frau')
    await says('ordered')
    const asked = (await orders()).map(({ gender, state }) => `${gender} ${state}`)
    expect(asked.sort()).toEqual(['null ordered', 'woman refused'])
    const underway = await anna.get(PAGE)
    expect(underway.text).toContain('Ohne Wunsch: Eine Frau hat der Pool nicht.')
    expect(underway.text).not.toContain('Sagen Sie es dem Pool.')
    const second = (await orders()).find(({ state }) => state === 'ordered')
    await becomes('refused', second?.id ?? '')
    expect(sections(await anna.get(PAGE))).toEqual(['refused', 'unavailable'])
  })

  test('is empty where everybody is understood', async () => {
    await bookedPerson(house, { day: DAY, language: 'en', spoken: 'de' })
    const page = await anna.get(PAGE)
    expect(sections(page)).toEqual([])
    expect(page.text).toContain('Gerade ist nichts zu bestellen.')
  })

  test('of another centre or carrier shows nothing', async () => {
    await books()
    const ben = await house.signedIn({ email: 'ben@rsc.example', centres: ['hamborn'] })
    expect(sections(await ben.get(PAGE))).toEqual([])
    await house.db.intake.updateMany({ data: { bodyId: 'caritas' } })
    expect(sections(await anna.get(PAGE))).toEqual([])
    const lead = await house.signedIn({ email: 'lead@rsc.example', role: 'lead', body: 'caritas' })
    expect(sections(await lead.get(PAGE))).toEqual(['order'])
  })
})

describe('what a pool says', () => {
  test('is noted once, and written down', async () => {
    await books()
    expect((await says('ordered')).location).toBe(PAGE)
    const [order] = await orders()
    expect(order).toMatchObject({ pool: 'phone', mode: 'telephone', language: 'ti', gender: null })
    expect(sections(await anna.get(PAGE))).toEqual(['underway'])
    expect((await becomes('confirmed', order?.id ?? '')).status).toBe(303)
    expect((await becomes('confirmed', order?.id ?? '')).status).toBe(303)
    expect(await states()).toEqual(['phone confirmed'])
    expect(await audited()).toEqual(['interpreter-ordered done', 'interpreter-confirmed done'])
  })

  test('is noted once, however often the form is sent', async () => {
    await books()
    const page = await anna.get(PAGE)
    const path = `/staff/bookings/${await booking()}/interpreter`
    const form = { number: numberIn(page), ask: 'site on-site', state: 'ordered' }
    const sent = await Promise.all([1, 2, 3].map(() => anna.post(path, form)))
    expect(
      sent.map(({ status }) => status).filter((status) => status === 303).length,
    ).toBeGreaterThan(0)
    expect((await anna.post(path, form)).status).toBe(303)
    expect(await states()).toEqual(['site ordered'])
    // Somebody else had the same page open and did something else.
    const other = await anna.post(path, { ...form, ask: 'phone telephone' })
    expect(other.status).toBe(409)
    expect(await states()).toEqual(['site ordered'])
    // What they pressed is said in words, since its row is not there any more.
    const said = other.text.replace(/<[^>]*>/g, '')
    expect(said).toContain(`Nicht vermerkt: ${form.number}: ${poolOf().name}, am Telefon: bestellt`)
    expect(other.text).not.toMatch(/<blockquote[^>]*>(phone telephone|ordered)</)
  })

  test('leads to the next pool, and to nobody where there is none', async () => {
    await books()
    await says('refused', 'site on-site')
    const next = await anna.get(PAGE)
    expect(sections(next)).toEqual(['order', 'refused'])
    expect(next.text).toContain('name="ask" value="phone telephone"')
    await says('refused')
    const nobody = await anna.get(PAGE)
    expect(sections(nobody)).toEqual(['refused', 'unavailable'])
    // Nobody has taken it over: then it can be moved.
    const on = /<a href="([^"]+)">Übernehmen<\/a>/.exec(nobody.text)?.[1] ?? ''
    expect((await anna.get(on)).text).toContain(`action="${on}/take"`)
    await anna.post(`${on}/take`, { from: '' })
    expect((await anna.get(PAGE)).text).toContain(`href="${on}/times"`)
    expect((await anna.get(`${on}/times`)).status).toBe(200)
    expect(await states()).toEqual(['phone refused', 'site refused'])
  })

  test('may be that it has somebody after all, unless another one comes', async () => {
    await books()
    await says('refused', 'site on-site')
    await says('ordered')
    const [phone, site] = (await orders()).sort((a, b) => a.pool.localeCompare(b.pool))
    expect((await becomes('confirmed', site?.id ?? '')).status).toBe(409)
    expect(await states()).toEqual(['phone ordered', 'site refused'])
    expect((await becomes('cancelled', phone?.id ?? '')).status).toBe(303)
    expect((await becomes('confirmed', site?.id ?? '')).status).toBe(303)
    expect(await states()).toEqual(['phone cancelled', 'site confirmed'])
    expect(sections(await anna.get(PAGE))).toEqual(['underway'])
  })

  test('changes nothing where the appointment has moved since the page was shown', async () => {
    const person = await books()
    const page = await anna.get(PAGE)
    const path = `/staff/bookings/${await booking()}/interpreter`
    await moves(person, LATER)
    const form = { number: numberIn(page), ask: 'phone telephone', state: 'ordered' }
    const answer = await anna.post(path, form)
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('inzwischen')
    expect(await states()).toEqual([])
  })

  test.each([
    [{ ask: 'phone telephone', state: 'cancelled' }],
    [{ ask: 'phone on-site', state: 'ordered' }],
    [{ ask: 'gone telephone', state: 'ordered' }],
    [{ ask: 'phone', state: 'ordered' }],
    [{ ask: 'phone telephone', state: 'ordered', number: 'SM-0000-0000' }],
  ])('that is none of the choices is refused: %j', async (form) => {
    await books()
    const page = await anna.get(PAGE)
    const path = `/staff/bookings/${await booking()}/interpreter`
    expect((await anna.post(path, { number: numberIn(page), ...form })).status).toBe(409)
    expect(await states()).toEqual([])
  })

  test('is nobody else’s to note', async () => {
    await books()
    await says('ordered')
    const [order] = await orders()
    const ben = await house.signedIn({ email: 'ben@rsc.example', centres: ['hamborn'] })
    expect((await becomes('confirmed', order?.id ?? '', ben)).status).toBe(404)
    expect((await becomes('confirmed', 'SM-0000-0000', ben)).status).toBe(404)
    const admin = await house.signedIn({
      email: 'a@rsc.example',
      role: 'administrator',
      centres: [],
    })
    expect((await becomes('confirmed', order?.id ?? '', admin)).status).toBe(403)
    expect((await house.visit().post(`${PAGE}/orders/${order?.id}`, {})).status).toBe(401)
    expect(await states()).toEqual(['phone ordered'])
    expect((await becomes('ordered', order?.id ?? '')).status).toBe(409)
  })
})

type Booked = Awaited<ReturnType<typeof bookedPerson>>

async function moves({ user, word }: Booked, day: string) {
  await user.taps(word('booking.appointment.button.move'))
  await user.tapsData(`1~da~hochfeld~${day}`)
  await user.tapsData(/~tm~hochfeld/)
  await user.taps(word('booking.check.button.move'))
}

describe('an order follows its appointment', () => {
  test('ordered, confirmed, then moved: the old one is to be cancelled, a new one needed', async () => {
    const person = await books()
    await says('ordered')
    const [order] = await orders()
    await becomes('confirmed', order?.id ?? '')
    await moves(person, LATER)
    const page = await anna.get(PAGE)
    expect(sections(page)).toEqual(['cancel', 'order'])
    expect(page.text).toContain('01.12.2026, 14:00')
    // It cannot be confirmed any more for a time that is none.
    expect((await becomes('refused', order?.id ?? '')).status).toBe(409)
    expect((await becomes('cancelled', order?.id ?? '')).status).toBe(303)
    await says('ordered', 'site on-site')
    expect(sections(await anna.get(PAGE))).toEqual(['underway'])
    expect(await states()).toEqual(['phone cancelled', 'site ordered'])
  })

  test('moved, and the day of the old one over: a new one can still be ordered', async () => {
    const person = await books()
    await says('ordered')
    await moves(person, LATER)
    house.clock.at = Date.parse('2026-12-03T08:00:00Z')
    anna = await house.signedIn({ email: 'clara@rsc.example' })
    expect((await says('ordered')).location).toBe(PAGE)
    expect(sections(await anna.get(PAGE))).toEqual(['underway'])
  })

  test('moved to another centre: those there can order, under another number', async () => {
    await books()
    await says('ordered')
    const [order] = await orders()
    await house.db.booking.updateMany({ data: { centreId: 'hamborn' } })
    const ben = await house.signedIn({ email: 'ben@rsc.example', centres: ['hamborn'] })
    expect((await says('ordered', 'phone telephone', ben)).location).toBe(PAGE)
    expect(sections(await ben.get(PAGE))).toEqual(['underway'])
    expect(sections(await anna.get(PAGE))).toEqual(['cancel'])
    expect(await states()).toEqual(['phone ordered', 'phone ordered'])
    expect(order?.centreId).toBe('hochfeld')
  })

  test('for another language by now: nothing is confirmed for it on a page from before', async () => {
    await books()
    await says('ordered')
    const [order] = await orders()
    await house.db.$executeRawUnsafe(
      `UPDATE "Intake" SET "talk" = json_set("talk", '$.answers.spoken', 'kmr')`,
    )
    expect((await becomes('confirmed', order?.id ?? '')).status).toBe(409)
    expect(await states()).toEqual(['phone ordered'])
    // The new one need not wait until the old one is cancelled.
    const page = await anna.get(PAGE)
    expect(sections(page)).toEqual(['cancel', 'order'])
    const number = [...page.text.matchAll(/name="number" value="(SM-[^"]+)"/g)].at(-1)?.[1] ?? ''
    const path = `/staff/bookings/${await booking()}/interpreter`
    const form = { number, ask: 'phone telephone', state: 'ordered' }
    expect((await anna.post(path, form)).status).toBe(303)
    expect((await becomes('cancelled', order?.id ?? '')).status).toBe(303)
    expect(sections(await anna.get(PAGE))).toEqual(['underway'])
    expect(await states()).toEqual(['phone cancelled', 'phone ordered'])
  })

  test('cancelled by the person, and erased: to be cancelled, at last after the fee', async () => {
    const { user, word } = await books()
    await says('confirmed')
    await user.taps(word('booking.appointment.button.cancel'))
    await user.taps(word('booking.cancel.button.yes'))
    expect(sections(await anna.get(PAGE))).toEqual(['cancel'])
    const person = await house.db.person.findFirstOrThrow()
    await house.deps.store.forgetting.person(person.id, [], 96, house.clock.now())
    const page = await anna.get(PAGE)
    expect(sections(page)).toEqual(['cancel'])
    expect(page.text).toContain('Abbestellung')
    house.clock.at = Date.parse('2026-12-01T14:00:00Z')
    anna = await house.signedIn({ email: 'clara@rsc.example' })
    expect((await anna.get(PAGE)).text).toContain('Frist vorbei')
    house.clock.at += 24 * HOUR
    anna = await house.signedIn({ email: 'dora@rsc.example' })
    expect(sections(await anna.get(PAGE))).toEqual([])
  })

  test('a day that is closed and opened again: to be cancelled, and then wanted again', async () => {
    await books()
    await says('confirmed')
    const lead = await house.signedIn({ email: 'lead@rsc.example', role: 'lead' })
    const day = { centre: 'hochfeld', date: DAY, from: '', until: '', reason: 'Fortbildung' }
    await lead.get('/staff/closures')
    const check = await lead.post('/staff/closures/check', day)
    const id = /name="id" value="([^"]+)"/.exec(check.text)?.[1] ?? ''
    expect((await lead.post('/staff/closures', { ...day, id })).status).toBe(303)
    expect(sections(await anna.get(PAGE))).toEqual(['cancel'])
    const [closure] = await house.db.closure.findMany({ where: { centreId: 'hochfeld' } })
    await lead.get('/staff/closures')
    await lead.post(`/staff/closures/${closure?.id}/reopen`, {})
    expect(sections(await anna.get(PAGE))).toEqual(['underway'])
    expect(await states()).toEqual(['phone confirmed'])
  })

  test('a seat at which Tigrinya is spoken by now: to be cancelled', async () => {
    await books()
    await says('ordered')
    const city = cityWith([poolOf()], [{ languages: ['ti'] }])
    await house.deps.store.cities.replace(city.id, city, house.clock.now())
    expect(sections(await anna.get(PAGE))).toEqual(['cancel'])
    await house.deps.store.cities.replace(city.id, cityWith([poolOf()]), house.clock.now())
    expect(sections(await anna.get(PAGE))).toEqual(['underway'])
  })
})

test('an order to be cancelled is everybody’s at its centre to cancel, one that is wanted is not', async () => {
  await books()
  await says('ordered')
  const [order] = await orders()
  await house.db.intake.updateMany({ data: { bodyId: 'caritas' } })
  expect(sections(await anna.get(PAGE))).toEqual([])
  expect((await becomes('cancelled', order?.id ?? '')).status).toBe(404)
  const city = cityWith([poolOf()], [{ languages: ['ti'] }])
  await house.deps.store.cities.replace(city.id, city, house.clock.now())
  expect(sections(await anna.get(PAGE))).toEqual(['cancel'])
  expect((await becomes('confirmed', order?.id ?? '')).status).toBe(404)
  expect((await becomes('cancelled', order?.id ?? '')).status).toBe(303)
  expect(sections(await anna.get(PAGE))).toEqual([])
})

describe('taken out of the house', () => {
  test('the table says what a pool must know, in German, and makes no formula', async () => {
    await house.stop()
    await open(cityWith([poolOf({ name: '=1+1' })]))
    await books()
    const file = await anna.get(`${PAGE}/orders.csv`)
    expect(file.headers.get('content-disposition')).toContain('sprachmittlung.csv')
    const [head, row] = file.text.split('\r\n')
    expect(head).toContain(
      'Stand;Bestellnummer;Gesprächssprache;Tag;Beginn;Ende;Minuten;Beratungsstelle;Adresse',
    )
    expect(row).toMatch(
      /^zu bestellen;SM-\w{4}-\w{4};Tigrinya;02\.12\.2026;14:00;14:20;20;RSC Hochfeld;/,
    )
    expect(row).toContain("'=1+1")
    expect(await house.db.audit.count({ where: { action: 'export-orders' } })).toBe(1)
  })

  test('the sheet and the mail hold the order and no name', async () => {
    await books()
    await says('refused', 'site on-site')
    const page = await anna.get(PAGE)
    const mail = /href="(mailto:[^"]+subject[^"]+)"/.exec(page.text)?.[1] ?? ''
    const text = decodeURIComponent(mail.replaceAll('&amp;', '&'))
    expect(text).toContain(`Bestellnummer: ${numberIn(page)}`)
    expect(text).toContain('Ort: RSC Hochfeld, Brückenstraße 30, Duisburg')
    const sheet = await anna.get(`${PAGE}/sheet`)
    expect(sheet.text).toContain('Beispiel-Pool Telefon')
    const [intake] = await house.db.intake.findMany()
    for (const said of [text, sheet.text]) {
      expect(said).toContain('Mittwoch, 02.12.2026')
      expect(said).not.toContain(intake?.ref ?? '-')
      expect(said).not.toContain('Wohnung')
    }
    const ben = await house.signedIn({ email: 'ben@rsc.example', centres: ['hamborn'] })
    expect((await ben.get(`${PAGE}/sheet`)).text).not.toContain('SM-')
    expect((await ben.get(`${PAGE}/orders.csv`)).text).not.toContain('SM-')
  })
})

describe('beside the appointment', () => {
  test('the day has its state, and on top what cannot wait', async () => {
    await books()
    expect((await anna.get(`/staff?day=${DAY}`)).text).toContain(
      'Sprachmittlung: <span class="badge orange">nötig',
    )
    expect((await anna.get('/staff')).text).not.toContain('nicht warten')
    house.clock.at = Date.parse('2026-11-24T08:00:00Z')
    anna = await house.signedIn({ email: 'clara@rsc.example' })
    const day = await anna.get('/staff')
    expect(day.text).toContain('Sprachmittlung, die nicht warten kann')
    expect(day.text).toContain('02.12.2026, 14:00, Hochfeld, Tigrinya: bestellen bis 25.11.2026')
    await says('confirmed')
    expect((await anna.get('/staff')).text).not.toContain('nicht warten')
    expect((await anna.get(`/staff?day=${DAY}`)).text).toContain(
      '<span class="badge green">bestätigt',
    )
  })

  test('the record has who takes part and who was asked before', async () => {
    await books()
    await says('refused', 'site on-site')
    await says('ordered')
    const { id } = await house.db.intake.findFirstOrThrow()
    await anna.post(`/staff/intakes/${id}/take`, { from: '' })
    const record = await anna.get(`/staff/intakes/${id}`)
    expect(record.text).toContain('Sprachmittlung: <span class="badge yellow">bestellt')
    expect(record.text).toMatch(/SM-\w{4}-\w{4}: Tigrinya.*nicht verfügbar.*SM-.*bestellt/s)
  })
})
