// Screens about the centres: choosing one, walk-in hours, telephone hours.

import { openHours } from '../../calendar/open-hours.ts'
import type { WeeklyHours } from '../../calendar/rules.ts'
import { addDays, dateOf } from '../../calendar/wall-clock.ts'
import type { Centre } from '../../profile/centre.ts'
import { placeText } from '../../questionnaire/place-text.ts'
import {
  type Button,
  button,
  FOOTER,
  GAP,
  type Line,
  line,
  type Screen,
  strong,
} from '../screen.ts'
import type { Facts } from '../talk.ts'
import { say, type Text, type Value } from '../text.ts'
import { screenful } from './choices.ts'

/** The centre with this id; a centre that is no longer in the profile is met as the default one. */
export function centreOf(facts: Pick<Facts, 'profile'>, id: string): Centre {
  const { centres, defaultCentre } = facts.profile
  const centre =
    centres.find((candidate) => candidate.id === id) ??
    centres.find((candidate) => candidate.id === defaultCentre) ??
    centres[0]
  if (!centre) throw new Error('a profile has at least one centre')
  return centre
}

// More of them, each with its address, would push the first line out of sight.
const MOST_EXPLAINED = 4

/** The person may pick any centre, whatever is suggested; where there are many, so many at a time. */
export function showCentres(facts: Facts, language: string, section?: string): Screen {
  const { centres } = facts.profile
  const { shown, next } = screenful(centres, 0, Number(section) || 0)
  const explained = centres.length <= MOST_EXPLAINED ? centres : []
  const more = { do: 'centres', section: String(next) } as const
  return {
    id: 'centres',
    lines: [
      strong('centres.title'),
      line('centres.free-choice'),
      ...explained.flatMap((centre) => [
        GAP,
        nameLine(centre),
        ...whoWeAreLines(centre, language),
        ...addressLines(centre),
      ]),
    ],
    rows: [
      ...shown.map((centre): Button[] => [
        { label: placeText(centre, language), tap: { do: 'centre', centre: centre.id } },
      ]),
      ...(next === undefined ? [] : [[button('common.button.more', more)]]),
      FOOTER,
    ],
  }
}

/** Address, walk-in hours and telephone hours of every centre, and whether the hours are sure. */
export function centreLines(
  facts: Facts,
  what: 'walk-in' | 'phone' | 'all',
  language: string,
): Line[] {
  const { centres } = facts.profile
  const lines = centres.flatMap((centre) => {
    const own: Line[] = [GAP, nameLine(centre)]
    if (what !== 'phone') {
      own.push(...whoWeAreLines(centre, language))
      own.push(...addressLines(centre))
      own.push(line('centres.walk-in'))
      own.push(...entered(centre.walkIn.map(hoursLine)))
    }
    if (what !== 'walk-in') {
      if (what === 'all') own.push(line('centres.phone'))
      own.push(...entered(centre.phones.map((phone) => ({ phone }))))
      own.push(...centre.phoneHours.map(hoursLine))
    }
    return own
  })
  const isSure = what === 'phone' || centres.every(({ hoursStatus }) => hoursStatus.confirmed)
  return isSure ? lines : [...lines, GAP, line('centres.unconfirmed')]
}

/** Hours of the centres that are not over, the soonest first, without holidays and closures. */
function hoursAhead(
  { profile, closures, now }: Facts,
  what: 'walkIn' | 'phoneHours',
): { opensAt: number; closesAt: number; centre: Centre }[] {
  const range = { from: dateOf(now), until: addDays(dateOf(now), LOOKED_AHEAD) }
  return profile.centres
    .flatMap((centre) =>
      openHours(
        { centreId: centre.id, state: profile.state, hours: centre[what] },
        closures,
        range,
      ).map((hours) => ({ ...hours, centre })),
    )
    .filter(({ closesAt }) => closesAt > now)
    .sort((a, b) => a.opensAt - b.opensAt)
}

/** Whether somebody answers the telephone of these centres now, and until when; else when the next time. */
export function answersLines(facts: Facts): Line[] {
  const [next, ...others] = hoursAhead(facts, 'phoneHours')
  if (!next) return []
  const { opensAt } = next
  if (opensAt > facts.now) return [line('centres.person.next', { when: { when: opensAt } })]
  const open = [next, ...others].filter((one) => one.opensAt <= facts.now)
  const until = Math.max(...open.map(({ closesAt }) => closesAt))
  return [line('centres.person.now', { until: { time: until } })]
}

/** Where one can go now without an appointment and until when, or where it opens next; with the address. */
export function openLines(facts: Facts): Line[] {
  const { now } = facts
  const ahead = hoursAhead(facts, 'walkIn')
  const open = ahead.filter(({ opensAt }) => opensAt <= now)
  const [next] = ahead
  if (open.length > 0) {
    const lines = open
      .slice(0, MOST_OPEN)
      .flatMap(({ centre, closesAt }) => [
        nameLine(centre),
        line('centres.walk-in-page.until', { until: { time: closesAt } }),
        ...addressLines(centre),
      ])
    return [line('centres.walk-in-page.now'), ...lines, GAP]
  }
  if (!next) return []
  const when = line('booking.check.when', { when: { when: next.opensAt } })
  const { centre } = next
  return [line('centres.walk-in-page.next'), when, nameLine(centre), ...addressLines(centre), GAP]
}

const LOOKED_AHEAD = 14
// More do not fit above what one can choose then.
const MOST_OPEN = 2

/**
 * Who answers in the city: each centre in its own words. What is true of every centre stands for
 * those that have none.
 */
export function whoLines(facts: Facts, language: string): Line[] {
  const { centres } = facts.profile
  const told = centres.filter(({ whoWeAre }) => whoWeAre)
  const own = told.flatMap((centre) => [nameLine(centre), ...whoWeAreLines(centre, language)])
  return told.length < centres.length ? [line('lobby.consent.decide'), ...own] : own
}

const whoWeAreLines = ({ whoWeAre }: Centre, language: string) => ownLines(whoWeAre, language)

/** A text of the profile, in German where it has none in the person's language. */
export function ownLines(texts: Record<string, string> | undefined, language: string): Line[] {
  const own = texts?.[language]
  if (own) return [line('common.name', { name: own })]
  const german = texts?.['de']
  return german ? [{ text: say('common.name', { name: german }), language: 'de' }] : []
}

function nameLine(centre: Centre): Line {
  return strong('common.name', { name: centre.name })
}

/** The address alone on its line, so that it can be copied and shown. */
export function addressLines(centre: Centre): Line[] {
  return entered(centre.address === '' ? [] : [{ mono: centre.address }])
}

/** What is not known is said to be open, never left out in silence. */
function entered(lines: Line[]): Line[] {
  return lines.length > 0 ? lines : [line('centres.not-entered')]
}

/** The German sentence a passer-by reads and can point the way by. */
export function wayQuestion({ name, address }: Centre): string {
  return address === ''
    ? `Entschuldigung, ich suche: ${name}.`
    : `Entschuldigung, ich suche diese Adresse: ${address}.`
}

/** Weekdays and wall-clock times, such as those a telephone is answered at. */
export function hoursText({ weekdays, opens, closes }: WeeklyHours): Text {
  const days = { list: weekdays.map((weekday): Value => ({ weekday })) }
  return say('centres.hours', { days, opens, closes })
}

const hoursLine = (hours: WeeklyHours): Line => ({ text: hoursText(hours) })
