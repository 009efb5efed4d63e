// The city profile: all that differs from city to city, as one document.
import * as z from 'zod'
import type { CentreCalendar } from './calendar/planned.ts'
import { calendarNumbersSchema, closedDaysSchema, idSchema } from './calendar/rules.ts'
import { type Centre, type Controller, centreSchema } from './profile/centre.ts'
import {
  districtSchema,
  neighbourSchema,
  poBoxSchema,
  postalCodeSchema,
  routingSchema,
} from './profile/city.ts'
import type { Fault } from './profile/faults.ts'
import {
  dangerNumberSchema,
  limitsSchema,
  reminderSettingsSchema,
  retentionSchema,
  waitingListSchema,
} from './profile/numbers.ts'
import {
  bodySchema,
  type Offer,
  offerSchema,
  type Partner,
  partnerSchema,
} from './profile/partners.ts'
import { referenceFaults } from './profile/references.ts'
import { timeZone } from './wall-clock.ts'

/** The published form of a profile. It transforms nothing, so it is its own JSON Schema. */
export const profileSchema = z.strictObject({
  /** for editors that check while one writes; `docs/schema/profile.schema.json` */
  $schema: z.string().optional(),
  id: idSchema,
  city: z.string().min(1),
  timeZone: z.literal(timeZone),
  /** whose public holidays count */
  state: z.literal('NW'),
  /** where the data comes from, for those who check it */
  sources: z.array(z.string().min(1)),
  districts: z.array(districtSchema).min(1),
  /** empty where nobody has entered them: the district is then asked for by name */
  postalCodes: z.array(postalCodeSchema),
  poBoxCodes: z.array(poBoxSchema),
  neighbours: z.array(neighbourSchema),
  centres: z.array(centreSchema).min(1),
  defaultCentre: idSchema,
  routing: routingSchema,
  closedDays: z.array(closedDaysSchema).optional(),
  numbers: z.array(dangerNumberSchema).min(1),
  calendar: calendarNumbersSchema,
  reminders: reminderSettingsSchema,
  waitingList: waitingListSchema,
  retention: retentionSchema,
  limits: limitsSchema,
  bodies: z.array(bodySchema).optional(),
  offices: z.array(partnerSchema).optional(),
  offers: z.array(offerSchema).optional(),
})

export type Profile = z.infer<typeof profileSchema>
export type { Centre } from './profile/centre.ts'

const pathOf = (path: readonly PropertyKey[]): string =>
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

/** The body, office or offer with an id, to which a person can be referred. */
export const targetIn = (profile: Profile, id: string): Partner | Offer | undefined => {
  const { bodies = [], offices = [], offers = [] } = profile
  return [...bodies, ...offices, ...offers].find((target) => target.id === id)
}

/** What the calendar needs to know of a centre. */
export const calendarOf = (profile: Profile, centre: Centre): CentreCalendar => ({
  centreId: centre.id,
  state: profile.state,
  numbers: profile.calendar,
  rules: centre.openings,
})
