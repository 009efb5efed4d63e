// One input of a person: who it is, whether it is to be answered, and what comes of it.

import type { Deps } from '../../deps.ts'
import { CHANGES_COUNT_FOR } from '../../domain/appointment/booking.ts'
import { isFinal } from '../../domain/appointment/told.ts'
import type { LoadedPerson, TakenFor } from '../../domain/dialog/kept-talk.ts'
import { REPLIES_FOR } from '../../domain/dialog/replying.ts'
import type { Screen } from '../../domain/dialog/screen.ts'
import { showErased } from '../../domain/dialog/show/lobby.ts'
import type { Tap } from '../../domain/dialog/tap.ts'
import { type City, cityAt } from '../city.ts'
import { noteRead } from '../outbox/on-page.ts'
import { barrierBefore } from './barrier-before.ts'
import { enter } from './enter.ts'
import { hearMessage } from './hear-message.ts'
import { heeded, isToBeAnswered, saysNothingNew } from './heeded.ts'
import { lobbyMeaning, lobbyStep } from './lobby.ts'
import { turned } from './party.ts'
import { type Incoming, inputNameOf, type Led, type Reply } from './step.ts'
import { type Before, type How, talkStep } from './talk-step.ts'
import { tie } from './tie.ts'

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
 * @param how what the door does with it
 * @returns `null` for an input that has been answered already, or that says nothing new
 * @throws {InOtherHands} while somebody else answers it
 */
export async function takeStep(
  deps: Deps,
  given: Incoming,
  again: boolean,
  how: How = {},
): Promise<Reply | Led | null> {
  let arrived = heeded(deps, given)
  let before: Before = { calledOff: [] }
  if (!(await isToBeAnswered(deps, arrived))) return null
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const now = deps.clock.now()
    const when = { now, since: now - CHANGES_COUNT_FOR, writtenSince: now - REPLIES_FOR }
    const { address } = arrived
    const name = inputNameOf(arrived)
    const loaded = await deps.store.talks.load(deps.config.profile, address, name, when)
    const { person, waitedFor, taken } = loaded
    // Pressed twice, what came of it is shown twice: nothing has to go out for that.
    const isShownAgain = how.leads && person?.intake?.decided
    if (loaded.answered && !isShownAgain) return null
    const city = await cityAt(deps, loaded.cityVersion)
    if (taken && arrived.input.kind === 'text') arrived = { ...arrived, ...asPressed(taken) }
    const incoming = await turned(deps, arrived, person)
    if (incoming === 'again') continue
    const { decided, savedAt } = person?.intake ?? { decided: false, savedAt: 0 }
    const isBeingAnswered = decided && !again && now - savedAt < ANSWERING_FOR
    if (isBeingAnswered && !isShownAgain) throw new InOtherHands()
    // Who writes can be reached again there, whatever came back last time; a page says nothing of a chat.
    const isBack =
      person?.unreachable && (address.channel !== 'web' || person.unreachable === 'no-chat')
    if (isBack) await deps.store.people.setUnreachable(address, null)
    if (incoming.input.kind === 'tie') {
      arrived = { ...arrived, input: await tie(deps, city, incoming, incoming.input.word, person) }
      continue
    }
    if (person?.hasNews && incoming.read !== undefined) {
      await noteRead(deps, city, person, incoming.read)
    }
    const heard = person && (await hearMessage(deps, city, incoming, person))
    if (heard && !how.leads) return heard
    const { sounds: unheard = [] } = person ?? {}
    const entered = await enter(deps, city, incoming, person)
    if (entered === 'not-agreed') {
      if (!person && taken && ERASING.includes(taken.tap.do)) {
        const { language } = taken
        const screen = showErased(language)
        return { language, screen, attachments: before.calledOff, isNobody: true }
      }
      const seen = { ...incoming, lastShown: askedOn(deps, city, incoming, person, how) }
      const meant = lobbyMeaning(deps, city, seen)
      if (meant?.pressed) {
        arrived = { ...arrived, ...meant.pressed }
        continue
      }
      const barrier = await barrierBefore(deps, seen, person)
      const reply = lobbyStep(deps, city, seen, person, meant?.near, barrier)
      const attachments = [...before.calledOff, ...(reply?.attachments ?? [])]
      const whose = person ? standing(person) : ({ isNobody: true } as const)
      return reply && { ...reply, ...whose, attachments, unheard, isBefore: true }
    }
    if (entered === 'again') continue
    if (await saysNothingNew(deps, incoming)) return null
    const whole = { ...entered, waitedFor, ...before }
    const reply = await talkStep(deps, city, incoming, whole, how)
    if (reply && 'seen' in reply) return reply
    if (reply && !('goesOn' in reply)) return { ...reply, unheard }
    if (!reply) continue
    const { goesOn, of, ...done } = reply
    // The page it came from was about somebody else.
    const { seenAt: _, ...rest } = arrived
    arrived = { ...rest, input: goesOn, ...(of ? { of } : {}) }
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

/**
 * The screen before the consent that a text answers: the last one in a chat, else what a page of a door that
 * leads shows whoever opens it. A text from a page of the talk answers none.
 */
function askedOn(
  deps: Deps,
  city: City,
  { lastShown, seenAt }: Incoming,
  person: LoadedPerson | null,
  { leads }: How,
): Screen | undefined {
  if (seenAt) return undefined
  if (lastShown || !leads || !person) return lastShown
  return lobbyStep(deps, city, { input: { kind: 'command', command: 'start' } }, person)?.screen
}

/** Whose chat it is and which messages say something: a question may take the place of one of them. */
const standing = ({ id, told }: LoadedPerson): Pick<Reply, 'personId' | 'told'> => ({
  personId: id,
  told: told.filter(({ verdict }) => !isFinal(verdict)).map(({ message }) => message),
})
