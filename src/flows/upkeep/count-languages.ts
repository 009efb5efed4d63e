// Once a day is over, how those who needed a language were understood is written down, before anybody edits who
// counsels and before anybody is erased.

import type { Deps } from '../../deps.ts'
import { fitAt, needOf } from '../../domain/appointment/language-fit.ts'
import { counsellorAt } from '../../domain/calendar/counsellor-at.ts'
import { atDay, dayNumber } from '../../domain/calendar/wall-clock.ts'
import { type LanguageCount, understandingOf } from '../../domain/figures/languages.ts'
import { onCallFor } from '../../domain/interpreting/pools.ts'
import { calendarOf } from '../../domain/profile/profile.ts'
import { codesOf } from '../../domain/questionnaire/questions.ts'
import type { City } from '../city.ts'

/** What is counted of the languages of a day (YYYY-MM-DD) once it is over. */
export async function languagesOf(
  deps: Deps,
  { profile }: City,
  day: string,
): Promise<LanguageCount[]> {
  const [from, until] = [atDay(dayNumber(day), 0), atDay(dayNumber(day) + 1, 0)]
  const talks = await deps.store.staff.usageLanguages.talks(from, until)
  const calendars = new Map(profile.centres.map((one) => [one.id, calendarOf(profile, one)]))
  const counts = new Map<string, LanguageCount>()
  for (const { centre, startsAt, endsAt, seat, answers, interpreter } of talks) {
    const need = needOf(answers)
    const calendar = calendars.get(centre)
    const counsellor = calendar && counsellorAt(calendar, { startsAt, seat })
    const { language } = need
    if (language === null) continue
    const topics = codesOf(answers, 'topics')
    const isOnCall = onCallFor(profile, { centre, startsAt, endsAt, language, topics }).length > 0
    const fit = fitAt(counsellor, need, isOnCall ? 'on-call' : null)
    const understanding = understandingOf(fit, interpreter)
    if (understanding === null) continue
    const key = `${centre} ${language} ${understanding}`
    const place = { centre, month: day.slice(0, 7), language, understanding }
    counts.set(key, { ...place, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()]
}
