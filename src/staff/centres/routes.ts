// Administrators edit centres and the calendar's numbers: a form, what it would do, then the change.

import { dateOf } from '../../domain/calendar/wall-clock.ts'
import { checkProfile, type Profile } from '../../domain/profile/profile.ts'
import { type City, currentCity } from '../../flows/city.ts'
import { editCity, effectOf } from '../../flows/staff/edit-city.ts'
import { notFound, show } from '../frame/answers.ts'
import type { StaffContext, StaffRoute } from '../frame/route.ts'
import { callerOf } from '../record/routes-care.ts'
import { type Fields, tidied } from './centre-fields.ts'
import { centreEdit, type Edit, rulesEdit } from './edit.ts'
import { centresPage, editPage, previewPage } from './page.ts'

type EditOf = (context: StaffContext, profile: Profile) => Edit | null

const centre: EditOf = ({ c }, profile) => centreEdit(profile, c.req.param('id') ?? '')
const rules: EditOf = ({ frame }) => rulesEdit(frame.words.cityRules)

export const centreRoutes: readonly StaffRoute[] = [
  {
    method: 'get',
    path: '/admin/centres',
    who: 'edit-city',
    handle: async (context) => {
      const { c, deps, frame } = context
      const { profile } = await currentCity(deps)
      const done = c.req.query('done') !== undefined
      return show(context, frame.words.editCentres, centresPage(frame, profile, done))
    },
  },
  ...editRoutes('/admin/centres/:id', centre),
  ...editRoutes('/admin/rules', rules),
]

function editRoutes(path: `/${string}`, editOf: EditOf): StaffRoute[] {
  const route = (
    method: StaffRoute['method'],
    more: string,
    handle: (context: StaffContext, city: City, edit: Edit) => Response | Promise<Response>,
  ): StaffRoute => ({
    method,
    path: `${path}${more}`,
    who: 'edit-city',
    handle: async (context) => {
      const city = await currentCity(context.deps)
      const edit = editOf(context, city.profile)
      return edit ? handle(context, city, edit) : notFound(context)
    },
  })
  return [
    route('get', '', (context, city, edit) => form(context, city, edit, {})),
    route('post', '/check', preview),
    route('post', '/edit', (context, city, edit) =>
      form(context, city, edit, { fields: tidied(context.form), version: versionOf(context) }),
    ),
    route('post', '', change),
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
function form(context: StaffContext, city: City, edit: Edit, filled: Filled) {
  const { status = 200, alert } = filled
  const content = editPage(context.frame, edit, city.profile, {
    fields: filled.fields ?? edit.fieldsOf(city.profile),
    faults: filled.faults ?? new Set(),
    version: filled.version ?? city.version,
    ...(alert ? { alert } : {}),
  })
  return show(context, edit.title, content, status)
}

type Read = { fields: Fields; profile: Profile } | { refused: Response | Promise<Response> }

/** The profile a form describes, or the form again with its faults. */
function read(context: StaffContext, city: City, edit: Edit): Read {
  const { deps, frame } = context
  const fields = tidied(context.form)
  const month = dateOf(deps.clock.now()).slice(0, 7)
  const checked = checkProfile(edit.profileFrom(fields, city.profile, month))
  if ('profile' in checked) return { fields, profile: checked.profile }
  const faults = new Set(checked.faults.map(edit.fieldOf))
  const alert = frame.words.faultsAbove
  const version = versionOf(context)
  return { refused: form(context, city, edit, { fields, faults, version, alert, status: 422 }) }
}

async function preview(context: StaffContext, city: City, edit: Edit): Promise<Response> {
  const { deps, frame } = context
  const found = read(context, city, edit)
  if ('refused' in found) return found.refused
  const { fields, profile } = found
  const { version } = city
  if (versionOf(context) !== version) return stale(context, city, edit, fields)
  const effect = await effectOf(deps, profile)
  const sections = {
    before: edit.sections(frame, city.profile),
    after: edit.sections(frame, profile),
  }
  const sent = { id: deps.newId(), version, fields }
  return show(context, edit.title, previewPage(frame, edit, sections, effect, sent))
}

async function change(context: StaffContext, city: City, edit: Edit): Promise<Response> {
  const { c, deps } = context
  const found = read(context, city, edit)
  if ('refused' in found) return found.refused
  const id = context.form['id'] ?? ''
  if (!/^[\w-]{8,64}$/.test(id)) return stale(context, city, edit, found.fields)
  const affected = (context.form['affected'] ?? '').split(',').filter(Boolean)
  const { profile } = found
  const wanted = { id, version: versionOf(context), profile, affected, subject: edit.subject }
  const outcome = await editCity(deps, callerOf(context), wanted)
  if (outcome === 'unknown') return notFound(context)
  if (outcome === 'done') return c.redirect('/staff/admin/centres?done', 303)
  return stale(context, await currentCity(deps), edit, found.fields)
}

/** What was entered, to be checked against the city as it is by now. */
function stale(context: StaffContext, city: City, edit: Edit, fields: Fields) {
  const alert = context.frame.words.staleCity
  return form(context, city, edit, { fields, alert, status: 409 })
}

function versionOf({ form }: StaffContext): number {
  return Number(form['version'] ?? '')
}
