// Which centre is suggested to this person, and why.

import { centreOfSource } from '../profile/source.ts'
import { codeOf } from '../questionnaire/questions.ts'
import { route } from '../questionnaire/routing.ts'
import type { Facts, Talk } from './talk.ts'
import { say, type Text } from './text.ts'

/**
 * The suggested centre with the reason in a sentence: the one whose poster or link brought the
 * person here, else the one of their district; without either there is none.
 */
export function suggestedCentre(
  talk: Talk,
  facts: Facts,
): { centre: string; reason: Text } | undefined {
  const come = centreOfSource(facts.profile, talk.source)
  if (come) {
    const reason = say('routing.reason.default', { centre: come.name })
    return { centre: come.id, reason }
  }
  const district = codeOf(talk.answers, 'district')
  const part = codeOf(talk.answers, 'part')
  if (district === undefined) return undefined
  const routed = route(facts.profile, {
    district,
    ...(part === undefined ? {} : { part }),
  })
  return routed.kind === 'centre' ? { centre: routed.centre, reason: routed.reason } : undefined
}

/** The centre that receives a request which names none: the suggested one, or the city's default. */
export function responsibleCentre(talk: Talk, facts: Facts): string {
  return suggestedCentre(talk, facts)?.centre ?? facts.profile.defaultCentre
}
