import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Counselling } from '../../src/domain/calendar/rules.ts'
import { seedProfile } from '../support/duisburg.ts'
import { checks, confirms, faultsIn, fieldsIn } from '../support/filled-form.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'

let house: House
afterEach(() => house.stop())

const HOCHFELD = '/staff/admin/centres/hochfeld'
const WHO = 'openings.0.who'

/** Duisburg with some who counsel on Mondays at Hochfeld. */
function withWho(...counselling: Counselling[]) {
  const profile = seedProfile('duisburg')
  const hochfeld = profile.centres.find(({ id }) => id === 'hochfeld')
  Object.assign(hochfeld?.openings[0] ?? {}, { counselling, seats: 3, walkInSeats: 1 })
  return profile
}

const administrator = () =>
  house.signedIn({ email: 'it@city.example', role: 'administrator', centres: [] })

async function mondayNow() {
  const { profile } = await house.db.city.findFirstOrThrow()
  const { centres } = JSON.parse(profile) as ReturnType<typeof seedProfile>
  return centres.find(({ id }) => id === 'hochfeld')?.openings[0]
}

describe('where nobody has entered who counsels', () => {
  beforeEach(async () => {
    house = await openHouse()
  })

  test('the list and the form say that it is unknown', async () => {
    const admin = await administrator()
    expect((await admin.get('/staff/admin/centres')).text).toContain('nicht eingetragen, wer berät')
    const form = await admin.get(HOCHFELD)
    expect(form.text).toContain('Wer berät: nicht eingetragen, also unbekannt')
    // Which seats there are, by the numbers they go by: one of two is for who comes without an appointment.
    expect(form.text).toContain('Plätze dieser Sprechstunde: 1 für alle · 2 ohne Termin.')
  })

  test('an administrator enters two, with an account and a day, and reads them before', async () => {
    const anna = await house.signedIn({ email: 'anna@rsc.example', name: 'Anna Berg' })
    const admin = await administrator()
    const preview = await checks(admin, HOCHFELD, {
      [`${WHO}.0.speaks.ckb`]: 'yes',
      [`${WHO}.0.speaks.ar`]: 'yes',
      [`${WHO}.0.seat`]: '1',
      [`${WHO}.0.gender`]: 'woman',
      [`${WHO}.0.staffId`]: anna.id,
      [`${WHO}.1.speaks.de`]: 'yes',
      [`${WHO}.1.from`]: '2026-12-07',
      [`${WHO}.1.until`]: '2026-12-07',
    })
    expect(preview.status).toBe(200)
    expect(preview.text).toContain(
      'Montag 10:00–12:00 · Platz 1 · Arabisch, Sorani (Zentralkurdisch) · eine Frau · Anna Berg',
    )
    expect(preview.text).toContain(
      'Montag 10:00–12:00 · alle Plätze · nur am 07.12.2026 · nur Deutsch',
    )
    expect((await mondayNow())?.counselling).toBeUndefined()
    expect((await confirms(admin, HOCHFELD, preview.text)).status).toBe(303)
    expect((await mondayNow())?.counselling).toEqual([
      { seat: 1, gender: 'woman', staffId: anna.id, languages: ['ar', 'ckb'] },
      { from: '2026-12-07', until: '2026-12-07', languages: [] },
    ])
    // The same form once more changes nothing more, and the form now says what there is.
    expect((await confirms(admin, HOCHFELD, preview.text)).status).toBe(303)
    expect((await checks(admin, HOCHFELD, {})).text).toContain('Es ändert sich nichts.')
    expect(
      (await admin.get('/staff/admin/centres')).text.split('nicht eingetragen, wer'),
    ).toHaveLength(3)
  })

  test('accounts of other centres and roles are no choice', async () => {
    await house.signedIn({ email: 'a@rsc.example', name: 'Von Hier', role: 'lead' })
    await house.signedIn({ email: 'b@rsc.example', name: 'Von Dort', centres: ['hamborn'] })
    await house.signedIn({ email: 'c@rsc.example', name: 'Rechnet', role: 'coordinator' })
    const form = await (await administrator()).get(HOCHFELD)
    expect(form.text).toContain('>Von Hier</option>')
    for (const name of ['Von Dort', 'Rechnet']) expect(form.text).not.toContain(name)
  })

  test('every mistake is told at its field, and what was entered still stands there', async () => {
    const admin = await administrator()
    const answer = await checks(admin, HOCHFELD, {
      // German alone, and another one.
      [`${WHO}.0.speaks.de`]: 'yes',
      [`${WHO}.0.speaks.ti`]: 'yes',
      // A woman of whom no language is said, at a seat there is not.
      [`${WHO}.1.gender`]: 'woman',
      [`${WHO}.1.seat`]: 'eins',
      'openings.1.who.0.speaks.ckb': 'yes',
      'openings.1.who.0.seat': '1',
      'openings.1.who.0.from': '2026-12-08',
      'openings.1.who.0.until': '2026-12-07',
    })
    expect(answer.status).toBe(422)
    expect(faultsIn(answer.text)).toEqual([
      `${WHO}.0.speaks`,
      `${WHO}.1.seat`,
      `${WHO}.1.speaks`,
      'openings.1.who.0.until',
    ])
    expect(fieldsIn(answer.text)).toMatchObject({
      [`${WHO}.0.speaks.de`]: 'yes',
      [`${WHO}.0.speaks.ti`]: 'yes',
      [`${WHO}.1.gender`]: 'woman',
      [`${WHO}.1.seat`]: 'eins',
      'openings.1.who.0.until': '2026-12-07',
    })
    // Nobody has to look for it: what is folded and wrong is open.
    expect(answer.text.match(/<details open>/g)?.length).toBeGreaterThanOrEqual(4)
  })

  test('new hours without days are refused even if only who counsels there is said', async () => {
    const admin = await administrator()
    const answer = await checks(admin, HOCHFELD, { 'openings.2.who.0.speaks.ckb': 'yes' })
    expect(answer.status).toBe(422)
    expect(faultsIn(answer.text)).toContain('openings.2.weekdays')
  })

  test('more empty rows keep what was typed, in this form and no other place', async () => {
    const admin = await administrator()
    const fields = fieldsIn((await admin.get(HOCHFELD)).text)
    const typed = { ...fields, [`${WHO}.0.speaks.so`]: 'yes', [`${WHO}.1.speaks.am`]: 'yes' }
    const form = await admin.post(`${HOCHFELD}/edit`, typed)
    expect(form.status).toBe(200)
    const now = fieldsIn(form.text)
    expect(now).toMatchObject({ [`${WHO}.0.speaks.so`]: 'yes', [`${WHO}.1.speaks.am`]: 'yes' })
    expect(now).toHaveProperty([`${WHO}.3.seat`], '')
    expect((await mondayNow())?.counselling).toBeUndefined()
  })
})

describe('where it is entered', () => {
  const sorani = { seat: 1, languages: ['ckb'], gender: 'woman' as const }
  const arabic = { seat: 2, languages: ['ar'] }

  test('fewer seats than somebody counsels at are told at the entry', async () => {
    house = await openHouse(withWho(sorani, arabic))
    const admin = await administrator()
    const answer = await checks(admin, HOCHFELD, {
      'openings.0.seats': '1',
      'openings.0.walkInSeats': '0',
    })
    expect(answer.status).toBe(422)
    expect(faultsIn(answer.text)).toEqual([`${WHO}.1.seat`])
    expect(answer.text).toContain('Diesen Platz hat die Sprechstunde nicht.')
    // Taken out in the same form it goes through.
    const fields = fieldsIn(answer.text)
    const again = await admin.post(`${HOCHFELD}/check`, { ...fields, [`${WHO}.1.gone`]: 'yes' })
    expect(again.status).toBe(200)
    await confirms(admin, HOCHFELD, again.text)
    expect(await mondayNow()).toMatchObject({ seats: 1, counselling: [sorani] })
  })

  test('so are fewer seats for all centres, at their number', async () => {
    const profile = withWho(arabic)
    const hochfeld = profile.centres.find(({ id }) => id === 'hochfeld')
    delete hochfeld?.openings[0]?.seats
    delete hochfeld?.openings[0]?.walkInSeats
    house = await openHouse(profile)
    const admin = await administrator()
    const answer = await checks(admin, '/staff/admin/rules', { seats: '1' })
    expect(answer.status).toBe(422)
    expect(faultsIn(answer.text)).toEqual(['seats'])
    expect(answer.text).toContain('noch eingetragen, wer berät')
    const many = await checks(admin, '/staff/admin/rules', { seats: 'viele' })
    expect(many.text).toContain('Bitte eine ganze Zahl')
  })

  test('hours that are moved keep who counsels, and a rule that goes takes it along', async () => {
    house = await openHouse(withWho(sorani, arabic))
    const admin = await administrator()
    const moved = await checks(admin, HOCHFELD, { 'openings.0.closes': '13:00' })
    await confirms(admin, HOCHFELD, moved.text)
    expect(await mondayNow()).toMatchObject({ closes: '13:00', counselling: [sorani, arabic] })
    const gone = await checks(admin, HOCHFELD, { 'openings.0.gone': 'yes' })
    await confirms(admin, HOCHFELD, gone.text)
    expect(await mondayNow()).toMatchObject({ id: 'wednesday' })
    expect((await mondayNow())?.counselling).toBeUndefined()
  })

  test('says how many lose or gain their language, and ends no appointment by it', async () => {
    house = await openHouse(withWho(sorani, { seat: 2, languages: ['tr'] }))
    const { user } = await guestBooks(house, { language: 'ckb' })
    const admin = await administrator()
    const lost = await checks(admin, HOCHFELD, { [`${WHO}.0.gone`]: 'yes' })
    expect(lost.text).toContain('Kein Termin wird dadurch abgesagt.')
    expect(lost.text).not.toContain('Kein gebuchter Termin ist betroffen.')
    expect(lost.text).toContain('Bei 1 Termin ist danach niemand mehr eingetragen, der die Sprache')
    expect(lost.text).toContain('Diese Termine bleiben bestehen.')
    expect((await confirms(admin, HOCHFELD, lost.text)).status).toBe(303)
    expect((await house.db.booking.findMany()).map(({ state }) => state)).toEqual(['booked'])
    // Whose language it was hears of it, once.
    const told = () => user.messages().filter(({ text }) => text?.includes(other)).length
    const other = house.deps.i18n.t('ckb', { key: 'interpreting.other-counsellor' }, 0)
    for (const minutes of [0, 1, 2]) {
      expect(told()).toBe(Math.min(minutes, 1))
      house.clock.at += 60_000
      await house.tick()
    }
    user.sees(house.deps.i18n.t('ckb', { key: 'language.fit.bring' }, 0))
    expect((await confirms(admin, HOCHFELD, lost.text)).status).toBe(303)
    house.clock.at += 60_000
    await house.tick()
    expect(told()).toBe(1)
    const gained = await checks(admin, HOCHFELD, { [`${WHO}.1.speaks.ckb`]: 'yes' })
    expect(gained.text).toContain('Bei 1 Termin ist dann jemand eingetragen, der die Sprache')
    expect(gained.text).not.toContain('bleiben bestehen')
    await confirms(admin, HOCHFELD, gained.text)
    house.clock.at += 60_000
    await house.tick()
    expect(told()).toBe(1)
  })

  test('whoever loses the counsellor who knows them hears of it, unless it is taken back at once', async () => {
    house = await openHouse(withWho(sorani))
    const anna = await house.signedIn({ email: 'anna@rsc.example', name: 'Anna Berg' })
    const admin = await administrator()
    const seats = async (staffId: string) => {
      const shown = await checks(admin, HOCHFELD, { [`${WHO}.0.staffId`]: staffId })
      expect((await confirms(admin, HOCHFELD, shown.text)).status).toBe(303)
      return shown.text
    }
    const other = house.deps.i18n.t('ckb', { key: 'interpreting.other-counsellor' }, 0)
    const passes = async (minutes: number) => {
      for (let minute = 0; minute < minutes; minute++) {
        house.clock.at += 60_000
        await house.tick()
      }
      return user.messages().filter(({ text }) => text?.includes(other)).length
    }
    await seats(anna.id)
    const { user, id } = await guestBooks(house, { language: 'ckb' })
    await house.db.intake.update({ where: { id }, data: { takenBy: anna.id } })
    const lost = 'Bei 1 Termin berät danach nicht mehr, wer den Menschen kennt.'
    expect(await seats('')).toContain(lost)
    expect(await seats(anna.id)).not.toContain(lost)
    expect(await passes(2)).toBe(0)
    expect(await seats('')).toContain('Diese Termine bleiben bestehen.')
    expect(await passes(2)).toBe(1)
  })

  test('a year of weeks at three seats fits into one form', async () => {
    const day = (week: number) =>
      new Date(Date.UTC(2027, 0, 4 + 7 * week)).toISOString().slice(0, 10)
    const year = Array.from({ length: 156 }, (_, index) => ({
      seat: 1 + (index % 3),
      from: day(Math.floor(index / 3)),
      until: day(Math.floor(index / 3)),
      languages: ['ar', 'ckb', 'fa', 'kmr', 'prs', 'tr'],
      gender: 'woman' as const,
    }))
    house = await openHouse(withWho(...year))
    const admin = await administrator()
    const preview = await checks(admin, HOCHFELD, { [`${WHO}.155.gone`]: 'yes' })
    expect(preview.status).toBe(200)
    expect((await confirms(admin, HOCHFELD, preview.text)).status).toBe(303)
    expect((await mondayNow())?.counselling).toEqual(year.slice(0, -1))
  })

  test('counts them among more appointments than one statement can name', async () => {
    house = await openHouse(withWho({ languages: ['ckb'] }))
    // 240 at one time of a Monday, of which the hours have three seats.
    const numbers = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 240)'
    await house.db.person.create({ data: { id: 'p', language: 'ckb', createdAt: '', seenAt: '' } })
    await house.db.$executeRawUnsafe(`INSERT INTO "Intake" ("id", "personId", "version", "questionnaire",
      "talk", "createdAt", "updatedAt") ${numbers}
      SELECT 'i' || i, 'p', 1, 1, '{"answers":{"spoken":"ckb"}}', '', '' FROM n`)
    await house.db.$executeRawUnsafe(`INSERT INTO "Booking" ("id", "ref", "intakeId", "centreId", "startsAt",
      "endsAt", "seat", "state", "channel", "createdAt", "changedAt", "changedBy", "week", "block", "weekday", "hour")
      ${numbers} SELECT 'b' || i, '', 'i' || i, 'hochfeld', '2026-11-23T09:00:00.000Z',
      '2026-11-23T09:20:00.000Z', i, 'booked', 'telegram', '2026-11-20T09:00:00.000Z',
      '2026-11-20T09:00:00.000Z', 'person', '2026-11-23', '2026-11-16', 1, 10 FROM n`)
    const admin = await administrator()
    const lost = await checks(admin, HOCHFELD, { [`${WHO}.0.gone`]: 'yes' })
    expect(lost.text).toContain('Bei 3 Terminen ist danach niemand mehr eingetragen')
  })

  test('an account that is gone is still named as entered, until somebody changes it', async () => {
    house = await openHouse(withWho({ ...sorani, staffId: 'nobody' }))
    const admin = await administrator()
    const form = await admin.get(HOCHFELD)
    expect(form.text).toContain('value="nobody" selected>Konto gibt es nicht mehr</option>')
    expect((await checks(admin, HOCHFELD, {})).text).toContain('Es ändert sich nichts.')
  })

  test('is for administrators only', async () => {
    house = await openHouse(withWho(sorani))
    for (const role of ['counsellor', 'lead', 'coordinator'] as const) {
      const visitor = await house.signedIn({ email: `${role}@rsc.example`, role })
      expect((await visitor.get(HOCHFELD)).status, role).toBe(403)
      await visitor.get('/staff/account')
      const sent = { [`${WHO}.0.gone`]: 'yes' }
      expect((await visitor.post(`${HOCHFELD}/check`, sent)).status, role).toBe(403)
      expect((await visitor.post(HOCHFELD, sent)).status, role).toBe(403)
    }
    expect((await mondayNow())?.counselling).toEqual([sorani])
  })
})
