// Somebody about whom everything is held that can be: what they get to see of it, and what is left
// of it once they have deleted it.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'
import { sendsAtDesk } from '../support/staff-writes.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.stop())

const MARKS = {
  alias: 'Quittenblüte',
  note: 'Zwölfkirschenbrief',
  phone: '020398765432',
  message: 'Pflaumenmarkmontag',
  staffNote: 'Schlehenhinweis',
  followUp: 'Holunderfrist',
  reply: 'Mirabellenantwort',
  barrier: 'Rhabarberhürde',
}
const rows = <Row = Record<string, unknown>>(sql: string) => house.db.$queryRawUnsafe<Row[]>(sql)

async function everything() {
  const guest = await guestBooks(house, { language: 'de' })
  const { user, id } = guest
  await user.tapsData(/~de$/)
  await user.tapsData(/~dy$/)
  await user.sends(MARKS.alias)
  for (let i = 0; i < 12 && !/schreiben|Nachricht/.test(user.screen()?.text ?? ''); i++) {
    await user.taps('Überspringen')
  }
  await user.sends(MARKS.note)
  await user.taps(/Mensch/)
  await user.tapsData(/~cb~phone/)
  await user.sends(MARKS.phone)
  await user.sends('/barrier')
  await user.sends(MARKS.barrier)
  const admin = await house.signedIn({ email: 'admin@rsc.example', role: 'administrator' })
  await admin.get('/staff/barriers')
  const anna = await house.signedIn({ email: 'anna@rsc.example' })
  const path = `/staff/intakes/${id}`
  await anna.get(path)
  await anna.post(`${path}/take`, { from: '' })
  await anna.post(`${path}/notes`, { id: 'note-0001', text: MARKS.staffNote })
  await anna.post(`${path}/called`, { id: 'call-0001', outcome: 'not-reached' })
  await anna.post(`${path}/follow-up`, { on: '2026-12-03', line: MARKS.followUp })
  await sendsAtDesk(anna, path, 'free', MARKS.message)
  await anna.post(`${path}/refer`, { id: 'referral-1', target: 'caritas', 'agreed-contact': 'yes' })
  await house.tick()
  user.sees(MARKS.message)
  await user.sends(MARKS.reply)
  await user.tapsData('1~rf~referral-1~yes')
  await user.sends('/mydata')
  return { guest, anna }
}

/** Every row of every table, as text. */
async function dump(): Promise<{ table: string; row: string }[]> {
  const { copies } = house.deps.store
  const found: { table: string; row: string }[] = []
  for (const { name, columns } of copies.tables()) {
    for (let from: number | undefined = 0; from !== undefined; ) {
      const page: Awaited<ReturnType<typeof copies.page>> = await copies.page(name, columns, from)
      found.push(...page.rows.map((row) => ({ table: name, row })))
      from = page.next
    }
  }
  return found
}

// What is about a person, and where the file they get has it.
const SHOWN: Record<string, string> = {
  Person: 'person',
  Consent: 'consents',
  Intake: 'requests',
  StaffNote: 'notes',
  CallAttempt: 'calls',
  Referral: 'referrals',
  Booking: 'appointments',
  BookingEvent: 'history',
  Waiting: 'waiting',
  Outbox: 'messages',
  Tie: 'links',
  Audit: 'views',
  AuditSubject: 'views',
  AnsweredInput: 'updates',
  Address: 'addresses',
  Reply: 'replies',
  Finding: 'findings',
  Told: 'shown',
  VoiceMessage: 'voiceMessages',
  BarrierReport: 'barriers',
  WebhookDelivery: 'told',
  InterpreterOrder: 'interpreters',
}

describe('the file of /mydata', () => {
  async function fileOf() {
    const { guest, anna } = await everything()
    await guest.user.taps('Als Datei')
    const file = guest.user.documents().find(({ name }) => name === 'lotse.json')
    return { text: file?.text ?? '', data: JSON.parse(file?.text ?? '{}'), anna, guest }
  }

  test('holds what the person typed, what staff wrote to them and where they were referred', async () => {
    const { text, data, guest } = await fileOf()
    for (const mark of [
      MARKS.alias,
      MARKS.note,
      '+4920398765432',
      MARKS.message,
      MARKS.reply,
      MARKS.barrier,
    ]) {
      expect(text).toContain(mark)
    }
    expect(data.referrals).toMatchObject([
      { request: guest.ref, target: 'caritas', answer: 'yes', passes: '["contact"]' },
    ])
    expect(data.messages.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(['staff-message', 'referral']),
    )
    expect(data.history).toMatchObject([{ by: 'person', state: 'booked' }])
    const looks = data.views.map(({ action }: { action: string }) => action)
    expect(looks).toEqual(expect.arrayContaining(['see-record', 'note', 'refer', 'see-barriers']))
  })

  test('tells of a note, whose words are shown at the centre, and of no member of staff', async () => {
    const { text, data, anna, guest } = await fileOf()
    expect(data.notes).toEqual([{ request: guest.ref, createdAt: expect.any(String) }])
    expect(data.calls).toEqual([
      { request: guest.ref, outcome: 'not-reached', createdAt: expect.any(String) },
    ])
    expect(data.requests).toMatchObject([{ followUpOn: '2026-12-03' }])
    for (const hidden of [MARKS.staffNote, MARKS.followUp, 'Anna Test', anna.id, '203.0.113.7']) {
      expect(text).not.toContain(hidden)
    }
  })

  test('leaves out no table that is about a person', async () => {
    const about = ['Person']
    for (const { name, columns } of house.deps.store.copies.tables()) {
      const points = ['personId', 'intakeId', 'bookingId', 'subject']
      if (columns.some((column) => points.includes(column))) about.push(name)
    }
    expect(about.sort()).toEqual(Object.keys(SHOWN).sort())
    const { data } = await fileOf()
    expect(Object.keys(data)).toEqual(expect.arrayContaining(Object.values(SHOWN)))
  })
})

describe('once a person has deleted everything', () => {
  test('no table knows them, their words, their code or their chat', async () => {
    const { guest } = await everything()
    const [person] = await rows<Record<string, string>>(
      'SELECT * FROM "Person" p JOIN "Address" a ON a."personId" = p."id"',
    )
    const sealed = await rows<{ sealed: string }>(
      `SELECT "sealed" FROM "Intake" UNION ALL SELECT "sealed" FROM "Outbox"
       UNION ALL SELECT "sealed" FROM "StaffNote" UNION ALL SELECT "sealed" FROM "Reply"
       UNION ALL SELECT "followUpSealed" FROM "Intake"`,
    )
    // D1 puts no more than five together.
    sealed.push(...(await house.db.barrierReport.findMany({ select: { sealed: true } })))
    const texts = sealed.map((row) => row.sealed).filter((text) => text !== null)
    expect(texts).toHaveLength(6)
    const words = [person?.['id'], person?.['key'], person?.['sealed'], guest.ref, ...texts]
    const before = await dump()
    for (const word of words) {
      expect(before.some(({ row }) => word && row.includes(word))).toBe(true)
    }
    await guest.user.sends('/delete')
    await guest.user.taps('Ja, alles löschen')
    // That somebody was erased is kept, so that a restored backup does not bring them back.
    const after = (await dump()).filter(({ table }) => table !== 'Erased')
    for (const word of words) {
      expect(after.filter(({ row }) => word && row.includes(word))).toEqual([])
    }
    // The request's id stays where staff's deeds are kept, and nothing else does of it.
    const left = after.filter(({ row }) => row.includes(guest.id)).map(({ table }) => table)
    expect([...new Set(left)]).toEqual(['Audit'])
    expect(after.some(({ table, row }) => table === 'AnsweredInput' && /"\[/.test(row))).toBe(false)
  })

  test('one request that staff erase takes its messages along, the other one stays', async () => {
    const { guest, anna } = await everything()
    await guest.user.sends('/appointment')
    await guest.user.taps('Absagen')
    await guest.user.taps('Ja, absagen')
    await guest.user.tapsData('1~ne')
    await guest.user.tapsData('1~cb~chat')
    await anna.get(`/staff/intakes/${guest.id}`)
    expect((await anna.post(`/staff/intakes/${guest.id}/erase`, {})).status).toBe(303)
    expect(await rows('SELECT "id" FROM "Intake"')).toHaveLength(1)
    const kinds = await rows<{ kind: string }>('SELECT "kind" FROM "Outbox"')
    expect(kinds.map(({ kind }) => kind)).not.toContain('staff-message')
    expect(kinds.map(({ kind }) => kind)).not.toContain('referral')
  })
})
