// One centre at a time: which to look at, and what is known of it. All at once fill no small phone.

import type { Centre } from '../../profile/centre.ts'
import type { Profile } from '../../profile/profile.ts'
import { placeText } from '../../questionnaire/place-text.ts'
import { type Button, button, type Line, type Screen, strong } from '../screen.ts'
import type { Facts } from '../talk.ts'
import type { Tap } from '../tap.ts'
import { centreLines } from './centres.ts'
import { screenful } from './choices.ts'

/** What leads to a section of the page of centres: to one of them by its code, or to a screenful by its number. */
type ToSection = (section?: string) => Tap

const toPage: ToSection = (section) => ({
  do: 'open',
  page: 'centre',
  ...(section ? { section } : {}),
})

/** A button for each centre where there is `room` for all, else one that leads to where they can be chosen. */
export function centreRows(centres: readonly Centre[], language: string, room: number): Button[][] {
  if (centres.length > room) return [[button('centres.title', toPage())]]
  return centres.map((centre) => [centreButton(centre, language, toPage)])
}

/** The same with as many as a screen holds, and the way to the others; beside `others` more buttons. */
export function choiceOfCentre(
  { centres }: Pick<Profile, 'centres'>,
  language: string,
  to: ToSection,
  section?: string,
): Button[][] {
  const { shown, next } = screenful(centres, 0, Number(section) || 0)
  const rows = shown.map((centre) => [centreButton(centre, language, to)])
  return next === undefined ? rows : [...rows, [button('common.button.more', to(String(next)))]]
}

/** The centre a section names; `undefined` where it names none. Where there is only one, it is that. */
export function centreNamed({ centres }: Pick<Profile, 'centres'>, section?: string) {
  return centres.length === 1 ? centres[0] : centres.find(({ code }) => code === section)
}

/** Of one centre where it is, when one can come without an appointment, and when somebody answers which telephone. */
export function centreAlone(facts: Facts, centre: Centre, language: string): Line[] {
  const alone = { ...facts, profile: { ...facts.profile, centres: [centre] } }
  const [, ...lines] = centreLines(alone, 'all', language)
  return lines
}

/** A centre, or the choice of one. */
export function showCentre(
  facts: Facts,
  language: string,
  section?: string,
): Pick<Screen, 'lines' | 'rows'> {
  const centre = centreNamed(facts.profile, section)
  if (centre) return { lines: centreAlone(facts, centre, language), rows: [] }
  const rows = choiceOfCentre(facts.profile, language, toPage, section)
  return { lines: [strong('centres.title')], rows }
}

const centreButton = (centre: Centre, language: string, to: ToSection): Button => ({
  label: placeText(centre, language),
  tap: to(centre.code),
})
