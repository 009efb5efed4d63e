// One update of a person: load the talk, decide, do what has to be done, save, show.

import type { Deps } from '../../deps.ts'
import { CHANGES_COUNT_FOR } from '../../domain/appointment/booking.ts'
import { concernsOwnData } from '../../domain/dialog/own-data.ts'
import { reduce } from '../../domain/dialog/reduce.ts'
import { REPLIES_FOR } from '../../domain/dialog/replying.ts'
import { showErased } from '../../domain/dialog/show/lobby.ts'
import { show } from '../../domain/dialog/show/show.ts'
import { beginTalk } from '../../domain/dialog/talk.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { timesFor } from '../appointment/free-times.ts'
import { type City, cityAt } from '../city.ts'
import { type Consent, consentTextHash, consentTo } from './consent-texts.ts'
import { agreedIn, lobbyStep } from './lobby.ts'
import { type Progress, perform, withFile, withOtherCode } from './perform.ts'
import { factsOf, type Reply, type Update } from './step.ts'
import { type LoadedPerson, newcomer, saveTalk, talkOf } from './talk-rows.ts'

const MOST_TRIES = 5
// Telegram lets a bot delete messages of the last 48 hours.
const DELETABLE_FOR = 48 * 3_600_000

// An answer is out within moments; who decided longer ago died before it was.
const ANSWERING_FOR = 5000

/** Another process decided this update just now and is answering it. Telegram brings it again. */
export class InOtherHands extends Error {
  override readonly name = 'InOtherHands'
}

/**
 * Takes one step of a talk. May run twice for one update: what was decided once is only shown again.
 * @returns `null` for an update that has been answered already
 * @throws {InOtherHands} while somebody else answers it
 */
export async function takeStep(deps: Deps, update: Update): Promise<Reply | null> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const now = deps.clock.now()
    const when = { now, since: now - CHANGES_COUNT_FOR, writtenSince: now - REPLIES_FOR }
    const loaded = await deps.store.talks.load(deps.config.profile, update.chat, update.id, when)
    if (loaded.answered) return null
    const city = await cityAt(deps, loaded.cityVersion)
    const { person, waitedFor } = loaded
    const { decided, savedAt } = person?.intake ?? { decided: false, savedAt: 0 }
    if (decided && !update.again && now - savedAt < ANSWERING_FOR) throw new InOtherHands()
    // Who writes can be reached again, whatever came back last time.
    if (person?.unreachable) await deps.store.people.setUnreachable(update.chat, null)
    const entered = await enter(deps, city, update, person)
    if (entered === 'not-agreed') return lobbyStep(deps, city, update, person?.language)
    if (entered === 'again') continue
    const reply = await talkStep(deps, city, update, { ...entered, waitedFor })
    if (reply) return reply
  }
  throw new Error('a talk was saved by somebody else again and again')
}

type Entered = { person: LoadedPerson; given: readonly Consent[] }

/** Who goes on: who agreed before or with this very update, and who looks after their own data. */
async function enter(
  deps: Deps,
  { profile }: City,
  update: Update,
  person: LoadedPerson | null,
): Promise<Entered | 'not-agreed' | 'again'> {
  const may = person && (concernsOwnData(update.input) || (await hasAgreed(deps, profile, person)))
  if (may) return { person, given: [] }
  const language = agreedIn(deps, update)
  if (!language) return 'not-agreed'
  const now = deps.clock.now()
  const newId = deps.newId()
  const id = await deps.store.people.begin(newId, update.chat, language, now)
  // Somebody was made for this chat in this very moment: what they have already is to be seen.
  if (!person && id !== newId) return 'again'
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
  update: Update,
  { person, given, waitedFor }: Entered & { waitedFor: boolean },
): Promise<Reply | null> {
  const talk = person.intake
    ? talkOf(person, person.intake)
    : beginTalk(person.language, sourceOf(update))
  const intakeId = person.intake?.id ?? deps.newId()
  const { appointment, changes, consents, waiting, held, written } = person
  const world = factsOf(deps, city, deps.clock.now())
  const facts = {
    ...world,
    ...{ appointment, changes, consents, waiting, held, written },
    ...(await requestsOf(deps, update, person.id)),
  }
  let progress: Progress = {
    talk,
    who: { personId: person.id, intakeId, language: person.language },
    version: person.intake?.version ?? 0,
    updateId: update.id,
    earlier: person.earlier,
    facts,
    given,
    waitedFor,
  }
  if (!person.intake?.decided) {
    const step = reduce(talk, update.input, facts)
    progress = { ...progress, talk: step.talk, ...(step.notice ? { notice: step.notice } : {}) }
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
    const booking = update.input.kind === 'tap' && update.input.tap.do === 'book'
    if (booking) progress = withFile(deps, city, progress)
  }
  const reply = { ...(await shown(deps, city, progress)), personId: person.id }
  if (update.input.kind !== 'tap' || update.input.tap.do !== 'hide') return reply
  const since = deps.clock.now() - DELETABLE_FOR
  return { ...reply, hide: await deps.store.updates.messagesOf(person.id, since) }
}

/** How many requests there are already, where one more is asked for. */
async function requestsOf(
  deps: Deps,
  { input }: Update,
  personId: string,
): Promise<{ requests?: number }> {
  if (input.kind !== 'tap' || input.tap.do !== 'again') return {}
  const since = deps.clock.now() - CHANGES_COUNT_FOR
  return { requests: await deps.store.talks.requestsSince(personId, since) }
}

/** The link or poster by which a person came, carried by the buttons until they agreed. */
function sourceOf({ input }: Update): string | undefined {
  return input.kind === 'tap' && input.tap.do === 'agree' ? input.tap.source : undefined
}

async function shown(deps: Deps, city: City, progress: Progress): Promise<Reply> {
  const { talk, facts, notice, attachment } = progress
  const times = await timesFor(deps, city, talk.place, facts.now)
  const { place } = talk
  const asked = place.at === 'page' && place.page === 'referral'
  const referral = asked ? await deps.store.referrals.latestOf(progress.who.personId) : undefined
  return {
    language: talk.language,
    screen: show(talk, { ...facts, times, referral }, notice),
    attachments: attachment ? [attachment] : [],
  }
}
