// Stories of people who need a language, a woman, or the counsellor who knows them, as they walk them in a chat.

import { afterEach, describe, expect, it } from 'vitest'
import type { Profile } from '../../src/domain/profile/profile.ts'
import { type Actor, createActor } from '../support/actor.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { SORANI, soraniAtHochfeld, speaking, TIGRINYA } from '../support/speaking.ts'

let lotse: TestLotse
afterEach(() => lotse.stop())

const word = (key: string, values: Record<string, string> = {}) =>
  lotse.deps.i18n.t('de', { key, values }, 0)
const sorani = () => ({ language: word('language-name.ckb') })
const seats = async () =>
  (await lotse.db.booking.findMany({ orderBy: { createdAt: 'asc' } })).map(({ startsAt, seat }) => [
    startsAt,
    seat,
  ])

async function begins(profile: Profile) {
  lotse = await startLotse({ profile })
}

/** Somebody at the times of Hochfeld who wants to speak a language. */
async function reaches(spoken: string, name = 'Sara'): Promise<Actor> {
  const user = createActor(lotse.world, { name })
  await user.sends('/start')
  for (const label of ['Deutsch', 'Ich stimme zu', 'Nicht dringend', 'Wohnung', 'Mitte']) {
    await user.taps(label)
  }
  await user.tapsData(`1~an~spoken~${spoken}`)
  return user
}

it('another centre at which they are understood sooner is booked there, and so say file and reminder', async () => {
  await begins(soraniAtHochfeld)
  const user = createActor(lotse.world, { name: 'Sara' })
  await user.sends('/start')
  for (const label of ['Deutsch', 'Ich stimme zu', 'Nicht dringend', 'Wohnung', 'Hamborn']) {
    await user.taps(label)
  }
  await user.tapsData('1~an~spoken~ckb')
  user.sees(word('language.list.elsewhere', { centre: 'RSC Hochfeld', ...sorani() }))
  // Somebody speaks it there.
  expect(user.transcript()).not.toContain(word('language.list.nobody', sorani()))
  // Their own stands first, and can be taken as before.
  expect(user.buttons().some((label) => label.includes('Hochfeld'))).toBe(true)
  await user.tapsData(/~tm~hochfeld/)
  user.sees(word('booking.check.other-centre'))
  user.sees(word('language.fit.spoken', sorani()))
  await user.tapsData(/~bo~/)
  expect(await seats()).toEqual([['2026-03-18T13:00:00.000Z', 2]])
  expect(user.documents().at(-1)?.text).toContain('RSC Hochfeld')
  expect(user.documents().at(-1)?.text).not.toContain('Hamborn')
  await lotse.passes(36 * 3_600_000)
  const reminder = user.messages().findLast(({ text }) => text?.includes('🔔'))?.text
  expect(reminder).toContain('RSC Hochfeld')
  expect(reminder).not.toContain('Hamborn')
})

async function books(spoken: string, name: string): Promise<Actor> {
  const user = await reaches(spoken, name)
  await user.tapsData(/~tm~hochfeld/)
  await user.tapsData(/~bo~/)
  return user
}

const MONDAY_10 = '2026-03-16T09:00:00.000Z'
const WEDNESDAY_14 = '2026-03-18T13:00:00.000Z'

describe('somebody who speaks Sorani', () => {
  it('sees the Wednesday first on which it is spoken, and is told at each step what is so', async () => {
    await begins(speaking([SORANI], { rule: 'wednesday' }))
    const user = await reaches('ckb')
    user.sees(word('language.list.spoken', sorani()))
    // Three that suit, and the soonest of all, which anybody may take.
    expect(user.buttons().slice(0, 4)).toEqual([
      '🗣️ Mi 18.03. 14:00',
      '🗣️ Mi 18.03. 14:20',
      '🗣️ Mi 18.03. 14:40',
      'Mo 16.03. 10:00',
    ])
    await user.taps('Mo 16.03. 10:00')
    user.sees(word('language.fit.unknown', sorani()))
    await user.taps('Zurück')
    await user.taps('🗣️ Mi 18.03. 14:00')
    user.sees(word('language.fit.spoken', sorani()))
    await user.tapsData(/~bo~/)
    user.sees(word('language.fit.spoken', sorani()))
    expect(await seats()).toEqual([[WEDNESDAY_14, 2]])
  })

  it('finds the seat free which others did not need, and is told when it is gone', async () => {
    await begins(speaking([{ languages: [] }, SORANI]))
    await books('de', 'Jan')
    await books('ckb', 'Sara')
    const [jan, sara] = await seats()
    expect(jan).toEqual([MONDAY_10, 1])
    expect(sara).toEqual([MONDAY_10, 2])
    const other = await reaches('ckb', 'Dilan')
    await other.taps('Mo 16.03. 10:20')
    // Somebody else takes the seat between the check and the booking: what is said then is of the seat.
    const { id } = (await lotse.db.booking.findFirstOrThrow({ where: { seat: 2 } })) ?? { id: '' }
    await lotse.db.booking.update({
      where: { id },
      data: { startsAt: '2026-03-16T09:20:00.000Z', endsAt: '2026-03-16T09:40:00.000Z' },
    })
    await other.tapsData(/~bo~/)
    other.sees(word('language.fit.nobody', sorani()))
    expect(await seats()).toContainEqual(['2026-03-16T09:20:00.000Z', 1])
  })

  it('narrows the times to those, the days too, and sees all of them again', async () => {
    await begins(speaking([SORANI], { rule: 'wednesday' }))
    const user = await reaches('ckb')
    await user.taps('➕ Mehr')
    await user.taps(word('language.button.only', sorani()))
    expect(
      user
        .buttons()
        .slice(0, 4)
        .every((label) => label.startsWith('🗣️ Mi')),
    ).toBe(true)
    await user.taps('📅 Andere Tage')
    const days = user.buttons()
    expect(
      days
        .filter((label) => /\d\d\.\d\d\./.test(label))
        .every((day) => day.startsWith('🗣️ Mittwoch')),
    ).toBe(true)
    await user.taps(word('language.button.all'))
    expect(user.buttons().some((label) => label.startsWith('Montag'))).toBe(true)
  })

  it('has the soonest first where it is urgent, marked all the same', async () => {
    await begins(speaking([SORANI], { rule: 'wednesday' }))
    const user = createActor(lotse.world)
    await user.sends('/start')
    for (const label of ['Deutsch', 'Ich stimme zu', 'Ja, dringend']) await user.taps(label)
    await user.tapsData(/an~reason~letter/)
    const before = user.buttons().filter((label) => /\d\d:\d\d/.test(label))
    expect(before.some((label) => label.startsWith('🗣️'))).toBe(false)
    await user.tapsData(/~tm~hochfeld/)
    await user.tapsData(/~bo~/)
    // Asked after the time is safe: another seat of it is taken silently, where one suits.
    expect(await seats()).toEqual([[MONDAY_10, 1]])
  })
})

describe('an answer after the booking', () => {
  it('to which language, of somebody in a hurry, is met by another seat of the same time', async () => {
    await begins(speaking([{ languages: [] }, SORANI]))
    const user = createActor(lotse.world)
    await user.sends('/start')
    for (const label of ['Deutsch', 'Ich stimme zu', 'Ja, dringend']) await user.taps(label)
    await user.tapsData(/an~reason~letter/)
    await user.tapsData(/~tm~hochfeld/)
    await user.tapsData(/~bo~/)
    expect(await seats()).toEqual([[MONDAY_10, 1]])
    await user.taps('Wohnung')
    await user.tapsData('1~an~district~mitte')
    await user.tapsData('1~an~spoken~ckb')
    expect(await seats()).toEqual([[MONDAY_10, 2]])
    await user.sends('/appointment')
    user.sees(word('language.fit.spoken', sorani()))
  })

  const wishes = async (user: Actor, wish: 'woman' | 'man') => {
    await user.tapsData(/~de$/)
    await user.tapsData(/~dy$/)
    const asked = word('questions.counsellor.title')
    while (!user.screen()?.text?.includes(asked)) await user.tapsData(/~sk~/)
    await user.tapsData(new RegExp(`an~counsellor~${wish}`))
  }

  it('the wish for a woman is met silently at the same time, and is no change of the person', async () => {
    await begins(
      speaking([
        { seat: 1, languages: [], gender: 'man' },
        { seat: 2, languages: [], gender: 'woman' },
      ]),
    )
    const user = await books('de', 'Sara')
    expect(await seats()).toEqual([[MONDAY_10, 1]])
    await wishes(user, 'woman')
    user.sees(word('language.met.woman'))
    expect(await seats()).toEqual([[MONDAY_10, 2]])
    const events = await lotse.db.bookingEvent.findMany({ orderBy: { id: 'asc' } })
    expect(events.map(({ by }) => by)).toEqual(['person', 'system'])
    // Said once; the appointment stands where it stood.
    await user.sends('/appointment')
    user.sees('Montag, 16.03.2026, 10:00 Uhr')
  })

  it('where no woman counsels then it is said, and the times that suit are a press away', async () => {
    await begins(
      speaking([
        { languages: [], gender: 'man' },
        { from: '2026-03-18', until: '2026-03-18', languages: [], gender: 'woman' },
      ]),
    )
    const user = await books('de', 'Sara')
    await wishes(user, 'woman')
    user.sees(word('language.not-met.woman'))
    expect(user.buttons()[0]).toBe('👩 Mi 18.03. 14:00')
    await user.taps('👩 Mi 18.03. 14:00')
    user.sees(word('language.met.woman'))
    await user.tapsData(/~bo~/)
    expect(await seats()).toEqual([[WEDNESDAY_14, 1]])
  })

  it('is no promise that who is called to interpret is a woman', async () => {
    const service = { ...TIGRINYA, onCall: true as const, leadWorkingDays: 0 }
    const pools = [{ ...service, contact: { phone: '0203 123456' } }]
    await begins(speaking([{ languages: ['ar'], gender: 'woman' }], { pools }))
    const user = await books('ti', 'Sara')
    expect(user.transcript()).not.toContain(word('interpreting.called.woman'))
    await wishes(user, 'woman')
    user.sees(word('language.met.woman'))
    await user.sends('/appointment')
    user.sees(word('interpreting.called.woman'))
  })

  it('or is kept with what the counsellor reads, and the questions go on', async () => {
    await begins(
      speaking([
        { languages: [], gender: 'man' },
        { from: '2026-03-18', until: '2026-03-18', languages: [], gender: 'woman' },
      ]),
    )
    const user = await books('de', 'Sara')
    await wishes(user, 'woman')
    await user.taps(word('language.button.keep'))
    user.sees(word('questions.needs.title'))
    expect(await seats()).toEqual([[MONDAY_10, 1]])
  })

  it('nobody knows: that is said, and who reads the wish', async () => {
    await begins(speaking([]))
    const user = await books('de', 'Sara')
    await wishes(user, 'woman')
    user.sees(word('language.unknown.woman'))
    expect(await seats()).toHaveLength(1)
  })
})

describe('nobody who speaks it', () => {
  it('is said before the booking, with whom to bring: never a child', async () => {
    await begins(speaking([{ languages: ['ar'] }]))
    const user = await reaches('sq')
    const sq = { language: word('language-name.sq') }
    user.sees(word('language.list.nobody', sq))
    await user.taps('📅 Andere Tage')
    user.sees(word('language.list.nobody', sq))
    await user.tapsData(/~da~/)
    user.sees(word('language.list.nobody', sq))
    await user.tapsData(/~tm~hochfeld/)
    user.sees(word('language.fit.nobody', sq))
    user.sees(word('language.fit.bring'))
    await user.tapsData(/~bo~/)
    user.sees(word('language.fit.bring'))
  })

  it('is not said of a list where it is not known', async () => {
    await begins(speaking([]))
    const user = await reaches('sq')
    const sq = { language: word('language-name.sq') }
    expect(user.transcript()).not.toContain(word('language.list.nobody', sq))
  })

  it('but a pool can be asked from a day on: it is said from which, and not promised', async () => {
    await begins(speaking([{ languages: ['ar'] }], { pools: [TIGRINYA] }))
    const user = await reaches('ti')
    user.sees(/Ab Montag, 23\.03\.2026/)
    await user.tapsData(/~tm~hochfeld/)
    user.sees(word('language.fit.interpreter', { language: word('language-name.ti') }))
    await user.tapsData(/~bo~/)
    const { text } = user.sees(
      word('language.fit.interpreter', { language: word('language-name.ti') }),
    )
    expect(text).not.toContain(
      word('language.fit.confirmed', { language: word('language-name.ti') }),
    )
  })

  it('but a service is called on the spot: Tigrinya today, by telephone', async () => {
    const service = { ...TIGRINYA, id: 'service', onCall: true as const, leadWorkingDays: 0 }
    const contact = { phone: '0203 123456' }
    await begins(speaking([{ languages: ['ar'] }], { pools: [TIGRINYA, { ...service, contact }] }))
    const user = await reaches('ti')
    const ti = { language: word('language-name.ti') }
    user.sees(word('language.list.on-call', ti))
    // Whoever can be ordered comes first, and last the soonest, by a call.
    expect(
      user
        .buttons()
        .slice(0, 4)
        .map((label) => label.slice(0, 9)),
    ).toEqual([...['Mo 23.03.', 'Mo 23.03.', 'Mo 23.03.', 'Mo 16.03.']])
    await user.taps('Mo 16.03. 10:00')
    user.sees(word('language.fit.on-call', ti))
    user.sees(word('interpreting.busy'))
    user.sees(word('language.fit.bring'))
    await user.tapsData(/~bo~/)
    const { text } = user.sees(word('language.fit.on-call', ti))
    expect(text).not.toContain(word('language.fit.nobody', ti))
    expect(await seats()).toEqual([[MONDAY_10, 1]])
    await lotse.passes(2 * 3_600_000)
    // Nobody was asked, and nobody hears that nobody was found.
    expect(user.transcript()).not.toContain(word('interpreting.nobody'))
    expect(user.transcript()).not.toContain(word('interpreting.not-yet'))
  })

  it('and who needs no language reads nothing of it', async () => {
    await begins(speaking([SORANI]))
    const user = await reaches('de')
    expect(user.buttons().join()).not.toContain('🗣️')
    await user.tapsData(/~tm~hochfeld/)
    await user.tapsData(/~bo~/)
    expect(user.transcript()).not.toMatch(/spricht/)
  })
})

describe('the counsellor who knows somebody', () => {
  it('is marked and preferred when they come again', async () => {
    await begins(
      speaking([
        { languages: [] },
        { from: '2026-03-18', until: '2026-03-18', seat: 2, languages: [], staffId: 'anna' },
      ]),
    )
    const user = await books('de', 'Sara')
    await lotse.db.staff.create({
      data: {
        ...{ id: 'anna', name: 'Anna', email: 'anna@rsc.example', role: 'counsellor' },
        ...{ centres: '["hochfeld"]', body: 'drk' },
        createdAt: new Date(0),
        updatedAt: new Date(0),
      } as never,
    })
    await lotse.db.intake.updateMany({ data: { takenBy: 'anna' } })
    await user.taps('Verschieben')
    user.sees(word('language.list.known'))
    expect(user.buttons()[0]).toBe('⭐ Mi 18.03. 14:00')
    await user.taps('⭐ Mi 18.03. 14:00')
    user.sees(word('language.fit.known'))
    await user.tapsData(/~bo~/)
    expect(await seats()).toEqual([[WEDNESDAY_14, 2]])
    // No name, neither here nor anywhere.
    expect(user.transcript()).not.toContain('Anna')
  })
})

it('costs no more statements than other talks: four a press, five where a message is corrected or times are shown with another seat', async () => {
  await begins(
    speaking([
      { languages: [], gender: 'man' },
      { ...SORANI, gender: 'woman' },
    ]),
  )
  const user = await reaches('ckb')
  const steps: Record<string, () => Promise<unknown>> = {
    narrow: async () => await user.tapsData('1~wy'),
    only: async () => await user.tapsData('1~ol~language'),
    days: async () => await user.tapsData('1~ds'),
    day: async () => await user.tapsData(/~da~/),
    check: async () => await user.tapsData(/~tm~hochfeld/),
    book: async () => await user.tapsData(/~bo~/),
    details: async () => await user.tapsData(/~de$/),
  }
  const costs: Record<string, number> = {}
  for (const [name, step] of Object.entries(steps)) {
    const before = lotse.count.statements
    await step()
    costs[name] = lotse.count.statements - before
  }
  expect(Object.entries(costs).filter(([, cost]) => cost > 4)).toEqual([])
  await user.tapsData(/~dy$/)
  while (!user.screen()?.text?.includes(word('questions.counsellor.title'))) {
    await user.tapsData(/~sk~/)
  }
  const before = lotse.count.statements
  await user.tapsData(/an~counsellor~man/)
  expect(lotse.count.statements - before).toBeLessThanOrEqual(5)
})
