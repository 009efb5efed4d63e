import { afterEach, beforeEach, expect, test } from 'vitest'
import { callerForm } from '../support/staff-callers.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'

let house: House
let anna: Visitor
beforeEach(async () => {
  house = await openHouse()
  anna = await house.signedIn({ email: 'anna@rsc.example' })
})
afterEach(() => house.stop())

const PHONE = '0203 987654'
/** The form as it is shown: the first time and the id drawn for this booking. */
const form = async (door: 'staff' | 'walk-in' = 'staff') =>
  (await callerForm(anna, { alias: 'Frau Rose', phone: PHONE, door })).fields
/** What a page says, as it is read. */
const plainText = (page: string) =>
  page
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replace(/\s+/g, ' ')
const bookings = () => house.db.booking.findMany({ orderBy: { startsAt: 'asc' } })

test('staff book for a caller with the same guard, and print a slip in their language', async () => {
  const fields = await form()
  const answer = await anna.post('/staff/callers', fields)
  const path = `/staff/intakes/${fields.id}`
  expect(answer.location).toBe(`${path}/slip?booked=yes#done`)
  const slip = await anna.get(answer.location ?? '')
  expect(slip.text).toContain('Der Termin ist vergeben.')
  expect(slip.text).toContain(`href="${path}"`)
  // It can be printed again from the record, and says nothing new then.
  expect((await anna.get(path)).text).toContain(`href="${path}/slip"`)
  expect((await anna.get(`${path}/slip`)).text).not.toContain('Der Termin ist vergeben.')
  expect(slip.text).toContain('lang="fa" dir="rtl"')
  expect(slip.text).toContain('Guten Tag, ich habe hier einen Termin: RSC Hochfeld.')
  expect(slip.text).toContain('23.11.2026')
  // The same form again books nothing more.
  expect((await anna.post('/staff/callers', fields)).status).toBe(303)
  expect(await bookings()).toHaveLength(1)
  const record = await anna.get(`/staff/intakes/${fields.id}`)
  expect(record.text).toContain('Frau Rose')
  const rows = await house.db.intake.findMany()
  expect(JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? 0 : value))).not.toContain(
    'Rose',
  )
})

test.each([{ phone: '0203 445566' }, { alias: 'Frau Ross' }])(
  'the same form with %o is not taken for the first one',
  async (mended) => {
    const fields = await form()
    await anna.post('/staff/callers', fields)
    const again = await anna.post('/staff/callers', { ...fields, ...mended })
    expect(again.status).toBe(409)
    expect(again.text).toContain(Object.values(mended)[0])
    expect(await bookings()).toHaveLength(1)
  },
)

test('what stands beside a telephone number is asked about, not dropped', async () => {
  const fields = { ...(await form()), phone: '0203/445566 (abends)' }
  const { status, text } = await anna.post('/staff/callers', fields)
  expect(status).toBe(400)
  expect(text).toContain('value="0203/445566 (abends)"')
  expect(plainText(text)).toContain('alles andere gehört in eine Notiz')
  expect(await bookings()).toEqual([])
})

test('the slip names in German what they read and what they speak, each as itself', async () => {
  const fields = { ...(await form()), language: 'ar', spoken: 'kmr-bahdini' }
  await anna.post('/staff/callers', fields)
  const { text } = await anna.get(`/staff/intakes/${fields.id}/slip`)
  expect(plainText(text)).toContain(
    'Lesesprache: Arabisch · Gesprächssprache: Bahdini (Kurmandschi, Irak)',
  )
})

test('a caller speaks whatever can be asked for in a talk, a language without a button in words', async () => {
  const { text: page } = await anna.get('/staff/callers?door=staff')
  const select = /<select id="spoken"[\s\S]*?<\/select>/.exec(page)?.[0] ?? ''
  const offered = [...select.matchAll(/value="([^"]+)"/g)].map(([, code]) => code)
  expect(new Set(offered)).toEqual(new Set([...house.deps.i18n.spoken, 'own', 'other']))
  expect(select).toContain('bringt selbst jemanden zum Übersetzen mit')
  const fields = { ...(await form()), spoken: 'other', otherLanguage: ' <i>Wolof</i> ' }
  await anna.post('/staff/callers', fields)
  const record = await anna.get(`/staff/intakes/${fields.id}`)
  expect(record.text).toContain('<blockquote dir="auto">&lt;i&gt;Wolof&lt;/i&gt;</blockquote>')
  expect(plainText((await anna.get(`/staff/intakes/${fields.id}/slip`)).text)).toContain(
    'Gesprächssprache: andere Sprache: <i>Wolof</i>',
  )
  const rows = await house.db.intake.findMany()
  expect(JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? 0 : value))).not.toContain(
    'Wolof',
  )
  const lists = ['/staff/intakes', '/staff/calls', '/staff?day=2026-11-23', '/staff/intakes.csv']
  for (const path of lists) expect((await anna.get(path)).text, path).not.toContain('Wolof')
})

test('words beside a language that was chosen are asked about again, and book nothing', async () => {
  const fields = { ...(await form()), spoken: 'ar', otherLanguage: 'Wolof' }
  expect((await anna.post('/staff/callers', fields)).status).toBe(400)
  expect((await anna.post('/staff/callers', { ...fields, spoken: 'xx' })).status).toBe(400)
  expect(await bookings()).toEqual([])
})

test('a time that somebody takes meanwhile leaves nothing behind', async () => {
  const first = await form()
  const second = { ...(await form()), at: first.at }
  await anna.post('/staff/callers', first)
  const answer = await anna.post('/staff/callers', second)
  expect(answer.status).toBe(409)
  expect(await house.db.person.count()).toBe(1)
  expect(await bookings()).toHaveLength(1)
})

test('a person at the counter has the walk-in seat, which nobody else is offered', async () => {
  const guest = await guestBooks(house)
  const fields = await form('walk-in')
  await anna.post('/staff/callers', fields)
  const [one, two] = await bookings()
  expect(one?.startsAt).toBe(two?.startsAt)
  expect([one?.seat, two?.seat].sort()).toEqual([1, 2])
  expect(guest.booking).not.toBe('')
})

test('is on no call list while the time holds, and at once with the number when the day is closed', async () => {
  const fields = await form()
  await anna.post('/staff/callers', fields)
  await anna.get('/staff/closures')
  expect((await anna.get('/staff/calls')).text).not.toContain(PHONE)
  const monday = { centre: 'hochfeld', date: '2026-11-23', reason: 'krank' }
  await anna.post('/staff/closures', { ...monday, id: 'closing-0001' })
  await house.passes(60_000)
  const { text } = await anna.get('/staff/calls')
  expect(text).toContain(`<a href="tel:+49203987654"><bdi dir="ltr">${PHONE}</bdi></a>`)
  expect(text).toContain('entfällt: neue Zeit anbieten')
})

test('name and number are gone once the day of the appointment is over', async () => {
  const fields = await form()
  await anna.post('/staff/callers', fields)
  await house.passes(60_000)
  expect((await house.db.intake.findFirstOrThrow()).sealed).not.toBeNull()
  const [booking] = await bookings()
  house.clock.at = Date.parse(booking?.endsAt ?? '') + 60_000
  await house.tick()
  expect((await house.db.intake.findFirstOrThrow()).sealed).not.toBeNull()
  // Midnight in Germany.
  house.clock.at = Date.parse('2026-11-23T23:00:01Z')
  await house.tick()
  expect((await house.db.intake.findFirstOrThrow()).sealed).toBeNull()
})

test.each([
  ['no', 'green', []],
  ['letter', 'orange', ['letter']],
  ['permit-ends', 'yellow', ['permit-ends']],
  ['danger', 'red', []],
])(
  'what a caller says of the urgency, %s, makes the request %s',
  async (urgent, urgency, reason) => {
    const fields = await form()
    expect(fields).toMatchObject({ urgent: 'no' })
    expect((await anna.post('/staff/callers', { ...fields, urgent })).status).toBe(303)
    const row = await house.db.intake.findFirstOrThrow()
    expect(row.urgency).toBe(urgency)
    const { answers } = JSON.parse(row.talk) as { answers: Record<string, unknown> }
    expect([answers['reason']].filter((one) => one !== undefined)).toEqual(reason)
    const { text } = await anna.get(`/staff/intakes/${row.id}`)
    expect(text).toContain(row.ref)
  },
)

test('a form that cannot be read books nothing', async () => {
  const fields = await form()
  for (const wrong of [
    ...[{ phone: 'abc' }, { topic: 'x' }, { language: 'xx' }, { at: 'soon' }],
    ...[{ urgent: '' }, { urgent: 'yes' }],
  ]) {
    expect((await anna.post('/staff/callers', { ...fields, ...wrong })).status).toBe(400)
  }
  expect((await anna.post('/staff/callers', { ...fields, centre: 'hamborn' })).status).toBe(404)
  expect(await bookings()).toEqual([])
})
