// Reminders that name the day in a word, worded anew when the next day comes: "tomorrow" is today then.

import type { Deps } from '../../deps.ts'
import type { DeliveryOutcome } from '../../domain/appointment/delivery.ts'
import { remindersOf } from '../../domain/appointment/reminders.ts'
import type { Told } from '../../domain/appointment/told.ts'
import { knowing } from '../../domain/dialog/fitting.ts'
import type { Listening } from '../../domain/dialog/listening.ts'
import { about } from '../../domain/dialog/show/party.ts'
import { showReminder } from '../../domain/dialog/show/reminder.ts'
import type { PartyMember } from '../../domain/people/party.ts'
import { currentCity } from '../city.ts'
import { withButton } from './aloud.ts'
import type { Correct } from './messenger.ts'

type Reader = {
  id: string
  personId: string
  language: string
  listening: Listening
  party: readonly PartyMember[]
}

/** Words reminders in a chat as of now; what came of each, by its number. A change makes no sound. */
export async function sayToday(
  deps: Deps,
  reminders: readonly Told[],
  correct: Correct | undefined,
  { id, personId, language, listening, party }: Reader,
): Promise<Map<number, DeliveryOutcome>> {
  const outcomes = new Map<number, DeliveryOutcome>()
  if (!correct || reminders.length === 0) return outcomes
  const { profile } = await currentCity(deps)
  const now = deps.clock.now()
  for (const { message, tells, at } of reminders) {
    const told = tells.kind === 'reminder' ? tells.appointment : null
    const booking = told && (await deps.store.appointments.find(told.id))
    if (!booking) continue
    const { startsAt, changedAt: bookedAt } = booking
    const all = remindersOf(profile.reminders, { startsAt, bookedAt })
    const isLast = all.findLast(({ dueAt }) => dueAt <= at)?.last ?? false
    const words = about(showReminder(booking, isLast, { profile, now, ...knowing(booking) }), party)
    const sent = await deps.store.outbox.sentAs(personId, message)
    const { screen } = sent
      ? await withButton(deps, profile, words, { id: sent.id, listening })
      : { screen: words }
    outcomes.set(message, await correct(id, message, language, screen))
  }
  return outcomes
}
