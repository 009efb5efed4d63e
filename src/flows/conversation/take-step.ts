// One input of a person: who it is, whether it is to be answered, and what comes of it.

import type { Deps } from '../../deps.ts'
import { CHANGES_COUNT_FOR } from '../../domain/appointment/booking.ts'
import { isFinal } from '../../domain/appointment/told.ts'
import type { LoadedPerson, TakenFor } from '../../domain/dialog/kept-talk.ts'
import { heardOf } from '../../domain/dialog/reduce.ts'
import { REPLIES_FOR } from '../../domain/dialog/replying.ts'
import { showErased } from '../../domain/dialog/show/lobby.ts'
import type { Tap } from '../../domain/dialog/tap.ts'
import { cityAt } from '../city.ts'
import type { Correct } from '../outbox/messenger.ts'
import { enter } from './enter.ts'
import { lobbyMeaning, lobbyStep } from './lobby.ts'
import { turned } from './party.ts'
import { type Incoming, inputNameOf, type Reply, saidIn } from './step.ts'
import { type Before, talkStep } from './talk-step.ts'

const MOST_TRIES = 5
// An answer is out within moments; who decided longer ago died before it was.
const ANSWERING_FOR = 5000

/** Another process decided this input just now and is answering it. The door brings it again. */
export class InOtherHands extends Error {
  override readonly name = 'InOtherHands'
}

/**
 * Takes one step of a talk. May run twice for one input: what was decided once is only shown again.
 * @param again this process has had it in hand before and met a fault
 * @param correct corrects a message in the chat
 * @returns `null` for an input that has been answered already, or that says nothing new
 * @throws {InOtherHands} while somebody else answers it
 */
export async function takeStep(
  deps: Deps,
  given: Incoming,
  again: boolean,
  correct?: Correct,
): Promise<Reply | null> {
  let arrived = heeded(deps, given)
  let before: Before = { calledOff: [] }
  if (!(await isToBeAnswered(deps, arrived))) return null
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const now = deps.clock.now()
    const when = { now, since: now - CHANGES_COUNT_FOR, writtenSince: now - REPLIES_FOR }
    const { address } = arrived
    const name = inputNameOf(arrived)
    const loaded = await deps.store.talks.load(deps.config.profile, address, name, when)
    if (loaded.answered) return null
    const city = await cityAt(deps, loaded.cityVersion)
    const { person, waitedFor } = loaded
    const { taken } = loaded
    if (taken && arrived.input.kind === 'text') arrived = { ...arrived, ...asPressed(taken) }
    const incoming = await turned(deps, arrived, person)
    if (incoming === 'again') continue
    const { decided, savedAt } = person?.intake ?? { decided: false, savedAt: 0 }
    if (decided && !again && now - savedAt < ANSWERING_FOR) throw new InOtherHands()
    // Who writes can be reached again, whatever came back last time.
    if (person?.unreachable) await deps.store.people.setUnreachable(address, null)
    const entered = await enter(deps, city, incoming, person)
    if (entered === 'not-agreed') {
      if (!person && taken && ERASING.includes(taken.tap.do)) {
        const { language } = taken
        return { language, screen: showErased(language), attachments: before.calledOff }
      }
      const meant = lobbyMeaning(deps, city, incoming)
      if (meant && 'pressed' in meant) {
        arrived = { ...arrived, ...meant.pressed }
        continue
      }
      const reply = lobbyStep(deps, city, incoming, person, meant?.near)
      const attachments = [...before.calledOff, ...(reply?.attachments ?? [])]
      return reply && { ...reply, ...(person ? standing(person) : {}), attachments, isBefore: true }
    }
    if (entered === 'again') continue
    if (await saysNothingNew(deps, incoming)) return null
    const whole = { ...entered, waitedFor, ...before }
    const reply = await talkStep(deps, city, incoming, whole, correct)
    if (reply && !('goesOn' in reply)) return reply
    if (!reply) continue
    const { goesOn, of, ...done } = reply
    arrived = { ...arrived, input: goesOn, ...(of ? { of } : {}) }
    before = done
  }
  throw new Error('a talk was saved by somebody else again and again')
}

const ERASING: readonly Tap['do'][] = ['erase-yes', 'delete-yes']

/** A text that was taken for a press when it came before. */
const asPressed = ({ tap, of }: TakenFor): Pick<Incoming, 'input' | 'of'> => ({
  input: { kind: 'tap', tap },
  ...(of ? { of } : {}),
})

/** Whose chat it is and which messages say something: a question may take the place of one of them. */
const standing = ({ id, told }: LoadedPerson): Pick<Reply, 'personId' | 'told'> => ({
  personId: id,
  told: told.filter(({ verdict }) => !isFinal(verdict)).map(({ message }) => message),
})

/** One of what came as one; a cry for help whatever it came with. */
async function isToBeAnswered({ store, clock }: Deps, incoming: Incoming): Promise<boolean> {
  const { address, group, input } = incoming
  if (group === undefined) return true
  // Noted for a cry, too: what comes with it is answered with it, and the numbers stay last.
  const name = inputNameOf(incoming)
  const isFirst = await store.inputs.isFirstOf(address, group, name, clock.now())
  return isFirst || heardOf(input) !== undefined
}

/** Whether a message was only changed in what nobody sees. */
async function saysNothingNew({ store }: Deps, incoming: Incoming): Promise<boolean> {
  const { input } = incoming
  if (input.kind !== 'unreadable' || input.what !== 'edited') return false
  const said = await saidIn(incoming)
  return said !== undefined && (await store.inputs.wasSaid(said))
}

/** What is typed is read for danger first, wherever the person is and in whatever language. */
function heeded({ i18n }: Deps, incoming: Incoming): Incoming {
  const { input } = incoming
  if (input.kind !== 'text' && input.kind !== 'unreadable') return incoming
  return { ...incoming, input: { ...input, heard: i18n.hear(input.text ?? '') } }
}
