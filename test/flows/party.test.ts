import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Screen } from '../../src/domain/dialog/screen.ts'
import type { Tap } from '../../src/domain/dialog/tap.ts'
import { createConversation } from '../../src/flows/conversation/conversation.ts'
import type { Messenger } from '../../src/flows/outbox/messenger.ts'
import { enqueue } from '../../src/flows/outbox/outbox.ts'
import { createTick } from '../../src/flows/upkeep/run-tick.ts'
import { duisburg } from '../support/duisburg.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { agreed, books, does, type Page } from '../support/page.ts'
import { sealedWords } from '../support/staff-writes.ts'

let lotse: TestLotse
let page: Page
beforeEach(async () => {
  lotse = await startLotse()
  page = await agreed(createConversation(lotse.deps))
})
afterEach(() => lotse.stop())

const rows = (sql: string) => lotse.db.$queryRawUnsafe<Record<string, unknown>[]>(sql)
const number = async (sql: string) => Number((await rows(`SELECT (${sql}) AS "n"`))[0]?.['n'])
const open = () => number(`SELECT count(*) FROM "Booking" WHERE "state" = 'booked'`)

const is = (relation: string, what: 'bring' | 'vouch') => (tap: Tap) =>
  tap.do === what && tap.relation === relation
const turnsTo = (whom: string) => (tap: Tap) => tap.do === 'for' && tap.whom === whom
const command = (name: 'appointment' | 'mydata' | 'delete' | 'help') =>
  page.send({ kind: 'command', command: name })
const says = (screen: Screen) => JSON.stringify(screen.lines)

/** From the screen of an appointment to everybody behind the chat. */
async function opensPeople() {
  await page.press((tap) => tap.do === 'open' && tap.page === 'appointment-more')
  await page.press(does('people'))
}

/** From wherever the person is to the first question of somebody else. */
async function brings(relation: string, label?: string) {
  await command('help')
  await page.press(does('people'))
  if (page.latest().id === 'people') await page.press(does('another'))
  await page.press(is(relation, 'bring'))
  await page.press(is(relation, 'vouch'))
  if (label) await page.send({ kind: 'text', text: label })
  else await page.press(does('on'))
}

const signs = () => page.taps(page.latest()).flatMap((tap) => (tap.do === 'for' ? [tap.whom] : []))

describe('one chat for several people', () => {
  it('books for a mother beside oneself, each in sight and each with a record', async () => {
    await books(page)
    const [mine] = await rows('SELECT "ref" FROM "Booking"')
    await brings('mother')
    await books(page)
    expect(await open()).toBe(2)
    const booked = page.latest()
    expect(booked.id).toBe('appointment')
    expect(booked.of).toMatch(/^[\w-]{6}$/)
    expect(says(booked)).toContain('party.relation.option.mother')
    expect(says(booked)).not.toContain(mine?.['ref'])
    await command('appointment')
    expect(page.latest().of).toBe(booked.of)
    await opensPeople()
    await page.press(turnsTo('self'))
    expect(page.latest().of).toBeUndefined()
    expect(says(page.latest())).toContain('party.relation.option.self')
    expect(says(page.latest())).toContain(mine?.['ref'])
    const records = await rows(`SELECT DISTINCT "personId" FROM "Intake" WHERE "ref" IS NOT NULL`)
    expect(records).toHaveLength(2)
  })

  it.each([
    ['Überspringen', 'question.urgent'],
    ['Derbas bikin', 'question.urgent'],
    ['Mein Mann schlägt mich', 'danger'],
    ['Zurück', 'people'],
    ['◀️ zurück', 'people'],
    ['رجوع', 'people'],
    ['گەڕانەوە', 'people'],
    ['Mensch', 'person'],
    ['🆘', 'danger'],
  ])('calls nobody %s', async (text, screen) => {
    await command('help')
    await page.press(does('people'))
    await page.press(is('mother', 'bring'))
    await page.press(is('mother', 'vouch'))
    await page.send({ kind: 'text', text })
    expect(page.latest().id).toBe(screen)
    expect(await number(`SELECT count(*) FROM "Address" WHERE "sealedLabel" IS NOT NULL`)).toBe(0)
  })

  it('turns to whom the list names, typed as pressed', async () => {
    await brings('mother', 'Fatma')
    await command('help')
    await page.press(does('people'))
    await page.send({ kind: 'text', text: 'Ich selbst' })
    expect(says(page.latest())).not.toContain('Fatma')
    await command('help')
    await page.press(does('people'))
    await page.send({ kind: 'text', text: 'fatma' })
    expect(says(page.latest())).toContain('Fatma')
    expect(page.latest().id).not.toBe('people')
  })

  describe('a cry for help while it is about somebody else', () => {
    const onward = (tap: Tap) => tap.do === 'danger' && tap.next === 'times'
    const isWho = (who: string) => (tap: Tap) => tap.do === 'danger' && tap.who === who
    const inDanger = () =>
      rows(`SELECT a."relation", i."talk" ->> '$.answers.heard' AS "heard"
        FROM "Intake" i JOIN "Address" a ON a."personId" = i."personId"
        WHERE i."talk" ->> '$.answers.urgent' = 'danger'`)
    const cries = () => page.send({ kind: 'text', text: 'Mein Mann schlägt mich' })

    it('is kept for whoever it is said to be about, and for nobody before', async () => {
      await brings('mother', 'Fatma')
      const { of } = page.latest()
      await cries()
      expect(page.latest().id).toBe('danger')
      expect(says(page.latest())).not.toContain('party.person')
      await page.press(onward)
      expect(says(page.latest())).toContain('danger.who')
      expect(says(page.latest())).not.toContain('party.person')
      expect(await inDanger()).toEqual([])
      const asked = page.latest()
      await page.press(isWho('self'))
      expect(page.latest().id).toBe('times')
      expect(await inDanger()).toEqual([{ relation: null, heard: '["violence"]' }])
      await page.pressOn(asked, isWho(of ?? ''))
      expect(page.latest()).toMatchObject({ id: 'times', of })
      expect(await inDanger()).toHaveLength(2)
    })

    it('is asked about after a press as well, and again where the answer was lost', async () => {
      await brings('mother')
      await page.send(
        { kind: 'tap', tap: { do: 'open', page: 'danger' } },
        undefined,
        page.latest().of,
      )
      page.isDown = true
      await expect(page.press(onward, 'lost')).rejects.toThrow('cut')
      page.isDown = false
      await page.press(onward, 'lost')
      expect(page.taps(page.latest()).filter(does('danger'))).toHaveLength(2)
      await page.press(isWho('self'))
      expect(await inDanger()).toEqual([{ relation: null, heard: null }])
    })

    it("can be about oneself where one is not there: with a consent of one's own first", async () => {
      await brings('mother', 'Fatma')
      await command('delete')
      await page.press((tap) => tap.do === 'erase' && tap.whom === 'self')
      await page.press(does('erase-yes'))
      await cries()
      await page.press(onward)
      await page.press(is('self', 'bring'))
      expect(says(page.latest())).toContain('lobby.consent.ask')
      expect(await inDanger()).toEqual([])
    })

    it('is not asked about where one speaks for oneself alone', async () => {
      await cries()
      await page.press(onward)
      expect(page.latest().id).toBe('times')
    })
  })

  it('says nothing of anybody as long as one speaks for oneself alone', async () => {
    await books(page)
    for (const screen of page.screens) {
      expect(screen.of).toBeUndefined()
      expect(says(screen)).not.toContain('party.person')
    }
  })

  it('keeps the word given for somebody as a consent of their own, and as a proof', async () => {
    await brings('child', 'Amina')
    const consents = await rows(
      'SELECT "scope", "textHash" FROM "Consent" ORDER BY "givenAt", "scope" DESC',
    )
    expect(consents.map(({ scope }) => scope)).toEqual(['booking', 'another'])
    expect(new Set(consents.map(({ textHash }) => textHash)).size).toBe(2)
    const [kept] = await rows('SELECT "sealedLabel" FROM "Address" WHERE "relation" = \'child\'')
    expect(kept?.['sealedLabel']).not.toContain('Amina')
    expect(says(page.latest())).toContain('Amina')
    await command('delete')
    const child = page.latest().of
    await page.press((tap) => tap.do === 'erase' && tap.whom === child)
    await page.press(does('erase-yes'))
    // Who goes on is named above; what is said is who was erased, which is kept nowhere.
    const [notice] = page.latest().lines.filter((one) => JSON.stringify(one).includes('erase.done'))
    expect(JSON.stringify(notice)).toContain('Amina')
    expect(JSON.stringify(await rows('SELECT "talk" FROM "Intake"'))).not.toContain('Amina')
    const proofs = await rows('SELECT "scope" FROM "ConsentProof"')
    expect(proofs).toEqual([{ scope: 'another' }])
    expect(lotse.logged.join()).not.toContain('Amina')
  })

  it('takes nobody more than the city allows, by whatever button', async () => {
    await books(page)
    await brings('mother')
    const asked = page.screens.findLast(({ id }) => id === 'vouch') as Screen
    await brings('child')
    await command('help')
    await page.press(does('people'))
    expect(page.taps(page.latest()).some(does('another'))).toBe(false)
    for (const tap of [
      { do: 'another' },
      { do: 'bring', relation: 'father' },
      { do: 'vouch', relation: 'father' },
    ] as const) {
      await page.send({ kind: 'tap', tap })
    }
    await page.pressOn(asked, is('mother', 'vouch'))
    expect(await number('SELECT count(*) FROM "Person"')).toBe(3)
  })

  it('takes as many and no more where several come at once', async () => {
    const [kept] = await rows('SELECT "textHash" FROM "Consent"')
    const address = { channel: 'web', id: page.id } as const
    const bring = (relation: 'child' | null, n: number) => {
      const textHash = String(kept?.['textHash'])
      const consent = { id: `c${n}`, scope: 'another', textHash, language: 'de' } as const
      const brought = { id: `person-${n}`, language: 'de', relation, consent, most: 3 }
      return lotse.deps.store.party.bring(address, brought, lotse.clock.at)
    }
    await Promise.all([1, 2, 3, 4].map((n) => bring('child', n)))
    await bring(null, 5)
    expect(await number('SELECT count(*) FROM "Person"')).toBe(3)
    expect(await number('SELECT count(*) FROM "Address" WHERE "current"')).toBe(1)
    expect(await number('SELECT count(*) FROM "Address" WHERE "relation" IS NULL')).toBe(1)
  })

  it.each(['pressed', 'typed'])('counts six requests a week, the word %s', async (how) => {
    await lotse.db.$executeRawUnsafe(`WITH RECURSIVE n(i) AS (SELECT 1 UNION SELECT i + 1 FROM n WHERE i < 6)
      INSERT INTO "Intake" ("id", "personId", "version", "questionnaire", "talk", "createdAt", "updatedAt")
      SELECT 'r' || i, "personId", 1, 1, "talk", "createdAt", "updatedAt" FROM "Intake", n`)
    await command('help')
    await page.press(does('people'))
    await page.press(is('mother', 'bring'))
    if (how === 'pressed') await page.press(is('mother', 'vouch'))
    else await page.send({ kind: 'text', text: 'Ja, sie stimmt zu' })
    expect(says(page.latest())).toContain('refusal.too-many-changes')
    expect(await number('SELECT count(*) FROM "Person"')).toBe(1)
  })

  it('does so where the city allows one', async () => {
    await lotse.stop()
    const { limits } = duisburg()
    const profile = { ...duisburg(), limits: { ...limits, peopleTogether: 1 } }
    lotse = await startLotse({ profile })
    page = await agreed(createConversation(lotse.deps))
    await command('help')
    expect(page.taps(page.latest()).some(does('people'))).toBe(false)
  })

  it('brings somebody once, however often the word arrives', async () => {
    await command('help')
    await page.press(does('people'))
    await page.press(is('mother', 'bring'))
    const asked = page.latest()
    page.isDown = true
    await expect(page.pressOn(asked, is('mother', 'vouch'), 'once')).rejects.toThrow('cut')
    page.isDown = false
    await page.pressOn(asked, is('mother', 'vouch'), 'once')
    expect(page.latest().id).toBe('label')
    await page.pressOn(asked, is('mother', 'vouch'))
    expect(page.latest().id).toBe('label')
    expect(await number('SELECT count(*) FROM "Person"')).toBe(2)
  })

  it('counts the changes of all together', async () => {
    await books(page)
    await brings('mother')
    await books(page)
    let moved = 0
    for (let i = 0; i < 8; i++) {
      // So many presses in one moment are a flood.
      lotse.clock.at += 60_000
      await command('appointment')
      await opensPeople()
      await page.press(turnsTo(i % 2 === 0 ? 'self' : (signs()[1] ?? '')))
      await page.press(does('move'))
      if (page.latest().id !== 'times') continue
      await page.press(does('time'))
      await page.press(does('book'))
      moved += 1
    }
    expect(moved).toBe(duisburg().limits.movesPerWeek)
  })

  it('lets nobody take the seat of another by moving or cancelling', async () => {
    await books(page)
    const mine = page.latest()
    await brings('mother')
    await books(page)
    const before = await rows('SELECT "id", "personId", "startsAt" FROM "Booking" ORDER BY "id"')
    const hers = before[1]?.['id'] as string
    // Hers by a button of one's own: the button counts for whom it was shown to.
    await page.send({ kind: 'tap', tap: { do: 'cancel' } }, undefined, mine.of)
    await page.send({ kind: 'tap', tap: { do: 'cancel-yes', booking: hers } }, undefined, mine.of)
    await page.send({ kind: 'tap', tap: { do: 'take', booking: hers } }, undefined, mine.of)
    expect(await open()).toBe(2)
    expect(await rows('SELECT "id", "personId", "startsAt" FROM "Booking" ORDER BY "id"')).toEqual(
      before,
    )
  })

  it('takes an older button for whom it was shown to', async () => {
    await books(page)
    const mine = page.latest()
    await brings('mother')
    await books(page)
    const hers = page.latest()
    await page.pressOn(mine, does('cancel'))
    expect(page.latest()).toMatchObject({ id: 'cancel' })
    expect(page.latest().of).toBeUndefined()
    await page.pressOn(hers, does('cancel'))
    expect(page.latest()).toMatchObject({ id: 'cancel', of: hers.of })
  })
})

describe('an answer to staff', () => {
  /** Staff have written to whose chat it is; the talk is about the mother. */
  async function written() {
    await books(page)
    const [mine] = await rows('SELECT "id", "personId" FROM "Intake"')
    const payload = { template: 'papers', centre: 'hochfeld', intake: mine?.['id'], by: 'anna' }
    const personId = String(mine?.['personId'])
    const dueAt = lotse.clock.at
    const text = await sealedWords(lotse.deps, { template: 'papers', centre: 'hochfeld' }, 'de')
    const message = { key: 'm1', kind: 'staff-message', personId, payload, text, dueAt }
    await enqueue(lotse.deps, message)
    const send: Messenger['send'] = async () => ({ of: 'sent', messageId: 77 })
    await createTick(lotse.deps, { web: { send } })()
    await brings('mother', 'Fatma')
    await command('help')
  }
  const replies = () => rows('SELECT "input" FROM "Reply"')

  it('says for whom it is and that it goes on about them, with the way to the others', async () => {
    await written()
    await page.send({ kind: 'text', text: 'Ich habe den Brief gefunden' })
    expect(page.latest().id).toBe('replied')
    expect(says(page.latest())).toContain('party.relation.option.self')
    expect(says(page.latest())).toContain('message.reply.for')
    expect(await replies()).toHaveLength(1)
    await page.send({ kind: 'text', text: 'Er ist von gestern' })
    expect(says(page.latest())).not.toContain('message.reply.for')
    await page.press(does('people'))
    await page.press(turnsTo(signs()[1] ?? ''))
    expect(says(page.latest())).toContain('Fatma')
  })

  it('that cannot be taken turns nobody', async () => {
    await written()
    const { of } = page.latest()
    await page.send({ kind: 'text', text: 'a'.repeat(2_000) })
    expect(page.latest().of).toBe(of)
    expect(says(page.latest())).toContain('notice.too-long')
    expect(await replies()).toEqual([])
  })
})

describe('erasing', () => {
  it('one leaves the others, and their buttons lead to nobody', async () => {
    await books(page)
    await brings('mother')
    await books(page)
    const hers = page.latest()
    await command('delete')
    expect(page.latest().id).toBe('delete.whose')
    await page.press((tap) => tap.do === 'erase' && tap.whom === hers.of)
    // Nobody but whom it is about is named above the red button.
    expect(says(page.latest()).match(/party\.person/g)).toHaveLength(1)
    expect(says(page.latest())).not.toContain('party.relation.option.self')
    await page.press(does('erase-yes'))
    expect(says(page.latest())).toContain('party.erase.done')
    expect(page.latest().of).toBeUndefined()
    expect(await open()).toBe(1)
    await page.pressOn(hers, does('cancel'))
    expect(says(page.latest())).toContain('notice.older-button')
    expect(page.latest().id).not.toBe('cancel')
    expect(await open()).toBe(1)
  })

  it('oneself leaves the mother, for whom it goes on', async () => {
    await books(page)
    const mine = page.latest()
    await brings('mother')
    await books(page)
    const { of } = page.latest()
    await command('delete')
    await page.press((tap) => tap.do === 'erase' && tap.whom === 'self')
    await page.press(does('erase-yes'))
    expect(page.latest().of).toBe(of)
    const [notice] = page.latest().lines.filter((one) => JSON.stringify(one).includes('erase.done'))
    expect(JSON.stringify(notice)).toContain('party.relation.option.self')
    expect(await open()).toBe(1)
    await page.pressOn(mine, does('cancel'))
    expect(says(page.latest())).toContain('notice.older-button')
    // One can come back, with a consent of one's own.
    await command('help')
    await page.press(does('people'))
    await page.press(is('self', 'bring'))
    expect(says(page.latest())).toContain('lobby.consent.ask')
    await page.press(is('self', 'vouch'))
    expect(page.latest().of).toBeUndefined()
    expect(page.latest().id).not.toBe('label')
    expect(await number(`SELECT count(*) FROM "Consent" WHERE "scope" = 'booking'`)).toBe(1)
  })

  describe('typed, where the process ended before it was answered', () => {
    const typed = { kind: 'text', text: 'Ja, löschen' } as const

    it("is told as it was done, and the words are nobody's answer", async () => {
      await brings('mother', 'Fatma')
      const { of } = page.latest()
      await command('delete')
      await page.press((tap) => tap.do === 'erase' && tap.whom === of)
      page.isDown = true
      await expect(page.send(typed, 'once')).rejects.toThrow('cut')
      page.isDown = false
      await lotse.db.$executeRawUnsafe('UPDATE "Intake" SET "lastInput" = NULL')
      // Whoever is left is asked for words: these are none.
      await lotse.db.$executeRawUnsafe(`UPDATE "Intake" SET "talk" =
        json_set("talk", '$.place', json('{"at":"phone"}'))`)
      await page.send(typed, 'once')
      expect(says(page.latest())).toContain('party.erase.done')
      expect(await number('SELECT count(*) FROM "Person"')).toBe(1)
    })

    it.each(['Ja, alles löschen', 'Yes, delete everything'])('%s', async (text) => {
      await command('delete')
      page.isDown = true
      await expect(page.send({ kind: 'text', text }, 'once')).rejects.toThrow('cut')
      page.isDown = false
      await page.send({ kind: 'text', text }, 'once')
      expect(page.latest().id).toBe('erased')
      expect(await number('SELECT count(*) FROM "Person"')).toBe(0)
    })
  })

  it('everybody leaves nothing', async () => {
    await books(page)
    await brings('mother')
    await books(page)
    await command('delete')
    await page.press((tap) => tap.do === 'erase' && tap.whom === 'all')
    await page.press(does('erase-yes'))
    expect(page.latest().id).toBe('erased')
    for (const table of ['Person', 'Address', 'Intake', 'Consent']) {
      expect(await number(`SELECT count(*) FROM "${table}"`), table).toBe(0)
    }
    expect(await open()).toBe(0)
  })

  it('somebody with an appointment counts as a cancellation, for a week', async () => {
    const { cancellationsPerWeek } = duisburg().limits
    for (let i = 0; i < cancellationsPerWeek; i++) {
      await brings('other')
      await books(page)
      const { of } = page.latest()
      await command('delete')
      await page.press((tap) => tap.do === 'erase' && tap.whom === of)
      await page.press(does('erase-yes'))
    }
    expect(await number('SELECT count(*) FROM "AddressChange"')).toBe(cancellationsPerWeek)
    await brings('other')
    await expect(books(page)).rejects.toThrow('no such button')
    expect(says(page.latest())).toContain('refusal.too-many-changes')
    expect(await open()).toBe(0)
    lotse.clock.at += 8 * 86_400_000
    await page.send({ kind: 'tap', tap: { do: 'times' } }, undefined, page.latest().of)
    await page.press(does('time'))
    await page.press(does('book'))
    expect(await open()).toBe(1)
    await command('delete')
    await page.press((tap) => tap.do === 'erase' && tap.whom === 'all')
    await page.press(does('erase-yes'))
    expect(await number('SELECT count(*) FROM "AddressChange"')).toBe(0)
  })

  it('an old button for deleting asks whom, where others came since', async () => {
    await command('delete')
    const before = page.latest()
    await brings('mother')
    await page.pressOn(before, does('delete-yes'))
    expect(page.latest().id).toBe('delete.whose')
    expect(await number('SELECT count(*) FROM "Person"')).toBe(2)
  })
})

describe('the way back', () => {
  it('is not there at the question for a name: whoever was brought is there', async () => {
    await command('help')
    await page.press(does('people'))
    await page.press(is('mother', 'bring'))
    await page.press(is('mother', 'vouch'))
    expect(page.latest().id).toBe('label')
    expect(page.taps(page.latest()).some(does('back'))).toBe(false)
    await page.press(does('on'))
    await page.press(does('back'))
    expect(page.latest().id).toBe('label')
  })

  it.each(['people', 'help'] as const)('from %s leads to no word that was given', async (where) => {
    await books(page)
    const mine = page.latest()
    await brings('mother')
    await books(page)
    const tap = where === 'people' ? { do: where } : ({ do: 'open', page: where } as const)
    await page.send({ kind: 'tap', tap }, undefined, mine.of)
    const seen: string[] = []
    for (let n = 0; n < 12 && page.taps(page.latest()).some(does('back')); n++) {
      lotse.clock.at += 10_000
      await page.press(does('back'))
      seen.push(page.latest().id)
    }
    expect(seen.length).toBeGreaterThan(0)
    expect(seen).not.toContain('vouch')
    expect(await number('SELECT count(*) FROM "Person"')).toBe(2)
  })
})

describe('a button that is typed', () => {
  const types = (text: string) => page.send({ kind: 'text', text })

  it('erases one, also where another is asked about with the same words', async () => {
    await books(page)
    await brings('mother')
    const mothers = page.latest()
    await command('delete')
    const hers = page.latest()
    await brings('child')
    const child = page.latest().of
    await command('help')
    await page.press(does('people'))
    await page.press(turnsTo('self'))
    await command('delete')
    await page.press((tap) => tap.do === 'erase' && tap.whom === child)
    await page.pressOn(hers, (tap) => tap.do === 'erase' && tap.whom === mothers.of)
    expect(page.latest().id).toBe('erase')
    await types('Ja, löschen')
    expect(says(page.latest())).toContain('party.erase.done')
    const left = await rows('SELECT "relation" FROM "Address" ORDER BY "relation"')
    expect(left).toEqual([{ relation: null }, { relation: 'child' }])
  })

  it('erases one and says so', async () => {
    await brings('mother')
    const { of } = page.latest()
    await command('help')
    await page.press(does('people'))
    await page.press(turnsTo('self'))
    await command('delete')
    await page.press((tap) => tap.do === 'erase' && tap.whom === of)
    await types('Ja, löschen')
    expect(says(page.latest())).toContain('party.erase.done')
    expect(await number('SELECT count(*) FROM "Person"')).toBe(1)
  })

  it('brings somebody and asks for a name', async () => {
    await command('help')
    await page.press(does('people'))
    await page.press(is('mother', 'bring'))
    await types('Ja, sie stimmt zu')
    expect(page.latest().id).toBe('label')
    expect(says(page.latest())).not.toContain('notice.use-buttons')
    expect(await number('SELECT count(*) FROM "Person"')).toBe(2)
  })
})

describe('what Lotse says on its own accord', () => {
  it('says for whom it is, and its buttons lead to them', async () => {
    await books(page, 'last')
    await brings('mother', 'Fatma')
    await books(page, 'last')
    const sent: Screen[] = []
    const web: Messenger = {
      async send(_id, _language, screen) {
        sent.push(screen)
        return { of: 'sent', messageId: 1 }
      },
    }
    // Nobody is asked about reminders where none arrives; here is a way on which they do.
    for (const { id } of await rows('SELECT "id" FROM "Booking"')) {
      await lotse.deps.store.reminders.set(String(id), true, lotse.clock.at)
    }
    const [due] = await rows('SELECT min("startsAt") AS "at" FROM "Booking"')
    const tick = createTick(lotse.deps, { web })
    while (lotse.clock.at < Date.parse(String(due?.['at'])) - 3_600_000) {
      lotse.clock.at += 1_800_000
      await tick()
    }
    expect(sent.map(({ id }) => id)).toContain('reminder.last')
    const hers = sent.filter(({ of }) => of !== undefined)
    const own = sent.filter(({ of }) => of === undefined)
    for (const screen of own) expect(says(screen)).toContain('party.relation.option.self')
    for (const screen of hers) expect(says(screen)).toContain('Fatma')
    expect(own.length).toBeGreaterThan(0)
    await command('appointment')
    for (const screen of sent) {
      await page.pressOn(screen, does('coming'))
      expect(page.latest().of).toBe(screen.of)
      expect(says(page.latest())).toContain('reminders.notice.coming')
    }
  })

  it('of several goes to a chat once where it is about nobody', async () => {
    await brings('mother')
    await brings('child')
    expect(await lotse.deps.store.people.reachable()).toHaveLength(1)
  })
})

describe('a stranger', () => {
  it('sees nothing and reaches nobody of another chat', async () => {
    await brings('mother')
    await books(page)
    const hers = page.latest()
    const [booking] = await rows('SELECT "id" FROM "Booking"')
    const stranger = await agreed(createConversation(lotse.deps), 'another-cookie')
    for (const tap of [
      { do: 'for', whom: hers.of ?? '' },
      { do: 'appointment' },
      { do: 'cancel-yes', booking: String(booking?.['id']) },
      { do: 'erase', whom: hers.of ?? '' },
      { do: 'erase-yes', whom: hers.of ?? '' },
    ] as const) {
      await stranger.send({ kind: 'tap', tap }, undefined, hers.of)
      expect(stranger.latest().of).toBeUndefined()
      expect(says(stranger.latest())).not.toContain('party.person')
    }
    expect(await open()).toBe(1)
    expect(await number('SELECT count(*) FROM "Person"')).toBe(3)
  })
})

it('the language one reads is that of all', async () => {
  await brings('mother')
  await page.send(
    { kind: 'tap', tap: { do: 'language', language: 'tr' } },
    undefined,
    page.latest().of,
  )
  const read = await rows('SELECT DISTINCT "language" FROM "Person"')
  expect(read).toEqual([{ language: 'tr' }])
})

it('a changed text is asked again in its own words, and only for whom it is', async () => {
  await books(page)
  await brings('mother')
  await books(page)
  await lotse.db.$executeRawUnsafe(
    `UPDATE "Consent" SET "textHash" = 'x' WHERE "scope" = 'another'`,
  )
  await command('appointment')
  expect(page.latest().id).toBe('vouch.again')
  const again = page.latest()
  await command('mydata')
  expect(page.latest().id).toBe('my-data')
  await page.pressOn(again, turnsTo('self'))
  expect(page.latest()).toMatchObject({ id: 'appointment' })
  await page.pressOn(again, is('mother', 'vouch'))
  await command('appointment')
  expect(page.latest().of).toBeUndefined()
  await opensPeople()
  await page.press(turnsTo(signs()[1] ?? ''))
  expect(page.latest().id).toBe('vouch.again')
  await page.press(is('mother', 'vouch'))
  expect(page.latest().id).toBe('my-data')
  await command('appointment')
  expect(page.latest()).toMatchObject({ id: 'appointment', of: again.of })
})
