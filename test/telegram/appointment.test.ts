import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { duisburgProfile } from '../../scripts/gallery/talk-facts.ts'
import { replaceProfile } from '../../src/flows/upkeep/edit-profile.ts'
import { buttonsOf } from '../../src/simulator/acts.ts'
import { type Actor, createActor } from '../support/actor.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { bookSara, introduce, reachTimes } from '../support/talks.ts'

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

const bookings = () =>
  lotse.db.$queryRawUnsafe<{ startsAt: string; seat: number | null; state: string }[]>(
    'SELECT "startsAt", "seat", "state" FROM "Booking" ORDER BY "createdAt", "startsAt"',
  )
const history = async () => {
  const rows = await lotse.db.$queryRawUnsafe<{ state: string; by: string }[]>(
    'SELECT "state", "by" FROM "BookingEvent" ORDER BY "id"',
  )
  return rows.map(({ state, by }) => `${state} by ${by}`)
}

describe('an appointment', () => {
  it('is confirmed with all it takes to get there, and comes as a calendar file', async () => {
    const user = createActor(lotse.world)
    await bookSara(user)
    const message = user.sees('Ihr Termin steht fest')
    expect(message.text).toMatch(/^Brückenstraße 30, Duisburg$/m)
    expect(message.text).toMatch(
      /^[2345679ACDEFGHJKMNPQRSTWXYZ]{3}-[2345679ACDEFGHJKMNPQRSTWXYZ]{3}$/m,
    )
    const [file] = user.documents()
    expect(file?.name).toMatch(/^...-...\.ics$/)
    const ics = file?.text
    expect(ics).toContain('DTSTART:20260316T090000Z')
    expect(ics).not.toContain('Wohnung')
    await user.taps('➕ Mehr')
    user.sees('Guten Tag, ich habe hier einen Termin: RSC Hochfeld.')
    await user.taps('Adresse kopieren')
    expect(user.clipboard()).toBe('RSC Hochfeld, Brückenstraße 30, Duisburg')
  })

  it('keeps the old time until the new one is held', async () => {
    const user = createActor(lotse.world)
    await bookSara(user)
    await user.taps('Verschieben')
    await user.tapsData(/~tm~hochfeld~.*/)
    user.sees('Alter Termin: Montag, 16.03.2026, 10:00 Uhr')
    expect(await bookings()).toMatchObject([{ startsAt: '2026-03-16T09:00:00.000Z', seat: 1 }])
    await user.taps('Ja, verschieben')
    user.sees('Ihr Termin ist verschoben')
    expect(await bookings()).toMatchObject([
      { startsAt: '2026-03-16T09:20:00.000Z', seat: 1, state: 'booked' },
    ])
    expect(await history()).toEqual(['booked by person', 'booked by person'])
  })

  it('is cancelled after one question, and its seat is free again', async () => {
    const user = createActor(lotse.world)
    await bookSara(user)
    await user.taps('Absagen')
    await user.taps('Ja, absagen')
    user.sees('Ihr Termin ist abgesagt')
    expect(await bookings()).toMatchObject([{ seat: null, state: 'cancelled' }])
    const other = createActor(lotse.world, { name: 'Other' })
    await reachTimes(other)
    await other.taps('Mo 16.03. 10:00')
  })

  it('can be had once only: who comes later is shown other times', async () => {
    const first = createActor(lotse.world)
    const second = createActor(lotse.world, { name: 'Second' })
    await reachTimes(first)
    await reachTimes(second)
    for (const user of [first, second]) await user.taps('Mo 16.03. 10:00')
    await first.tapsData(/~bo~/)
    await second.tapsData(/~bo~/)
    second.sees('leider gerade vergeben')
    second.sees('Freie Zeiten: RSC Hochfeld')
    expect(await bookings()).toHaveLength(1)
  })

  it('is refused for a time that has come too close', async () => {
    const user = createActor(lotse.world)
    await reachTimes(user)
    await user.taps('Mo 16.03. 10:00')
    lotse.clock.at += 3 * 3_600_000
    await user.tapsData(/~bo~/)
    user.sees('Diese Zeit ist vorbei oder zu bald')
  })

  it('is followed by a new request once it is over', async () => {
    const user = createActor(lotse.world)
    await bookSara(user)
    lotse.clock.at += 7 * 86_400_000
    await user.sends('/appointment')
    user.sees('Dieser Termin ist vorbei')
    await user.taps('Neue Anfrage')
    await user.taps('Nicht dringend')
    await user.taps('Arbeit')
    user.sees('Freie Zeiten: RSC Hochfeld')
    await user.tapsData(/~tm~/)
    await user.taps('Ja, buchen')
    user.sees('Ihr Termin steht fest')
    expect(await bookings()).toMatchObject([{ state: 'unmarked' }, { state: 'booked' }])
  })
})

describe('urgency', () => {
  it('cuts the questions for a letter with a date and never computes a deadline', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    await user.taps('Ja, dringend')
    await user.taps('Brief mit Frist')
    user.sees('den Brief UND den Umschlag')
    user.sees('Im Brief steht, wie viel Zeit Sie haben')
    await user.taps('Hamborn')
    await user.tapsData(/~bo~/)
    user.sees('Ihr Termin steht')
    for (let left = 0; left < 3; left++) await user.taps('Überspringen')
    user.sees('Duisburger Straße 241, Duisburg')
  })

  it('shows numbers first in danger, and is honest about when somebody reads', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    await user.taps('Gefahr, jetzt')
    const message = user.sees('Hilfe bei Gefahr')
    expect(message.text).toMatch(/^110$/m)
    expect(message.text).toMatch(/^116 016$/m)
    user.sees('liest nachts und am Wochenende niemand')
    await user.taps('Melden Sie sich bei mir')
    await user.taps('Hier schreiben')
    await user.taps('Immer')
    user.sees('Ihre Nachricht ist angekommen')
    const rows = await lotse.db.$queryRawUnsafe<{ urgency: string; status: string }[]>(
      'SELECT "urgency", "status" FROM "Intake"',
    )
    expect(rows).toEqual([{ urgency: 'red', status: 'new' }])
  })
})

describe('the way there', () => {
  const links = (user: Actor) =>
    user
      .messages()
      .flatMap((message) =>
        buttonsOf(message).flatMap((button) =>
          button.url?.startsWith('https') ? [button.url] : [],
        ),
      )

  it('is the address and a German sentence; a pin only where the profile knows the place', async () => {
    const user = createActor(lotse.world)
    await bookSara(user)
    await user.taps('Wie komme ich hin?')
    user.sees('Brückenstraße 30, Duisburg')
    user.sees('Entschuldigung')
    expect(lotse.world.calls('sendVenue')).toEqual([])
    expect(links(user)).toEqual([
      'https://www.openstreetmap.org/search?query=Br%C3%BCckenstra%C3%9Fe%2030%2C%20Duisburg',
    ])
    expect(user.messages().at(-1)?.text).not.toMatch(/Haltestelle|Stufen/)

    const profile = duisburgProfile()
    const centres = profile.centres.map((centre) => ({
      ...centre,
      postalCode: '47053',
      coordinates: { latitude: 51.4, longitude: 6.7 },
      way: { stop: 'Probe (U79)', doorPhoto: 'https://city.example/door.jpg', stepFree: false },
    }))
    await replaceProfile(lotse.deps, { ...profile, centres })
    await user.sends('/appointment')
    await user.taps('Wie komme ich hin?')
    expect(lotse.world.calls('sendVenue')).toMatchObject([
      { params: { title: 'RSC Hochfeld', address: 'Brückenstraße 30, Duisburg' } },
    ])
    for (const told of ['RSC Hochfeld', '47053', 'Haltestelle: Probe (U79)', 'hat Stufen'])
      user.sees(told)
    expect(links(user).slice(-2)).toEqual([
      'https://www.openstreetmap.org/?mlat=51.4&mlon=6.7#map=17/51.4/6.7',
      'https://city.example/door.jpg',
    ])
  })
})

// In workerd the store is out of a test's reach, so nothing there can be made to fail.
const here = it.skipIf(process.env['LOTSE_ENGINE'] === 'd1')
here(
  'a press that cancelled but could not be kept is told as done when it comes again',
  async () => {
    const user = createActor(lotse.world)
    await bookSara(user)
    await user.taps('Absagen')
    const save = vi.spyOn(lotse.deps.store.talks, 'save')
    save.mockRejectedValueOnce(new Error('SQLITE_BUSY'))
    await user.taps('Ja, absagen')
    user.sees('Ihr Termin ist abgesagt')
    expect(save).toHaveBeenCalledTimes(2)
    expect(await bookings()).toMatchObject([{ state: 'cancelled', seat: null }])
  },
)
