// A city profile read and checked, and what is asked of it everywhere.

import * as z from 'zod'
import type { CentreHours } from '../calendar/closed-day.ts'
import type { CentreCalendar } from '../calendar/planned.ts'
import type { Centre } from './centre.ts'
import type { Fault } from './faults.ts'
import type { Partner, Programme } from './partners.ts'
import { referenceFaults } from './references.ts'
import type { Controller } from './responsible.ts'
import { type Profile, profileSchema } from './schema.ts'

export type { Centre } from './centre.ts'
export type { Profile } from './schema.ts'

/** A place in a profile as it is named in a fault. */
export const pathOf = (path: readonly PropertyKey[]): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '') || '(top)'

const gotOf = (value: unknown): string =>
  value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 60)

/** Checks a profile read from JSON; every fault at once, each with its place. */
export const checkProfile = (data: unknown): { profile: Profile } | { faults: Fault[] } => {
  const read = profileSchema.safeParse(data, { reportInput: true })
  if (!read.success) {
    return {
      faults: read.error.issues.map((issue) => {
        const message = issue.message.replace(/^Invalid input: /, '').replace(/, received .*$/, '')
        const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)))
        return { path, expected: `${message}, got ${gotOf(issue.input)}` }
      }),
    }
  }
  const faults = referenceFaults(read.data).map(({ path, expected }) => ({
    path,
    expected: `expected ${expected}`,
  }))
  return faults.length === 0 ? { profile: read.data } : { faults }
}

/** Checks a profile read from JSON. Each fault is a line "path: what is expected", all at once. */
export const readProfile = (data: unknown): { profile: Profile } | { faults: string[] } => {
  const read = checkProfile(data)
  if ('profile' in read) return read
  return { faults: read.faults.map(({ path, expected }) => `${pathOf(path)}: ${expected}`) }
}

/** Checks a profile as it stands in a file, see {@link readProfile}. */
export const parseProfile = (text: string): { profile: Profile } | { faults: string[] } => {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch (fault) {
    return {
      faults: [`(top): expected JSON, ${fault instanceof Error ? fault.message : 'got none'}`],
    }
  }
  return readProfile(data)
}

/** The form of a profile as JSON Schema (draft 2020-12), for editors and other programs. */
export const profileJsonSchema = (): object => ({
  title: 'City profile of Lotse',
  ...z.toJSONSchema(profileSchema),
})

/** The centre with an id, or undefined: an id from outside may be old. */
export const centreOf = (profile: Profile, id: string): Centre | undefined =>
  profile.centres.find((centre) => centre.id === id)

/** Who answers for the data of a centre: itself where it says so, else the carriers that run it. */
export const controllersOf = (profile: Profile, centre: Centre): Controller[] =>
  centre.controller
    ? [centre.controller]
    : (profile.bodies ?? []).flatMap(({ id, controller }) =>
        controller && centre.bodies?.includes(id) ? [controller] : [],
      )

/** The body, office or programme with an id, to which a person can be referred. */
export const targetIn = (profile: Profile, id: string): Partner | Programme | undefined => {
  const { bodies = [], offices = [], programmes = [] } = profile
  return [...bodies, ...offices, ...programmes].find((target) => target.id === id)
}

/** What the calendar needs to know of a centre. */
export const calendarOf = (profile: Profile, centre: Centre): CentreCalendar => ({
  centreId: centre.id,
  state: profile.state,
  numbers: profile.calendar,
  rules: centre.openings,
})

/** Its hours that can be booked, and those without an appointment. */
export const hoursOf = (profile: Profile, centre: Centre): CentreHours => ({
  calendar: calendarOf(profile, centre),
  walkIn: centre.walkIn,
})
