// Going to pages, times, days and centres; asking for a person.

import { questionnaireOf } from '../questionnaire/questionnaire.ts'
import { nextDetail } from './answering.ts'
import { answeredFirst } from './checked.ts'
import { intend, moved, type Step, stale } from './step.ts'
import { type Facts, go, type Talk } from './talk.ts'
import type { Narrowed, Tap } from './tap.ts'
import { say } from './text.ts'

type Opening = Extract<
  Tap,
  {
    do:
      | 'open'
      | 'more'
      | 'others'
      | 'times'
      | 'later'
      | 'ways'
      | 'only'
      | 'days'
      | 'centres'
      | 'centre'
      | 'day'
      | 'details'
      | 'details-yes'
      | 'call-back'
      | 'number'
  }
>

/** Opens what a button names; centres and days that do not exist count as an older button. */
export function open(talk: Talk, tap: Opening, facts: Facts): Step {
  switch (tap.do) {
    case 'open': {
      const { do: _, ...page } = tap
      return moved(go(talk, { at: 'page', ...page }))
    }
    case 'more': {
      const isChecked = talk.place.at === 'check'
      const checked = isChecked ? answeredFirst(talk, facts) : []
      const offered =
        checked.some(({ id }) => id === tap.question) ||
        questionnaireOf(facts.profile).some((q) => q.moreOf === tap.question)
      return offered ? moved(go(talk, { at: 'question', id: tap.question })) : stale(talk)
    }
    case 'others':
      return others(talk, tap)
    case 'times':
      return moved(go(talk, { at: 'times' }))
    case 'later': {
      const { place } = talk
      if (place.at !== 'times' && place.at !== 'days') return stale(talk)
      return moved(go(talk, { ...place, from: tap.startsAt }))
    }
    case 'ways':
      if (talk.place.at !== 'times') return stale(talk)
      return moved(go(talk, { ...talk.place, ways: true }))
    case 'days':
      return moved(go(talk, { at: 'days', ...sameCentre(talk), ...sameNarrowing(talk) }))
    case 'only': {
      const { place } = talk
      if (place.at !== 'times' && place.at !== 'days') return stale(talk)
      const { centre } = place
      const here = {
        at: place.at,
        ...(centre ? { centre } : {}),
        ...(place.at === 'times' && place.day ? { day: place.day } : {}),
      }
      return moved(go(talk, tap.what === 'all' ? here : { ...here, only: tap.what }))
    }
    case 'centres':
      return moved(go(talk, { at: 'centres', ...(tap.section ? { section: tap.section } : {}) }))
    case 'centre':
      if (!isCentre(tap.centre, facts)) return stale(talk)
      return moved(go(talk, { at: 'times', centre: tap.centre }))
    case 'day':
      if (!isCentre(tap.centre, facts) || !/^\d{4}-\d\d-\d\d$/.test(tap.day)) return stale(talk)
      return moved(
        go(talk, { at: 'times', centre: tap.centre, day: tap.day, ...sameNarrowing(talk) }),
      )
    case 'details':
      return moved(
        talk.agreed.details ? go(talk, nextDetail(talk, facts)) : go(talk, { at: 'details' }),
      )
    case 'details-yes': {
      if (talk.place.at !== 'details') return stale(talk)
      const agreed = { ...talk, agreed: { ...talk.agreed, details: true } }
      return intend(go(agreed, nextDetail(agreed, facts)), { do: 'agree', scope: 'details' })
    }
    case 'number':
      return number(talk, tap.keep)
    case 'call-back':
      if (tap.by === 'phone') return moved(go(talk, { at: 'phone' }))
      return intend(go({ ...talk, callBack: 'chat' }, { at: 'sent' }), { do: 'submit' })
  }
}

/** A number for when something changes; taken back, nobody calls, as whoever asked to be called is told. */
function number(talk: Talk, keep: 'yes' | 'no'): Step {
  if (keep === 'yes') return moved(go(talk, { at: 'phone', needed: true }))
  const { phone: _, callBack, ...rest } = talk
  const without = callBack === undefined || callBack === 'phone' ? rest : { ...rest, callBack }
  return moved(without, say('ways.notice.number-gone'))
}

function others(talk: Talk, { question, nth }: Extract<Tap, { do: 'others' }>): Step {
  const { place } = talk
  if (place.at !== 'question' || place.id !== question || !/^\d$/.test(nth)) return stale(talk)
  return moved(go(talk, { ...place, nth: Number(nth) }))
}

function sameCentre(talk: Talk): { centre?: string } {
  const { place } = talk
  return (place.at === 'times' || place.at === 'check') && place.centre
    ? { centre: place.centre }
    : {}
}

function sameNarrowing({ place }: Talk): { only?: Narrowed } {
  return (place.at === 'times' || place.at === 'days') && place.only ? { only: place.only } : {}
}

function isCentre(id: string, facts: Facts): boolean {
  return facts.profile.centres.some((centre) => centre.id === id)
}
