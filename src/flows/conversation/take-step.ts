// One input of a person: load the talk, decide, do what has to be done, save, show.

import type { Deps } from '../../deps.ts'
import { CHANGES_COUNT_FOR } from '../../domain/appointment/booking.ts'
import type { LoadedPerson } from '../../domain/dialog/kept-talk.ts'
import { concernsOwnData } from '../../domain/dialog/own-data.ts'
import { heardOf, reduce } from '../../domain/dialog/reduce.ts'
import { REPLIES_FOR } from '../../domain/dialog/replying.ts'
import { showErased } from '../../domain/dialog/show/lobby.ts'
import { show } from '../../domain/dialog/show/show.ts'
import { beginTalk } from '../../domain/dialog/talk.ts'
import type { Consent } from '../../domain/people/consents.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { timesFor } from '../appointment/free-times.ts'
import { type City, cityAt } from '../city.ts'
import { consentTextHash, consentTo } from './consent-texts.ts'
import { agreedIn, lobbyStep } from './lobby.ts'
import { type Progress, perform, withFile, withOtherCode } from './perform.ts'
import { factsOf, type Incoming, inputNameOf, type Reply, saidIn } from './step.ts'
import { newcomer, saveTalk, talkOf } from './talk-rows.ts'

const MOST_TRIES = 5
// Telegram lets a bot delete messages of the last 48 hours.
const DELETABLE_FOR = 48 * 3_600_000

// An answer is out within moments; who decided longer ago died before it was.
const ANSWERING_FOR = 5000

/** Another process decided this input just now and is answering it. The door brings it again. */
export class InOtherHands extends Error {
  override readonly name = 'InOtherHands'
}

/**
 * Takes one step of a talk. May run twice for one input: what was decided once is only shown again.
 * @param again this process has had it in hand before and met a fault
 * @returns `null` for an input that has been answered already, or that says nothing new
 * @throws {InOtherHands} while somebody else answers it
 */
export async function takeStep(deps: Deps, given: Incoming, again: boolean): Promise<Reply | null> {
  const incoming = heeded(deps, given)
  if (!(await isToBeAnswered(deps, incoming))) return null
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const now = deps.clock.now()
    const when = { now, since: now - CHANGES_COUNT_FOR, writtenSince: now - REPLIES_FOR }
    const { address } = incoming
    const name = inputNameOf(incoming)
    const loaded = await deps.store.talks.load(deps.config.profile, address, name, when)
    if (loaded.answered) return null
    const city = await cityAt(deps, loaded.cityVersion)
    const { person, waitedFor } = loaded
    const { decided, savedAt } = person?.intake ?? { decided: false, savedAt: 0 }
    if (decided && !again && now - savedAt < ANSWERING_FOR) throw new InOtherHands()
    // Who writes can be reached again, whatever came back last time.
    if (person?.unreachable) await deps.store.people.setUnreachable(address, null)
    const entered = await enter(deps, city, incoming, person)
    if (entered === 'not-agreed') return lobbyStep(deps, city, incoming, person?.language)
    if (entered === 'again') continue
    if (await saysNothingNew(deps, incoming)) return null
    const reply = await talkStep(deps, city, incoming, { ...entered, waitedFor })
    if (reply) return reply
  }
  throw new Error('a talk was saved by somebody else again and again')
}

/** One of what came as one; a cry for help whatever it came with. */
async function isToBeAnswered({ store, clock }: Deps, incoming: Incoming): Promise<boolean> {
  const { address, group, input } = incoming
  if (group === undefined || heardOf(input)) return true
  return await store.inputs.isFirstOf(address, group, inputNameOf(incoming), clock.now())
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

type Entered = { person: LoadedPerson; given: readonly Consent[] }

/** Who goes on: who agreed before or with this very input, and who looks after their own data. */
async function enter(
  deps: Deps,
  { profile }: City,
  incoming: Incoming,
  person: LoadedPerson | null,
): Promise<Entered | 'not-agreed' | 'again'> {
  const may =
    person && (concernsOwnData(incoming.input) || (await hasAgreed(deps, profile, person)))
  if (may) return { person, given: [] }
  const language = agreedIn(deps, incoming)
  if (!language) return 'not-agreed'
  const now = deps.clock.now()
  const id = person?.id ?? deps.newId()
  if (person) await deps.store.people.beginAgain(id, language, now)
  // Somebody was made for this address in this very moment: what they have already is to be seen.
  else if (!(await deps.store.people.begin(id, incoming.address, language, now))) return 'again'
  const consent = await consentTo(deps, profile, 'booking', language)
  const before = person ?? newcomer(id)
  const consents = [...before.consents, { ...consent, givenAt: now }]
  return { person: { ...before, language, consents }, given: [consent] }
}

/** Whether the person agreed to the text as it now is, in whichever language they read it. */
async function hasAgreed(deps: Deps, profile: Profile, person: LoadedPerson): Promise<boolean> {
  const given = person.consents.filter(({ scope }) => scope === 'booking')
  const languages = [person.language, ...deps.i18n.languages.map(({ key }) => key)]
  for (const language of languages) {
    const hash = await consentTextHash(deps.i18n, profile, 'booking', language)
    if (given.some(({ textHash }) => textHash === hash)) return true
  }
  return false
}

/** A step of a person who has agreed; `null` when somebody else saved the talk meanwhile. */
async function talkStep(
  deps: Deps,
  city: City,
  incoming: Incoming,
  { person, given, waitedFor }: Entered & { waitedFor: boolean },
): Promise<Reply | null> {
  const talk = person.intake
    ? talkOf(person, person.intake)
    : beginTalk(person.language, sourceOf(incoming))
  const intakeId = person.intake?.id ?? deps.newId()
  const { appointment, changes, consents, waiting, held, written } = person
  const world = factsOf(deps, city, deps.clock.now())
  const facts = {
    ...world,
    ...{ appointment, changes, consents, waiting, held, written },
    ...(await requestsOf(deps, incoming, person.id)),
  }
  let progress: Progress = {
    talk,
    who: { personId: person.id, intakeId, language: person.language },
    version: person.intake?.version ?? 0,
    standing: person.intake?.standing ?? null,
    input: inputNameOf(incoming),
    earlier: person.earlier,
    facts,
    given,
    waitedFor,
  }
  if (!person.intake?.decided) {
    const step = reduce(talk, incoming.input, facts)
    const { notice, heard } = step
    progress = {
      ...progress,
      talk: step.talk,
      ...(notice ? { notice } : {}),
      ...(heard ? { heard } : {}),
    }
    for (const intent of step.intents) progress = await perform(deps, city, progress, intent)
    if (progress.erased) {
      return { language: talk.language, screen: showErased(talk.language), attachments: [] }
    }
    if (progress.talk.language !== person.language) {
      await deps.store.people.setLanguage(person.id, progress.talk.language)
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
    const heard = heardOf(incoming.input)
    // Whether it was asked for cannot be seen any more: the numbers alone do no harm.
    if (heard) progress = { ...progress, heard: { kind: heard.kind, asked: false } }
    const booking = incoming.input.kind === 'tap' && incoming.input.tap.do === 'book'
    if (booking) progress = withFile(deps, city, progress)
  }
  const reply = { ...(await shown(deps, city, progress)), personId: person.id }
  if (incoming.input.kind !== 'tap' || incoming.input.tap.do !== 'hide') return reply
  const since = deps.clock.now() - DELETABLE_FOR
  return { ...reply, hide: await deps.store.inputs.messagesOf(person.id, since) }
}

/** How many requests there are already, where one more is asked for. */
async function requestsOf(
  deps: Deps,
  { input }: Incoming,
  personId: string,
): Promise<{ requests?: number }> {
  if (input.kind !== 'tap' || input.tap.do !== 'again') return {}
  const since = deps.clock.now() - CHANGES_COUNT_FOR
  return { requests: await deps.store.talks.requestsSince(personId, since) }
}

/** The link or poster by which a person came, carried by the buttons until they agreed. */
function sourceOf({ input }: Incoming): string | undefined {
  return input.kind === 'tap' && input.tap.do === 'agree' ? input.tap.source : undefined
}

async function shown(deps: Deps, city: City, progress: Progress): Promise<Reply> {
  const { talk, facts, notice, heard, attachment } = progress
  const times = await timesFor(deps, city, talk.place, facts.now)
  const { place } = talk
  const asked = place.at === 'page' && place.page === 'referral'
  const referral = asked ? await deps.store.referrals.latestOf(progress.who.personId) : undefined
  return {
    language: talk.language,
    screen: show(talk, { ...facts, times, referral }, { notice, heard }),
    attachments: attachment ? [attachment] : [],
  }
}
