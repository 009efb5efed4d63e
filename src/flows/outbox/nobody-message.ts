// That nobody was found to interpret, or nobody yet, worded in the moment it is sent, with other times at which the
// person may be understood; owed by flows/upkeep/tell-nobody-found.ts.

import type { Deps } from '../../deps.ts'
import type { AppointmentNow } from '../../domain/appointment/appointment.ts'
import type { FittingTime } from '../../domain/appointment/language-fit.ts'
import { timesInstead } from '../../domain/appointment/times-instead.ts'
import { interpretedAt, knowing, needIn } from '../../domain/dialog/fitting.ts'
import { showNobody } from '../../domain/dialog/show/nobody.ts'
import type { Facts } from '../../domain/dialog/talk.ts'
import { isNobodyLeft } from '../../domain/interpreting/nobody-left.ts'
import { onCallFor } from '../../domain/interpreting/pools.ts'
import { isCut } from '../../domain/questionnaire/triage.ts'
import { freeTimes } from '../appointment/free-times.ts'
import type { City } from '../city.ts'
import { factsOf } from '../conversation/step.ts'
import { MAY_BE_TOLD, type Messages, shown, standing, untilAwake } from './interpreter-messages.ts'
import type { Compose } from './outbox.ts'

// More than are needed of each centre to find three.
const MOST_TIMES = 400

/** What nobody was found for, in codes; `news` as it was when the message was owed. */
export type Missing = {
  centre: string
  startsAt: number
  language: string | null
  news: 'nobody' | 'not-yet' | 'on-call'
}

/**
 * Nobody is left who could be asked in time, or nobody has promised by when it has to be known; or one is called when
 * the talk begins.
 */
export const composeMissing: Compose = async (deps, city, message, now) => {
  const found = await standing(deps, city, message, now)
  if ('drop' in found) return found
  const missing = message.payload as Missing
  const { booking, needs, talk } = found
  if (booking.startsAt !== missing.startsAt) return { drop: 'moved' }
  const isNobody = isNobodyLeft(needs)
  const isOpen = needs.state === 'needed' || needs.state === 'ordered'
  const messages = await deps.store.outbox.ofBooking(booking.id)
  if (missing.news === 'on-call') {
    const language = talk.need.language ?? ''
    const isOnCall = onCallFor(city.profile, { ...talk, language }).length > 0
    if (!isOnCall || (needs.state !== 'on-call' && !isOpen)) return { drop: needs.state }
    if (isTold(messages, missing, 'on-call')) return { drop: 'told' }
    return shown(deps, city, message, booking, { news: { what: missing.news } }, now)
  }
  if (!isNobody && !(isOpen && missing.news === 'not-yet')) return { drop: needs.state }
  if (missing.news === 'nobody' && isTold(messages, missing, 'not-yet')) return { drop: 'told' }
  // Who is asked all the same may still promise.
  const what = isNobody && missing.news === 'nobody' ? 'nobody' : 'not-yet'
  const later = untilAwake(city, now)
  if (later) return later
  const facts = { ...factsOf(deps, city, now), hasChat: message.hasChat, ...knowing(booking) }
  const instead = await insteadOf(deps, city, booking, what, facts)
  return { screen: showNobody(what, instead, booking, facts) }
}

/**
 * Other times at which they may be understood, as they are free now. None for who is in a hurry: the soonest is theirs.
 * While somebody may still promise only those at which the language is spoken: nothing surer would be won.
 */
async function insteadOf(
  deps: Deps,
  city: City,
  booking: AppointmentNow,
  what: 'nobody' | 'not-yet',
  facts: Facts,
): Promise<readonly FittingTime[]> {
  if (isCut(booking.answers)) return []
  const { now, profile } = facts
  const sought = { now, audience: 'public', most: MOST_TIMES } as const
  const free = await freeTimes(deps, city, profile.centres, sought)
  const interpreted = what === 'nobody' ? interpretedAt(booking, facts) : () => null
  return timesInstead(free, needIn(booking, facts), booking, interpreted)
}

/** They know what to do since they heard so, and nobody was found since. */
function isTold(
  messages: Messages,
  { centre, startsAt, language, news }: Missing,
  heard: Missing['news'],
): boolean {
  const told = messages.filter(({ status }) => MAY_BE_TOLD.includes(status))
  const last = told.findLast(({ kind, payload, status }) => {
    if (kind === 'interpreter-found') return true
    const said = payload as Missing
    // This very message.
    if (status === 'sending' && said.news === news) return false
    const isSame = said.centre === centre && said.startsAt === startsAt
    return kind === 'interpreter-missing' && isSame && said.language === language
  })
  return last?.kind === 'interpreter-missing' && (last.payload as Missing).news === heard
}
