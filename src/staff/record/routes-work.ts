// Work on a record: every form posts here and leads back to the record.

import { showStaffMessage } from '../../domain/dialog/show/staff-message.ts'
import { CARE_STATUSES, type CareStatus, PASSED_ON } from '../../domain/people/care.ts'
import { currentCity } from '../../flows/city.ts'
import { factsOf } from '../../flows/conversation/step.ts'
import { mayHere, noteDown } from '../../flows/staff/caller.ts'
import { cancelTime, giveTime, staffTimes } from '../../flows/staff/change-booking.ts'
import { placeOf, readRecord } from '../../flows/staff/read-record.ts'
import { readMessage, sendMessage } from '../../flows/staff/send-message.ts'
import {
  addNote,
  eraseRecord,
  handOver,
  judgeRechtskreis,
  noteRead,
  refer,
  setStatus,
  takeOver,
  type WorkOutcome,
} from '../../flows/staff/work-on-record.ts'
import { languageTerms } from '../../i18n/terms.ts'
import { notFound, show } from '../frame/answers.ts'
import { readInstant } from '../frame/dates.ts'
import { messagePage } from '../frame/message.ts'
import type { StaffContext, StaffRoute } from '../frame/route.ts'
import { previewPage } from './message-form.ts'
import { callerOf } from './routes-care.ts'
import { timesPage } from './times.ts'

const idOf = ({ c }: StaffContext) => c.req.param('id') ?? ''
const isNewId = (text: string | undefined): text is string => /^[\w-]{8,64}$/.test(text ?? '')

type Work = (context: StaffContext, id: string) => Promise<WorkOutcome>

export function post(path: string, who: StaffRoute['who'], work: Work, then = ''): StaffRoute {
  return {
    method: 'post',
    path: `/intakes/:id/${path}`,
    who,
    handle: async (context) => {
      const id = idOf(context)
      const outcome = await work(context, id)
      if (outcome === 'done') return context.c.redirect(then || `/staff/intakes/${id}`, 303)
      if (outcome === 'unknown') return notFound(context)
      const { words } = context.frame
      const text = outcome === 'changed' ? words.changedMeanwhile : words.notPossible
      return show(context, words.staleTitle, messagePage(words.staleTitle, text), 409)
    },
  }
}

export const workRoutes: readonly StaffRoute[] = [
  post('take', 'work-on-record', (context, id) =>
    takeOver(context.deps, callerOf(context), id, context.form['from'] || null),
  ),
  post('status', 'work-on-record', async (context, id) => {
    const to = CARE_STATUSES.find((status) => status === context.form['to'])
    return to ? setStatus(context.deps, callerOf(context), id, to satisfies CareStatus) : 'not-now'
  }),
  post('notes', 'work-on-record', async (context, id) => {
    const { deps, form } = context
    const noteId = form['id']
    if (!isNewId(noteId)) return 'not-now'
    return addNote(deps, callerOf(context), id, noteId, form['text'] ?? '')
  }),
  post('rechtskreis', 'work-on-record', (context, id) => {
    const { rechtskreis, verdict } = context.form
    return judgeRechtskreis(context.deps, callerOf(context), id, rechtskreis, verdict)
  }),
  post('replies/read', 'work-on-record', (context, id) =>
    noteRead(context.deps, callerOf(context), id, Number(context.form['until'])),
  ),
  post('refer', 'work-on-record', async (context, id) => {
    const { deps, form } = context
    const referralId = form['id']
    if (!isNewId(referralId)) return 'not-now'
    const agreed = PASSED_ON.filter((code) => form[`agreed-${code}`] === 'yes')
    const referral = { id: referralId, target: form['target'] ?? '', agreed }
    return refer(deps, callerOf(context), id, referral)
  }),
  post(
    'hand-over',
    'hand-over-record',
    (context, id) => handOver(context.deps, callerOf(context), id, context.form['to'] ?? ''),
    '/staff/intakes',
  ),
  post(
    'erase',
    'erase-record',
    (context, id) => eraseRecord(context.deps, callerOf(context), id),
    '/staff/intakes',
  ),
  post('message/send', 'work-on-record', async (context, id) => {
    const { deps, form } = context
    const messageId = form['id']
    if (!isNewId(messageId)) return 'not-now'
    const given = { template: form['template'], text: form['text'] }
    return sendMessage(deps, callerOf(context), id, messageId, given)
  }),
  { method: 'post', path: '/intakes/:id/message', who: 'work-on-record', handle: showPreview },
  post('cancel', 'change-booking', (context, id) =>
    cancelTime(context.deps, callerOf(context), id),
  ),
  post('times', 'change-booking', async (context, id) => {
    const { deps, form } = context
    const startsAt = readInstant(form['at'])
    if (startsAt === null) return 'not-now'
    return giveTime(deps, callerOf(context), id, { centre: form['centre'] ?? '', startsAt })
  }),
  {
    method: 'get',
    path: '/intakes/:id/times',
    who: 'change-booking',
    handle: showTimes,
  },
  {
    method: 'get',
    path: '/intakes/:id/record.json',
    who: 'see-records',
    handle: async (context) => {
      const { c, deps } = context
      const opened = await readRecord(deps, callerOf(context), idOf(context), languageTerms)
      if (!opened) return notFound(context)
      const { id, centre } = opened.intake
      await noteDown(deps, callerOf(context), 'export-record', { subject: id, centre })
      const name = `${opened.record.reference}.json`
      return c.json(opened.record, 200, { 'Content-Disposition': `attachment; filename="${name}"` })
    },
  },
]

async function showPreview(context: StaffContext): Promise<Response> {
  const { deps, form, frame } = context
  const id = idOf(context)
  const intake = await deps.store.staff.intakes.find(id)
  if (!intake) return notFound(context)
  if (!(await mayHere(deps, callerOf(context), 'work-on-record', id, placeOf(intake)))) {
    return notFound(context)
  }
  const { words } = frame
  const message = readMessage(intake.centre, form['template'], form['text'])
  if (!message) {
    return show(context, words.staleTitle, messagePage(words.staleTitle, words.messageEmpty), 409)
  }
  const now = deps.clock.now()
  const facts = factsOf(deps, await currentCity(deps), now)
  const screen = showStaffMessage(message, facts, intake.language)
  const preview = { intake, message, screen, id: deps.newId(), i18n: deps.i18n, now }
  return show(context, words.preview, previewPage(frame, preview))
}

async function showTimes(context: StaffContext): Promise<Response> {
  const { c, deps, frame, staff } = context
  const id = idOf(context)
  const intake = await deps.store.staff.intakes.find(id)
  if (!intake) return notFound(context)
  if (!(await mayHere(deps, callerOf(context), 'change-booking', id, placeOf(intake)))) {
    return notFound(context)
  }
  const city = await currentCity(deps)
  const own = city.profile.centres.filter((centre) => staff.centres.includes(centre.id))
  const wanted = c.req.query('centre') ?? intake.centre
  const centre = own.find((one) => one.id === wanted) ?? own[0]
  if (!centre) return notFound(context)
  const times = await staffTimes(deps, city, centre.id)
  return show(context, frame.words.freeTimes, timesPage(frame, intake, centre, own, times))
}
