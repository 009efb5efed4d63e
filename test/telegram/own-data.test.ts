import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { transition } from '../../src/domain/appointment/transitions.ts'
import { currentCity } from '../../src/flows/city.ts'
import { consentTextHash } from '../../src/flows/conversation/consent-texts.ts'
import { createActor } from '../support/actor.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { bookSara, introduce, lookAtAgreed } from '../support/talks.ts'

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

const rows = (sql: string) => lotse.db.$queryRawUnsafe<Record<string, unknown>[]>(sql)

describe('consent', () => {
  it('is noted for each purpose with the text, the language and the time', async () => {
    const user = createActor(lotse.world)
    await bookSara(user, '2026-03-25')
    const given = await rows('SELECT "scope", "textHash", "language", "givenAt" FROM "Consent"')
    const at = new Date(lotse.clock.at).toISOString()
    const { profile } = await currentCity(lotse.deps)
    const hash = (scope: 'booking' | 'reminders') =>
      consentTextHash(lotse.deps.i18n, profile, scope, 'de', 'telegram')
    expect(given).toEqual([
      { scope: 'booking', textHash: await hash('booking'), language: 'de', givenAt: at },
      { scope: 'reminders', textHash: await hash('reminders'), language: 'de', givenAt: at },
    ])
  })

  it('to a text that has changed since is asked for again, and the talk goes on after it', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    await user.taps('Nicht dringend')
    await lotse.db.$executeRawUnsafe(`UPDATE "Consent" SET "textHash" = 'an older text'`)
    await user.sends('/start')
    user.sees('Dürfen wir Ihre Antworten speichern?')
    await user.taps('Ich stimme zu')
    user.sees('Worum geht es?')
  })

  it('to a changed text takes the place of a message and is corrected by nobody', async () => {
    const user = createActor(lotse.world)
    await bookSara(user, '2026-03-25')
    await user.taps('Verschieben')
    await lotse.db.$executeRawUnsafe(`UPDATE "Consent" SET "textHash" = 'an older text'`)
    await user.tapsData(/~tm~/)
    user.sees('Dürfen wir Ihre Antworten speichern?')
    const [{ id } = { id: '' }] = await lotse.db.booking.findMany()
    const now = lotse.clock.at
    const off = [transition('booked', 'cancelled', now)]
    await lotse.deps.store.appointments.change({ ids: [id] }, off, 'staff:anna', now)
    await lotse.passes(5 * 60_000)
    const texts = user.messages().map(({ text }) => text ?? '')
    expect(texts.some((text) => text.includes('Ihr Termin steht fest'))).toBe(false)
    expect(texts.some((text) => text.includes('Dürfen wir Ihre Antworten'))).toBe(true)
    await user.sends('ja')
    expect(await rows(`SELECT "scope" FROM "Consent" WHERE "scope" = 'booking'`)).toHaveLength(2)
  })

  it('to a changed text stands before no way to one’s own data, nor to deleting them', async () => {
    const user = createActor(lotse.world)
    await bookSara(user, '2026-03-25')
    await lotse.db.$executeRawUnsafe(`UPDATE "Consent" SET "textHash" = 'an older text'`)
    await user.sends('/mydata')
    user.sees('Das ist über Sie gespeichert')
    await user.taps('Als Datei')
    expect(user.documents().map(({ name }) => name)).toContain('lotse.json')
    await user.sends('/appointment')
    user.sees('Dürfen wir Ihre Antworten speichern?')
    await user.tapsData('1~ca')
    user.sees('Termin absagen?')
    await user.sends('/delete')
    await user.taps('Ja, alles löschen')
    user.sees('Ihre Daten sind gelöscht.')
    expect(await rows('SELECT 1 FROM "Person"')).toEqual([])
  })

  it.each([
    ['who a centre is', { whoWeAre: { de: 'Wir gehören zur Stadt.' } }],
    ['who answers for the data', { controller: { name: 'Stadt Duisburg', law: 'DSGVO' } }],
  ])('asks again when %s is told otherwise, and not before', async (_, change) => {
    const user = createActor(lotse.world)
    await introduce(user)
    await user.sends('/start')
    user.sees('Ist es dringend?')
    const { profile } = await currentCity(lotse.deps)
    const [centre, ...others] = profile.centres
    const other = { ...profile, centres: [{ ...centre, ...change }, ...others] }
    await lotse.deps.store.cities.replace(profile.id, other, lotse.clock.at)
    await user.sends('/start')
    user.sees('Dürfen wir Ihre Antworten speichern?')
    await user.taps('Ich stimme zu')
    user.sees('Ist es dringend?')
    await user.sends('/start')
    user.sees('Ist es dringend?')
  })

  it('is withdrawn where it stands: reminders stop at once', async () => {
    const user = createActor(lotse.world)
    await bookSara(user, '2026-03-25')
    await lookAtAgreed(user)
    await user.taps('Keine Erinnerung')
    expect(await rows('SELECT 1 FROM "Booking" WHERE "remind"')).toEqual([])
    expect(await rows(`SELECT "scope" FROM "Consent" WHERE "withdrawnAt" IS NOT NULL`)).toEqual([
      { scope: 'reminders' },
    ])
  })

  it('to optional answers is withdrawn from every request, not from the last one alone', async () => {
    const user = createActor(lotse.world)
    await bookSara(user, '2026-03-25')
    await user.tapsData(/~de$/)
    await user.tapsData(/~dy$/)
    await user.sends('Rosa')
    await user.sends('/appointment')
    await user.taps('Absagen')
    await user.taps('Ja, absagen')
    await user.tapsData('1~ne')
    await user.taps('Nicht dringend')
    const held = async () =>
      (
        await lotse.deps.store.holdings.of(
          String((await rows('SELECT "id" FROM "Person"'))[0]?.['id']),
        )
      ).requests
    expect(await held()).toMatchObject([{ typed: { alias: 'Rosa' } }, { typed: { alias: 'Rosa' } }])
    await lookAtAgreed(user)
    await user.taps('Freiwilliges löschen')
    const requests = await held()
    expect(requests.map(({ typed }) => typed)).toEqual([{}, {}])
    expect(requests[0]).toMatchObject({ talk: { answers: { topics: ['housing'] } } })
  })

  it('leaves a proof that names nobody when the person is forgotten', async () => {
    const user = createActor(lotse.world)
    await bookSara(user, '2026-03-25')
    await user.sends('/delete')
    await user.taps('Ja, alles löschen')
    expect(await rows('SELECT * FROM "Consent"')).toEqual([])
    const proofs = await rows('SELECT * FROM "ConsentProof" ORDER BY "scope"')
    expect(proofs.map(({ scope }) => scope)).toEqual(['booking', 'reminders'])
    expect(await rows('SELECT "ref", "personId", "seat" FROM "Booking"')).toEqual([
      { ref: '', personId: null, seat: null },
    ])
  })
})

describe('/mydata', () => {
  it('shows each consent with its time', async () => {
    const user = createActor(lotse.world)
    await bookSara(user, '2026-03-25')
    await lookAtAgreed(user)
    user.sees('Zugestimmt am Montag, 16.03.2026, 08:00 Uhr: Termin')
    user.sees('Zugestimmt am Montag, 16.03.2026, 08:00 Uhr: Erinnerungen')
  })

  it('gives everything held as a file', async () => {
    const user = createActor(lotse.world)
    await bookSara(user, '2026-03-25')
    await user.sends('/mydata')
    await user.taps('Als Datei')
    const file = user.documents().find(({ name }) => name === 'lotse.json')
    const data = JSON.parse(file?.text ?? '{}')
    expect(Object.keys(data)).toEqual(
      expect.arrayContaining([
        'person',
        'consents',
        'requests',
        'appointments',
        'waiting',
        'messages',
      ]),
    )
    expect(data.requests[0].talk.answers).toMatchObject({ topics: ['housing'] })
    expect(data.appointments[0]).toMatchObject({ centreId: 'hochfeld', state: 'booked' })
    expect(data.consents).toHaveLength(2)
  })
})

describe('a chat is cleared on request', () => {
  it('of all that both have written, and what comes next stands below', async () => {
    const user = createActor(lotse.world)
    await bookSara(user, '2026-03-25')
    await user.sends('hallo')
    await user.sends('/mydata')
    const before = user.messages().map(({ message_id }) => message_id)
    await user.taps('Diesen Chat leeren')
    user.sees('Die Nachrichten der letzten zwei Tage sind weg.')
    const left = user.messages().filter(({ message_id }) => before.includes(message_id))
    // What was written before the consent, when nothing was stored, too.
    expect(left).toEqual([])
    expect(user.unansweredTaps()).toBe(0)
    await user.taps('Weiter')
    user.sees('Ihr Termin steht fest')
  })

  it('as far as Telegram lets it go after two days', async () => {
    const user = createActor(lotse.world)
    await bookSara(user, '2026-03-25')
    lotse.clock.at += 47 * 3_600_000
    await user.sends('/delete')
    lotse.clock.at += 2 * 3_600_000
    await user.taps('Diesen Chat leeren')
    user.sees('sind weg')
    const texts = user.messages().map(({ text, document }) => text ?? document?.file_name ?? '')
    expect(texts.filter((text) => text.startsWith('/'))).toEqual(['/start'])
    expect(texts.some((text) => text.endsWith('.ics'))).toBe(true)
    user.sees('Steht weiter oben noch etwas?')
  })

  it('of nothing that stands in the chats of others, whose numbers lie between', async () => {
    const [user, other] = [createActor(lotse.world), createActor(lotse.world)]
    await user.sends('/start')
    await other.sends('/start')
    await user.taps('Deutsch')
    await other.taps('Deutsch')
    await user.sends('mein mann schlägt mich')
    const theirs = other.messages()
    await user.taps('Diesen Chat leeren')
    expect(other.messages()).toEqual(theirs)
    expect(user.messages()).toHaveLength(1)
  })

  it('in few calls where all before is too old to be let go', async () => {
    const user = createActor(lotse.world)
    await user.sends('/start')
    for (let nth = 0; nth < 150; nth++) {
      lotse.clock.at += 60_000
      await user.sends(`hallo ${nth}`)
    }
    lotse.clock.at += 3 * 86_400_000
    await user.sends('/start')
    await user.taps('Deutsch')
    await user.sends('mein mann schlägt mich')
    const calls = () => lotse.world.calls().filter(({ method }) => method.startsWith('delete'))
    const before = calls().length
    await user.taps('Diesen Chat leeren')
    expect(user.messages().map(({ text }) => text)).not.toContain('mein mann schlägt mich')
    expect(calls().length - before).toBeLessThan(40)
  })

  it('in few calls, however much somebody has sent', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    const [person] = await rows('SELECT "id" FROM "Person"')
    const personId = String(person?.['id'])
    const { inputs } = lotse.deps.store
    const messages = Array.from({ length: 30_000 }, (_, index) => index + 1000)
    const chat = { personId, channel: 'telegram' } as const
    await inputs.markAnswered('telegram:1000000', lotse.clock.at, { chat, messages, told: {} })
    const found = await inputs.messagesOf(personId, lotse.clock.at - 1000)
    expect(found).toHaveLength(1000)
    expect(found).toContain(30_999)
    expect(found).not.toContain(1000)
  })

  it('by numbers alone, noted with the answer itself', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    const marks = await rows('SELECT "personId", "messages" FROM "AnsweredInput"')
    expect(marks.filter(({ personId }) => personId === null)).not.toHaveLength(0)
    expect(marks.at(-1)?.['messages']).toMatch(/^\[\d+\]$/)
  })
})
