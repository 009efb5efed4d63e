// Waiting for a time: wishing for days, times of day and centres, and stopping.

import { needOf } from '../appointment/language-fit.ts'
import { DAY_PARTS, LANGUAGE_WISHES, NO_WISHES, type Wishes } from '../appointment/wishes.ts'
import type { Asking } from './fitting.ts'
import { intend, moved, type Step, stale } from './step.ts'
import { suggestedCentre } from './suggestion.ts'
import { type Facts, go, onward, type Talk } from './talk.ts'
import { type Tap, WISH_KINDS, type WishKind } from './tap.ts'

type WishTap = Extract<
  Tap,
  { do: 'wait' | 'wish' | 'wish-on' | 'wait-still' | 'waiting' | 'stop-waiting' }
>

const WEEK = ['1', '2', '3', '4', '5', '6', '7']

/** Every tap about what is waited for; nothing is stored before the last "continue". */
export function changeWish(talk: Talk, tap: WishTap, facts: Facts): Step {
  switch (tap.do) {
    case 'wait':
      return moved(go(talk, { at: 'wish', about: 'days', wishes: firstWishes(talk, facts) }))
    case 'waiting':
      return moved(go(talk, facts.waiting ? { at: 'waiting' } : onward(talk, facts)))
    case 'stop-waiting':
      return intend(talk, { do: 'stop-waiting' })
    case 'wish':
      return chosen(talk, tap.about, tap.option, facts)
    case 'wish-on':
      return next(talk, tap.about, facts)
    case 'wait-still': {
      const { place } = talk
      if (place.at !== 'fitting') return stale(talk)
      return intend(talk, { do: 'wait', wishes: place.wishes, still: true })
    }
  }
}

/**
 * What can be wished for: any day and part of the day, also those on which nothing opens, which is then
 * said; and the centres that have times.
 */
export function wishOptions(about: WishKind, facts: Pick<Facts, 'profile'>): readonly string[] {
  switch (about) {
    case 'language':
      return LANGUAGE_WISHES.filter((wish) => wish === 'spoken' || hasPools(facts))
    case 'days':
      return WEEK
    case 'parts':
      return DAY_PARTS
    case 'centres':
      return facts.profile.centres.filter(({ openings }) => openings.length > 0).map(({ id }) => id)
  }
}

const hasPools = ({ profile }: Pick<Facts, 'profile'>) => (profile.interpreting ?? []).length > 0

/** What can be asked of somebody's wish: the language only of who needs one, where something is known of it. */
export function wishKinds({ answers }: Asking, facts: Pick<Facts, 'profile'>): readonly WishKind[] {
  const isKnown =
    hasPools(facts) ||
    facts.profile.centres.some(({ openings }) =>
      openings.some(({ counselling = [] }) => counselling.length > 0),
    )
  const asksLanguage = needOf(answers).language !== null && isKnown
  return WISH_KINDS.filter((kind) => kind !== 'language' || asksLanguage)
}

/** The wished options of one kind, as they stand on buttons. */
export function wished(wishes: Wishes, about: WishKind): readonly string[] {
  if (about === 'language') return wishes.language ? [wishes.language] : []
  return wishes[about].map(String)
}

// Whoever looked at the times of one centre most likely waits for that one.
function firstWishes(talk: Talk, facts: Facts): Wishes {
  if (facts.waiting) {
    const { known: _, ...wishes } = facts.waiting
    return wishes
  }
  const { place } = talk
  const looked = place.at === 'times' || place.at === 'days' ? place.centre : undefined
  const centre = looked ?? suggestedCentre(talk, facts)?.centre
  return centre ? { ...NO_WISHES, centres: [centre] } : NO_WISHES
}

function chosen(talk: Talk, about: WishKind, option: string, facts: Facts): Step {
  const { place } = talk
  if (place.at !== 'wish' || place.about !== about) return stale(talk)
  if (!wishOptions(about, facts).includes(option)) return stale(talk)
  const before = wished(place.wishes, about)
  const others = about === 'language' ? [] : before
  const after = before.includes(option)
    ? before.filter((other) => other !== option)
    : [...others, option]
  return moved({ ...talk, place: { ...place, wishes: withWish(place.wishes, about, after) } })
}

function withWish(wishes: Wishes, about: WishKind, options: readonly string[]): Wishes {
  switch (about) {
    case 'days':
      return { ...wishes, days: options.map(Number).sort() }
    case 'parts':
      return { ...wishes, parts: DAY_PARTS.filter((part) => options.includes(part)) }
    case 'centres':
      return { ...wishes, centres: options }
    case 'language': {
      const { language: _, ...others } = wishes
      const [language] = LANGUAGE_WISHES.filter((wish) => options.includes(wish))
      return language ? { ...others, language } : others
    }
  }
}

function next(talk: Talk, about: WishKind, facts: Facts): Step {
  const { place } = talk
  if (place.at !== 'wish' || place.about !== about) return stale(talk)
  const kinds = wishKinds(talk, facts)
  const following = kinds[kinds.indexOf(about) + 1]
  if (!following) return intend(talk, { do: 'wait', wishes: place.wishes })
  return moved(go(talk, { ...place, about: following }))
}
