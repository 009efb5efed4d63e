// One input of a person who has agreed: decided, done, saved, shown.

import type { Deps } from '../../deps.ts'
import { CHANGES_COUNT_FOR } from '../../domain/appointment/booking.ts'
import { WHO } from '../../domain/dialog/danger.ts'
import type { Intent } from '../../domain/dialog/intent.ts'
import type { LoadedPerson } from '../../domain/dialog/kept-talk.ts'
import { heardOf, type Input, reduce } from '../../domain/dialog/reduce.ts'
import { REPLY_TURNS } from '../../domain/dialog/replying.ts'
import { asSeen } from '../../domain/dialog/seen.ts'
import { showErased } from '../../domain/dialog/show/lobby.ts'
import { isStale } from '../../domain/dialog/step.ts'
import { beginTalk, type Facts, type Talk } from '../../domain/dialog/talk.ts'
import { emptiesChat } from '../../domain/dialog/tap.ts'
import { meant as meantOf, type PartyMember, signOf } from '../../domain/people/party.ts'
import { type TimesAt, timesOnce } from '../appointment/free-times.ts'
import type { City } from '../city.ts'
import type { Correct } from '../outbox/messenger.ts'
import { pinAt } from '../return/pin.ts'
import type { Entered } from './enter.ts'
import { isKept } from './keep-voice.ts'
import { lostItsFile } from './lost-file.ts'
import { withOtherCode } from './other-code.ts'
import { correctErased, outdatedBy } from './outdated.ts'
import { perform } from './perform.ts'
import { type Progress, withFile } from './progress.ts'
import { meaningOfPushed } from './pushed.ts'
import { ledBy, shown } from './shown.ts'
import { factsOf, type Incoming, inputNameOf, type Led, NO_DOORS, type Reply } from './step.ts'
import { hasChat, knownTo, saveTalk, talkOf } from './talk-rows.ts'
import { goingOn, meaning, pressIn, takenFor } from './understood.ts'

// Notices under which what was perhaps meant stands as buttons.
const ASKS_BACK = ['notice.did-you-mean', 'notice.your-district', WHO]

// Codes are drawn anew where they belong to another request.
const MOST_CODES = 5

// Telegram lets a bot delete messages of the last 48 hours.
const DELETABLE_FOR = 48 * 3_600_000

/** `correct` corrects a message in the chat; `leads`: what comes of it is shown when it is asked for. */
export type How = { correct?: Correct | undefined; leads?: boolean }

/** What was done before the input went on with somebody else. */
export type Before = Pick<Progress, 'calledOff' | 'gone'> & {
  /** The text answers what staff wrote to somebody else behind the address, who was turned to. */
  turned?: true
}

/** `of`: the sign it bears then. `goesOn`: the input for whoever behind the address speaks from now on. */
type Onward = Before & { goesOn: Input; of?: string }

/**
 * A step of a person who has agreed; `null` when somebody else saved the talk meanwhile.
 */
export async function talkStep(
  deps: Deps,
  city: City,
  incoming: Incoming,
  { person, given, turned, ...before }: Entered & Before & Pick<Progress, 'waitedFor'>,
  how: How,
): Promise<Reply | Led | Onward | null> {
  const begun = person.intake
    ? talkOf(person, person.intake)
    : beginTalk(person.language, sourceOf(incoming))
  const intakeId = person.intake?.id ?? deps.newId()
  const { appointment, changes, consents, party, waiting, held, written } = person
  const world = factsOf(deps, city, deps.clock.now())
  const facts: Facts = {
    ...world,
    ...{ appointment, changes, consents, party, waiting, held, written },
    ...knownTo(person),
    hasChat: hasChat(deps, person, incoming.address.channel),
    ...(incoming.isKiosk ? { doors: NO_DOORS } : {}),
    // Where what comes of it is shown when it is asked for, so is the PIN that a code only now has.
    ...(how.leads && !person.intake?.ref ? {} : await pinAt(deps, incoming.address, person)),
  }
  // What was decided is not decided anew from where the page was.
  const seenAt = person.intake?.decided ? undefined : incoming.seenAt
  const { talk, input: came } = asSeen(begun, incoming.input, seenAt)
  const arrived = { ...incoming, input: came }
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
    ...(incoming.voice ? { voice: incoming.voice } : {}),
    ...before,
  }
  let timesAt = timesOnce(deps, city)
  if (!person.intake?.decided) {
    const input = await meant(deps, city, arrived, talk, facts, person, how, timesAt)
    if (!('kind' in input)) {
      const { tap, of } = input
      return { ...before, goesOn: { kind: 'tap', tap }, of }
    }
    const counted = { ...facts, ...(await requestsOf(deps, input, party)) }
    const step = reduce(talk, input, counted)
    const { heard, near } = step
    const replies = step.intents.some(isReply)
    // What was pressed twice was not old when the hand came down.
    const said = incoming.isTwice && isStale(step) ? undefined : step.notice
    const notice = said ?? (turned && replies ? REPLY_TURNS : undefined)
    progress = {
      ...progress,
      facts: counted,
      talk: step.talk,
      ...(notice ? { notice } : {}),
      ...(heard ? { heard } : {}),
      ...(near ? { near } : {}),
    }
    const tap = takenFor(input, step)
    if (tap) {
      const now = meantOf(party)
      const taken = { tap, language: talk.language, ...(now ? { of: signOf(now) } : {}) }
      await deps.store.inputs.noteTaken(progress.input, taken, facts.now)
    }
    for (const intent of step.intents) {
      if (intent.do !== 'erase') continue
      await correctErased(deps, incoming, person, intent.whom, how.correct)
    }
    for (const intent of step.intents) progress = await perform(deps, city, progress, intent)
    // What was done may have taken a seat, or freed one.
    if (step.intents.length > 0) timesAt = timesOnce(deps, city)
    const { calledOff, gone } = progress
    // Whoever gave their word has given it: nothing leads them back to giving it once more.
    if (step.intents.some(({ do: done }) => done === 'bring')) {
      await saveTalk(deps, { ...progress, isAnswer: false })
    }
    if (progress.again) {
      const goesOn = goingOn(input, step.intents)
      const turns = goesOn.kind === 'tap' ? {} : ({ turned: true } as const)
      return { goesOn, calledOff, ...(gone ? { gone } : {}), ...turns }
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
    for (let tries = 0; saved === 'code-taken' && tries < MOST_CODES; tries++) {
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
      const input = await meant(deps, city, arrived, talk, facts, person, how, timesAt)
      const near = 'kind' in input ? reduce(talk, input, facts).near : undefined
      if (near) progress = { ...progress, near }
    }
    // What was asked for is no change: it can be had again.
    if (came.kind === 'tap' && came.tap.do === 'export') {
      progress = await perform(deps, city, progress, { do: 'export' })
    }
    if (incoming.voice && (await isKept(deps, progress))) progress = { ...progress, isKept: true }
    const heard = heardOf(incoming.input)
    // Whether it was asked for cannot be seen any more: the numbers alone do no harm.
    if (heard) progress = { ...progress, heard: { kinds: heard.kinds, asked: false } }
  }
  if (!progress.attachment && lostItsFile(incoming.input, progress.facts, person)) {
    progress = withFile(deps, city, progress)
  }
  if (how.leads) return ledBy(progress, incoming.input)
  const answer = await shown(deps, progress, timesAt)
  const reply = { ...answer, ...outdatedBy(answer.screen, person, progress), personId: person.id }
  if (incoming.input.kind !== 'tap' || !emptiesChat(incoming.input.tap)) return reply
  const since = deps.clock.now() - DELETABLE_FOR
  const hidden = party.map(({ id }) => deps.store.inputs.messagesOf(id, since))
  return { ...reply, hide: (await Promise.all(hidden)).flat() }
}

/** Whether it keeps an answer to what staff wrote. */
const isReply = (intent: Intent): boolean =>
  intent.do === 'reply' || (intent.do === 'keep-voice' && intent.request !== undefined)

/** What was typed as a button: of the screen, else of a message that Lotse sent to the chat. */
async function meant(
  deps: Deps,
  city: City,
  { input }: Incoming,
  talk: Talk,
  facts: Facts,
  { intake }: Pick<LoadedPerson, 'intake'>,
  { leads }: How,
  timesAt: TimesAt,
) {
  const read = await meaning(deps, city, input, talk, facts, timesAt)
  // No message stands below a page.
  if (leads) return read
  const savedAt = intake?.savedAt ?? 0
  return await meaningOfPushed(deps, city, read, { talk, facts, savedAt })
}

/** How many requests there are already, where one more is asked for, pressed or typed. */
async function requestsOf(
  deps: Deps,
  input: Input,
  party: readonly PartyMember[],
): Promise<{ requests?: number }> {
  const tap = input.kind === 'tap' ? input.tap : input.kind === 'text' ? pressIn(input) : undefined
  if (tap?.do !== 'again' && tap?.do !== 'vouch') return {}
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
