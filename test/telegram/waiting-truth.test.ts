// What the waiting list says is so: nobody waits for what is free, nothing is called freed that was not.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { duisburgProfile } from '../../scripts/gallery/talk-facts.ts'
import { replaceProfile } from '../../src/flows/upkeep/edit-profile.ts'
import { type Actor, createActor } from '../support/actor.ts'
import { fillEverything, freeSeat } from '../support/full-week.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { bookSara, reachTimes } from '../support/talks.ts'

const MINUTE = 60_000

let lotse: TestLotse
let amal: Actor
beforeEach(async () => {
  lotse = await startLotse()
  amal = createActor(lotse.world, { name: 'Amal' })
})
afterEach(() => lotse.stop())

/** From the times of RSC Hochfeld to the end of the wish: any day and part of the day, there. */
async function wishes(user: Actor, part = 'Das ist mir egal'): Promise<void> {
  // Where times are free, the wait stands behind the other ways to one.
  if (timesOn(user).length > 0) await user.taps('➕ Mehr')
  await user.taps('Auf eine Zeit warten')
  await user.taps('Das ist mir egal')
  await user.taps(part)
  await user.taps('Weiter')
}

async function ticks(times: number, minutes = 31): Promise<void> {
  for (let n = 0; n < times; n++) {
    await lotse.tick()
    lotse.clock.at += minutes * MINUTE
  }
}

const states = async () =>
  (
    await lotse.db.$queryRawUnsafe<{ state: string }[]>(
      `SELECT "state" FROM "Booking" WHERE "heldFor" IS NOT NULL ORDER BY "createdAt", "rowid"`,
    )
  ).map(({ state }) => state)
const timesOn = (user: Actor) => user.buttons().filter((label) => /\d\d:\d\d/.test(label))

describe('who waits to be earlier than their appointment', () => {
  it('waits for any time that they wish once it is cancelled, and their appointment says so', async () => {
    await bookSara(amal, '2026-03-23')
    await fillEverything(lotse)
    await amal.tapsData(/~mo$/)
    await wishes(amal)
    amal.sees('Früher als: Montag, 23.03.2026, 10:00 Uhr')
    await amal.sends('/appointment')
    await amal.tapsData(/~ca$/)
    await amal.tapsData(/~cy~/)
    await ticks(2)
    await amal.sends('/appointment')
    amal.sees('Sie haben keinen Termin.')
    amal.sees('Sie warten auf eine freie Zeit.')
    // What they have just given up is not offered to them again.
    expect(await states()).toEqual([])
    await amal.taps('🔔 Meine Warteliste')
    expect(amal.screen()?.text).not.toContain('Früher als')
    await freeSeat(lotse, 'hochfeld', 40)
    await ticks(1)
    expect(await states()).toEqual(['offered'])
    amal.sees('Eine Zeit ist frei geworden.')
  })
})

describe('where something that is wished is free', () => {
  it('it is shown first, at most five, and one of them is booked as any other', async () => {
    await reachTimes(amal)
    await wishes(amal)
    amal.sees('Diese Zeiten sind jetzt frei.')
    expect(timesOn(amal)).toHaveLength(5)
    expect(await lotse.db.waiting.count()).toBe(0)
    await amal.tapsData(/~tm~hochfeld/)
    // It is too near for a reminder, so none is offered.
    await amal.taps('Ja, buchen')
    amal.sees('Ihr Termin steht fest.')
    expect(await states()).toEqual([])
  })

  it('who waits all the same waits for something earlier, and is told of nothing else', async () => {
    await fillEverything(lotse)
    await freeSeat(lotse, 'hochfeld', 8)
    await freeSeat(lotse, 'hochfeld', 9)
    await reachTimes(amal)
    await wishes(amal)
    expect(timesOn(amal)).toHaveLength(2)
    await amal.taps('Auf frühere warten')
    amal.sees('Sie warten auf eine freie Zeit.')
    amal.sees('Früher als: Mittwoch, 18.03.2026, 14:40 Uhr')
    await ticks(4)
    expect(await states()).toEqual([])
    // Something later is no help.
    await freeSeat(lotse, 'hochfeld', 20)
    await ticks(1)
    expect(await states()).toEqual([])
    await freeSeat(lotse, 'hochfeld', 7)
    await ticks(1)
    expect(await states()).toEqual(['offered'])
    amal.sees('Eine Zeit ist frei geworden.')
    amal.sees('Auch diese Zeiten sind frei. Wir halten sie nicht.')
    expect(timesOn(amal)).toHaveLength(2)
  })

  it('what they knew is gone: they are told once, after a pause, and not that it has become free', async () => {
    await fillEverything(lotse)
    await freeSeat(lotse, 'hochfeld', 0)
    await freeSeat(lotse, 'hochfeld', 8)
    await reachTimes(amal)
    await wishes(amal)
    await amal.taps('Auf frühere warten')
    lotse.clock.at += 5 * 60 * MINUTE
    await ticks(1)
    expect(await states()).toEqual([])
    lotse.clock.at += 20 * 60 * MINUTE
    await ticks(1)
    amal.sees('Diese Zeit ist frei.')
    expect(await states()).toEqual(['offered'])
    await ticks(4)
    expect(await states()).toEqual(['offer-expired'])
  })
})

describe('several times at once', () => {
  it('are one offer with the others beside it, and no walk from one to the next', async () => {
    await fillEverything(lotse)
    await reachTimes(amal)
    await wishes(amal)
    amal.sees('Sie warten auf eine freie Zeit.')
    // Each on another day, so that each is of another kind.
    for (const nth of [6, 12, 18, 24]) await freeSeat(lotse, 'hochfeld', nth)
    await ticks(1, 5)
    amal.sees('Eine Zeit ist frei geworden.')
    expect(timesOn(amal)).toHaveLength(2)
    const other = createActor(lotse.world, { name: 'Baran' })
    await reachTimes(other)
    expect(timesOn(other)).toHaveLength(3)
    await amal.taps('Diese Zeit nicht')
    amal.sees('Die Zeit ist wieder für andere frei.')
    await ticks(6)
    expect(await states()).toEqual(['offer-declined'])
  })

  it('one of the others is chosen with one tap from the same message', async () => {
    await fillEverything(lotse)
    await reachTimes(amal)
    await wishes(amal)
    await freeSeat(lotse, 'hochfeld', 6)
    await freeSeat(lotse, 'hochfeld', 12)
    await ticks(1, 5)
    await amal.tapsData(/~tm~hochfeld/)
    await amal.taps('Ja, mit Erinnerung')
    amal.sees('Ihr Termin steht fest.')
    expect(await states()).toEqual(['offer-released'])
  })
})

it('a time that a rule has opened is new, not freed', async () => {
  await fillEverything(lotse)
  await reachTimes(amal)
  await wishes(amal)
  const profile = duisburgProfile()
  const repeat = { every: 'week' as const, weekdays: [4] }
  const rule = { id: 'thursday', repeat, opens: '09:00', closes: '11:00' }
  const centres = profile.centres.map((centre) =>
    centre.id === 'hochfeld' ? { ...centre, openings: [...centre.openings, rule] } : centre,
  )
  await replaceProfile(lotse.deps, { ...profile, centres })
  await ticks(1)
  amal.sees('Es gibt eine neue Zeit.')
  amal.sees('Donnerstag, 19.03.2026, 09:00 Uhr')
  expect(await states()).toEqual(['offered'])
})

it('evenings are answered and never taken for afternoons', async () => {
  await reachTimes(amal)
  await wishes(amal, 'Abend (ab 17 Uhr)')
  amal.sees('Keine Stelle hat dann offen: Abend (ab 17 Uhr).')
  amal.sees('Die erste Zeit beginnt um 10:00 Uhr, die letzte um 15:40 Uhr.')
  await amal.taps('Weiter')
  amal.sees('Zurzeit ist keine solche Zeit frei.')
  expect(timesOn(amal)).toEqual([])
  expect(await lotse.db.waiting.count()).toBe(0)
  await amal.taps('Auf eine Zeit warten')
  amal.sees('Tageszeit: Abend (ab 17 Uhr)')
  await ticks(2)
  expect(await states()).toEqual([])
})

it('a time that is past by now is refused when it is pressed', async () => {
  await reachTimes(amal)
  lotse.clock.at += 7 * 24 * 60 * MINUTE
  await amal.tapsData(/~tm~hochfeld/)
  amal.sees('Diese Zeit ist vorbei oder zu bald.')
  amal.sees('Freie Zeiten: RSC Hochfeld')
})
