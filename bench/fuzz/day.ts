// node --expose-gc bench/fuzz/day.ts --people 150
// 24 simulated hours: people who book, move and cancel in chats, others on the pages, staff at their desks; a
// Telegram that is down for an hour and unreliable for the rest, a disk that refuses statements, mail and webhooks
// that are refused, a restart every hour in the middle of it. What is unanswered is delivered again. Ends with 1
// where anything is lost or doubled.

import { parseArgs } from 'node:util'
import { seeded } from '../../src/simulator/town/chance.ts'
import { type Desk, openDesk } from './at-desk.ts'
import { createBrowser } from './browser.ts'
import { faultsInLog } from './figures.ts'
import { createLightTelegram } from './light-telegram.ts'
import { openLongRun } from './lotse.ts'
import { nextPress, type Person } from './person.ts'
import { ticking } from './run.ts'
import { createTroubles } from './troubles.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '150' },
    seed: { type: 'string', default: '1' },
    /** The hours in which they come: `--from 3 --until 4.2` makes them all meet the outage. */
    from: { type: 'string', default: '0' },
    until: { type: 'string', default: '22' },
  },
})
const random = seeded(Number(values.seed))
const troubles = createTroubles(Number(values.seed), { statement: 0.003, call: 0.03 })
const faults: string[] = []
process.on('unhandledRejection', (fault) => faults.push(`nobody caught ${String(fault)}`))

let now = 0
const outage = () => now >= 4 * HOUR && now < 5 * HOUR
const telegram = createLightTelegram((method) => {
  if (outage()) return { status: 502 }
  // Whoever blocked the bot would end no booking here.
  const trouble = troubles.telegram(method)
  return trouble?.status === 403 ? { status: 500 } : trouble
})
const run = await openLongRun(telegram, troubles)
const begin = run.clock.at

type Event = { at: number; person: Person }
const events: Event[] = []
const people: Person[] = Array.from({ length: Number(values.people) }, (_, i) => {
  const drawn = random()
  const plan: Person['plan'] = drawn < 0.3 ? ['move'] : drawn < 0.5 ? ['cancel'] : []
  return { chat: 6_000_000 + i, plan, presses: 0, retries: 0 }
})
const [from, until] = [Number(values.from) * HOUR, Number(values.until) * HOUR]
for (const person of people) events.push({ at: from + random() * (until - from), person })

/** What each pressed, how that was answered and what then stood in the chat, for who is stuck. */
const courses = new Map<number, string[]>()

let updates = 0
let redelivered = 0
let answered = 0

async function act({ person }: Event): Promise<void> {
  const course = courses.get(person.chat) ?? []
  courses.set(person.chat, course)
  if (!person.update) {
    const shown = telegram.chats.get(person.chat)
    const press = nextPress(person, shown)
    if (!press) return
    person.presses += 1
    updates += 1
    person.update = updateOf(updates, person.chat, press, shown?.messageId)
    course.push(`${Math.round(now / MINUTE)} pressed ${JSON.stringify(press)}`)
  } else {
    redelivered += 1
  }
  const status = await run.deliver(person.update).catch(() => 500)
  course.push(`${status}: ${telegram.chats.get(person.chat)?.text.slice(0, 80)}`)
  if (status === 200) {
    answered += 1
    delete person.update
    person.retries = 0
    events.push({ at: now + 2_000 + random() * 30_000, person })
  } else {
    person.retries += 1
    events.push({ at: now + Math.min(MINUTE, 1000 * 2 ** person.retries), person })
  }
}

function updateOf(id: number, chat: number, press: object, messageId: number | undefined): object {
  const from = { id: chat, first_name: 'x', is_bot: false }
  const message = { message_id: messageId ?? 1, date: 1, from, chat: { id: chat, type: 'private' } }
  if ('text' in press) {
    return { update_id: id, message: { ...message, message_id: 9e6 + id, ...press } }
  }
  return { update_id: id, callback_query: { id: String(id), from, message, ...press } }
}

const memory: number[] = []
const scope = { name: 'x', role: 'lead', body: 'drk', language: 'de' } as const
const desks: Desk[] = []
for (const centre of ['hochfeld', 'hamborn']) {
  const account = { ...scope, centres: [centre], email: `${centre}@rsc.example` }
  desks.push(await openDesk(run, account, random))
}
const pages = Array.from({ length: 10 }, () =>
  createBrowser(async (request) => await run.app.fetch(request, { incoming: { socket: {} } })),
)
let requests = 0

/** Somebody on a page presses something; somebody at a desk follows a link or sends a form. */
async function besides(): Promise<void> {
  const page = pages[Math.floor(random() * pages.length)]
  const { codes = [], links = [], form = '', action = '/' } = page?.shown() ?? {}
  const code = codes[Math.floor(random() * codes.length)]
  const before = troubles.count()
  const pressed =
    code === undefined
      ? page?.go('GET', links[Math.floor(random() * links.length)] ?? '/')
      : page?.go('POST', action, new URLSearchParams({ form, t: code }).toString())
  const desk = desks[Math.floor(random() * desks.length)]
  const [shown = [], came] = await Promise.all([pressed, desk?.act([])])
  requests += shown.length + 1
  for (const { status } of came ? [...shown, came] : shown) {
    const isOurs = status >= 500 && troubles.count() === before
    if (isOurs) faults.push(`${status}: ${desk?.asked} or ${page?.shown().url}`)
  }
}

troubles.state.on = true
for (let minute = 0; minute < 24 * 60; minute++) {
  now = minute * MINUTE
  run.clock.at = begin + now
  events.sort((a, b) => a.at - b.at)
  while (events[0] && events[0].at <= now) {
    const some = events.splice(0, Math.min(8, events.filter(({ at }) => at <= now).length))
    const acting = Promise.all(some.map(act))
    // In the middle of what these people are doing.
    if (minute % 60 === 30) {
      troubles.state.on = false
      await run.restart()
      troubles.state.on = true
    }
    await acting
    if (minute % 60 === 30) break
  }
  await besides()
  await ticking(run.deps, run)().catch(() => {})
  if (minute % 60 === 59) {
    globalThis.gc?.()
    memory.push(Math.round(process.memoryUsage().heapUsed / 2 ** 20))
  }
}

troubles.state.on = false
faults.push(...faultsInLog(run.errors, troubles.count()))
const count = async (sql: string) => (await run.db.$queryRawUnsafe<unknown[]>(sql)).length
let lost = 0
for (const person of people) {
  const times = { since: 0, writtenSince: 0, now: run.clock.at }
  const { person: held } = await run.deps.store.talks.load(
    'duisburg',
    { channel: 'telegram', id: String(person.chat) },
    'telegram:-1',
    times,
  )
  const state = held?.appointment?.state
  if (person.done === 'booked' && state !== 'booked' && state !== 'unmarked') lost += 1
  if (person.done === 'cancelled' && state !== 'cancelled') lost += 1
}
const doubled =
  (await count(`SELECT 1 FROM "Booking" WHERE "state" = 'booked' AND "seat" IS NOT NULL
    GROUP BY "centreId", "startsAt", "seat" HAVING count(*) > 1`)) +
  (await count(`SELECT 1 FROM "Booking" WHERE "personId" IS NOT NULL
    AND "state" IN ('booked', 'cancelled') GROUP BY "personId" HAVING count(*) > 1`))
const stuck = people.filter(({ done, update }) => !done || update).length
for (const { done, chat } of people) {
  if (!done) console.log(`stuck:\n${courses.get(chat)?.join('\n')}`)
}
const kinds = Object.groupBy(people, ({ done }) => done ?? 'stuck')
console.log(
  JSON.stringify({
    updates,
    answered,
    requests,
    troubles: troubles.met,
    faults,
    redelivered,
    ...Object.fromEntries(Object.entries(kinds).map(([kind, all]) => [kind, all?.length])),
    lost,
    doubled,
    stuck,
    failedMessages: await count(`SELECT 1 FROM "Outbox" WHERE "status" = 'failed'`),
    complaints: telegram.complaints.length,
    heapMbEachHour: memory,
  }),
)
await run.stop()
process.exitCode = lost + doubled + stuck + telegram.complaints.length + faults.length === 0 ? 0 : 1
