// The entry of every door: an input of a person comes in, is taken in turn and once, and its reply goes
// out; who floods is told to wait, and a fault is told in the person's language.

import QuickLru from 'quick-lru'
import type { Deps } from '../../deps.ts'
import type { Screen } from '../../domain/dialog/screen.ts'
import type { Seen } from '../../domain/dialog/seen.ts'
import { asksOfBarrier } from '../../domain/dialog/show/accessibility.ts'
import type { Text } from '../../domain/dialog/text.ts'
import { type Address, nameOf } from '../../domain/people/address.ts'
import { faultFields } from '../../log.ts'
import { type Chat, correctNow } from '../outbox/correct-chats.ts'
import type { Correct } from '../outbox/messenger.ts'
import { isForSound, voiced } from '../spoken/voiced.ts'
import { type Outcome, watching } from '../watch.ts'
import { createGate } from './gate.ts'
import { createTurns, type InTurn } from './in-turn.ts'
import { type Looked, look } from './look.ts'
import { createPresses } from './pressed-twice.ts'
import { type Shown, soundsBy, toldBy } from './stands.ts'
import { type Device, type Incoming, inputNameOf, type Led, type Reply, saidIn } from './step.ts'
import { InOtherHands, takeStep } from './take-step.ts'

/** What a door does with what comes of an input it took. */
export type Door = {
  /** Puts a reply before the person. Throws where it may go through later: then the input comes again. */
  show: (reply: Reply) => Promise<Shown>
  /**
   * Says a sentence, in its language or in each it may have to be in. None where the person has just been told:
   * then what they pressed is only let go of. Its own faults are its own.
   */
  say: (sentences: readonly string[], text: Text) => Promise<void>
  /**
   * Leads to what came of an input, for a door that shows things when it is asked to (`look`). With what it
   * decides an input is answered then, since nothing has to go out; pressed twice, it leads there twice.
   */
  lead?: (to: Led) => void
  /** Corrects a message the address was sent before; a door whose messages do not stay has none. */
  correct?: Correct
  /** Whether a fault is the way to the person being down: then nothing can be told them by it. */
  isDown: (fault: unknown) => boolean
}

export type Conversation = {
  /**
   * Takes an input. Throws only where the door should bring it again: until its reply has gone out, an
   * input does not count as answered.
   */
  take: (incoming: Incoming, door: Door) => Promise<void>
  /** Shows an address where the person is, or what a page showed before. Changes nothing; as `take`. */
  look: (address: Address, seen?: Seen, on?: Device) => Promise<Looked>
  /** Notes that an address can be written to again, or no longer. Throws as `take`. */
  noteReach: (address: Address, isReachable: boolean) => Promise<void>
  /** Runs what an address asks for that is no input of a person, under the same limits. Throws as `take`. */
  beside: (address: Address, kind: string, work: () => Promise<void>) => Promise<void>
}

const REMEMBERED = { maxSize: 10_000 }
// Whole screens, of those who have not agreed.
const SCREENS_REMEMBERED = { maxSize: 1_000 }

/** The conversation of one process, for all of its doors. */
export function createConversation(deps: Deps, inTurn: InTurn = createTurns()): Conversation {
  // Only so that a sentence can be said in the person's language; never stored.
  const languages = new QuickLru<string, string>(REMEMBERED)
  // Only so that what is typed before the consent can be held against what it answers; never stored.
  const before = new QuickLru<string, Screen>(SCREENS_REMEMBERED)
  // Only so that what was heard before the consent goes when the talk moves on; never stored.
  const heard = new QuickLru<string, readonly number[]>(REMEMBERED)
  const told = new QuickLru<string, true>(REMEMBERED)
  const failed = new QuickLru<string, true>(REMEMBERED)
  // What was shown and could not be noted: when its input comes again it is noted, and not shown once more.
  const unnoted = new QuickLru<string, () => Promise<void>>(REMEMBERED)
  const gate = createGate(deps.clock.now)
  const presses = createPresses(deps.clock.now)
  const { people, inputs } = deps.store

  async function step(incoming: Incoming, door: Door): Promise<void> {
    const { address } = incoming
    const name = inputNameOf(incoming)
    if (await isShownBefore(name)) return
    const lastLanguage = languages.get(nameOf(address)) ?? incoming.lastLanguage
    const isTwice = presses.isAgain(incoming)
    const known = { ...incoming, lastLanguage, lastShown: before.get(nameOf(address)), isTwice }
    const { correct, lead } = door
    const reply = await takeStep(deps, known, failed.has(name), { correct, leads: Boolean(lead) })
    if (!reply) return
    if ('seen' in reply) {
      before.delete(nameOf(address))
      languages.set(nameOf(address), reply.language)
      return lead?.(reply)
    }
    if (!reply.isGuessed) languages.set(nameOf(address), reply.language)
    const isAfterFault = told.has(name)
    const going = { ...(await heardBy(incoming, reply)), ...(isAfterFault ? { isAfterFault } : {}) }
    const shown = await door.show(going)
    presses.note(incoming)
    // Only now: what did not get out comes again, and is held against the same screen.
    before.delete(nameOf(address))
    noteHeard(incoming, going, shown)
    const isKnown = !reply.isGuessed || asksOfBarrier(reply.screen)
    if (reply.isBefore && isKnown) before.set(nameOf(address), reply.screen)
    const { delivery, messages } = shown
    if (delivery === 'gone') await people.setUnreachable(address, 'blocked')
    const { personId } = reply
    const now = deps.clock.now()
    if (personId === undefined) return await noted(name, () => inputs.markAnswered(name, now))
    const chat = { personId, channel: address.channel }
    const correctable = door.correct !== undefined
    const stands = { ...toldBy(reply, shown, correctable, now), ...soundsBy(going, shown, now) }
    const said = await saidIn(incoming)
    await noted(name, () => inputs.markAnswered(name, now, { chat, messages, told: stands, said }))
    try {
      await correctAbove(door, chat, address.id, reply, shown)
    } catch (fault) {
      // What was asked for is done and shown: nobody is told that it failed.
      deps.log.error('chat not corrected', faultFields(fault))
    }
  }

  /** Notes what was shown; where that fails (the disk is full) it is done when the input comes again. */
  async function noted(name: string, note: () => Promise<unknown>): Promise<void> {
    unnoted.set(name, async () => {
      await note()
      unnoted.delete(name)
    })
    await isShownBefore(name)
  }

  async function isShownBefore(name: string): Promise<boolean> {
    const note = unnoted.get(name)
    await note?.()
    return note !== undefined
  }

  /** The reply with its sound; what was heard before goes, but for where the talk has not moved on. */
  async function heardBy({ address, input }: Incoming, reply: Reply): Promise<Reply> {
    const { unheard: stored = [], ...spoken } = await voiced(deps, reply, input)
    if (input.kind === 'tap' && isForSound(input.tap)) return spoken
    const before = heard.get(nameOf(address)) ?? []
    return { ...spoken, unheard: [...before.map((message) => ({ message })), ...stored] }
  }

  /** Before the consent nothing is stored. */
  function noteHeard({ address }: Incoming, { unheard, personId }: Reply, { sound }: Shown) {
    const stays = unheard ? [] : (heard.get(nameOf(address)) ?? [])
    const isStored = sound === undefined || personId !== undefined
    const now = isStored ? stays : [...stays, sound]
    if (now.length > 0) heard.set(nameOf(address), now)
    else heard.delete(nameOf(address))
  }

  /** Corrects what stands above an answer. If that fails, or the process ends before, the tick does it. */
  async function correctAbove(door: Door, chat: Chat, id: string, reply: Reply, shown: Shown) {
    const { corrections = [], language, party = [] } = reply
    const wrong = corrections.filter(
      ({ message }) => message !== shown.screen && message !== shown.replaced,
    )
    if (wrong.length === 0) return
    const corrected = await correctNow(wrong, door.correct, { id, language, party })
    await deps.store.told.note(chat, { corrected }, deps.clock.now())
  }

  /** A sentence in the language of who comes, in all where none is known. */
  function worded({ address, lastLanguage }: Incoming, text: Text): string[] {
    const known = languages.get(nameOf(address)) ?? lastLanguage
    const spoken = known ? [known] : deps.i18n.languages.map(({ key }) => key)
    return spoken.map((language) => deps.i18n.t(language, text, deps.clock.now()))
  }

  function noteFault(fault: unknown, kind: string): string {
    const faultId = deps.newId().slice(0, 8)
    deps.log.error('update failed', { faultId, kind, ...faultFields(fault) })
    return faultId
  }

  async function take(incoming: Incoming, door: Door): Promise<Outcome> {
    const { address } = incoming
    const verdict = gate.admit(nameOf(address))
    if (verdict !== 'go') {
      const wait = { key: 'refusal.too-many-messages' }
      await door.say(verdict === 'tell' ? worded(incoming, wait) : [], wait)
      return 'waiting'
    }
    try {
      await inTurn(nameOf(address), () => step(incoming, door))
      return 'answered'
    } catch (fault) {
      if (fault instanceof InOtherHands) throw fault
      const name = inputNameOf(incoming)
      failed.set(name, true)
      const id = noteFault(fault, 'step')
      if (!door.isDown(fault) && !told.has(name) && !unnoted.has(name)) {
        told.set(name, true)
        const text = { key: 'notice.fault', values: { id } }
        await door.say(worded(incoming, text), text)
      }
      throw fault
    }
  }

  async function beside(address: Address, kind: string, work: () => Promise<void>): Promise<void> {
    if (gate.admit(nameOf(address)) !== 'go') return
    try {
      await work()
    } catch (fault) {
      noteFault(fault, kind)
      throw fault
    }
  }

  return {
    take: (incoming, door) =>
      watching(deps, incoming, () => gate.within(() => take(incoming, door))),
    look: (address, seen, on) => gate.within(() => look(deps, address, seen, on)),
    beside: (address, kind, work) => gate.within(() => beside(address, kind, work)),
    noteReach: (address, isReachable) =>
      gate.within(() =>
        beside(address, 'reach', () =>
          people.setUnreachable(address, isReachable ? null : 'blocked'),
        ),
      ),
  }
}
