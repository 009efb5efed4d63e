// The run over the whole house: people in chats, staff of every role at their desks and a case system at once in one
// Lotse, and what must hold after each of it.

import { ROLES } from '../../src/domain/people/rights.ts'
import { currentCity } from '../../src/flows/city.ts'
import { makeToken } from '../../src/flows/staff/tokens.ts'
import { type Desk, openDesk } from './at-desk.ts'
import { type Figures, faultsInLog, UNWATCHED, type Watch } from './figures.ts'
import type { Shown } from './light-telegram.ts'
import { putMarks, recipeForRecord } from './marks.ts'
import { ticking } from './run.ts'
import { openTroubledRun } from './troubled.ts'
import type { Rates } from './troubles.ts'
import { updateOf } from './update-of.ts'
import type { Recipe } from './updates.ts'
import { createWall } from './wall.ts'

const CHATS = 80
const FIRST_CHAT = 7_000_000
/** Those who have booked and written before anything goes wrong; they also go on. */
const MARKED = Array.from({ length: 24 }, (_, i) => FIRST_CHAT + i)
const TELL_EVERY = 2000
const BETWEEN = 3000
const A_TICK = 60_000
const CENTRES = ['hochfeld', 'hamborn', 'rheinhausen'] as const
const MINUTES = (from: number, until: number) =>
  `from=${encodeURIComponent(new Date(from).toISOString())}&until=${encodeURIComponent(new Date(until).toISOString())}`

/** Sends `count` requests of all of them, or fewer where `watch` ends it. */
export async function fuzzDesk(
  count: number,
  seed: number,
  rates: Rates,
  watch: Watch = UNWATCHED,
): Promise<Figures> {
  const { troubles, telegram, run, seen, figures, lookInto } = await openTroubledRun(seed, rates)
  const { random, state } = troubles
  const { faults, counts } = figures
  const tick = ticking(run.deps, run)
  const plus = (what: string, by = 1) => {
    counts[what] = (counts[what] ?? 0) + by
  }
  const bodies = ((await currentCity(run.deps)).profile.bodies ?? []).map(({ id }) => id)
  const desks: Desk[] = []
  const tokens: { token: string; centres: readonly string[]; body: string | null }[] = []
  const [own = '', other = own] = bodies
  for (const role of count > 0 ? ROLES : []) {
    for (const centre of CENTRES.slice(0, 2)) {
      for (const body of role === 'counsellor' ? [own, other] : [own]) {
        const email = `${role}-${centre}-${body}@rsc.example`
        const scope = { name: 'x', role, centres: [centre], body, language: 'de', email } as const
        desks.push(await openDesk(run, scope, random))
      }
    }
  }
  for (const centre of CENTRES.slice(0, 2)) {
    const wish = { name: centre, role: 'lead', centres: [centre], body: own } as const
    tokens.push({ ...wish, token: await makeToken(run.deps, wish) })
  }
  telegram.listen((chat, text) => {
    lookInto(text, chat)
    if (text.includes('Wand~')) faults.push(`chat ${chat} saw what staff noted`)
  })
  const wall = createWall(run, troubles, { faults, plus })
  const { look, judge, noteTry } = wall
  const marked = count > 0 ? await putMarks(run, telegram, desks, MARKED) : undefined
  plus('recordsWritten', marked?.written)
  plus('recordsTakenOver', marked?.taken)

  const check = (status: number, text: string, before: number, what: string) => {
    figures.note(status)
    const isClear = troubles.count() === before
    if (status >= 500 && isClear) faults.push(`${status} for ${what}`)
    const inside = seen.inside(text)
    if (inside) faults.push(`${inside} in ${what}`)
  }

  async function staffActs(): Promise<void> {
    const desk = desks[Math.floor(random() * desks.length)] as Desk
    const before = troubles.count()
    await look()
    const { status, text } = await desk.act(wall.ids())
    plus('desk')
    noteTry(desk.asked, desk.scope)
    check(status, text, before, desk.asked)
    await judge(text, desk.scope, desk.asked)
  }

  async function systemAsks(): Promise<void> {
    const holder = tokens[Math.floor(random() * tokens.length)]
    if (!holder) return
    await look()
    const ids = wall.ids()
    const id = ids[Math.floor(random() * ids.length)] ?? 'x'
    const day = 86_400_000
    const stretch = MINUTES(run.clock.at - day, run.clock.at + day)
    const paths = ['/intakes', `/intakes/${id}`, `/appointments?${stretch}`, '/utilisation', '/x']
    const path = `/api/v1${paths[Math.floor(random() * paths.length)]}`
    const before = troubles.count()
    const answer = await run.app.request(path, {
      headers: { Authorization: `Bearer ${random() < 0.05 ? 'x' : holder.token}` },
    })
    const text = await answer.text()
    plus('api')
    noteTry(path, holder)
    check(answer.status, text, before, path)
    await judge(text, holder, `${holder.centres} ${path}`)
  }

  async function personActs(id: number): Promise<void> {
    const chat = FIRST_CHAT + Math.floor(random() * CHATS)
    const shown = telegram.chats.get(chat)
    const drawn = random()
    const recipe = recipeFor(shown, drawn)
    const update = updateOf(recipe, id, chat, shown)
    for (let tries = 1; ; tries++) {
      const before = troubles.count()
      const status = await run.deliver(update)
      plus('updates')
      check(status, '', before, JSON.stringify(recipe))
      if (status < 500) return
      if (tries === 30) return void faults.push(`an update was never taken: ${status}`)
      run.clock.at += 1000 * Math.min(60, 2 ** tries)
    }
  }

  const sentNow = () => (counts['desk'] ?? 0) + (counts['api'] ?? 0) + (counts['updates'] ?? 0)
  let lastTick = run.clock.at
  let told = 0
  let update = 0
  try {
    state.on = true
    while (sentNow() < count && !watch.isOver()) {
      if (sentNow() - told >= TELL_EVERY) {
        told = sentNow()
        watch.tell(told, figures)
        await new Promise((resolve) => setImmediate(resolve))
      }
      run.clock.at += BETWEEN
      if (run.clock.at - lastTick >= A_TICK) {
        lastTick = run.clock.at
        await tick().catch(() => plus('ticksFailed'))
        plus('ticks')
      }
      // At one moment, as they would.
      const acting = random() < 0.45 ? [staffActs()] : []
      if (random() < 0.15) acting.push(systemAsks())
      if (random() < 0.45) acting.push(personActs(++update))
      await Promise.all(acting)
    }
    state.on = false
    for (let i = 0; i < 30; i++) {
      run.clock.at += A_TICK
      await tick()
    }
    const rows = (sql: string) => run.db.$queryRawUnsafe<object[]>(sql)
    const owing = await rows(`SELECT "kind", "status" FROM "Outbox" WHERE "status" NOT IN
      ('sent', 'dropped', 'failed', 'blocked', 'kept')
      AND "dueAt" < '${new Date(run.clock.at - A_TICK).toISOString()}'`)
    for (const one of owing) faults.push(`still owed: ${JSON.stringify(one)}`)
    const doubled = await rows(`SELECT 1 FROM "Booking" WHERE "state" = 'booked'
      AND "seat" IS NOT NULL GROUP BY "centreId", "startsAt", "seat" HAVING count(*) > 1`)
    if (doubled.length > 0) faults.push(`${doubled.length} seats given twice`)
    const [broken] = await rows('PRAGMA foreign_key_check')
    if (broken) faults.push(`a row points nowhere: ${JSON.stringify(broken)}`)
    plus('requestsOfPeople', wall.ids().length)
    plus('loggedErrors', run.errors.length)
    faults.push(...faultsInLog(run.errors, troubles.count()), ...telegram.complaints.slice(0, 20))
    return figures.of(sentNow(), telegram.calls(), troubles.met)
  } finally {
    troubles.end()
    await run.stop()
  }
}

/** Books, and then answers in words of one's own, which staff read; now and then something else. */
function recipeFor(shown: Shown | undefined, drawn: number): Recipe {
  const recipe = recipeForRecord(shown)
  if (drawn < 0.6) return recipe === 'written' ? { do: 'walk' } : recipe
  return drawn < 0.85 ? { do: 'walk' } : { do: 'tap', which: Math.floor(drawn * 200) }
}
