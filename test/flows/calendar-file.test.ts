// What stands in the file for the calendar in the phone, read by ical.js.

import ICAL from 'ical.js'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { MONDAY } from '../../scripts/gallery/talk-facts.ts'
import type { Appointment } from '../../src/domain/appointment/appointment.ts'
import { atWall, toWall } from '../../src/domain/calendar/wall-clock.ts'
import type { PartyMember } from '../../src/domain/people/party.ts'
import { calendarFile, callingOff } from '../../src/flows/appointment/calendar-file.ts'
import { currentCity } from '../../src/flows/city.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

const appointment = (more: Partial<Appointment> = {}): Appointment => {
  const { startsAt = MONDAY + 9 * 86_400_000 } = more
  return {
    id: '6f1c2a3e-0000-4000-8000-000000000001',
    centre: 'hochfeld',
    startsAt,
    endsAt: startsAt + 1_200_000,
    seat: 1,
    ref: 'HO-7F3K',
    remind: true,
    state: 'booked',
    changedAt: MONDAY,
    sequence: 3,
    interpreter: null,
    ...more,
  }
}

const own: PartyMember = { id: 'p-000001', relation: null, label: null, isMeant: true }

async function written(
  more: Partial<Appointment> = {},
  isCallingOff = false,
  party: readonly PartyMember[] = [own],
) {
  const city = await currentCity(lotse.deps)
  const make = isCallingOff ? callingOff : calendarFile
  const file = make(lotse.deps, city, appointment(more), { language: 'de', party })
  const root = new ICAL.Component(ICAL.parse(file.content))
  const part = root.getFirstSubcomponent('vevent')
  if (!part) throw new Error('no entry')
  return { file, root, part, event: new ICAL.Event(part) }
}

describe('the file of an appointment', () => {
  it('says where and by which code, and nothing of the topic', async () => {
    const { file, root, event } = await written()
    expect(root.getFirstPropertyValue('method')).toBe('PUBLISH')
    expect(event).toMatchObject({
      uid: '6f1c2a3e-0000-4000-8000-000000000001',
      sequence: 3,
      summary: 'RSC Hochfeld',
      location: 'RSC Hochfeld, Brückenstraße 30, Duisburg',
      description: 'HO-7F3K',
    })
    expect(file).toMatchObject({ name: 'HO-7F3K.ics', type: 'text/calendar' })
  })

  it('ends each of its lines, the last one too, and none is longer than 75 bytes', async () => {
    const { content } = (await written()).file
    expect(content.endsWith('END:VCALENDAR\r\n')).toBe(true)
    const lines = content.split('\r\n')
    expect(lines.filter((line) => line.includes('\n'))).toEqual([])
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
  })

  test.each([
    ['2026-03-28', 14 * 60],
    ['2026-03-29', 14 * 60],
    ['2026-03-30', 8 * 60],
    ['2026-10-24', 14 * 60],
    ['2026-10-25', 14 * 60],
    ['2026-10-26', 8 * 60],
    ['2026-12-31', 23 * 60 + 50],
    ['2027-01-01', 0],
  ])('on %s at minute %i it keeps the hour on the wall in Duisburg', async (date, minutes) => {
    const { event } = await written({ startsAt: atWall(date, minutes) })
    const from = event.startDate.toJSDate().getTime()
    expect(toWall(from)).toMatchObject({ date, minutes })
    expect(event.endDate.toJSDate().getTime() - from).toBe(1_200_000)
    // A time without a zone would be another one wherever the phone is.
    expect(event.startDate.zone.tzid).toBe('UTC')
  })

  test.each([
    ['is wanted', { remind: true }, ['-PT2H']],
    ['is not', { remind: false }, []],
    ['is wanted but too late', { remind: true, startsAt: MONDAY + 7_000_000 }, []],
    ['was wanted of what is cancelled', { remind: true, state: 'cancelled' as const }, []],
  ])('rings where a reminder %s', async (_, more, triggers) => {
    const { part } = await written(more)
    const alarms = part.getAllSubcomponents('valarm')
    expect(alarms.map((one) => String(one.getFirstPropertyValue('trigger')))).toEqual(triggers)
  })
})

describe('the file that calls an appointment off', () => {
  it('names the same entry, with a higher sequence, and asks to look into the calendar', async () => {
    const { file, root, part, event } = await written({}, true)
    expect(root.getFirstPropertyValue('method')).toBe('CANCEL')
    expect(part.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(event).toMatchObject({ uid: appointment().id, sequence: 4 })
    expect(lotse.deps.i18n.t('de', file.caption, MONDAY)).toBe(
      'Steht der alte Termin noch in Ihrem Kalender? Löschen Sie ihn dort.',
    )
  })

  it('is the one of an appointment that is cancelled', async () => {
    const { root, event } = await written({ state: 'cancelled', sequence: 7 })
    expect([root.getFirstPropertyValue('method'), event.sequence]).toEqual(['CANCEL', 7])
  })
})

test.each([false, true])(
  'it says for whom it is where several stand behind the chat',
  async (off) => {
    const child = { id: 'p-000002', relation: 'child', label: 'Amina', isMeant: true } as const
    const other = { ...child, id: 'p-000003', label: 'Fatma' } as const
    const summary = async (...party: PartyMember[]) => {
      const { part } = await written({}, off, party)
      const said = String(part.getFirstPropertyValue('summary')).replace(/[\u2066-\u2069]/g, '')
      const first = off ? 'Ihr Termin ist abgesagt. · ' : ''
      expect(said.startsWith(first)).toBe(true)
      return said.slice(first.length)
    }
    const mine = { ...own, isMeant: false }
    expect(await summary(own)).toBe('RSC Hochfeld')
    expect(await summary(own, { ...child, isMeant: false })).toBe('RSC Hochfeld · 🙋 Ich selbst')
    // The name stands in the chat alone.
    expect(await summary(mine, child)).toBe('RSC Hochfeld · 🧒 Mein Kind')
    expect(await summary(mine, { ...child, isMeant: false }, other)).toBe(
      'RSC Hochfeld · 🧒 Mein Kind 2',
    )
    expect(await summary(child)).toBe('RSC Hochfeld · 🧒 Mein Kind')
  },
)
