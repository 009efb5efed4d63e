// Messages know who knows their person, as the screens do.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bookedPerson } from '../support/booked.ts'
import { cityWith } from '../support/interpreting.ts'
import { type House, openHouse } from '../support/staff-house.ts'

// It is Sunday, 22 November 2026.
const MONDAY = '2026-12-07'
const KNOWN = '⭐ Somebody who knows you is there.'

let house: House
beforeEach(async () => {
  house = await openHouse(cityWith([], [{ languages: [], staffId: 'anna' }]))
  const at = new Date(house.clock.at)
  await house.db.staff.create({
    data: {
      ...{ id: 'anna', name: 'Anna', email: 'anna.berg@rsc.example', role: 'counsellor' },
      ...{ centres: '["hochfeld"]', createdAt: at, updatedAt: at },
    },
  })
})
afterEach(() => house.stop())

/** Somebody with an appointment, whose request Anna has. */
async function known() {
  const person = await bookedPerson(house, { day: MONDAY, language: 'en' })
  await house.db.intake.updateMany({ data: { takenBy: 'anna', bodyId: 'drk' } })
  return person
}

const lastOf = ({ user }: Awaited<ReturnType<typeof known>>) => user.messages().at(-1)?.text

async function reminded(person: Awaited<ReturnType<typeof known>>) {
  house.clock.at = Date.parse('2026-12-06T12:00:00+01:00')
  await house.tick()
  expect(lastOf(person)).toContain('🔔')
  return lastOf(person)
}

test('a reminder says that who knows them is there', async () => {
  expect(await reminded(await known())).toContain(KNOWN)
})

test('a reminder says nothing of it where somebody else counsels, or their account is closed', async () => {
  const person = await known()
  await house.db.staff.updateMany({ where: { id: 'anna' }, data: { disabledAt: new Date() } })
  expect(await reminded(person)).not.toContain(KNOWN)
})

test('a reminder says once more whom to bring to somebody who brings somebody', async () => {
  const person = await bookedPerson(house, { day: MONDAY, language: 'en', spoken: 'own' })
  expect(await reminded(person)).toContain('Please bring an adult you trust, not a child.')
})

test('a message that staff moved the appointment says it, too', async () => {
  const person = await known()
  const clara = await house.signedIn({ email: 'clara@rsc.example' })
  const { id } = await house.db.intake.findFirstOrThrow()
  await clara.get(`/staff/intakes/${id}/times`)
  const page = await clara.get(`/staff/intakes/${id}/times`)
  const at = /name="at" value="(\d+)"/.exec(page.text)?.[1] ?? ''
  expect((await clara.post(`/staff/intakes/${id}/times`, { centre: 'hochfeld', at })).status).toBe(
    303,
  )
  await house.tick()
  expect(lastOf(person)).toContain(KNOWN)
})

describe('at the desk', () => {
  /** The page of times, as Clara sees it who works with Anna. */
  async function timesPage() {
    await known()
    const clara = await house.signedIn({ email: 'clara@rsc.example', name: 'Clara Test' })
    const { id } = await house.db.intake.findFirstOrThrow()
    const path = `/staff/intakes/${id}/times`
    return { id, path, clara, text: (await clara.get(path)).text }
  }

  test('times with whoever knows the person stand first, and the next of them is offered, said so', async () => {
    const { text, clara, path, id } = await timesPage()
    expect(text).toContain('Bei Anna</h2>')
    expect(text).toContain('Anna kennt die Person und berät zu diesen Zeiten.')
    expect(text.indexOf('Bei Anna</h2>')).toBeLessThan(text.indexOf('Alle freien Zeiten'))
    const [, heading = '', at = ''] =
      /id="chosen"[\s\S]*?<h2>([^<]*)<\/h2>[\s\S]*?name="at" value="(\d+)"/.exec(text) ?? []
    expect(heading).toMatch(/^Nächste freie Zeit bei Anna: Montag/)
    expect((await clara.get(`${path}?at=${at}`)).text).toContain('Gewählte Zeit bei Anna')
    await clara.post(path, { centre: 'hochfeld', at })
    const { startsAt, seat } = await house.db.booking.findFirstOrThrow({ where: { intakeId: id } })
    expect(Date.parse(startsAt)).toBe(Number(at))
    expect(seat).not.toBeNull()
  })

  test('where they counsel nowhere here that is said, and the soonest is offered', async () => {
    const { clara, path } = await timesPage()
    const ben = await house.signedIn({ email: 'ben@rsc.example', name: 'Ben Test' })
    await house.db.intake.updateMany({ data: { takenBy: ben.id } })
    const { text } = await clara.get(path)
    expect(text).toContain('Bei Ben Test ist hier keine freie Zeit eingetragen.')
    expect(text).toContain('Nächste freie Zeit:')
  })

  test('of a request that nobody has no counsellor is named', async () => {
    const { clara, path } = await timesPage()
    await house.db.intake.updateMany({ data: { takenBy: null } })
    const { text } = await clara.get(path)
    expect(text).not.toContain('Alle freien Zeiten')
    expect(text).toContain('Nächste freie Zeit:')
  })
})

test('in the chat who has to come again can ask for who knows them, and is shown only those times', async () => {
  const { user, word } = await known()
  const times = () => user.buttons().filter((label) => /\d\d:\d\d/.test(label))
  await user.tapsData('1~mo')
  await user.taps(word('booking.times.button.more'))
  await user.taps(word('language.button.only-known'))
  user.sees(word('language.list.known'))
  expect(times().length).toBeGreaterThan(0)
  expect(times().every((label) => label.startsWith('⭐'))).toBe(true)
})
