// Submitted requests as records. Lists are paged by a cursor that says where the last page ended.

import { Hono } from 'hono'
import * as z from 'zod'
import type { Deps } from '../deps.ts'
import { CARE_STATES } from '../domain/people/care-state.ts'
import { recordOf, recordSchema } from '../domain/questionnaire/record.ts'
import { URGENCIES } from '../domain/questionnaire/triage.ts'
import { currentCity } from '../flows/city.ts'
import { requestsAfter } from '../flows/staff/list-requests.ts'
import { findRecord, findVoice } from '../flows/staff/read-record.ts'
import { soundAnswer } from '../http/sound-answer.ts'
import { languageTerms } from '../i18n/terms.ts'
import { type ApiEnv, allowed, missing, queried } from './access.ts'
import { described, describedSound } from './document.ts'

const code = z.string().regex(/^[\w-]{1,40}$/)

const pageQuery = z.strictObject({
  cursor: z.string().max(200).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  centre: code.optional(),
  language: code.optional().describe('code of the language they want to speak'),
  topic: code.optional(),
  urgency: z.enum(URGENCIES).optional(),
  receivedFrom: z.iso.datetime().optional(),
  receivedUntil: z.iso.datetime().optional().describe('past the end'),
  care: z.enum(CARE_STATES).optional(),
  updatedSince: z.iso
    .datetime()
    .optional()
    .describe(
      'what changed then or later, in that order; go on with the same parameters. That the day of `care.until` has come is no change.',
    ),
})

const pageSchema = z.strictObject({
  items: z.array(recordSchema),
  next: z.string().nullable().describe('cursor of the next page; null on the last one'),
  resume: z
    .string()
    .nullable()
    .describe('cursor behind all that was given so far: what comes in later begins there'),
})

export const intakeRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get(
      '/intakes',
      described(
        'getIntakes',
        'Submitted requests, the oldest first, or what changed since an instant',
        pageSchema,
      ),
      allowed(deps, 'see-records'),
      queried(pageQuery),
      async (c) => {
        const actor = c.get('actor')
        const { cursor, limit, receivedFrom, receivedUntil, updatedSince, ...narrowed } =
          c.req.valid('query')
        const after = readCursor(cursor)
        const { profile } = await currentCity(deps)
        const at = (text?: string) => (text === undefined ? undefined : Date.parse(text))
        const wanted = {
          ...narrowed,
          ...{ from: at(receivedFrom), until: at(receivedUntil), since: at(updatedSince) },
        }
        const page = await requestsAfter(deps, actor, after, limit, profile, wanted)
        const { intakes, hasMore, last } = page
        c.set('shows', { action: 'see-record', records: intakes })
        return c.json({
          items: intakes.map((intake) =>
            recordOf(intake, profile, languageTerms, deps.clock.now()),
          ),
          next: hasMore && last ? writeCursor(last) : null,
          resume: last && writeCursor(last),
        } satisfies z.input<typeof pageSchema>)
      },
    )
    .get(
      '/intakes/:id',
      described('getIntakesId', 'One request', recordSchema),
      allowed(deps, 'see-records'),
      queried(z.strictObject({})),
      async (c) => {
        const id = c.req.param('id') ?? ''
        const opened = await findRecord(deps, c.get('actor'), id, languageTerms)
        if (!opened) return missing(c)
        c.set('shows', { action: 'see-record', records: [opened.intake] })
        return c.json(opened.record)
      },
    )
    .get(
      '/intakes/:id/voice/:voice',
      describedSound('getIntakesIdVoice', 'What the person said; each hearing stands in the audit'),
      allowed(deps, 'see-records'),
      queried(z.strictObject({})),
      async (c) => {
        const [id, voice] = [c.req.param('id') ?? '', c.req.param('voice') ?? '']
        const found = await findVoice(deps, c.get('actor'), id, voice)
        if (!found) return missing(c)
        c.set('shows', { action: 'hear-voice', records: [found.intake] })
        return soundAnswer(c, found.file, 'no-store', found.type)
      },
    )

/** Where a page ended: instant and id, in base64url so that nobody takes it for a date. */
function writeCursor({ at, id }: { at: number; id: string }): string {
  return encoder.encode(JSON.stringify([at, id])).toBase64({ alphabet: 'base64url' })
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()
const LAST_INSTANT = Date.UTC(10_000, 0) - 1
const cursorSchema = z.tuple([z.int().min(0).max(LAST_INSTANT), z.string().max(64)])

/** The beginning, for anything that is not a cursor of ours. */
function readCursor(text = ''): { at: number; id: string } | null {
  try {
    const bytes = Uint8Array.fromBase64(text, { alphabet: 'base64url' })
    const [at, id] = cursorSchema.parse(JSON.parse(decoder.decode(bytes)))
    return { at, id }
  } catch {
    return null
  }
}
