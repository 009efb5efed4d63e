// A person's talk with Lotse, tap by tap through the same steps as any door takes.

import type { Deps } from '../../deps.ts'
import { reduce } from '../../domain/dialog/reduce.ts'
import type { Place } from '../../domain/dialog/talk.ts'
import type { Tap } from '../../domain/dialog/tap.ts'
import { currentCity } from '../../flows/city.ts'
import { factsOf } from '../../flows/conversation/step.ts'
import { takeStep } from '../../flows/conversation/take-step.ts'
import { saveTalk, talkOf } from '../../flows/conversation/talk-rows.ts'
import { sampleFile } from '../sample-files.ts'
import type { Townsman } from './people.ts'

/** A time at a centre; epoch milliseconds. */
export type Wanted = { centre: string; startsAt: number }

/** How a talk is to end: with a time, a wish for one, a call back, or before anything is sent. */
export type Ending =
  | { as: 'booked'; time: Wanted }
  | { as: 'waiting'; centre: string }
  | { as: 'called' }
  | { as: 'left'; after: number }

// A booked talk with every optional question is half as long.
const LONGEST_TALK = 30

const SPOKEN = { kind: 'unreadable', what: 'voice', voice: { seconds: 2 } } as const

/** Whose talk it is, and which request. */
export type Visitor = { personId: string; intakeId: string }

/** Lets people of the town talk to Lotse. */
export function createVisits(deps: Deps) {
  let inputs = 0

  async function taps({ address }: Townsman, tap: Tap): Promise<Place | undefined> {
    inputs += 1
    const incoming = { address, id: `town-${inputs}`, input: { kind: 'tap' as const, tap } }
    const led = await takeStep(deps, incoming, false, { leads: true })
    return led && 'seen' in led ? led.seen.place : undefined
  }

  /** Answers what staff have written, by voice. */
  async function speaks({ address }: Townsman): Promise<void> {
    inputs += 1
    const voice = async () => sampleFile('voice').bytes
    const incoming = { address, id: `town-${inputs}`, input: SPOKEN, voice }
    await takeStep(deps, incoming, false, { leads: true })
  }

  /** The talk from its first press to its end. `null` where somebody left before anything was stored. */
  async function talks(who: Townsman, ending: Ending): Promise<Visitor | null> {
    const { language, source } = who
    await taps(who, { do: 'agree', language, ...(source ? { source } : {}) })
    let known = await answers(who, ending)
    let place = known?.place
    let hasTold = false
    for (let taken = 0; taken < LONGEST_TALK && place && ending.as !== 'left'; taken++) {
      const next = tapAt(place, who, ending)
      if (!next || (next.do === 'details' && hasTold)) break
      hasTold ||= next.do === 'details'
      place = await taps(who, next)
      if (place?.at !== 'question') continue
      known = await answers(who, ending)
      place = known?.place
    }
    return known
  }

  /** The questions in one go, each press decided as it would be by itself, and saved once. */
  async function answers(
    who: Townsman,
    ending: Ending,
  ): Promise<(Visitor & { place: Place }) | null> {
    const { address } = who
    const now = deps.clock.now()
    const when = { now, since: now, writtenSince: now }
    const { person } = await deps.store.talks.load(deps.config.profile, address, 'town', when)
    if (!person?.intake) return null
    const city = await currentCity(deps)
    const { consents, party, appointment } = person
    const facts = { ...factsOf(deps, city, now), consents, party, appointment }
    let talk = talkOf(person, person.intake)
    const most = ending.as === 'left' ? ending.after : LONGEST_TALK
    for (let taken = 0; taken < most; taken++) {
      const next = tapAt(talk.place, who, ending)
      const isAnswer = next?.do === 'answer' || next?.do === 'skip' || next?.do === 'time'
      if (!next || !isAnswer) break
      const step = reduce(talk, { kind: 'tap', tap: next }, facts)
      if (step.intents.length > 0) break
      talk = step.talk
    }
    const visitor = { personId: person.id, intakeId: person.intake.id }
    const progress = {
      ...{ talk, address, facts, given: [], earlier: [], calledOff: [] },
      who: { ...visitor, language: person.language },
      ...{
        version: person.intake.version,
        standing: person.intake.standing,
        input: `town-answers-${++inputs}`,
      },
      ...{ isAnswer: false, waitedFor: false },
    }
    await saveTalk(deps, progress)
    return { ...visitor, place: talk.place }
  }

  return { talks, taps, speaks }
}

/** What somebody presses at a place; nothing where they have what they came for. */
function tapAt(place: Place, who: Townsman, ending: Ending): Tap | undefined {
  switch (place.at) {
    case 'question':
      return answerAt(place.id, who)
    case 'times':
    case 'days':
    case 'centres':
      if (ending.as === 'booked') return { do: 'time', ...ending.time }
      if (ending.as === 'waiting') return { do: 'wait' }
      if (ending.as === 'called') return { do: 'call-back', by: 'chat' }
      return undefined
    case 'check':
      return {
        do: 'book',
        centre: place.centre,
        startsAt: place.startsAt,
        remind: who.reminds ? 'yes' : 'no',
      }
    case 'wish':
      return { do: 'wish-on', about: place.about }
    case 'fitting':
      return { do: 'wait-still' }
    case 'appointment':
      return who.tells ? { do: 'details' } : undefined
    case 'details':
      return { do: 'details-yes' }
    default:
      return undefined
  }
}

function answerAt(question: string, { answers, topics, tells }: Townsman): Tap | undefined {
  const option = question === 'topics' ? topics[0] : answers[question]
  if (option !== undefined) return { do: 'answer', question, option }
  return tells ? { do: 'skip', question } : undefined
}
