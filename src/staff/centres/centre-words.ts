// A centre in words, section by section, so that what was and what will be can be read side by side.

import type { Centre, Profile } from '../../domain/profile/profile.ts'
import { weekdayName } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'
import type { People } from './colleagues.ts'
import { counsellingLines } from './counselling-words.ts'
import { PLAIN_FIELDS, plainLines } from './plain-fields.ts'

/** What is edited, in lines; none where nothing has been entered. `shown`: in another way than line by line. */
export type Section = { label: string; lines: readonly string[]; shown?: Html }

type Rule = Centre['openings'][number]

/** Everything the form about a centre can change. */
export function centreSections(
  frame: Frame,
  { calendar }: Profile,
  centre: Centre,
  people: People,
): Section[] {
  const { words, language } = frame
  const days = (list: readonly number[]) => list.map((day) => weekdayName(day, language)).join(', ')
  const hours = (list: Centre['phoneHours']) =>
    list.map(({ weekdays, opens, closes }) => `${days(weekdays)} ${opens}–${closes}`)
  return [
    ...PLAIN_FIELDS.map(({ key, word }) => ({
      label: words[word],
      lines: plainLines(centre, key),
    })),
    { label: words.phoneHours, lines: hours(centre.phoneHours) },
    { label: words.walkInHours, lines: hours(centre.walkIn) },
    {
      label: words.hoursConfirmed,
      lines: centre.hoursStatus.confirmed ? [centre.hoursStatus.asOf ?? words.done] : [],
    },
    {
      label: words.openings,
      lines: centre.openings.map((rule) => ruleLine(frame, calendar, rule)),
    },
    {
      label: words.whoCounsels,
      lines: centre.openings.flatMap((rule) =>
        counsellingLines(frame, rule.counselling, people).map(
          (line) => `${whenOf(frame, rule)} · ${line}`,
        ),
      ),
    },
  ]
}

/** "Montag 10:00–12:00 · Minuten je Termin: 20 · …", with what the city's numbers fill in. */
function ruleLine(frame: Frame, numbers: Profile['calendar'], rule: Rule): string {
  const { words } = frame
  const { repeat, validFrom, validUntil, site } = rule
  const often = repeat.every === 'week' ? repeat.interval : undefined
  const said: [string, string | number | undefined][] = [
    [words.interval, often],
    [words.validFrom, validFrom],
    [words.validUntil, validUntil],
    [words.slotMinutes, rule.slotMinutes ?? numbers.slotMinutes],
    [words.seatsAtOnce, rule.seats ?? numbers.seats],
    [words.walkInSeats, rule.walkInSeats ?? numbers.walkInSeats],
    [words.staffSeats, rule.staffSeats ?? numbers.staffSeats],
  ]
  const parts = said.flatMap(([label, value]) =>
    value === undefined ? [] : [`${label}: ${value}`],
  )
  return [whenOf(frame, rule), ...(site ? [site.name] : []), ...parts].join(' · ')
}

/** "Montag 10:00–12:00" */
function whenOf({ language }: Frame, { repeat, opens, closes }: Rule): string {
  const days = (list: readonly number[]) => list.map((day) => weekdayName(day, language)).join(', ')
  const on = {
    week: () => (repeat.every === 'week' ? days(repeat.weekdays) : ''),
    month: () =>
      repeat.every === 'month' ? `${repeat.nth.join('., ')}. ${days([repeat.weekday])}` : '',
    date: () => (repeat.every === 'date' ? repeat.dates.join(', ') : ''),
  }[repeat.every]()
  return `${on} ${opens}–${closes}`
}
