// How a part of the city is edited: a form, what it would do, then the change.

import * as z from 'zod'
import { dateOf } from '../../domain/calendar/wall-clock.ts'
import { phoneFaults } from '../../domain/profile/phones.ts'
import { checkProfile, type Profile } from '../../domain/profile/profile.ts'
import { type City, currentCity } from '../../flows/city.ts'
import { editCity, effectOf } from '../../flows/staff/edit-city.ts'
import { type Answer, notFound, refuse, show } from '../frame/answers.ts'
import { actorOf, type StaffContext } from '../frame/context.ts'
import { drawnId, text } from '../frame/form.ts'
import { pathOf } from '../frame/place.ts'
import { type Fields, get, post, type Stands } from '../frame/route.ts'
import { tidied } from './centre-fields.ts'
import type { Edit } from './edit.ts'
import { editPage } from './page.ts'
import { previewPage } from './preview-page.ts'

/** What every form of an edit carries: its fields, and the city's version at which they were read. */
const sent = z
  .record(z.string(), z.string())
  .transform((all) => ({ fields: tidied(all), version: Number(all['version'] ?? '') }))
type Sent = z.output<typeof sent>

/** With what was shown before the change: the id drawn for it, and the appointments it would end. */
const decided = sent.and(
  z.object({
    id: drawnId.nullable().catch(null),
    affected: text.transform((ids) => ids.split(',').filter(Boolean)),
  }),
)

/** A part of the city that is edited, and the city as it is. */
type Editing = { city: City; edit: Edit }

type EditOf = (context: StaffContext, profile: Profile) => Edit | null | Promise<Edit | null>

/** The routes of one part of the city; `editOf` finds it, or nothing. */
export function editRoutes(path: `/${string}`, editOf: EditOf) {
  const who = 'edit-city'
  // Its rows come and go, so the form itself has to show them.
  const stands: Stands = (params) => {
    const at = pathOf({ route: path, params })
    return { page: `${at}/edit`, action: `${at}/check`, method: 'post' }
  }
  const answer = async (
    context: StaffContext,
    show: (at: Editing) => Answer,
  ): Promise<Response> => {
    const city = await currentCity(context.deps)
    const edit = await editOf(context, city.profile)
    return edit ? show({ city, edit }) : notFound(context)
  }
  return [
    get({
      path,
      who,
      handle: (context) => answer(context, (at) => form(context, at, {})),
    }),
    post({
      path: `${path}/check`,
      who,
      stands,
      looks: true,
      form: sent,
      handle: (context) => answer(context, (at) => preview(context, at, context.form)),
    }),
    post({
      path: `${path}/edit`,
      who,
      stands,
      looks: true,
      form: sent,
      handle: (context) => answer(context, (at) => form(context, at, context.form)),
    }),
    post({
      path,
      who,
      stands,
      form: decided,
      handle: (context) => answer(context, (at) => change(context, at, context.form)),
    }),
  ]
}

type Filled = {
  fields?: Fields
  faults?: ReadonlySet<string>
  version?: number
  alert?: string
  status?: 200 | 409 | 422
}

/** The form; without fields, as the city is. */
function form(context: StaffContext, { city, edit }: Editing, filled: Filled): Answer {
  const { status = 200, alert } = filled
  const content = editPage(context.frame, edit, city.profile, {
    fields: filled.fields ?? edit.fieldsOf(city.profile),
    faults: filled.faults ?? new Set(),
    version: filled.version ?? city.version,
    ...(alert ? { alert } : {}),
  })
  return show(context, edit.title, content, status)
}

type Checked = { profile: Profile } | { why: string; faults: ReadonlySet<string> }

/** The profile a form describes, or what is wrong with it. */
function check(context: StaffContext, at: Editing, { fields }: Sent): Checked {
  const { deps, frame } = context
  const { city, edit } = at
  const month = dateOf(deps.clock.now()).slice(0, 7)
  const checked = checkProfile(edit.profileFrom(fields, city.profile, month))
  if ('profile' in checked) {
    const phones = phoneFaults(checked.profile, city.profile)
    if (phones.length > 0) {
      return { why: frame.words.faultsAbove, faults: new Set(phones.map(edit.fieldOf)) }
    }
    const why = edit.refuses?.(checked.profile, city.profile)
    if (!why) return checked
    const empty = (edit.needs ?? []).filter((key) => !fields[key]?.trim())
    return { why: frame.words[why], faults: new Set(empty) }
  }
  return { why: frame.words.faultsAbove, faults: new Set(checked.faults.map(edit.fieldOf)) }
}

async function preview(context: StaffContext, at: Editing, sent: Sent): Promise<Response> {
  const { deps, frame } = context
  const { city, edit } = at
  const { fields } = sent
  const checked = check(context, at, sent)
  if ('why' in checked) {
    const { why: alert, faults } = checked
    return form(context, at, { fields, faults, version: sent.version, alert, status: 422 })
  }
  const { profile } = checked
  const { version } = city
  if (sent.version !== version) {
    // To be checked against the city as it is by now.
    return form(context, at, { fields, alert: frame.words.staleCity, status: 409 })
  }
  const effect = await effectOf(deps, profile)
  const sections = {
    before: edit.sections(frame, city.profile),
    after: edit.sections(frame, profile),
  }
  const shown = { id: deps.newId(), version, fields }
  return show(context, edit.title, previewPage(frame, edit, sections, effect, shown))
}

async function change(
  context: StaffContext,
  at: Editing,
  decision: z.output<typeof decided>,
): Promise<Response> {
  const { c, deps } = context
  const { id, version, affected } = decision
  const checked = check(context, at, decision)
  if ('why' in checked) {
    return refuse(context, checked.why, { status: 422, faults: checked.faults })
  }
  if (id === null) return stale(context)
  const { profile } = checked
  const wanted = { id, version, profile, affected, subject: at.edit.subject }
  const outcome = await editCity(deps, actorOf(context), wanted)
  if (outcome === 'unknown') return notFound(context)
  if (outcome === 'done') return c.redirect(`/staff${at.edit.back}?done`, 303)
  return stale(context)
}

/** What was entered, to be checked against the city as it is by now. */
async function stale(context: StaffContext): Promise<Response> {
  const { deps, frame, sent } = context
  const { version } = await currentCity(deps)
  const fields = { ...sent?.form.fields, version: String(version) }
  const again = sent && { sent: { ...sent, form: { ...sent.form, fields } } }
  return await refuse({ ...context, ...again }, frame.words.staleCity)
}
