import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { seatAt } from '../../src/domain/appointment/appointment.ts'
import { transition } from '../../src/domain/appointment/transitions.ts'
import { seeCalls } from '../../src/flows/staff/to-call.ts'
import { bookedPerson } from '../support/booked.ts'
import { LEAD } from '../support/guest-on-page.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { speaking } from '../support/speaking.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

type Owed = { kind: string; payload: string; status: string; reason: string | null; doneAt: string }
const outbox = () =>
  lotse.db.$queryRawUnsafe<Owed[]>(
    'SELECT "kind", "payload", "status", "reason", "doneAt" FROM "Outbox" ORDER BY "id"',
  )
const codes = async () =>
  (await outbox()).map(({ payload, status }) => `${JSON.parse(payload).code} ${status}`)
const booking = async () => {
  const [row] = await lotse.db.$queryRawUnsafe<
    { id: string; startsAt: string; state: string; answer: string | null; remindAt: string }[]
  >('SELECT * FROM "Booking" ORDER BY "rowid" DESC LIMIT 1')
  if (!row) throw new Error('nothing is booked')
  return row
}
/** Staff move the appointment twenty minutes later. */
async function laterByStaff(): Promise<boolean> {
  const row = await lotse.db.booking.findFirstOrThrow()
  const startsAt = Date.parse(row.startsAt) + 20 * 60_000
  const seat = seatAt('hochfeld', { startsAt, endsAt: startsAt + 20 * 60_000, seats: [1] })
  const taker = { personId: row.personId, by: 'staff:x' } as const
  return (await lotse.deps.store.appointments.move(row.id, seat, taker, lotse.clock.at)) !== null
}
/** Messages with a title; every reminder begins with the bell. */
const remindersSeen = (user: { messages: () => { text?: string | undefined }[] }, title = '🔔') =>
  user.messages().filter(({ text }) => text?.includes(title))

// The clock begins on Monday, 16 March 2026, 8:00; this is the Wednesday of the week after, 14:00.
const day = () => '2026-03-25'

describe('over the days before an appointment', () => {
  it('three reminders come, each at its own time and once', async () => {
    const { user } = await bookedPerson(lotse, { day: day() })
    await lotse.passes(4 * DAY)
    expect(remindersSeen(user)).toHaveLength(0)
    await lotse.passes(5.2 * DAY)
    expect(remindersSeen(user)).toHaveLength(3)
    const { startsAt } = await booking()
    const sent = (await outbox()).map(
      ({ doneAt }) => (Date.parse(startsAt) - Date.parse(doneAt)) / HOUR,
    )
    expect(sent).toEqual([72, 24, 2])
    await lotse.tick()
    expect(remindersSeen(user)).toHaveLength(3)
  })

  it('a reminder names day, time, centre, address, code and what to bring, never the topic', async () => {
    const { user, word } = await bookedPerson(lotse, { day: day() })
    const titles = () => remindersSeen(user).map(({ text }) => text?.split('\n')[0])
    const first = '🔔 Erinnerung an Ihren Termin'
    await lotse.passes(8.4 * DAY)
    expect(titles()).toEqual([first, '🔔 Ihr Termin: morgen'])
    await lotse.passes(0.4 * DAY)
    // Who reads it in the morning reads of today.
    expect(titles()).toEqual([first, '🔔 Ihr Termin: heute'])
    await user.taps(word('reminders.button.coming'))
    await lotse.passes(0.4 * DAY)
    expect(titles()).toEqual([first, '🔔 Ihr Termin: heute', '🔔 Ihr Termin: heute'])
    const { text = '' } = user.sees('🔔 Ihr Termin: heute')
    expect(text).toContain('Mittwoch, 25.03.2026, 14:00 Uhr')
    expect(text).toContain('Bringen Sie Ihre Papiere und Briefe mit.')
    expect(text).toMatch(/^[2345679ACDEFGHJKMNPQRSTWXYZ]{3}-[2345679ACDEFGHJKMNPQRSTWXYZ]{3}$/m)
    expect(text).toContain('RSC Hochfeld')
    expect(text.split('\n').map((line) => line.replace(/[\u2066-\u2069]/g, ''))).toContain(
      'Brückenstraße 30, Duisburg',
    )
    expect(text).not.toContain(word('questions.topics.option.housing'))
    await user.taps(word('reminders.button.way'))
    user.sees('Entschuldigung, ich suche diese Adresse: Brückenstraße 30, Duisburg.')
  })

  it('who did not ask for reminders gets none', async () => {
    const { user } = await bookedPerson(lotse, { day: day(), quietly: true })
    await lotse.passes(10 * DAY)
    expect(remindersSeen(user)).toHaveLength(0)
    expect(await outbox()).toEqual([])
  })

  it('who takes the consent back gets no more', async () => {
    const { user } = await bookedPerson(lotse, { day: day() })
    await lotse.passes(7 * DAY)
    expect(remindersSeen(user)).toHaveLength(1)
    await user.tapsData('1+~wd~reminders')
    await lotse.passes(3 * DAY)
    expect(remindersSeen(user)).toHaveLength(1)
  })

  it('a cancelled booking takes its reminders with it', async () => {
    const { user } = await bookedPerson(lotse, { day: day() })
    const now = lotse.clock.at
    const cancelled = [transition('booked', 'cancelled', now)]
    await lotse.deps.store.appointments.change(
      { ids: [(await booking()).id] },
      cancelled,
      'person',
      now,
    )
    await lotse.passes(10 * DAY)
    expect(await outbox()).toEqual([])
    expect(user.unansweredTaps()).toBe(0)
  })

  it('a moved booking is reminded of its new time only', async () => {
    const { user } = await bookedPerson(lotse, { day: day() })
    await lotse.passes(7 * DAY)
    expect(await codes()).toEqual(['days-3 sent'])
    await user.tapsData(/~mo$/)
    await user.tapsData('1~da~hochfeld~2026-04-01')
    await user.tapsData(/~tm~hochfeld/)
    await user.tapsData(/~bo~/)
    await lotse.passes(3 * DAY)
    expect(await codes()).toEqual(['days-3 sent'])
    await lotse.passes(8 * DAY)
    expect(await codes()).toEqual(['days-3 sent', 'days-3 sent', 'days-1 sent', 'hours-2 sent'])
  })

  it('a reminder already queued is asked again: a move in the last moment drops it', async () => {
    await bookedPerson(lotse, { day: day() })
    const { id, startsAt } = await booking()
    lotse.clock.at = Date.parse(startsAt) - 24 * HOUR
    await lotse.deps.store.outbox.queue(
      [
        {
          key: 'x',
          kind: 'reminder',
          personId:
            (await lotse.db.$queryRawUnsafe<{ id: string }[]>('SELECT "id" FROM "Person"'))[0]
              ?.id ?? '',
          bookingId: id,
          payload: { code: 'days-1', startsAt: Date.parse(startsAt) - 1 },
          dueAt: lotse.clock.at,
        },
      ],
      lotse.clock.at,
    )
    await lotse.tick()
    expect(await outbox()).toContainEqual(
      expect.objectContaining({ status: 'dropped', reason: 'moved' }),
    )
  })
})

describe('a bot that stood still over the due time', () => {
  it('sends what still helps, and nothing that is past', async () => {
    await bookedPerson(lotse, { day: day() })
    const startsAt = Date.parse((await booking()).startsAt)
    lotse.clock.at = startsAt - 20 * HOUR
    await lotse.tick()
    expect(await codes()).toEqual(['days-1 sent'])
  })

  it('says nothing of the day before on the day itself', async () => {
    await bookedPerson(lotse, { day: day() })
    const startsAt = Date.parse((await booking()).startsAt)
    lotse.clock.at = startsAt - HOUR
    await lotse.tick()
    expect(await codes()).toEqual(['hours-2 sent'])
  })

  it('says nothing at all once it has begun', async () => {
    await bookedPerson(lotse, { day: day() })
    lotse.clock.at = Date.parse((await booking()).startsAt)
    await lotse.tick()
    expect(await outbox()).toEqual([])
  })

  it('started at night, it waits for the morning', async () => {
    await bookedPerson(lotse, { day: day() })
    lotse.clock.at = Date.parse((await booking()).startsAt) - 64 * HOUR
    await lotse.tick()
    expect(await codes()).toEqual(['days-3 queued'])
    await lotse.passes(9 * HOUR)
    expect(await codes()).toEqual(['days-3 queued'])
    await lotse.passes(HOUR)
    expect(await codes()).toEqual(['days-3 sent'])
  })
})

describe('answers to a reminder', () => {
  it('"I come" and "I am late" stand on the booking for staff to see', async () => {
    const { user, word } = await bookedPerson(lotse, { day: day() })
    await lotse.passes(9.2 * DAY)
    await user.taps(word('reminders.button.coming'))
    user.sees(word('reminders.notice.coming'))
    expect(await booking()).toMatchObject({ answer: 'coming', state: 'booked' })
    await user.taps(word('reminders.button.late'))
    user.sees(word('reminders.notice.late'))
    expect((await booking()).answer).toBe('late')
    expect(user.unansweredTaps()).toBe(0)
  })

  it('an accidental "I cannot come" loses nothing: it asks once', async () => {
    const { user, word } = await bookedPerson(lotse, { day: day() })
    await lotse.passes(7 * DAY)
    await user.taps(word('reminders.button.cannot'))
    expect((await booking()).state).toBe('booked')
    await user.taps(word('booking.cancel.button.yes'))
    expect(await booking()).toMatchObject({ state: 'cancelled', remindAt: null })
  })

  it('an answer to a reminder of another time changes nothing and says so', async () => {
    const { user, word } = await bookedPerson(lotse, { day: day() })
    await lotse.passes(7 * DAY)
    const reminder = user.screen()
    if (!reminder) throw new Error('no reminder')
    expect(await laterByStaff()).toBe(true)
    await user.taps(word('reminders.button.coming'), { message: reminder })
    user.sees(word('reminders.notice.other-time'))
    expect((await booking()).answer).toBeNull()
  })

  it('an answer after the appointment says that it is over', async () => {
    const { user, word } = await bookedPerson(lotse, { day: day() })
    lotse.clock.at = Date.parse((await booking()).startsAt) - HOUR
    await lotse.tick()
    lotse.clock.at += DAY
    await user.taps(word('reminders.button.late'))
    user.sees(word('booking.appointment.past'))
    expect(
      user
        .turn()
        .map(({ text }) => text)
        .join(),
    ).not.toContain(word('reminders.notice.other-time'))
    expect((await booking()).answer).toBeNull()
  })

  it('a move forgets what was answered about the old time', async () => {
    const { user, word } = await bookedPerson(lotse, { day: day() })
    await lotse.passes(7 * DAY)
    await user.taps(word('reminders.button.coming'))
    await laterByStaff()
    expect((await booking()).answer).toBeNull()
  })
})

describe('after a missed appointment', () => {
  const missed = async () => {
    const { id, startsAt } = await booking()
    lotse.clock.at = Date.parse(startsAt) + HOUR
    const marked = [transition('booked', 'missed', lotse.clock.at)]
    await lotse.deps.store.appointments.change({ ids: [id] }, marked, 'staff:x', lotse.clock.at)
  }

  it('one kind message offers a new time that two taps book', async () => {
    const { user, word } = await bookedPerson(lotse, { day: day() })
    await missed()
    await lotse.passes(5 * HOUR)
    expect(remindersSeen(user, word('reminders.missed.title'))).toHaveLength(1)
    await user.tapsData(/~tm~hochfeld/)
    await user.taps(word('booking.check.button.book'))
    expect((await booking()).state).toBe('booked')
  })

  it('a mark that is taken back within the hour sends nothing', async () => {
    const { user, word } = await bookedPerson(lotse, { day: day() })
    await missed()
    await lotse.tick()
    const { id } = await booking()
    const corrected = [transition('missed', 'attended', lotse.clock.at)]
    await lotse.deps.store.appointments.change({ ids: [id] }, corrected, 'staff:x', lotse.clock.at)
    await lotse.passes(5 * HOUR)
    expect(remindersSeen(user, word('reminders.missed.title'))).toHaveLength(0)
  })
})

describe('who cannot be reached', () => {
  const toCall = async (centre: string) => {
    await lotse.db.intake.updateMany({ where: {}, data: { bodyId: LEAD.body } })
    return (await seeCalls(lotse.deps, { ...LEAD, centres: [centre] }, null)).waiting
  }

  it('is on that list too where a message is given up, until one arrives', async () => {
    await bookedPerson(lotse, { day: day() })
    const clear = lotse.world.faults.add({ method: 'sendMessage', status: 500 })
    await lotse.passes(7.5 * DAY)
    expect(await codes()).toEqual(['days-3 failed'])
    expect(await toCall('hochfeld')).toMatchObject([{ unreachable: null, undelivered: true }])
    clear()
    await lotse.passes(1.7 * DAY)
    expect(await toCall('hochfeld')).toEqual([])
  })

  it('is on the list of people to call, with the reason, and is not tried again', async () => {
    const { user } = await bookedPerson(lotse, { day: day() })
    lotse.world.faults.add({ method: 'sendMessage', status: 403 })
    await lotse.passes(9.2 * DAY)
    expect(await codes()).toEqual(['days-3 blocked', 'days-1 blocked', 'hours-2 blocked'])
    expect(await toCall('hochfeld')).toMatchObject([
      { unreachable: 'blocked', appointment: { state: 'booked' } },
    ])
    expect(await toCall('hamborn')).toEqual([])
    expect(user.chatId).toBeGreaterThan(0)
  })

  it('leaves the list once they write again', async () => {
    const { user } = await bookedPerson(lotse, { day: day() })
    const clear = lotse.world.faults.add({ method: 'sendMessage', status: 403 })
    await lotse.passes(7 * DAY)
    clear()
    await user.sends('/appointment')
    expect(await toCall('hochfeld')).toEqual([])
    await lotse.passes(2.2 * DAY)
    expect(await codes()).toEqual(['days-3 blocked', 'days-1 sent', 'hours-2 sent'])
  })

  it.each([
    ['a server fault', { status: 500, times: 3 }],
    ['a lost connection', { drop: 'before' as const, times: 3 }],
    ['a flood', { status: 429, retryAfter: 30, times: 2 }],
  ])('%s is tried again until it goes through', async (_, fault) => {
    await bookedPerson(lotse, { day: day() })
    lotse.world.faults.add({ method: 'sendMessage', ...fault })
    await lotse.passes(7 * DAY)
    expect(await codes()).toEqual(['days-3 sent'])
  })
})

it.each(['de', 'ar', 'ckb'])(
  'each reminder says that nobody speaks their language, and whom to bring, in %s',
  async (language) => {
    await lotse.stop()
    lotse = await startLotse({ profile: speaking([{ languages: [] }]) })
    const { user, word } = await bookedPerson(lotse, { day: day(), language, spoken: 'ckb' })
    await lotse.passes(9.2 * DAY)
    const yours = { language: { key: 'language.yours' } }
    const nobody = lotse.deps.i18n.t(language, { key: 'language.fit.nobody', values: yours }, 0)
    const reminders = remindersSeen(user).map(({ text = '' }) => text)
    expect(reminders).toHaveLength(3)
    for (const text of reminders) {
      expect(text).toContain(nobody)
      expect(text).toContain(word('language.fit.bring'))
    }
  },
)
