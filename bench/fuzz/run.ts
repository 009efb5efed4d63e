// The run over updates: many chats at once in one Lotse, and what must hold after each of them, whatever goes
// wrong around it.

import type { Deps } from '../../src/deps.ts'
import { createTick } from '../../src/flows/upkeep/run-tick.ts'
import { pageMessenger } from '../../src/web/messenger.ts'
import { bytesLeft, bytesOf, heldOf } from './erased.ts'
import { type Figures, faultsInLog, UNWATCHED, type Watch } from './figures.ts'
import type { LongRun } from './lotse.ts'
import { createReminded } from './reminded.ts'
import { openTroubledRun } from './troubled.ts'
import type { Rates } from './troubles.ts'
import { updateOf } from './update-of.ts'
import { draw, type Recipe } from './updates.ts'

const CHATS = 400
const FIRST_CHAT = 5_000_000
const BATCH = 1000
const TELL_EVERY = 10_000
/** Virtual milliseconds between two updates: fast, but below what is refused as a flood. */
const BETWEEN = 400
const A_TICK = 60_000
const HOUR = 3_600_000
const DAYS = 8
/** As often as Telegram tries again before a person has given up. */
const MOST_TRIES = 30
const LOOKED_FOR_ENGLISH = 10

/** Sends `count` updates, or fewer where `watch` ends it. The same seed sends the same ones. */
export async function fuzzUpdates(
  count: number,
  seed: number,
  rates: Rates,
  watch: Watch = UNWATCHED,
): Promise<Figures> {
  const { troubles, telegram, run, seen, figures, lookInto } = await openTroubledRun(seed, rates)
  const { faults, counts } = figures
  const said: { chat: number; text: string; isNew: boolean }[] = []
  const english: { chat: number; sentence: string }[] = []
  const sentByTick = new Map<string, number>()
  let isTick = false
  let texts = 0
  const reminded = createReminded()
  telegram.listen((chat, text, isNew, taps) => {
    reminded.note(chat, text, isNew, taps)
    said.push({ chat, text, isNew })
    texts += 1
    lookInto(text, chat)
    const sentence = texts % LOOKED_FOR_ENGLISH === 0 ? seen.english(text) : undefined
    if (sentence) english.push({ chat, sentence })
    if (!isTick || !isNew) return
    counts['sentByTicks'] = (counts['sentByTicks'] ?? 0) + 1
    const key = `${chat} ${text}`
    if (sentByTick.has(key)) counts['sentTwiceByTicks'] = (counts['sentTwiceByTicks'] ?? 0) + 1
    sentByTick.set(key, run.clock.at)
  })
  let lastTick = run.clock.at
  const tick = ticking(run.deps, run)

  async function passes(): Promise<void> {
    if (run.clock.at - lastTick < A_TICK) return
    lastTick = run.clock.at
    isTick = true
    // As who calls it does: what failed as a whole comes with the next one.
    await tick().catch((fault) => {
      counts['ticksFailed'] = (counts['ticksFailed'] ?? 0) + 1
      if (!troubles.state.on) faults.push(`a tick failed: ${String(fault)}`)
    })
    isTick = false
    counts['ticks'] = (counts['ticks'] ?? 0) + 1
    for (const [key, at] of sentByTick) if (run.clock.at - at > 3_600_000) sentByTick.delete(key)
  }

  /** As Telegram does: again until it is taken. */
  async function deliverUntilTaken(update: unknown, what: string): Promise<number> {
    for (let tries = 1; ; tries++) {
      const before = troubles.count()
      const status = await run.deliver(update)
      figures.note(status)
      if (status < 500) return status
      counts['deliveredAgain'] = (counts['deliveredAgain'] ?? 0) + 1
      if (troubles.count() === before) faults.push(`${status} without a cause for ${what}`)
      if (tries === MOST_TRIES) {
        faults.push(`${status} after ${tries} tries for ${what}`)
        return status
      }
      run.clock.at += 1000 * Math.min(60, 2 ** tries)
      await passes()
    }
  }

  let last: { update: object; chat: number; taken: boolean } | undefined
  let batch: Recipe[] = []
  let sent = 0
  try {
    for (; sent < count && !watch.isOver(); sent++) {
      if (sent % BATCH === 0) {
        if (sent > 0 && sent % TELL_EVERY === 0) watch.tell(sent, figures)
        // Signals are heard between two batches.
        await new Promise((resolve) => setImmediate(resolve))
        batch = draw(seed + sent, BATCH)
      }
      const recipe = batch[sent % BATCH]
      if (!recipe) break
      run.clock.at += BETWEEN
      troubles.state.on = true
      await passes()
      troubles.state.on = false
      const again = recipe.do === 'again' ? last : undefined
      const chat = again?.chat ?? FIRST_CHAT + ((sent * 7919) % CHATS)
      const shown = telegram.chats.get(chat)
      const update = again?.update ?? updateOf(recipe, sent + 1, chat, shown)
      const what = JSON.stringify(recipe).slice(0, 200)
      const owed = await owedFor(recipe, chat, run)
      const knew = again && (await hasAgreed(run.deps, chat))
      said.length = 0
      const { storage, network, final } = troubles.state
      troubles.state.on = true
      const status = await deliverUntilTaken(update, what)
      troubles.state.on = false
      const own = said.filter((one) => one.chat === chat && !seen.isNotice(one.text))
      if (owed && status === 200 && troubles.state.final === final) {
        const met = own.length > 0
        if (met !== (owed === 'answer')) {
          faults.push(`${met ? 'an answer to' : 'silence after'} ${what}`)
        }
        counts['owedAndAnswered'] = (counts['owedAndAnswered'] ?? 0) + Number(met)
      }
      if (again?.taken && knew && own.length > 0 && troubles.count() === storage + network) {
        if (await hasAgreed(run.deps, chat)) faults.push(`answered again: ${what}`)
      }
      const fresh = own.filter(({ isNew }) => isNew).map(({ text }) => text)
      if (new Set(fresh).size < fresh.length) {
        counts['answersShownTwice'] = (counts['answersShownTwice'] ?? 0) + 1
        if (troubles.state.network === network) faults.push(`shown twice without a cause: ${what}`)
      }
      for (const { chat: who, sentence } of english.splice(0)) {
        const language = await languageOf(run.deps, who)
        if (language && language !== 'en') faults.push(`${language} read "${sentence}": ${what}`)
      }
      if (typeof update === 'object' && update !== null) {
        last = { update, chat, taken: status === 200 }
      }
    }
    // What is still owed goes out once nothing is in its way.
    for (let i = 0; i < 30; i++) {
      run.clock.at += A_TICK
      await passes()
    }
    const owing = await run.db.$queryRawUnsafe<object[]>(
      `SELECT "kind", "status" FROM "Outbox" WHERE "status" NOT IN
        ('sent', 'dropped', 'failed', 'blocked', 'kept') AND "dueAt" < ?`,
      new Date(run.clock.at - A_TICK).toISOString(),
    )
    for (const one of owing) faults.push(`still owed: ${JSON.stringify(one)}`)
    faults.push(...faultsInLog(run.errors, troubles.count()), ...telegram.complaints.slice(0, 20))
    const [broken] = await run.db.$queryRawUnsafe<object[]>('PRAGMA foreign_key_check')
    if (broken) faults.push(`a row points nowhere: ${JSON.stringify(broken)}`)
    const doubled = await run.db.$queryRawUnsafe<object[]>(
      `SELECT 1 FROM "Booking" WHERE "state" = 'booked' AND "seat" IS NOT NULL
       GROUP BY "centreId", "startsAt", "seat" HAVING count(*) > 1`,
    )
    if (doubled.length > 0) faults.push(`${doubled.length} seats given twice`)
    // Days go by, in which reminders fall due and talks that were left are erased.
    const held = await heldOf(run)
    const lostBefore = troubles.state.lost
    troubles.state.on = true
    for (let i = 0; i < DAYS * 24; i++) {
      run.clock.at += HOUR
      await passes()
    }
    troubles.state.on = false
    await passes()
    const nightly = await bytesOf(run, held)
    counts['erasedByNight'] = nightly.counts.erased
    counts['piecesSearchedAfterNights'] = nightly.counts.piecesSearched
    Object.assign(counts, reminded.counts())
    const lost = troubles.state.lost - lostBefore
    counts['carriedOutUnheardMeanwhile'] = lost
    // Whether a message arrived that was not answered nobody knows: it is sent again.
    if ((counts['remindersTwice'] ?? 0) > lost) faults.push('reminders came twice without a cause')
    faults.push(...nightly.faults)
    const chats = Array.from({ length: CHATS }, (_, i) => FIRST_CHAT + i)
    const erased = await bytesLeft(run, telegram, chats, tick)
    Object.assign(counts, erased.counts)
    faults.push(...erased.faults)
    counts['loggedErrors'] = run.errors.length
    return figures.of(sent, telegram.calls(), troubles.met)
  } finally {
    troubles.end()
    await run.stop()
  }
}

/** The tick of a Lotse with both doors. */
export const ticking = (deps: Deps, { bot }: Pick<LongRun, 'bot'>) =>
  createTick(deps, { telegram: bot.messenger, web: pageMessenger })

/** What the bot owes in the private chat, now, before the update arrives; nothing where either will do. */
async function owedFor(
  recipe: Recipe,
  chat: number,
  { deps }: LongRun,
): Promise<'answer' | 'silence' | undefined> {
  switch (recipe.do) {
    case 'text':
    case 'mark':
    case 'command':
      return 'answer'
    case 'message':
      // What has no content, once it is written as JSON, is a notice of Telegram's own.
      return JSON.stringify(recipe.fields) === '{}' ? 'silence' : 'answer'
    case 'edited': {
      // Before the consent nothing is kept to compare a change with; a cry for help is heard all the same.
      return deps.i18n.hear(recipe.text) || (await hasAgreed(deps, chat)) ? 'answer' : 'silence'
    }
    default:
      return undefined
  }
}

/** Somebody is stored from the consent on, and not before. */
async function hasAgreed(deps: Deps, chat: number): Promise<boolean> {
  return (await personIn(deps, chat)) !== null
}

const languageOf = async (deps: Deps, chat: number) => (await personIn(deps, chat))?.language

async function personIn({ config, store, clock }: Deps, chat: number) {
  const address = { channel: 'telegram', id: String(chat) } as const
  const now = clock.now()
  const when = { now, since: now, writtenSince: now }
  return (await store.talks.load(config.profile, address, 'looked at', when)).person
}
