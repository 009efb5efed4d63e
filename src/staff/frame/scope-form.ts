// The part of a form that says what an account or a token may reach.

import { html } from 'hono/html'
import * as z from 'zod'
import { LONGEST_NAME, readName, readScope, type Scope } from '../../domain/people/accounts.ts'
import { ROLES, type Role } from '../../domain/people/rights.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { type Frame, roleWord } from './frame.ts'
import { option } from './inputs.ts'
import type { Html } from './layout.ts'
import type { Word } from './words.ts'

/** What stands in the form, typed or as it is. */
export type ScopeForm = {
  name: string
  role: string
  centres: readonly string[]
  body: string
}

/** Name, role, centres and carrier; roles, where not all of them are to be had. */
export function fields(
  { words }: Frame,
  profile: Profile,
  form: ScopeForm,
  roles: readonly Role[] = ROLES,
): Html {
  return html`<label for="name">${words.name}</label>
<input id="name" name="name" required maxlength="${LONGEST_NAME}" autocomplete="off" value="${form.name}">
<label for="role">${words.role}</label>
<select id="role" name="role" required>${form.role === '' ? option('', '', '') : ''}${roles.map((role) => option(role, roleWord(words, role), form.role))}</select>
<fieldset name="centres"><legend>${words.centres}</legend><p class="hint">${words.centresHint}</p>${profile.centres.map(
    ({ id, name }) =>
      html`<label class="check"><input type="checkbox" name="centre-${id}"${form.centres.includes(id) ? html` checked` : ''}>${name}</label>`,
  )}</fieldset>
<label for="body">${words.body}</label><p class="hint" id="body-hint">${words.bodyHint}</p>
<select id="body" name="body" aria-describedby="body-hint"><option value="">–</option>${(profile.bodies ?? []).map(({ id, name }) => option(id, name, form.body))}</select>`
}

/** What a form says; centres are boxes of their own, `centre-hochfeld`. */
export const scopeForm = z.record(z.string(), z.string()).transform(
  ({ name = '', role = '', body = '', ...others }): ScopeForm => ({
    name,
    role,
    centres: Object.keys(others).flatMap((field) => /^centre-(.+)$/.exec(field)?.[1] ?? []),
    body,
  }),
)

/** At which field a fault is told. */
export const faultyFields = (word: Word): ReadonlySet<string> =>
  new Set(FAULTY[word as keyof typeof FAULTY] ?? [])

const FAULTY = {
  nameMissing: ['name'],
  centreNeeded: ['centres'],
  bodyNeeded: ['body'],
  emailMisread: ['email'],
  emailTaken: ['email'],
  languageMissing: ['language'],
  untilMisread: ['until'],
}

/** The same, checked; or the word for what is wrong with it. */
export function fieldsOf(profile: Profile, form: ScopeForm): (Scope & { name: string }) | Word {
  const scope = readScope(profile, form)
  const name = readName(form.name)
  if (name === null) return 'nameMissing'
  if (!('fault' in scope)) return { ...scope, name }
  const { fault } = scope
  return fault === 'centreNeeded' || fault === 'bodyNeeded' ? fault : 'formMisread'
}
