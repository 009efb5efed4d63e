// What a person types: danger first, then what is asked for, then the button it names, then for staff.

import type { HeardKinds } from '../danger/cry-list.ts'
import type { Heard } from '../danger/heard.ts'
import { lengthOf } from '../people/typed-text.ts'
import { alias } from '../questionnaire/optional-questions.ts'
import { inDanger } from '../questionnaire/triage.ts'
import { answerTyped, asksForText, isForStaff } from './answering.ts'
import { barrierTyped, tellsBarrier } from './barrier.ts'
import { calmOf, cried, withoutCalm } from './danger.ts'
import type { Meant } from './meant.ts'
import { asksForLanguage, wonderingWhich } from './named-language.ts'
import { reply } from './replying.ts'
import type { Answering } from './screen.ts'
import { moved, type Step, wondering } from './step.ts'
import { type Facts, go, placeBefore, type Talk } from './talk.ts'
import type { Tap } from './tap.ts'
import { say } from './text.ts'

/** `heard`: what the text says of danger, in any language; `meant`: which button it names. */
export type Typed = {
  kind: 'text'
  text: string
  heard?: Heard | undefined
  meant?: Meant<Answering> | undefined
}

/**
 * Typed text, with danger heeded first: where the text was asked for it is kept as the answer and the
 * numbers stand above what comes next, and the request is one of somebody in danger from then on; elsewhere
 * nothing of it is kept and the numbers stand alone.
 * `press` does what a button does.
 */
export function textTyped(talk: Talk, input: Typed, facts: Facts, press: (tap: Tap) => Step): Step {
  const { heard } = input
  if (!heard) return read(talk, input, facts, press)
  const { kinds } = heard
  const asked = !asksForName(talk) && asksForText(talk, facts)
  if (!asked) return cried(talk, kinds)
  return { ...warning(talk, read(talk, input, facts, press), kinds), heard: { kinds, asked } }
}

/** Nobody is called by a cry for help. */
const asksForName = ({ place }: Talk) =>
  place.at === 'label' || (place.at === 'question' && place.id === alias.id)

/** What is kept of a cry is read by staff some day: that it is one they hear at once. */
function warning(talk: Talk, step: Step, heard: HeardKinds): Step {
  const { place, answers } = talk
  const isAnswer = place.at === 'question' && step.talk.answers[place.id] !== answers[place.id]
  const isReply = step.intents.some((intent) => intent.do === 'reply')
  if (!isAnswer && !isReply) return step
  const intents = step.intents.map((one) => (one.do === 'reply' ? { ...one, heard } : one))
  const told = inDanger(step.talk.answers, heard)
  // A reply has gone out to staff: what they were told of it stays.
  const calm = isReply ? {} : { calm: calmOf(step.talk) }
  return { ...step, talk: { ...withoutCalm(step.talk), answers: told, ...calm }, intents }
}

const BUTTONS = 'notice.use-buttons'

// Characters. Who writes as much tells something, and must not take it for told.
const STORY = 60

// What stands below a screen, and leads away from it.
const WAYS: readonly Tap['do'][] = ['skip', 'back', 'open']

/** "Back" where there is no such button: from the question for a name to the others. */
function nowhere(talk: Talk): Step {
  if (talk.place.at === 'label') return moved(go(talk, { at: 'people' }))
  return moved(talk, say(BUTTONS))
}

function read(talk: Talk, { text, meant }: Typed, facts: Facts, press: (tap: Tap) => Step): Step {
  const sure = meant && 'sure' in meant ? meant.sure.tap : undefined
  if (sure?.do === 'back' && !placeBefore(talk, facts)) return nowhere(talk)
  // Whoever writes "skip" or "back" where they are asked to write is not called so, nor is anybody else.
  const isWay = sure && WAYS.includes(sure.do)
  const asksLanguage = asksForLanguage(talk, facts) !== undefined
  if (sure && (isWay || talk.place.at === 'label' || asksLanguage)) return press(sure)
  if (tellsBarrier(talk.place)) return barrierTyped(talk, text)
  const answered = answerTyped(talk, text, facts)
  if ('talk' in answered) return asksLanguage ? wonderingWhich(answered, meant) : answered
  if (sure) return press(sure)
  if (facts.written && isForStaff(talk, facts)) {
    return reply(talk, text, facts.written, facts.party)
  }
  if (meant && 'near' in meant) {
    const step = wondering(talk, say('notice.did-you-mean'), meant.near)
    return asksLanguage ? wonderingWhich(step, meant) : step
  }
  const { notice, seenAt } = answered
  const isStory = notice.key === BUTTONS && lengthOf(text) >= STORY
  return moved(seenAt ? go(talk, seenAt) : talk, isStory ? say('notice.nobody-reads') : notice)
}
