// One input of a person: load the talk, decide, do what has to be done, save, show.

import type { Deps } from '../../deps.ts'
import { CHANGES_COUNT_FOR } from '../../domain/appointment/booking.ts'
import { heardOf, type Input, reduce } from '../../domain/dialog/reduce.ts'
import { REPLIES_FOR } from '../../domain/dialog/replying.ts'
import { asSeen } from '../../domain/dialog/seen.ts'
import { showErased } from '../../domain/dialog/show/lobby.ts'
import { beginTalk } from '../../domain/dialog/talk.ts'
import type { PartyMember } from '../../domain/people/party.ts'
import { type City, cityAt } from '../city.ts'
import type { Correct } from '../outbox/messenger.ts'
import { noteRead } from '../outbox/on-page.ts'
import { pinAt } from '../return/pin.ts'
import { type Entered, enter } from './enter.ts'
import { heeded, isToBeAnswered, saysNothingNew } from './heeded.ts'
import { lobbyStep } from './lobby.ts'
import { lostItsFile } from './lost-file.ts'
import { withOtherCode } from './other-code.ts'
import { correctErased, outdatedBy } from './outdated.ts'
import { turned } from './party.ts'
import { type Progress, perform, withFile } from './perform.ts'
import { ledBy, shown } from './shown.ts'
import { factsOf, type Incoming, inputNameOf, type Led, type Reply } from './step.ts'
import { hasChat, saveTalk, talkOf } from './talk-rows.ts'
import { tie } from './tie.ts'
import { goingOn, meaning } from './understood.ts'

// Notices under which what was perhaps meant stands as buttons.
const ASKS_BACK = ['notice.did-you-mean', 'notice.your-district']

const MOST_TRIES = 5
// Telegram lets a bot delete messages of the last 48 hours.
const DELETABLE_FOR = 48 * 3_600_000

// An answer is out within moments; who decided longer ago died before it was.
const ANSWERING_FOR = 5000

/** `correct` corrects a message in the chat; `leads`: what comes of it is shown when it is asked for. */
type How = { correct?: Correct | undefined; leads?: boolean }

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
    const { person, waitedFor } = loaded
    // Pressed twice, what came of it is shown twice: nothing has to go out for that.
    const isShownAgain = how.leads && person?.intake?.decided
    if (loaded.answered && !isShownAgain) return null
    const city = await cityAt(deps, loaded.cityVersion)
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
    const entered = await enter(deps, city, incoming, person)
    if (entered === 'not-agreed') {
      const reply = lobbyStep(deps, city, incoming, person)
      const attachments = [...before.calledOff, ...(reply?.attachments ?? [])]
      return reply && { ...reply, attachments, ...(person ? {} : { isNobody: true }) }
    }
    if (entered === 'again') continue
    if (await saysNothingNew(deps, incoming)) return null
    const whole = { ...entered, waitedFor, ...before }
    const reply = await talkStep(deps, city, incoming, whole, how)
    if (reply && !('goesOn' in reply)) return reply
    if (!reply) continue
    const { goesOn, ...done } = reply
    arrived = { ...arrived, input: goesOn }
    before = done
  }
  throw new Error('a talk was saved by somebody else again and again')
}

/** What was done before the input went on with somebody else. */
type Before = Pick<Progress, 'calledOff' | 'gone'>

/** `goesOn`: the input for whoever behind the address speaks from now on. */
type Onward = Before & { goesOn: Input }

/**
 * A step of a person who has agreed; `null` when somebody else saved the talk meanwhile.
 */
async function talkStep(
  deps: Deps,
  city: City,
  incoming: Incoming,
  { person, given, ...before }: Entered & Before & Pick<Progress, 'waitedFor'>,
  how: How,
): Promise<Reply | Led | Onward | null> {
  const begun = person.intake
    ? talkOf(person, person.intake)
    : beginTalk(person.language, sourceOf(incoming))
  const intakeId = person.intake?.id ?? deps.newId()
  const { appointment, changes, consents, party, waiting, held, written } = person
  const world = factsOf(deps, city, deps.clock.now())
  const facts = {
    ...world,
    ...{ appointment, changes, consents, party, waiting, held, written },
    hasChat: hasChat(person, incoming.address.channel),
    ...(await requestsOf(deps, incoming, party)),
    // Where what comes of it is shown when it is asked for, so is the PIN that a code only now has.
    ...(how.leads && !person.intake?.ref ? {} : await pinAt(deps, incoming.address, person)),
  }
  // What was decided is not decided anew from where the page was.
  const seenAt = person.intake?.decided ? undefined : incoming.seenAt
  const { talk, input: meant } = asSeen(begun, incoming.input, seenAt)
  let progress: Progress = {
    talk,
    who: { personId: person.id, intakeId, language: person.language },
    address: incoming.address,
    version: person.intake?.version ?? 0,
    standing: person.intake?.standing ?? null,
    input: inputNameOf(incoming),
    isAnswer: how.leads ?? false,
    earlier: person.earlier,
    facts,
    given,
    ...before,
  }
  if (!person.intake?.decided) {
    const input = await meaning(deps, city, meant, talk, facts)
    const step = reduce(talk, input, facts)
    const { notice, heard, near } = step
    progress = {
      ...progress,
      talk: step.talk,
      ...(notice ? { notice } : {}),
      ...(heard ? { heard } : {}),
      ...(near ? { near } : {}),
    }
    for (const intent of step.intents) {
      if (intent.do === 'erase')
        await correctErased(deps, incoming, person, intent.whom, how.correct)
    }
    for (const intent of step.intents) progress = await perform(deps, city, progress, intent)
    const { calledOff, gone } = progress
    // Whoever gave their word has given it: nothing leads them back to giving it once more.
    if (step.intents.some(({ do: done }) => done === 'bring')) {
      await saveTalk(deps, { ...progress, isAnswer: false })
    }
    if (progress.again) {
      return { goesOn: goingOn(input, step.intents), calledOff, ...(gone ? { gone } : {}) }
    }
    if (progress.erased) {
      const screen = showErased(talk.language)
      return { language: talk.language, screen, attachments: calledOff, isNobody: true }
    }
    if (progress.talk.language !== person.language) {
      const all = party.map(({ id }) => id)
      await deps.store.people.setLanguage(all, progress.talk.language)
    }
    let saved = await saveTalk(deps, progress)
    for (let tries = 0; saved === 'code-taken' && tries < MOST_TRIES; tries++) {
      progress = await withOtherCode(deps, city, progress)
      saved = await saveTalk(deps, progress)
    }
    if (saved !== 'saved') return null
  } else {
    // Decided before, but the answer was lost, and a notice and the file with it.
    const { notice } = person.intake.talk
    if (notice) progress = { ...progress, notice }
    // What was asked about stood in front of the place where the talk still is: it is found again.
    if (notice && ASKS_BACK.includes(notice.key)) {
      const input = await meaning(deps, city, meant, talk, facts)
      const { near } = reduce(talk, input, facts)
      if (near) progress = { ...progress, near }
    }
    // What was asked for is no change: it can be had again.
    if (meant.kind === 'tap' && meant.tap.do === 'export') {
      progress = await perform(deps, city, progress, { do: 'export' })
    }
    const heard = heardOf(incoming.input)
    // Whether it was asked for cannot be seen any more: the numbers alone do no harm.
    if (heard) progress = { ...progress, heard: { kind: heard.kind, asked: false } }
  }
  if (!progress.attachment && lostItsFile(incoming.input, progress.facts, person)) {
    progress = withFile(deps, city, progress)
  }
  if (how.leads) return ledBy(progress, incoming.input)
  const answer = await shown(deps, city, progress)
  const reply = { ...answer, ...outdatedBy(answer.screen, person, progress), personId: person.id }
  if (incoming.input.kind !== 'tap' || incoming.input.tap.do !== 'hide') return reply
  const since = deps.clock.now() - DELETABLE_FOR
  const hidden = party.map(({ id }) => deps.store.inputs.messagesOf(id, since))
  return { ...reply, hide: (await Promise.all(hidden)).flat() }
}

/** How many requests there are already, where one more is asked for. */
async function requestsOf(
  deps: Deps,
  { input }: Incoming,
  party: readonly PartyMember[],
): Promise<{ requests?: number }> {
  if (input.kind !== 'tap' || !(input.tap.do === 'again' || input.tap.do === 'vouch')) return {}
  const since = deps.clock.now() - CHANGES_COUNT_FOR
  return {
    requests: await deps.store.talks.requestsSince(
      party.map(({ id }) => id),
      since,
    ),
  }
}

/** The link or poster by which a person came, carried by the buttons until they agreed. */
function sourceOf({ input }: Incoming): string | undefined {
  return input.kind === 'tap' && input.tap.do === 'agree' ? input.tap.source : undefined
}
