// Speaking for somebody else: whom a button is about, bringing somebody, turning to them, erasing one.

import {
  EVERYBODY,
  mayBring,
  meant,
  memberBy,
  OWN,
  type Relation,
  signOf,
} from '../people/party.ts'
import { cleanText, lengthOf } from '../people/typed-text.ts'
import { isNew } from './beginning.ts'
import { intend, moved, type Step, stale } from './step.ts'
import { arrive, type Facts, go, onward, type Talk } from './talk.ts'
import type { Tap } from './tap.ts'
import { say, type Text } from './text.ts'

type PartyTap = Extract<
  Tap,
  { do: 'people' | 'another' | 'bring' | 'vouch' | 'for' | 'erase' | 'erase-yes' }
>

/** Most characters of what somebody is called in the chat. */
const LONGEST_LABEL = 30

const ERASED = 'party.erase.done'

/**
 * Whom a pressed button is about, by their sign; `undefined` where it is about nobody in particular.
 * @param of the sign that the screen of the button bore
 */
export function isAbout(tap: Tap, of: string | undefined): string | undefined {
  switch (tap.do) {
    case 'lobby':
    case 'agree':
    case 'vouch':
    case 'erase-yes':
      return undefined
    case 'for':
      return tap.whom
    case 'danger':
      return tap.who ?? of ?? OWN
    default:
      return of ?? OWN
  }
}

/** The notice with who was erased, as it is shown and never kept. */
export function wasCalled(notice: Text | undefined, who: Text | undefined): Text | undefined {
  return who && notice?.key === ERASED ? say(ERASED, { who }) : notice
}

export function changeParty(talk: Talk, tap: PartyTap, facts: Facts): Step {
  const { party } = facts
  switch (tap.do) {
    case 'people':
      return moved(go(talk, { at: party.length > 1 ? 'people' : 'relation' }))
    case 'another':
      return moved(go(talk, { at: 'relation' }))
    case 'bring': {
      if (tap.relation === OWN && memberBy(party, OWN)) return stale(talk)
      const refused = mayBring(facts.profile.limits, party, 0)
      if (refused) return moved(talk, say(`refusal.${refused}`))
      return moved(go(talk, { at: 'vouch', relation: tap.relation }))
    }
    case 'vouch':
      return vouch(talk, tap.relation, facts)
    case 'for': {
      const now = meant(party)
      if (now && signOf(now) === tap.whom) return moved(arrive(talk, home(talk, facts)))
      // A press has turned to them before; their name was typed.
      const other = memberBy(party, tap.whom)
      return other ? intend(talk, { do: 'turn', person: other.id }) : stale(talk)
    }
    case 'erase':
      if (tap.whom !== EVERYBODY && !memberBy(party, tap.whom)) return stale(talk)
      return moved(go(talk, { at: 'erase', whom: tap.whom }))
    case 'erase-yes':
      return erase(talk, tap.whom, facts)
  }
}

/** What was typed as the name of somebody in this chat; nothing of it leaves the chat. */
export function labelled(talk: Talk, text: string, facts: Facts): Step {
  const label = cleanText(text)
  if (label === '') return moved(talk, say('notice.use-buttons'))
  if (lengthOf(label) > LONGEST_LABEL) {
    return moved(talk, say('notice.too-long', { most: String(LONGEST_LABEL) }))
  }
  return intend(go(talk, onward(talk, facts)), { do: 'label', label })
}

/**
 * The word that somebody agrees. May come twice: the second time whom it brought is there already, at the
 * beginning of their own talk.
 */
function vouch(talk: Talk, relation: Relation | typeof OWN, facts: Facts): Step {
  const { place } = talk
  if (place.at === 'vouch' && place.relation === relation) {
    const refused = mayBring(facts.profile.limits, facts.party, facts.requests ?? 0)
    return refused
      ? moved(arrive(talk, home(talk, facts)), say(`refusal.${refused}`))
      : intend(arrive(talk, home(talk, facts)), { do: 'bring', relation })
  }
  const now = meant(facts.party)
  if ((now?.relation ?? OWN) !== relation) return stale(talk)
  return moved(isNew(talk) && relation !== OWN ? { ...talk, place: { at: 'label' } } : talk)
}

/**
 * Whoever is gone already was erased by this very press, or by another. What they were called is gone with
 * them; `wasCalled` knows it for as long as the press is answered.
 */
function erase(talk: Talk, whom: string, facts: Facts): Step {
  const { place } = talk
  if (whom !== EVERYBODY && !memberBy(facts.party, whom)) {
    const who = say(`party.relation.option.${whom === OWN ? OWN : 'other'}`)
    return moved(arrive(talk, home(talk, facts)), say(ERASED, { who }))
  }
  if (place.at !== 'erase' || place.whom !== whom) return stale(talk)
  return intend(talk, { do: 'erase', whom })
}

const home = (talk: Talk, facts: Facts) =>
  talk.done || facts.appointment ? ({ at: 'appointment' } as const) : onward(talk, facts)
