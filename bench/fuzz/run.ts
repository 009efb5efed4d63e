// The run over updates: many chats at once in one Lotse, and what must hold after each of them.

import type { Deps } from '../../src/deps.ts'
import { currentCity } from '../../src/flows/city.ts'
import { eraseNightly } from '../../src/flows/upkeep/erase-due.ts'
import { createLightTelegram } from './light-telegram.ts'
import { type LongRun, openLongRun } from './lotse.ts'
import { draw, type Recipe } from './updates.ts'

const CHATS = 400
const FIRST_CHAT = 5_000_000
const BATCH = 1000
const TELL_EVERY = 50_000
/** Virtual milliseconds between two updates: fast, but below what is refused as a flood. */
const BETWEEN = 400

export type Figures = {
  count: number
  seconds: number
  perSecond: number
  calls: number
  statuses: Record<string, number>
  memoryMb: number
  faults: string[]
}

/** For runs that take long: told how far it has come, asked whether it should end here. */
export type Watch = { tell: (sent: number, seconds: number) => void; isOver: () => boolean }

const UNWATCHED: Watch = { tell: () => {}, isOver: () => false }

/** Sends `count` updates, or fewer where `watch` ends it. The same seed sends the same ones. */
export async function fuzzUpdates(
  count: number,
  seed: number,
  watch: Watch = UNWATCHED,
): Promise<Figures> {
  const telegram = createLightTelegram()
  const run = await openLongRun(telegram)
  const statuses: Record<string, number> = {}
  const faults: string[] = []
  const reached = new Set<number>()
  telegram.listen((chat, text) => {
    reached.add(chat)
    for (const [, owner] of text.matchAll(/Marke(\d+)x/g)) {
      if (Number(owner) !== chat) faults.push(`chat ${chat} saw what ${owner} had written`)
    }
  })
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1000
  let last: object = {}
  let sent = 0
  try {
    for (; sent < count && !watch.isOver(); sent++) {
      if (sent % BATCH === 0) {
        if (sent > 0 && sent % TELL_EVERY === 0) watch.tell(sent, seconds())
        // Signals are heard between two batches.
        await new Promise((resolve) => setImmediate(resolve))
        batch = draw(seed + sent, BATCH)
        await eraseNightly(run.deps, await currentCity(run.deps))
      }
      const recipe = batch[sent % BATCH]
      if (!recipe) break
      run.clock.at += BETWEEN
      const chat = FIRST_CHAT + ((sent * 7919) % CHATS)
      const shown = telegram.chats.get(chat)
      const update = recipe.do === 'again' ? last : updateOf(recipe, sent + 1, chat, shown)
      reached.delete(chat)
      const owed = await owedFor(recipe, chat, run)
      const status = await run.deliver(update)
      statuses[status] = (statuses[status] ?? 0) + 1
      if (status >= 500) faults.push(`${status} for ${JSON.stringify(recipe).slice(0, 200)}`)
      if (owed && status === 200 && reached.has(chat) !== (owed === 'answer')) {
        const met = owed === 'answer' ? 'silence after' : 'an answer to'
        faults.push(`${met} ${JSON.stringify(recipe).slice(0, 200)}`)
      }
      if (typeof update === 'object' && update !== null) last = update
    }
    const took = seconds()
    faults.push(...run.errors.slice(0, 20), ...telegram.complaints.slice(0, 20))
    const [broken] = await run.db.$queryRawUnsafe<object[]>('PRAGMA foreign_key_check')
    if (broken) faults.push(`a row points nowhere: ${JSON.stringify(broken)}`)
    return {
      count: sent,
      seconds: Math.round(took),
      perSecond: Math.round(sent / took),
      calls: telegram.calls(),
      statuses,
      memoryMb: Math.round(process.memoryUsage().rss / 2 ** 20),
      faults,
    }
  } finally {
    await run.stop()
  }
}

let batch: Recipe[] = []

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
async function hasAgreed({ config, store, clock }: Deps, chat: number): Promise<boolean> {
  const address = { channel: 'telegram', id: String(chat) } as const
  const now = clock.now()
  const when = { now, since: now, writtenSince: now }
  const { person } = await store.talks.load(config.profile, address, 'looked at', when)
  return person !== null
}

type Shown = { messageId: number; taps: string[] } | undefined

function updateOf(recipe: Recipe, id: number, chat: number, shown: Shown): unknown {
  const who = { id: chat, first_name: `Marke${chat}x`, is_bot: false, language_code: 'xq' }
  const home = { id: chat, type: 'private', first_name: who.first_name }
  const message = (fields: object, where: object = home) => ({
    message_id: 10_000_000 + id,
    date: 1,
    from: who,
    chat: where,
    ...fields,
  })
  const tap = (data: string) => ({
    update_id: id,
    callback_query: {
      id: String(id),
      from: who,
      data,
      ...(shown ? { message: { ...message({}), message_id: shown.messageId } } : {}),
    },
  })
  switch (recipe.do) {
    case 'tap':
      return tap(shown?.taps[recipe.which % Math.max(1, shown.taps.length)] ?? '1~on')
    case 'forge':
      return tap(recipe.data)
    case 'mutate': {
      const data = shown?.taps[recipe.which % Math.max(1, shown.taps.length)] ?? '1~on'
      const at = recipe.at % (data.length + 1)
      return tap(data.slice(0, at) + recipe.char + data.slice(at + 1))
    }
    case 'text':
      return { update_id: id, message: message({ text: recipe.text }) }
    case 'mark':
      return { update_id: id, message: message({ text: `Marke${chat}x` }) }
    case 'command':
      return { update_id: id, message: message({ text: `/${recipe.name}` }) }
    case 'message':
      return { update_id: id, message: message(recipe.fields) }
    case 'edited':
      return { update_id: id, edited_message: message({ text: recipe.text }) }
    case 'group': {
      const where = { id: -chat, type: 'group', title: 'x' }
      return { update_id: id, message: message({ text: recipe.text }, where) }
    }
    case 'member': {
      const new_chat_member = { status: recipe.status, user: who }
      return { update_id: id, my_chat_member: { chat: home, from: who, date: 1, new_chat_member } }
    }
    case 'noise': {
      const { update } = recipe
      return typeof update === 'object' && update !== null ? { update_id: id, ...update } : update
    }
    case 'body':
      return recipe.body
    case 'again':
      return {}
  }
}
