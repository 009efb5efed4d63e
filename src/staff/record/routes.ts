// One record: shown, worked on, taken along.

import * as z from 'zod'
import { CARE_STATUSES, LONGEST_NOTE, PASSED_ON, VERDICTS } from '../../domain/people/care.ts'
import { HAND_OVER_REASONS } from '../../domain/people/hand-over.ts'
import { cleanText } from '../../domain/people/typed-text.ts'
import { RECHTSKREISE } from '../../domain/questionnaire/triage.ts'
import { assign } from '../../flows/staff/assign.ts'
import { closeRequest } from '../../flows/staff/close-request.ts'
import { eraseRecord } from '../../flows/staff/erase-record.ts'
import { endFollowUp, setFollowUp } from '../../flows/staff/follow-up.ts'
import { handOver } from '../../flows/staff/hand-over.ts'
import { exportRecord, hearVoice, openRecord } from '../../flows/staff/read-record.ts'
import {
  addNote,
  judgeRechtskreis,
  noteRead,
  refer,
  setStatus,
  takeOver,
} from '../../flows/staff/work-on-record.ts'
import { soundAnswer } from '../../http/sound-answer.ts'
import { languageTerms } from '../../i18n/terms.ts'
import { notFound, show } from '../frame/answers.ts'
import { actorOf } from '../frame/context.ts'
import { drawnId, seenStart, text, tick } from '../frame/form.ts'
import { type Feature, get } from '../frame/route.ts'
import { doneQuery } from './done.ts'
import { frontPage } from './front.ts'
import { recordGone } from './gone.ts'
import { recordPage } from './page.ts'
import { trailOf } from './trail.ts'
import { doneOn, work } from './work.ts'

const LAST_INSTANT = 8.64e15 - 1

const noteText = z.string().refine((typed) => {
  const { length } = [...cleanText(typed, true)]
  return length > 0 && length <= LONGEST_NOTE
})

const referForm = z
  .object({ id: drawnId, target: z.string().min(1), ...agreedFields() })
  .transform(({ id, target, ...agreed }) => ({
    id,
    target,
    agreed: PASSED_ON.filter((code) => agreed[`agreed-${code}`]),
  }))

function agreedFields() {
  return { 'agreed-contact': tick, 'agreed-topics': tick, 'agreed-record': tick } as const
}

export const record: Feature = {
  routes: [
    get({
      path: '/intakes/:id',
      who: 'see-records',
      query: z.object({ done: doneQuery }),
      handle: async (context) => {
        const { deps, frame, params, query, staff } = context
        const opened = await openRecord(deps, actorOf(context), params.id, languageTerms)
        if (!opened) return recordGone(context, params.id)
        const trail = await trailOf(context, params.id, opened.profile)
        if ('front' in opened) {
          const page = frontPage(frame, { ...opened, trail, newId: deps.newId })
          return show(context, opened.front.ref, page)
        }
        const view = { ...opened, me: staff, trail, done: query.done, newId: deps.newId }
        const content = recordPage(frame, opened, view)
        return show(context, opened.record.reference, content)
      },
    }),
    get({
      path: '/intakes/:id/record.json',
      who: 'see-records',
      handle: async (context) => {
        const { c, deps, params } = context
        const record = await exportRecord(deps, actorOf(context), params.id, languageTerms)
        if (!record) return notFound(context)
        const name = `${record.reference}.json`
        return c.json(record, 200, { 'Content-Disposition': `attachment; filename="${name}"` })
      },
    }),
    get({
      path: '/intakes/:id/voice/:voice',
      who: 'see-records',
      handle: async (context) => {
        const { c, deps, params } = context
        const found = await hearVoice(deps, actorOf(context), params.id, params.voice)
        if (!found) return notFound(context)
        return soundAnswer(c, found.file, 'private, no-store', found.type)
      },
    }),
    work({
      path: 'take',
      done: 'taken',
      who: 'take-over',
      form: z.object({ from: text }),
      does: (deps, actor, id, { from }) => takeOver(deps, actor, id, from || null),
    }),
    work({
      path: 'status',
      done: 'status',
      who: 'work-on-record',
      // Of an appointment still to come, for who closes its request.
      form: z.object({
        to: z.enum(CARE_STATUSES),
        appointment: z.enum(['cancel', 'keep']).nullable().default(null),
        from: seenStart,
      }),
      leadsTo: ({ appointment }, context) =>
        appointment === 'cancel'
          ? doneOn(context, context.c.req.param('id') ?? '', 'closed-cancelled')
          : null,
      does: (deps, actor, id, { to, appointment, from }) =>
        to === 'closed'
          ? closeRequest(deps, actor, id, appointment, from)
          : setStatus(deps, actor, id, to),
    }),
    work({
      path: 'notes',
      done: 'note',
      who: 'work-on-record',
      form: z.object({ id: drawnId, text: noteText }),
      does: (deps, actor, id, note) => addNote(deps, actor, id, note.id, note.text),
    }),
    work({
      path: 'rechtskreis',
      done: 'judged',
      who: 'work-on-record',
      form: z.object({ rechtskreis: z.enum(RECHTSKREISE), verdict: z.enum(VERDICTS) }),
      does: judgeRechtskreis,
    }),
    work({
      path: 'replies/read',
      done: 'read',
      who: 'work-on-record',
      form: z.object({ until: z.coerce.number().int().positive().max(LAST_INSTANT) }),
      does: (deps, actor, id, { until }) => noteRead(deps, actor, id, until),
    }),
    work({
      path: 'assign',
      done: 'assigned',
      who: 'take-over',
      form: z.object({ id: drawnId, to: z.string().min(1), from: text, line: text }),
      does: assign,
    }),
    work({
      path: 'follow-up',
      done: 'follow-up',
      who: 'work-on-record',
      form: z.object({ on: z.iso.date(), line: text }),
      does: setFollowUp,
    }),
    work({
      path: 'follow-up/end',
      done: 'follow-up-end',
      who: 'work-on-record',
      does: endFollowUp,
    }),
    work({ path: 'refer', done: 'referred', who: 'work-on-record', form: referForm, does: refer }),
    work({
      path: 'hand-over',
      who: 'hand-over-record',
      form: z.object({
        id: drawnId,
        centre: text,
        body: text,
        line: text,
        why: z
          .enum(HAND_OVER_REASONS)
          .or(z.literal(''))
          .default('')
          .transform((why) => why || null),
      }),
      ended: 'handed-over',
      does: handOver,
    }),
    work({
      path: 'erase',
      who: 'erase-record',
      ended: 'erased',
      does: eraseRecord,
    }),
  ],
}
