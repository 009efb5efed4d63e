// What is typed below a message that Lotse sent on its own accord, held against the buttons of that message.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createActor } from '../support/actor.ts'
import { bookedPerson } from '../support/booked.ts'
import { fillEverything, freeSeat } from '../support/full-week.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { reachTimes } from '../support/talks.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

const rows = (sql: string) => lotse.db.$queryRawUnsafe<Record<string, unknown>[]>(sql)
const booking = async () => (await rows('SELECT "answer", "state" FROM "Booking"'))[0]

describe('under a reminder', () => {
  // Wednesday, 14:00; by the evening before, two reminders have come.
  async function reminded(passed = 8.4 * DAY) {
    const { user, word } = await bookedPerson(lotse, { day: '2026-03-25' })
    await lotse.passes(passed)
    return { user, word }
  }

  it.each(['ich komme!', 'I am coming'])('"%s" is its press', async (text) => {
    const { user, word } = await reminded()
    await user.sends(text)
    user.sees(word('reminders.notice.coming'))
    expect(await booking()).toMatchObject({ answer: 'coming', state: 'booked' })
  })

  it('by night and on the next morning as well', async () => {
    const { user, word } = await reminded(9 * DAY)
    await user.sends('ich komme')
    user.sees(word('reminders.notice.coming'))
  })

  it('who is late can write so under the last one', async () => {
    const { user, word } = await reminded(9.2 * DAY)
    await user.sends('Ich verspäte mich')
    user.sees(word('reminders.notice.late'))
    expect(await booking()).toMatchObject({ answer: 'late' })
  })

  it('who cannot come is asked once more', async () => {
    const { user, word } = await reminded()
    await user.sends('Ich kann nicht kommen')
    user.sees(word('booking.cancel.title'))
    expect(await booking()).toMatchObject({ state: 'booked', answer: null })
  })

  it('"yes" is asked about, and does nothing by itself', async () => {
    const { user, word } = await reminded()
    await user.sends('ja')
    user.sees('Meinen Sie das?')
    expect(await booking()).toMatchObject({ answer: null })
    await user.taps('Ich komme')
    user.sees(word('reminders.notice.coming'))
  })

  it('no button of it holds once the appointment has moved away from it', async () => {
    const { user, word } = await reminded()
    await user.sends('Andere Zeit')
    await user.tapsData(/~tm~/)
    await user.tapsData(/~bo~/)
    user.sees(word('notice.moved'))
    await user.sends('Ich komme')
    expect(await booking()).toMatchObject({ answer: null })
  })

  it('is for whom the reminder was, whoever the talk is about just now', async () => {
    const { user, word } = await reminded()
    await user.sends('/help')
    await user.taps('Für jemand anderen')
    await user.taps('Meine Mutter')
    await user.taps(word('party.vouch.button.yes'))
    await user.taps('Überspringen')
    user.sees(word('questions.urgent.title'))
    await user.sends('Mein Mann schlägt mich')
    user.sees('110')
    expect(await booking()).toMatchObject({ answer: null })
    await user.sends('ich komme')
    user.sees(word('reminders.notice.coming'))
    user.sees('Person: 🙋 Ich selbst')
    expect(await booking()).toMatchObject({ answer: 'coming' })
  })
})

describe('under an offer', () => {
  async function offered() {
    await fillEverything(lotse)
    const user = createActor(lotse.world)
    await reachTimes(user)
    await user.taps('Auf eine Zeit warten')
    await user.taps('Das ist mir egal')
    await user.taps('Das ist mir egal')
    await user.taps('Weiter')
    lotse.clock.at += 60_000
    await freeSeat(lotse, 'hochfeld', 5)
    await lotse.tick()
    user.sees('Eine Zeit ist frei geworden.')
    return user
  }
  const own = async () => await rows(`SELECT "state" FROM "Booking" WHERE "heldFor" IS NOT NULL`)

  it('its name takes it', async () => {
    const user = await offered()
    await user.sends('Diese Zeit nehmen')
    user.sees('Ihr Termin steht fest')
    expect(await own()).toEqual([{ state: 'offer-taken' }])
  })

  it('its name declines it', async () => {
    const user = await offered()
    await user.sends('Diese Zeit nicht')
    user.sees('Die Zeit ist wieder für andere frei.')
  })

  it('"yes" asks', async () => {
    const user = await offered()
    await user.sends('نعم')
    user.sees('Meinen Sie das?')
    expect(user.buttons()[0]).toContain('Diese Zeit nehmen')
    expect(await own()).toEqual([{ state: 'offered' }])
  })
})
