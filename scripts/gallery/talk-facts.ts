// A city and a moment for tests and pictures of the talk: Duisburg on a Monday in March, all seats free.

import duisburg from '../../prisma/seed/duisburg.json' with { type: 'json' }
import type { Appointment } from '../../src/domain/appointment/appointment.ts'
import { nextTimes } from '../../src/domain/calendar/bookable.ts'
import type { Facts, ShownFacts } from '../../src/domain/dialog/talk.ts'
import { calendarOf, type Profile, readProfile } from '../../src/domain/profile/profile.ts'
import { createI18n } from '../../src/i18n/index.ts'

export const MONDAY = Date.parse('2026-03-16T07:00:00Z')

const read = readProfile(duisburg)
if ('faults' in read) throw new Error(read.faults.join('\n'))
const { profile } = read

/** A new one at each call, so that a test may spoil it. */
export const duisburgProfile = (): Profile => structuredClone(profile)

const i18n = createI18n()
const reading = i18n.languages.map(({ key }) => key)

export function factsAt(now: number, appointment: Appointment | null = null): Facts {
  return {
    now,
    profile,
    closures: [],
    appointment,
    consents: [],
    party: [],
    waiting: null,
    held: [],
    written: null,
    changes: [],
    reading,
    likely: Object.fromEntries(i18n.languages.map(({ key, spoken }) => [key, spoken])),
    spoken: [...i18n.spoken],
    unreviewed: i18n.unreviewed,
    hasChat: true,
    doors: { chat: true, page: true },
  }
}

/** The facts with the free times of every centre, as if nothing were booked. */
export function shownFacts(facts: Facts): ShownFacts {
  const times = facts.profile.centres.flatMap((centre) =>
    nextTimes(
      {
        calendar: calendarOf(facts.profile, centre),
        closures: [],
        taken: [],
        now: facts.now,
        audience: 'public',
      },
      40,
    ),
  )
  return { ...facts, times }
}
