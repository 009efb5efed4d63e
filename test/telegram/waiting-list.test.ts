import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Actor, createActor } from '../support/actor.ts'
import { fillEverything, freeSeat } from '../support/full-week.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { bookSara, ownAnswers, reachTimes } from '../support/talks.ts'

const MINUTE = 60_000
const HOLD = 30 * MINUTE

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

const tick = () => lotse.tick()

/** A person who finds every time taken and waits for any time at RSC Hochfeld. */
async function waits(name: string): Promise<Actor> {
  const user = createActor(lotse.world, { name })
  await reachTimes(user)
  user.sees('Zurzeit ist hier keine Zeit frei.')
  await user.taps('Auf eine Zeit warten')
  await user.taps('Das ist mir egal')
  await user.taps('Das ist mir egal')
  await user.taps('Weiter')
  user.sees('Sie warten auf eine freie Zeit.')
  user.sees('RSC Hochfeld')
  lotse.clock.at += MINUTE
  return user
}

/** What a person finds who looks at what they wait for. */
async function looks(user: Actor): Promise<void> {
  await user.tapsData('1~wl')
}

const rows = <T>(sql: string) => lotse.db.$queryRawUnsafe<T[]>(sql)
const states = async () =>
  (
    await rows<{ state: string }>(
      `SELECT "state" FROM "Booking" WHERE "heldFor" IS NOT NULL ORDER BY "createdAt", "rowid"`,
    )
  ).map(({ state }) => state)

describe('the whole story of a seat that is given back', () => {
  it('goes to whoever waited longest, expires, and is taken by the next person', async () => {
    await fillEverything(lotse)
    const amal = await waits('Amal')
    const baran = await waits('Baran')
    const startsAt = await freeSeat(lotse, 'hochfeld', 5)
    await tick()

    amal.sees('Eine Zeit ist frei geworden.')
    amal.sees('RSC Hochfeld')
    amal.sees('frei bis 08:32 Uhr')
    expect(amal.buttons().slice(0, 3)).toEqual([
      '✅ Diese Zeit nehmen',
      'Diese Zeit nicht',
      'Nicht mehr warten',
    ])
    await looks(baran)
    expect(baran.buttons()).not.toContain('✅ Diese Zeit nehmen')

    // Held like a booked seat: nobody else is shown it.
    const other = createActor(lotse.world, { name: 'Cemal' })
    await reachTimes(other)
    other.sees('Zurzeit ist hier keine Zeit frei.')

    lotse.clock.at += HOLD
    await tick()
    baran.sees('Eine Zeit ist frei geworden.')
    expect(amal.screen()?.text).toBe('✖️ Das gilt nicht mehr.')
    // Pressed before it was corrected: too late, and told so kindly.
    const [offer] = await rows<{ id: string }>(
      'SELECT "id" FROM "Booking" WHERE "heldFor" NOT NULL',
    )
    await amal.tapsData(`1+~tk~${offer?.id}`)
    amal.sees('Diese Zeit ist leider gerade vergeben.')
    await baran.taps('Diese Zeit nehmen')
    baran.sees('Ihr Termin steht fest.')
    // The offer says that it has ended, and shows what has been decided.
    expect(baran.messages().map(({ text }) => text)).toContain('✖️ Das gilt nicht mehr.')
    await baran.taps('Mein Termin')
    baran.sees('Ihr Termin steht fest.')
    expect(
      await rows('SELECT 1 FROM "Booking" WHERE "state" = \'booked\' AND "channel" = \'telegram\''),
    ).toHaveLength(1)
    expect(await states()).toEqual(['offer-expired', 'offer-taken'])
    const booked = await rows<{ startsAt: string; seat: number }>(
      `SELECT "startsAt", "seat" FROM "Booking" WHERE "state" = 'booked' AND "channel" = 'telegram'`,
    )
    expect(booked).toEqual([{ startsAt: new Date(startsAt).toISOString(), seat: 1 }])
    const waiting = await rows<{ state: string }>('SELECT "state" FROM "Waiting" ORDER BY "since"')
    expect(waiting).toEqual([{ state: 'waiting' }, { state: 'done' }])
  })

  it('is handed on at once when the first person does not want it', async () => {
    await fillEverything(lotse)
    const amal = await waits('Amal')
    const baran = await waits('Baran')
    await freeSeat(lotse, 'hochfeld', 5)
    await tick()
    await looks(amal)
    await amal.taps('Diese Zeit nicht')
    amal.sees('Die Zeit ist wieder für andere frei.')
    await looks(baran)
    baran.sees('Diese Zeit ist frei.')
    // Who let a time go by is not asked about it again.
    await baran.taps('Diese Zeit nicht')
    await tick()
    await looks(amal)
    expect(amal.buttons()).not.toContain('✅ Diese Zeit nehmen')
    expect(await states()).toEqual(['offer-declined', 'offer-declined'])
  })

  it('is handed on when the person who is offered it stops waiting or is forgotten', async () => {
    await fillEverything(lotse)
    const amal = await waits('Amal')
    const baran = await waits('Baran')
    const cemal = await waits('Cemal')
    await freeSeat(lotse, 'hochfeld', 5)
    await tick()
    await looks(amal)
    await amal.taps('Nicht mehr warten')
    amal.sees('Sie warten nicht mehr.')
    await baran.sends('/delete')
    await baran.taps('Ja, alles löschen')
    await looks(cemal)
    await cemal.taps('Diese Zeit nehmen')
    cemal.sees('Ihr Termin steht fest.')
    expect(await states()).toEqual(['offer-released', 'offer-released', 'offer-taken'])
  })

  it('is offered in the same moment in which a person cancels', async () => {
    const sara = createActor(lotse.world, { name: 'Sara' })
    await bookSara(sara)
    await fillEverything(lotse)
    const amal = await waits('Amal')
    await sara.taps('Absagen')
    await sara.taps('Ja, absagen')
    expect(await states()).toEqual(['offered'])
    await looks(amal)
    amal.sees('Diese Zeit ist frei.')
  })
})

describe('a person who has an appointment and waits for an earlier one', () => {
  it('moves there with one tap, and the later seat is free again', async () => {
    const sara = createActor(lotse.world, { name: 'Sara' })
    await reachTimes(sara)
    await sara.taps('Andere Tage')
    await sara.tapsData('1~da~hochfeld~2026-04-08')
    await sara.tapsData(/~tm~/)
    await sara.tapsData(/~bo~/)
    await fillEverything(lotse)
    await sara.taps('Verschieben')
    await sara.taps('Auf eine Zeit warten')
    await sara.taps('Das ist mir egal')
    await sara.taps('Nachmittag')
    await sara.taps('Weiter')
    await sara.taps('Weiter')
    const earlier = await freeSeat(lotse, 'hochfeld', 8)
    await tick()
    await looks(sara)
    sara.sees('Ihr alter Termin bleibt')
    await sara.taps('Diese Zeit nehmen')
    sara.sees('Ihr Termin ist verschoben.')
    const booked = await rows<{ startsAt: string }>(
      `SELECT "startsAt" FROM "Booking" WHERE "state" = 'booked' AND "channel" = 'telegram'`,
    )
    expect(booked).toEqual([{ startsAt: new Date(earlier).toISOString() }])
    const other = createActor(lotse.world, { name: 'Cemal' })
    await reachTimes(other)
    other.sees('Welche Zeit passt Ihnen?')
    expect(other.buttons().filter((label) => label.includes('08.04.'))).toHaveLength(1)
  })

  it('is not offered anything later', async () => {
    const sara = createActor(lotse.world, { name: 'Sara' })
    await bookSara(sara)
    await fillEverything(lotse)
    await sara.taps('Verschieben')
    await sara.taps('Auf eine Zeit warten')
    await sara.taps('Das ist mir egal')
    await sara.taps('Das ist mir egal')
    await sara.taps('Weiter')
    await freeSeat(lotse, 'hochfeld', 8)
    await tick()
    expect(await states()).toEqual([])
  })
})

describe('what a person waits for', () => {
  it('is shown with everything else that is stored, and can be stopped there', async () => {
    await fillEverything(lotse)
    const amal = await waits('Amal')
    expect(await ownAnswers(amal)).toContain('Sie warten auf eine freie Zeit.')
    await amal.taps('Nicht mehr warten')
    amal.sees('Sie warten nicht mehr.')
    const waiting = await rows<{ state: string }>('SELECT "state" FROM "Waiting"')
    expect(waiting).toEqual([{ state: 'stopped' }])
  })

  it('can be changed without losing the place in the queue', async () => {
    await fillEverything(lotse)
    const amal = await waits('Amal')
    const [before] = await rows<{ since: string }>('SELECT "since" FROM "Waiting"')
    await amal.taps('Ändern')
    await amal.taps('Montag')
    await amal.taps('Weiter')
    await amal.taps('Das ist mir egal')
    await amal.taps('Weiter')
    amal.sees('Tage: Montag')
    const after = await rows<{ since: string }>('SELECT "since" FROM "Waiting"')
    expect(after).toEqual([before])
  })
})

describe('a seat that is freed at night', () => {
  it('is held for the first person until they have had half an hour in the morning', async () => {
    await fillEverything(lotse)
    const amal = await waits('Amal')
    lotse.clock.at = Date.parse('2026-03-16T21:00:00Z')
    await freeSeat(lotse, 'hochfeld', 10)
    await tick()
    const held = await rows<{ heldUntil: string; dueAt: string }>(
      `SELECT b."heldUntil", m."dueAt" FROM "Booking" b JOIN "Outbox" m ON m."bookingId" = b."id"
       WHERE b."state" = 'offered'`,
    )
    expect(held).toEqual([
      { heldUntil: '2026-03-17T07:30:00.000Z', dueAt: '2026-03-17T07:00:00.000Z' },
    ])
    await looks(amal)
    amal.sees('08:30')
  })
})
