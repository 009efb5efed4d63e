// The routes of /api/v1. Lists are paged by a cursor that says where the last page ended.

import { z } from 'zod'
import { reachOf } from '../domain/people/rights.ts'
import { recordOf, recordSchema } from '../domain/questionnaire/record.ts'
import { currentCity } from '../flows/city.ts'
import { noteDown, sightOf } from '../flows/staff/caller.ts'
import { readRecord } from '../flows/staff/read-record.ts'
import { utilisationOf } from '../flows/staff/utilisation.ts'
import { languageTerms } from '../i18n/terms.ts'
import type { ApiRoute } from './route.ts'
import { utilisationSchema } from './utilisation.ts'

const DAY = 86_400_000
const LONGEST_STRETCH = 92 * DAY

const cursor = z.string().max(200).optional().describe('`next` of the page before')
const limit = z.coerce.number().int().min(1).max(100).default(50).optional()
const next = z.string().nullable().describe('cursor of the next page; null on the last one')

const appointmentSchema = z.strictObject({
  id: z.string(),
  reference: z.string(),
  centre: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  state: z.enum(['booked', 'attended', 'missed', 'unmarked']),
  channel: z.string(),
  intake: z.string().nullable(),
})

export const apiRoutes: readonly ApiRoute[] = [
  {
    path: '/intakes',
    action: 'see-records',
    summary: 'Submitted requests, the oldest first',
    query: z.strictObject({ cursor, limit }),
    answer: z.strictObject({ items: z.array(recordSchema), next }),
    handle: async ({ deps, caller, query }) => {
      const most = Number(query['limit'] ?? 50)
      const after = readCursor(query['cursor'])
      const sight = sightOf(caller, 'see-records')
      const found = await deps.store.staff.intakes.page(sight, after, most + 1)
      const items = found.slice(0, most)
      const { profile } = await currentCity(deps)
      for (const { id, centre } of items) {
        await noteDown(deps, caller, 'see-record', { subject: id, centre })
      }
      const last = items.at(-1)
      return {
        items: items.map((intake) => recordOf(intake, profile, languageTerms)),
        next: found.length > most && last ? writeCursor(last) : null,
      }
    },
  },
  {
    path: '/intakes/{id}',
    action: 'see-records',
    summary: 'One request',
    query: z.strictObject({}),
    answer: recordSchema,
    handle: async ({ c, deps, caller }) => {
      const opened = await readRecord(deps, caller, c.req.param('id') ?? '', languageTerms)
      return opened?.record ?? null
    },
  },
  {
    path: '/appointments',
    action: 'see-day',
    summary: 'Appointments that start in a stretch of at most 92 days, without the cancelled ones',
    query: z.strictObject({ from: z.iso.datetime(), until: z.iso.datetime() }),
    answer: z.strictObject({ items: z.array(appointmentSchema) }),
    handle: async ({ deps, caller, query }) => {
      const from = Date.parse(String(query['from']))
      const until = Math.min(Date.parse(String(query['until'])), from + LONGEST_STRETCH)
      const found = await deps.store.staff.day.bookings(sightOf(caller, 'see-day'), from, until)
      await noteDown(deps, caller, 'see-appointments', { subject: null, centre: null })
      return {
        items: found.map(({ id, ref, centre, startsAt, endsAt, state, channel, intake }) => ({
          id,
          reference: ref,
          centre,
          startsAt: new Date(startsAt).toISOString(),
          endsAt: new Date(endsAt).toISOString(),
          state,
          channel,
          intake: intake?.id ?? null,
        })),
      }
    },
  },
  {
    path: '/utilisation',
    action: 'see-utilisation',
    summary:
      'What was counted in finished weeks, hours of the week and months; small counts are hidden',
    query: z.strictObject({ weeks: z.coerce.number().int().min(1).max(104).optional() }),
    answer: utilisationSchema,
    handle: async ({ deps, caller, query }) => {
      const { profile } = await currentCity(deps)
      const everywhere = reachOf(caller.role, 'see-utilisation') === 'city'
      const ids = profile.centres.map(({ id }) => id)
      const centres = everywhere ? ids : ids.filter((id) => caller.centres.includes(id))
      const found = await utilisationOf(deps, centres, Number(query['weeks'] ?? 12))
      const { shown: weeks, hours, months, topics: counts, coming } = found
      return { weeks, hours, months, counts, coming }
    },
  },
]

/** Where a page ended: instant and id, in base64url so that nobody takes it for a date. */
function writeCursor({ submittedAt, id }: { submittedAt: number; id: string }): string {
  return btoa(JSON.stringify([submittedAt, id]))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}

const LAST_INSTANT = Date.UTC(10_000, 0) - 1
const cursorSchema = z.tuple([z.int().min(0).max(LAST_INSTANT), z.string().max(64)])

/** The beginning, for anything that is not a cursor of ours. */
function readCursor(text: unknown): { submittedAt: number; id: string } | null {
  if (typeof text !== 'string') return null
  try {
    const data = JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/')))
    const [submittedAt, id] = cursorSchema.parse(data)
    return { submittedAt, id }
  } catch {
    return null
  }
}
