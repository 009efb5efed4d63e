// On from the numbers for danger: the soonest time, coming now, or being written to or called safely.

import type { HeardKinds } from '../danger/cry-list.ts'
import { OWN, signOf } from '../people/party.ts'
import { inDanger } from '../questionnaire/triage.ts'
import { nameOf } from './called.ts'
import type { Answering } from './screen.ts'
import { intend, moved, type Step, stale, wondering } from './step.ts'
import { type Calm, type Facts, go, onward, type Talk } from './talk.ts'
import type { Tap } from './tap.ts'
import { say } from './text.ts'

type Onward = Extract<Tap, { do: 'danger' }>

/** The question who is in danger. */
export const WHO = 'danger.who'

/**
 * Who goes on from the numbers is in danger, by their own press or by their own words. Where several stand
 * behind the address, or somebody speaks for another, it is asked first: who cries may mean anybody.
 */
export function fromDanger(talk: Talk, tap: Onward, { party }: Pick<Facts, 'party'>): Step {
  const { next, heard, who } = tap
  const isAlone = party.every(({ relation }) => relation === null)
  if (who === undefined && !isAlone) return wondering(talk, say(WHO), everybody(tap, party))
  const answers = inDanger(talk.answers, heard)
  const calm = heard ? { calm: calmOf(talk) } : {}
  const told: Talk = { ...withoutCalm(talk), answers, ...calm }
  switch (next) {
    case 'times':
      return moved(go(told, { at: 'times' }))
    case 'walk-in':
      return moved(go(told, { at: 'page', page: 'walk-in' }))
    case 'call-back':
      return moved(go(told, { at: 'safe' }))
  }
}

/** What a cry is about to change, for who says that it was none. */
export function calmOf({ answers: { urgent, heard } }: Talk): Calm {
  return { ...(urgent === undefined ? {} : { urgent }), ...(heard === undefined ? {} : { heard }) }
}

/** A cry that was not asked for: nothing of it is kept, and what an earlier one changed is not taken back by it. */
export const cried = (talk: Talk, kinds: HeardKinds): Step => ({
  ...moved(withoutCalm(talk)),
  heard: { kinds, asked: false },
})

/** What was heard was no cry: who went on from there is as urgent as before, and where they would be. */
export function notMeant(talk: Talk, facts: Facts): Step {
  const { calm } = talk
  if (!calm) return moved(talk)
  const { urgent: _, heard: __, ...others } = talk.answers
  const before: Talk = { ...withoutCalm(talk), answers: { ...others, ...calm } }
  const led = talk.place.at === 'times' || talk.place.at === 'safe'
  return moved(led && !talk.ref ? go(before, onward(before, facts)) : before)
}

/** The talk, in which what an earlier cry changed is not taken back any more. */
export function withoutCalm({ calm: _, ...talk }: Talk): Talk {
  return talk
}

function everybody(tap: Onward, party: Facts['party']): Answering[] {
  const own = party.some(({ relation }) => relation === null)
  const self = say(`party.relation.option.${OWN}`)
  return [
    ...party.map((member) => ({
      label: nameOf(member, party),
      tap: { ...tap, who: signOf(member) },
    })),
    // Nothing of theirs is kept before they agree.
    ...(own ? [] : [{ label: self, tap: { do: 'bring', relation: OWN } as const }]),
  ]
}

/** Where and how, and then when, it is safe to be written to or called: others may hold the telephone. */
export function safely(talk: Talk, { by, when }: Extract<Tap, { do: 'safe' }>): Step {
  if (talk.place.at !== 'safe') return stale(talk)
  if (!when) return moved(go(talk, { at: 'safe', by }))
  const told: Talk = { ...talk, answers: { ...talk.answers, safe: when } }
  if (by === 'phone') return moved(go(told, { at: 'phone' }))
  return intend(go({ ...told, callBack: 'chat' }, { at: 'sent' }), { do: 'submit' })
}
