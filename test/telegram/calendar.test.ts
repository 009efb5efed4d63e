// The calendar file in the chat, whoever changed the appointment; and what is said of reminders there.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freeTimes } from '../../src/flows/appointment/free-times.ts'
import { currentCity } from '../../src/flows/city.ts'
import type { Actor as Staff } from '../../src/flows/staff/actor.ts'
import { cancelTime, giveTime } from '../../src/flows/staff/change-booking.ts'
import { closeDays } from '../../src/flows/staff/close-day.ts'
import { eraseRecord } from '../../src/flows/staff/erase-record.ts'
import { type Actor, createActor } from '../support/actor.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { hasTaken } from '../support/taken-over.ts'
import { bookSara, introduce, lookAtAgreed, reachTimes } from '../support/talks.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const LATER = '2026-03-25'
const DELETE_IT = 'Steht der alte Termin noch in Ihrem Kalender? Löschen Sie ihn dort.'

let lotse: TestLotse
let user: Actor
beforeEach(async () => {
  lotse = await startLotse()
  user = createActor(lotse.world)
})
afterEach(() => lotse.stop())

const staff: Staff = {
  ...{ id: 'anna', client: 'test', role: 'lead', body: 'drk' },
  centres: ['hochfeld', 'hamborn', 'rheinhausen'],
}
const files = () => user.documents().map(({ text }) => text)
const last = () => files().at(-1) ?? ''
const captions = () => user.messages().flatMap(({ caption }) => caption ?? [])
const booking = () => lotse.db.booking.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
const requests = () => lotse.db.intake.findMany({ orderBy: { createdAt: 'desc' } })
const latest = async () => (await requests())[0]?.id ?? ''

async function aTime(centre = 'hochfeld', ahead = 9 * DAY) {
  const city = await currentCity(lotse.deps)
  const centres = city.profile.centres.filter(({ id }) => id === centre)
  const sought = { now: lotse.clock.at, audience: 'public', most: 400 } as const
  const times = await freeTimes(lotse.deps, city, centres, sought)
  const far = times.find(({ startsAt }) => startsAt > lotse.clock.at + ahead)
  return { centre, startsAt: far?.startsAt ?? 0 }
}

describe('a person', () => {
  it('who cancels gets the file that calls the entry off, and the word to delete it', async () => {
    await bookSara(user, LATER)
    await user.taps('Absagen')
    await user.taps('Ja, absagen')
    expect(files()).toHaveLength(2)
    expect(last()).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:1[\s\S]*STATUS:CANCELLED/)
    expect(/UID:(.*)/.exec(last())?.[1]).toBe(/UID:(.*)/.exec(files()[0] ?? '')?.[1])
    expect(captions().at(-1)).toBe(DELETE_IT)
    // A program that adds it as new shows what it is, and keeps nobody's day.
    expect(last()).toMatch(/SUMMARY:Ihr Termin ist abgesagt\. · RSC Hochfeld\r\n/)
    expect(last()).toContain('TRANSP:TRANSPARENT')
    const names = user.documents().map(({ name }) => name)
    expect(names[1]).toBe(names[0]?.replace('.ics', '-cancelled.ics'))
  })

  it('who deletes everything gets it too, where there was something to come', async () => {
    await bookSara(user, LATER)
    await user.sends('/delete')
    await user.tapsData('1~ey')
    expect(await lotse.db.person.count()).toBe(0)
    expect(last()).toContain('METHOD:CANCEL')
    const other = createActor(lotse.world, { name: 'Baran' })
    await introduce(other)
    await other.sends('/delete')
    await other.tapsData('1~ey')
    expect(other.documents()).toEqual([])
  })

  it('in a hurry has the file with the time, before what is asked afterwards', async () => {
    await introduce(user)
    await user.taps('Ja, dringend')
    await user.taps('Brief mit Frist')
    await user.tapsData(/~tm~/)
    await user.tapsData(/~bo~/)
    user.sees('Ihr Termin steht')
    expect(files()).toHaveLength(1)
  })

  it.each(['sendDocument', 'editMessageText'] as const)(
    'has the file also where %s failed first',
    async (method) => {
      await bookSara(user, LATER)
      await user.taps('Absagen')
      const clear = lotse.world.faults.add({ method, status: 500, times: 1 })
      await user.taps('Ja, absagen')
      for (let tries = 0; tries < 3 && files().length < 2; tries++) {
        lotse.clock.at += 6000
        await lotse.world.delivery.again()
      }
      clear()
      expect(last()).toContain('METHOD:CANCEL')
    },
  )

  it.each([
    ['oneself', /~er~self$/, ['own']],
    ['the mother alone', /~er~(?!self|all)/, ['hers']],
    ['all', /~er~all$/, ['own', 'hers']],
  ])('who erases %s gets a file for each appointment that ends', async (_who, whom, ended) => {
    await bookSara(user, LATER)
    await user.tapsData('1+~pp')
    const consent = [/~br~mother/, /~vo~/, /~on$/]
    const answers = [/~urgent~no/, /~topics~housing/, /~district~mitte/, /~spoken~ar/]
    for (const data of [...consent, ...answers, /~tm~/, /~bo~/]) await user.tapsData(data)
    const uid = (text: string) => /UID:(.*)/.exec(text)?.[1]
    const [own, hers] = files().map(uid)
    await user.sends('/delete')
    await user.tapsData(whom)
    await user.tapsData(/~es~/)
    const called = files().slice(2)
    for (const text of called) expect(text).toContain('METHOD:CANCEL')
    const wanted = ended.map((one) => (one === 'own' ? own : hers))
    expect(called.map(uid).sort()).toEqual(wanted.sort())
  })

  it('who wants no reminders any more has an entry that does not ring, and the other way round', async () => {
    await bookSara(user, LATER)
    expect(last()).toContain('BEGIN:VALARM')
    await lookAtAgreed(user)
    await user.taps('Keine Erinnerung')
    expect(last()).not.toContain('BEGIN:VALARM')
    expect(last()).toContain('SEQUENCE:1')
    await user.taps('Erinnern Sie mich')
    user.sees('Wir erinnern Sie an den Termin: 3 Tage vorher, am Tag vorher und am selben Tag.')
    expect(last()).toMatch(/SEQUENCE:2[\s\S]*BEGIN:VALARM/)
  })
})

describe('reminders', () => {
  it('are neither asked for nor promised where none will come', async () => {
    await reachTimes(user)
    await user.taps('Mo 16.03. 10:00')
    expect(user.sees('Stimmt alles?').text).not.toContain('erinnern')
    expect(user.buttons().slice(0, 2)).toEqual(['✅ Ja, buchen', 'Andere Zeit'])
    await user.taps('Ja, buchen')
    expect(user.sees('Ihr Termin steht fest').text).not.toContain('rinner')
    expect(user.buttons()).not.toContain('Erinnern Sie mich')
    expect(last()).not.toContain('BEGIN:VALARM')
    expect(await booking()).toMatchObject({ remind: false })
    expect(await lotse.db.consent.count({ where: { scope: 'reminders' } })).toBe(0)
  })

  it('are asked for when the time moves to where they can come', async () => {
    await bookSara(user)
    await user.taps('Verschieben')
    await user.tapsData(`1~da~hochfeld~${LATER}`)
    await user.tapsData(/~tm~/)
    user.sees('Dürfen wir Sie hier an den Termin erinnern?')
    user.sees('🔔 3 Tage vorher, am Tag vorher und am selben Tag')
    await user.taps('Ja, mit Erinnerung')
    expect(await booking()).toMatchObject({ remind: true, sequence: 2 })
    expect(await lotse.db.consent.count({ where: { scope: 'reminders' } })).toBe(1)
    expect(last()).toContain('BEGIN:VALARM')
    user.sees('Wir erinnern Sie hier an den Termin: 3 Tage vorher')
    await lotse.passes(10 * DAY)
    const sent = await lotse.db.outbox.count({ where: { kind: 'reminder', status: 'sent' } })
    expect(sent).toBe(3)
  })

  it('name those that are still to come', async () => {
    await bookSara(user, LATER)
    await lotse.passes(7 * DAY)
    await user.sends('/appointment')
    user.sees('Wir erinnern Sie hier an den Termin: am Tag vorher und am selben Tag.')
    await lotse.passes(1.5 * DAY)
    await user.sends('/appointment')
    user.sees('Wir erinnern Sie hier an den Termin: am selben Tag.')
  })

  it('are not agreed to by a button that comes too late', async () => {
    await bookSara(user, LATER)
    await lookAtAgreed(user)
    await user.taps('Keine Erinnerung')
    const { startsAt } = await booking()
    lotse.clock.at = Date.parse(startsAt) - HOUR
    await user.tapsData('1~re')
    user.sees('Für eine Erinnerung ist es jetzt zu spät.')
    expect(await booking()).toMatchObject({ remind: false })
    lotse.clock.at += 5 * HOUR
    await user.tapsData('1~re')
    user.sees('Sie haben zurzeit keinen Termin.')
    const withdrawn = { scope: 'reminders', withdrawnAt: null }
    expect(await lotse.db.consent.count({ where: withdrawn })).toBe(0)
  })
})

describe('staff', () => {
  /** Somebody who asked to be written to. */
  async function wantsACall() {
    await introduce(user)
    await user.tapsData('1~cb~chat')
    user.sees('Ihre Nachricht ist angekommen')
    return await latest()
  }

  it('who give a time send the file, what to bring, and the question about reminders', async () => {
    const id = await wantsACall()
    expect(await giveTime(await hasTaken(lotse), staff, id, await aTime())).toBe('done')
    await lotse.tick()
    const message = user.sees('Ihr Termin steht fest')
    expect(message.text).toContain('Bringen Sie Ihre Papiere und Briefe mit.')
    expect(message.text).toContain('Dürfen wir Sie hier an den Termin erinnern?')
    // What can be answered comes last, and makes the sound.
    expect(user.messages().at(-1)?.message_id).toBe(message.message_id)
    expect(files()).toHaveLength(1)
    expect(last()).not.toContain('BEGIN:VALARM')
    await user.taps('Erinnern Sie mich')
    user.sees('Wir erinnern Sie an den Termin: 3 Tage vorher')
    user.sees('Ihr Termin steht fest')
    expect(last()).toMatch(/SEQUENCE:1[\s\S]*BEGIN:VALARM/)
    await lotse.passes(10 * DAY)
    expect(await lotse.db.outbox.count({ where: { kind: 'reminder', status: 'sent' } })).toBe(3)
  })

  it('who give a time of today ask nothing that cannot be kept', async () => {
    const id = await wantsACall()
    await giveTime(await hasTaken(lotse), staff, id, await aTime('hochfeld', 0))
    await lotse.tick()
    expect(user.sees('Ihr Termin steht fest').text).not.toContain('erinnern')
    expect(user.buttons()).not.toContain('Erinnern Sie mich')
  })

  it('who move and cancel send the files in the order of what happened', async () => {
    await bookSara(user, LATER)
    const id = await latest()
    await giveTime(await hasTaken(lotse), staff, id, await aTime('hamborn'))
    await lotse.tick()
    user.sees('Ihr Termin ist verschoben')
    user.sees('Wir erinnern Sie hier an den Termin: 3 Tage vorher')
    expect(last()).toMatch(/SEQUENCE:1[\s\S]*LOCATION:RSC Hamborn[\s\S]*BEGIN:VALARM/)
    await cancelTime(await hasTaken(lotse), staff, id)
    await lotse.tick()
    user.sees('Ihr Termin ist abgesagt')
    expect(last()).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:2/)
    expect(captions().at(-1)).toBe(DELETE_IT)
  })

  it('who close a day that is told late still call off the old entry, and name the time that holds', async () => {
    await bookSara(user, LATER)
    // Past nine in the evening nobody is written to.
    lotse.clock.at += 14 * HOUR
    const closing = { id: 'c.0', centre: 'hochfeld', seat: null, reason: 'krank' }
    const [startsAt, endsAt] = ['2026-03-24T23:00:00Z', '2026-03-25T23:00:00Z'].map(Date.parse)
    const hours = { startsAt: startsAt ?? 0, endsAt: endsAt ?? 0 }
    expect(await closeDays(lotse.deps, staff, [{ ...closing, ...hours }])).toBe('done')
    await lotse.tick()
    expect(files()).toHaveLength(1)
    await user.sends('/appointment')
    await user.taps('Zeit wählen')
    await user.tapsData('1~da~hochfeld~2026-04-01')
    await user.tapsData(/~tm~/)
    await user.tapsData(/~bo~/)
    await lotse.passes(12 * HOUR)
    const { text = '' } = user.sees('Ihr Termin kann leider nicht stattfinden.')
    expect(text).toMatch(/25\.03\.2026[\s\S]*Ihr anderer Termin bleibt:[\s\S]*01\.04\.2026/)
    expect(last()).toMatch(/METHOD:CANCEL[\s\S]*DTSTART:20260325/)
  })

  it('who erase one of two requests tell of its appointment, the person stays', async () => {
    await bookSara(user, LATER)
    await user.taps('Absagen')
    await user.taps('Ja, absagen')
    lotse.clock.at += 60_000
    await user.tapsData('1~ne')
    await user.taps('Nicht dringend')
    await user.taps('Arbeit')
    await user.tapsData(`1~da~hochfeld~${LATER}`)
    await user.tapsData(/~tm~/)
    await user.tapsData(/~bo~/)
    expect(await requests()).toHaveLength(2)
    const before = files().length
    expect(await eraseRecord(await hasTaken(lotse), staff, await latest())).toBe('done')
    await lotse.tick()
    user.sees('Ihr Termin ist abgesagt')
    expect(files()).toHaveLength(before + 1)
    expect(last()).toContain('METHOD:CANCEL')
  })
})

describe('the file of a message', () => {
  async function movedByStaff() {
    await bookSara(user, LATER)
    await giveTime(await hasTaken(lotse), staff, await latest(), await aTime('hamborn'))
  }

  it('that Telegram refuses for good keeps no words back', async () => {
    await movedByStaff()
    lotse.world.faults.add({ method: 'sendDocument', status: 400 })
    await lotse.tick()
    user.sees('Ihr Termin ist verschoben')
    const { fileMessageId, status } = await lotse.db.outbox.findFirstOrThrow()
    expect({ fileMessageId, status }).toEqual({ fileMessageId: null, status: 'sent' })
  })

  it.each([
    ['the file', 'sendDocument'],
    ['the words after it', 'sendMessage'],
  ] as const)('comes again with the words where %s failed', async (_, method) => {
    await movedByStaff()
    lotse.world.faults.add({ method, status: 500, times: 1 })
    await lotse.tick()
    expect(user.messages().some(({ text }) => text?.includes('Ihr Termin ist verschoben'))).toBe(
      false,
    )
    await lotse.passes(HOUR)
    user.sees('Ihr Termin ist verschoben')
    expect(last()).toContain('SEQUENCE:1')
  })

  it('goes when the chat is cleared', async () => {
    await movedByStaff()
    await lotse.tick()
    expect(files()).toHaveLength(2)
    await user.tapsData('1~hi')
    expect(files()).toEqual([])
  })
})
