// Any order of what a person, staff, the waiting list and time can do, and then the chat read as a person
// reads it: what it says of an appointment is what the database says, for each of two behind one chat.

import * as fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { duisburgProfile } from '../../scripts/gallery/talk-facts.ts'
import { currentCity } from '../../src/flows/city.ts'
import type { Actor as Staff } from '../../src/flows/staff/actor.ts'
import { cancelTime, giveTime, staffTimes } from '../../src/flows/staff/change-booking.ts'
import { closeDays } from '../../src/flows/staff/close-day.ts'
import { reopenDays } from '../../src/flows/staff/reopen-day.ts'
import { buttonsOf } from '../../src/simulator/acts.ts'
import { type Actor, createActor } from '../support/actor.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { runs } from '../support/runs.ts'
import { hasTaken } from '../support/taken-over.ts'
import { bookSara } from '../support/talks.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const profile = duisburgProfile()
const staff: Staff = {
  ...{ id: 'anna', client: '-', role: 'lead', body: 'drk' },
  centres: profile.centres.map(({ id }) => id),
} as never

let lotse: TestLotse
afterEach(() => lotse.stop())

type Claim = { says: string; when: string; centre: string; live: boolean }

const plain = (text: string) => text.replace(/[\u200e\u200f\u2066-\u2069]/g, '')

// What a message has to hold to say one of these, as somebody reads it who knows nothing of the code.
const HOLDS = [
  '✅ Ihr Termin steht',
  'Ihr Termin ist verschoben.',
  'Ihr Termin findet nun doch statt.',
  'Erinnerung an Ihren Termin',
  'Termin absagen?',
  'Ihr anderer Termin bleibt:',
]
const NONE = [
  'Sie haben keinen Termin.',
  'Ihr Termin ist abgesagt.',
  'Ihr Termin kann leider nicht stattfinden.',
]
const ELSEWHERE = 'Ihr Termin steht weiter unten.'
/** What follows it is the appointment that holds; what stands before it does not. */
const OTHER = 'Ihr anderer Termin bleibt:'
const OFFER = 'Eine Zeit ist frei geworden.'

const seenAs = (at: number) =>
  new Intl.DateTimeFormat('de-DE', {
    timeZone: 'Europe/Berlin',
    ...{ day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  }).format(at)

function timesIn(text: string): string[] {
  return [...text.matchAll(/\d\d\.\d\d\.\d{4}, \d\d:\d\d/g)].map(([when]) => when)
}

const centreIn = (text: string) => profile.centres.find(({ name }) => text.includes(name))?.name
const isNone = (text: string) => !text.includes(OTHER) && NONE.some((one) => text.includes(one))

const MOTHER = 'Person: 👩 Meine Mutter'
const PEOPLE = ['self', 'mother'] as const
type Whose = (typeof PEOPLE)[number]

/** What the chat says of somebody now, edits applied. */
function readChat(user: Actor, whose: Whose) {
  const texts = user
    .messages()
    .filter(({ from, text }) => from.is_bot && text !== undefined)
    .map((message) => ({ text: plain(message.text ?? ''), buttons: buttonsOf(message).length }))
    .filter(({ text }) => text.includes(MOTHER) === (whose === 'mother'))
  const holding: Claim[] = []
  for (const { text, buttons } of texts) {
    const old = /Alter Termin: .*/.exec(text)?.[0]
    const kept = /^Termin: .*/m.exec(text)?.[0]
    const said = HOLDS.find((one) => text.includes(one))
    const line = old ?? kept ?? (said ? text : undefined)
    const [when] = timesIn(line?.split(OTHER).at(-1) ?? '')
    if (line === undefined || when === undefined) continue
    const centre = said ? (centreIn(text.split(OTHER).at(-1) ?? '') ?? '') : ''
    holding.push({ says: said ?? line, when, centre, live: buttons > 0 })
  }
  return {
    holding,
    cards: texts.filter(({ text }) => text.includes('✅ Ihr Termin steht')).length,
    none: texts.filter(({ text }) => isNone(text)).length,
    elsewhere: texts.filter(({ text }) => text.includes(ELSEWHERE)).length,
    offers: texts.filter(({ text }) => text.includes(OFFER)).map(({ text }) => timesIn(text)[0]),
  }
}

const rows = <Row>(sql: string) => lotse.db.$queryRawUnsafe<Row[]>(sql)

const BOOKINGS = `SELECT b.*, a."relation" FROM "Booking" b JOIN "Address" a ON a."personId" = b."personId"`

async function present(whose: Whose) {
  const theirs = `COALESCE(a."relation", 'self') = '${whose}'`
  const [open] = await rows<{ startsAt: string; endsAt: string; centreId: string }>(
    `${BOOKINGS} WHERE b."state" = 'booked' AND ${theirs}`,
  )
  const held = await rows<{ startsAt: string }>(
    `${BOOKINGS} WHERE b."state" = 'offered' AND ${theirs}`,
  )
  const isOpen = open && Date.parse(open.endsAt) > lotse.clock.at
  const centre = profile.centres.find(({ id }) => id === open?.centreId)?.name ?? ''
  return {
    open: isOpen ? { when: seenAs(Date.parse(open.startsAt)), centre } : null,
    held: held.map(({ startsAt }) => seenAs(Date.parse(startsAt))),
  }
}

/** Whether a time as it is written is over, and may still stand for a day. */
function isOverToday(when: string): boolean {
  const [, day, month, year, hour, minute] = /(\d+)\.(\d+)\.(\d+), (\d+):(\d+)/.exec(when) ?? []
  // Summer or winter: an hour does not matter here.
  const at = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour) - 1,
    Number(minute),
  )
  return at < lotse.clock.at && lotse.clock.at < at + DAY + 3 * 60 * MINUTE
}

async function settle() {
  // A screen that has just been shown is left alone for a minute.
  for (let i = 0; i < 3; i++) {
    lotse.clock.at += MINUTE + 1
    await lotse.tick()
  }
}

async function compare(user: Actor, what: string) {
  for (const whose of PEOPLE) await compareFor(whose, user, what)
}

async function compareFor(whose: Whose, user: Actor, what: string) {
  const { open, held } = await present(whose)
  const chat = readChat(user, whose)
  const said = `of ${whose} after ${what}\n${user.transcript()}`
  for (const { says, when, centre } of chat.holding) {
    if (open === null || when !== open.when) {
      expect(isOverToday(when), `${says} ${when}, but ${JSON.stringify(open)} ${said}`).toBe(true)
      continue
    }
    if (centre !== '') expect(centre, said).toBe(open.centre)
  }
  expect(chat.cards, `cards ${said}`).toBeLessThanOrEqual(1)
  if (open) expect(chat.none, `none, but ${open.when} ${said}`).toBe(0)
  // What was today may still stand there.
  else if (chat.holding.length === 0) expect(chat.elsewhere, `below, but none ${said}`).toBe(0)
  for (const offer of chat.offers) expect(held, `offer ${said}`).toContain(offer)
}

type Act = { name: string; run: (user: Actor, random: number) => Promise<unknown> }

const pick = <One>(list: readonly One[], random: number) => list[random % Math.max(1, list.length)]

async function request(random: number): Promise<string | undefined> {
  const found = 'SELECT "id" FROM "Intake" WHERE "submittedAt" NOT NULL ORDER BY "id"'
  return pick(await rows<{ id: string }>(found), random)?.id
}

const openOnes = () =>
  rows<{ id: string; centreId: string; startsAt: string; relation: string | null }>(
    `${BOOKINGS} WHERE b."state" = 'booked' ORDER BY b."id"`,
  )

const never = /^1[^~]*~(ey|es|hi|ag|lo|la|ls|ex|br)/

async function takeAnother(user: Actor, random: number): Promise<void> {
  await user.sends('/appointment')
  await pressesAll(user, [/~mo$|~ti$|~ne$/, /~tm~/, /~bo~/], random)
}

/** One button of each kind after the other, as far as they are there. */
async function pressesAll(user: Actor, kinds: readonly RegExp[], random: number): Promise<void> {
  for (const wanted of kinds) {
    const screen = user.screen()
    const fit = screen
      ? buttonsOf(screen).flatMap(({ callback_data: one }) =>
          one && wanted.test(one) ? [one] : [],
        )
      : []
    const data = pick(fit, random)
    if (!screen || !data) return
    await user.tapsData(data, { message: screen })
  }
}

const FOR_MOTHER = [
  ...[/~br~mother/, /~vo~mother/, /~on$/, /~an~urgent~no/, /~an~topics~housing/],
  ...[/~an~district~mitte/, /~an~spoken~ar/, /~tm~/, /~bo~/],
]

async function closeDay(random: number): Promise<void> {
  const open = pick(await openOnes(), random)
  if (!open) return
  const startsAt = Date.parse(open.startsAt)
  const hours = { startsAt: startsAt - 60 * MINUTE, endsAt: startsAt + 60 * MINUTE }
  const id = lotse.deps.newId()
  const closing = { id, centre: open.centreId, seat: null, ...hours, reason: '' }
  expect(await closeDays(lotse.deps, staff, [closing])).not.toBe('unknown')
}

const ACTS: readonly Act[] = [
  {
    name: 'presses any button of any message',
    run: async (user, random) => {
      const pressable = user
        .messages()
        .flatMap((message) =>
          buttonsOf(message).flatMap(({ callback_data: data }) =>
            data && !never.test(data) ? [{ message, data }] : [],
          ),
        )
      const found = pick(pressable, random)
      if (found) await user.tapsData(found.data, { message: found.message })
    },
  },
  {
    name: 'presses a button of the latest screen',
    run: async (user, random) => {
      const screen = user.screen()
      const data = pick(
        screen ? buttonsOf(screen).flatMap(({ callback_data: one }) => one ?? []) : [],
        random,
      )
      if (screen && data && !never.test(data)) await user.tapsData(data, { message: screen })
    },
  },
  {
    name: 'takes another time',
    run: takeAnother,
  },
  {
    name: 'speaks for the mother, or turns to one of the two',
    run: async (user, random) => {
      await user.tapsData('1+~pp')
      const isOne = (await rows(`SELECT 1 FROM "Address"`)).length === 1
      await pressesAll(user, isOne ? FOR_MOTHER : [/~fo~/], random)
    },
  },
  { name: 'asks for the appointment', run: (user) => user.sends('/appointment') },
  { name: 'asks for the data', run: (user) => user.sends('/mydata') },
  { name: 'begins again', run: (user) => user.sends('/start') },
  {
    name: 'cancels',
    run: async (user) => {
      const open = (await openOnes()).find(({ relation }) => relation === null)
      if (open) await user.tapsData(`1+~cy~${open.id}`)
    },
  },
  {
    name: 'waits for a time',
    run: async (user) => {
      await user.tapsData('1+~wa')
      for (let i = 0; i < 3; i++) {
        const on = user.screen()
        const data =
          on && buttonsOf(on).find(({ callback_data: one }) => one?.includes('~wo~'))?.callback_data
        if (on && data) await user.tapsData(data, { message: on })
      }
    },
  },
  {
    name: 'is given a time by staff',
    run: async (_, random) => {
      const id = await request(random)
      const centre = pick(staff.centres, random) ?? ''
      const times = await staffTimes(lotse.deps, await currentCity(lotse.deps), centre)
      const time = pick(times, random)
      if (!id || !time) return
      const given = await giveTime(await hasTaken(lotse), staff, id, {
        centre,
        startsAt: time.startsAt,
      })
      expect(given).not.toBe('unknown')
    },
  },
  {
    name: 'is cancelled by staff',
    run: async (_, random) => {
      const id = await request(random)
      if (id) expect(await cancelTime(await hasTaken(lotse), staff, id)).not.toBe('unknown')
    },
  },
  {
    name: 'has the day closed',
    run: (_, random) => closeDay(random),
  },
  {
    name: 'has the day closed, and takes another time before being told',
    run: async (user, random) => {
      await closeDay(random)
      await takeAnother(user, random)
    },
  },
  {
    name: 'has the day opened again',
    run: async () => {
      const [closure] = await rows<{ id: string }>('SELECT "id" FROM "Closure" LIMIT 1')
      if (closure) expect(await reopenDays(lotse.deps, staff, closure.id)).not.toBeNull()
    },
  },
  { name: 'lets an hour pass', run: () => lotse.passes(60 * MINUTE) },
  { name: 'lets a night pass', run: () => lotse.passes(15 * 60 * MINUTE) },
  {
    name: 'has everything erased and comes again',
    run: async (user) => {
      await user.tapsData('1+~ey')
      await compare(user, 'erasing')
      await user.sends('/start')
      if (user.buttons().some((label) => label === 'Deutsch')) await user.taps('Deutsch')
      if (user.buttons().some((label) => label === 'Ich stimme zu')) await bookAgain(user)
    },
  },
]

async function bookAgain(user: Actor): Promise<void> {
  for (const label of ['Ich stimme zu', 'Nicht dringend', 'Wohnung', 'Mitte', 'العربية']) {
    await user.taps(label)
  }
  await user.tapsData(/~tm~/)
  await user.tapsData(/~bo~/)
}

it(
  'a chat says one appointment at most, and the one there is, whatever happened in whatever order',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(ACTS.length - 1), fc.nat(1000)), { minLength: 4, maxLength: 14 }),
        async (acts) => {
          lotse = await startLotse()
          const user = createActor(lotse.world)
          await bookSara(user)
          await compare(user, 'booking')
          const done: string[] = []
          for (const [index, random] of acts) {
            const act = ACTS[index]
            if (!act) continue
            done.push(`${act.name} (${random})`)
            await act.run(user, random)
            await settle()
            await compare(user, done.join(', '))
          }
          await lotse.stop()
        },
      ),
      { numRuns: runs(process.env['LOTSE_ENGINE'] === 'd1' ? 2 : 6), endOnFailure: true },
    )
  },
  runs(300_000),
)
