import { afterEach, describe, expect, it } from 'vitest'
import { encodeTap } from '../../src/domain/dialog/tap-code.ts'
import { replaceProfile } from '../../src/flows/upkeep/edit-profile.ts'
import { createActor } from '../support/actor.ts'
import { seedProfile } from '../support/duisburg.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { introduce } from '../support/talks.ts'

let lotse: TestLotse
afterEach(() => lotse.stop())

const bookings = () =>
  lotse.db.$queryRawUnsafe<{ centreId: string; startsAt: string; ref: string }[]>(
    'SELECT "centreId", "startsAt", "ref" FROM "Booking"',
  )

/** From /start to the question where the person lives. */
async function atDistrict() {
  const user = createActor(lotse.world)
  await introduce(user)
  await user.taps('Nicht dringend')
  await user.taps('Wohnung')
  return user
}

describe('Düsseldorf, whose Welcome Points have no hours yet', () => {
  const start = async () => {
    lotse = await startLotse({ profile: seedProfile('duesseldorf') })
  }

  it('names a Welcome Point, and offers to write or call instead of a time', async () => {
    await start()
    const user = await atDistrict()
    await user.taps('Stadtbezirk 3')
    await user.taps('العربية')
    const screen = user.sees('Welcome Point Stadtbezirk 3')
    expect(screen.text).toContain('Hier gibt es noch keine Termine.')
    await user.taps('☎️ Mensch')
    user.sees('Noch nicht eingetragen.')
    await user.taps('Schreiben Sie mir hier')
    user.sees('Ihre Nachricht ist angekommen.')
    expect(await bookings()).toEqual([])
  })

  it('gives the telephone number once it is entered, and no time to a button pressed from elsewhere', async () => {
    const profile = seedProfile('duesseldorf')
    const third = profile.centres[2]
    if (!third) throw new Error('no third Welcome Point')
    third.phones = ['0211 123456']
    lotse = await startLotse({ profile })
    const user = await atDistrict()
    await user.taps('Stadtbezirk 3')
    await user.taps('العربية')
    user.sees('Hier gibt es noch keine Termine.')
    await user.taps('☎️ Mensch')
    user.sees('0211 123456')
    const startsAt = Date.parse('2026-03-16T09:00:00Z')
    for (const tap of [
      { do: 'time', centre: third.id, startsAt } as const,
      { do: 'book', centre: third.id, startsAt, remind: 'yes' } as const,
    ])
      await user.tapsData(encodeTap(tap, false))
    expect(await bookings()).toEqual([])
    expect(user.unansweredTaps()).toBe(0)
  })

  it.each(['40210', 'Oberbilk'])('answers %s with the districts to choose from', async (typed) => {
    await start()
    const user = await atDistrict()
    expect(user.sees('Wo wohnen Sie?').text).not.toContain('Postleitzahl')
    await user.sends(typed)
    user.sees('Bitte wählen Sie den Stadtteil.')
    await user.sends('Stadtbezirk 10')
    user.sees('Welche Sprache möchten Sie sprechen?')
  })

  it('books there once an administrator has entered hours and address', async () => {
    await start()
    const user = await atDistrict()
    const profile = seedProfile('duesseldorf')
    const third = profile.centres[2]
    if (!third) throw new Error('no third Welcome Point')
    third.address = 'Musterstraße 3, Düsseldorf'
    third.openings = [
      { id: 'monday', repeat: { every: 'week', weekdays: [1] }, opens: '10:00', closes: '12:00' },
    ]
    expect(await replaceProfile(lotse.deps, profile)).toEqual({ version: 2 })
    await user.taps('Stadtbezirk 3')
    await user.taps('العربية')
    await user.tapsData(/~tm~welcome-point-3/)
    await user.tapsData(/~bo~/)
    expect(user.sees('Ihr Termin steht fest').text).toContain('Musterstraße 3, Düsseldorf')
    const [booked, ...more] = await bookings()
    expect(booked).toMatchObject({
      centreId: 'welcome-point-3',
      startsAt: '2026-03-16T09:00:00.000Z',
    })
    expect(booked?.ref).toMatch(/^\w{3}-\w{3}$/)
    expect(more).toEqual([])
  })
})

it('Kreis Unna: one area, one centre, a call-back at the end', async () => {
  lotse = await startLotse({ profile: seedProfile('kreis-unna') })
  const user = await atDistrict()
  await user.taps('Kreis Unna')
  await user.taps('العربية')
  expect(user.sees('KIM-Fallmanagement Kreis Unna').text).toContain('noch keine Termine')
})
