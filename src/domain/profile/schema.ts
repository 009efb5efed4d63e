// The form of a city profile: all that differs from city to city, as one document.

import * as z from 'zod'
import { calendarNumbersSchema, closedDaysSchema, idSchema } from '../calendar/rules.ts'
import { timeZone } from '../calendar/wall-clock.ts'
import { FEWEST } from '../figures/few.ts'
import { OVERSIGHT } from '../people/oversight.ts'
import { caseSystemsSchema } from './case-systems.ts'
import { centreSchema } from './centre.ts'
import {
  districtSchema,
  neighbourSchema,
  poBoxSchema,
  postalCodeSchema,
  routingSchema,
} from './city.ts'
import { fundingSchema } from './funding.ts'
import { interpretingSchema } from './interpreting.ts'
import {
  dangerNumberSchema,
  limitsSchema,
  noticesSchema,
  reminderSettingsSchema,
  retentionSchema,
  waitingListSchema,
} from './numbers.ts'
import { ownQuestionSchema } from './own-questions.ts'
import { bodySchema, partnerSchema, programmeSchema } from './partners.ts'
import { dataProtectionSchema, imprintSchema } from './responsible.ts'
import { accessibilitySchema, creditSchema, httpsSchema, pagesSchema } from './statements.ts'
import { statusSchema } from './status.ts'
import { templatesSchema } from './templates.ts'
import { wallsSchema } from './walls.ts'

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
  /** whose data it has that wants to be named wherever it is shown */
  credits: z.array(creditSchema).optional(),
  districts: z.array(districtSchema).min(1),
  /** empty where nobody has entered them: the district is then asked for by name */
  postalCodes: z.array(postalCodeSchema),
  /** how sure the points of the postal codes are */
  pointsStatus: statusSchema.optional(),
  poBoxCodes: z.array(poBoxSchema),
  neighbours: z.array(neighbourSchema),
  centres: z.array(centreSchema).min(1),
  defaultCentre: idSchema,
  routing: routingSchema,
  closedDays: z.array(closedDaysSchema).optional(),
  numbers: z.array(dangerNumberSchema).min(1),
  /** where the exit of a page about danger leads: harmless, and the same for everybody; else the weather */
  exitTo: httpsSchema.optional(),
  calendar: calendarNumbersSchema,
  reminders: reminderSettingsSchema,
  waitingList: waitingListSchema,
  /** how centres hear of requests: by mail where nothing is said */
  notices: noticesSchema.optional(),
  retention: retentionSchema,
  limits: limitsSchema,
  /** what the city asks of its own, after the questions of every city */
  questions: z.array(ownQuestionSchema).max(12).optional(),
  /** ids of optional questions it does not ask */
  leaveOut: z.array(idSchema).optional(),
  /** how accessible the web pages are, for /accessibility */
  accessibility: accessibilitySchema.optional(),
  pages: pagesSchema.optional(),
  /** who publishes the pages, for /imprint; a page of the city's own stands in `pages` */
  imprint: imprintSchema.optional(),
  /** what is said of all data, for /privacy */
  dataProtection: dataProtectionSchema.optional(),
  bodies: z.array(bodySchema).optional(),
  /** what the carriers of a centre see of each other's requests; without it nothing */
  walls: wallsSchema.optional(),
  /** whether those above staff may look by member of staff at what was done: `off` where nothing is said, `four-eyes`, `on` */
  staffOversight: z.enum(OVERSIGHT).optional(),
  /** from how many on people are counted in the figures: five where nothing is said, and never fewer */
  fewestShown: z.int().min(FEWEST).max(100).optional(),
  /** what funders ask for each quarter, under which names; without it what Lotse brings, unconfirmed */
  funding: fundingSchema.optional(),
  /** what staff can send to people, beside what Lotse brings; without it that alone */
  templates: templatesSchema.optional(),
  /** what of a record goes where in the systems in which the carriers keep their cases */
  caseSystems: caseSystemsSchema.optional(),
  offices: z.array(partnerSchema).optional(),
  programmes: z.array(programmeSchema).optional(),
  /** whom its centres ask for interpreters; without it none can be promised */
  interpreting: interpretingSchema.optional(),
})

export type Profile = z.infer<typeof profileSchema>
