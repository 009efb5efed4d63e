// Accounts in the hands of administrators.

import * as z from 'zod'
import { readEmail, STAFF_LANGUAGES, type StaffPerson } from '../../domain/people/accounts.ts'
import { currentCity } from '../../flows/city.ts'
import { hasRequests, staffAccount, staffAccounts } from '../../flows/sign-in/accounts.ts'
import {
  type Administration,
  changePerson,
  closePerson,
  invitePerson,
  linkPerson,
  type PersonOutcome,
  reopenPerson,
  resetPerson,
} from '../../flows/sign-in/change-account.ts'
import { notFound, refuse, show } from '../frame/answers.ts'
import { actorOf, type StaffContext } from '../frame/context.ts'
import { text } from '../frame/form.ts'
import { showOnce } from '../frame/kept.ts'
import { type Feature, get, post, type Stands } from '../frame/route.ts'
import { leadTo } from '../frame/said.ts'
import { faultyFields, fieldsOf, type ScopeForm, scopeForm } from '../frame/scope-form.ts'
import type { Word } from '../frame/words.ts'
import { invitePage, linkPage, peoplePage, personPage } from './page.ts'

const EMPTY: ScopeForm = { name: '', role: '', centres: [], body: '' }

const onPage: Stands = ({ id = '' }) => `/admin/staff/${id}`

const language = z.enum(STAFF_LANGUAGES).nullable().catch(null).default(null)
const inviteForm = scopeForm.and(z.object({ email: text, language }))

export const accounts: Feature = {
  link: { href: '/staff/admin/staff', word: 'navStaff', action: 'edit-staff' },
  routes: [
    get({
      path: '/admin/staff',
      who: 'edit-staff',
      handle: async (context) => {
        const { deps, frame } = context
        const people = await staffAccounts(deps)
        const { profile } = await currentCity(deps)
        return show(context, frame.words.navStaff, peoplePage(frame, profile, people))
      },
    }),
    get({
      path: '/admin/staff/new',
      who: 'edit-staff',
      handle: (context) => showInvite(context),
    }),
    post({
      path: '/admin/staff',
      who: 'edit-staff',
      stands: () => '/admin/staff/new',
      form: inviteForm,
      handle: async (context) => {
        const { deps, form } = context
        const again = (word: Word) => misread(context, word)
        const fields = fieldsOf((await currentCity(deps)).profile, form)
        const email = readEmail(form.email)
        if (email === null) return again('emailMisread')
        if (typeof fields === 'string') return again(fields)
        const { language } = form
        if (language === null) return again('languageMissing')
        const wish = { ...fields, email, language }
        const link = await invitePerson(administrationOf(context), wish)
        return link === null ? again('emailTaken') : showLink(context, email, link)
      },
    }),
    get({
      path: '/admin/staff/:id',
      who: 'edit-staff',
      handle: (context) => showPerson(context, context.params.id),
    }),
    post({
      path: '/admin/staff/:id',
      who: 'edit-staff',
      stands: onPage,
      form: scopeForm,
      handle: async (context) => {
        const { deps, form, params } = context
        const fields = fieldsOf((await currentCity(deps)).profile, form)
        if (typeof fields === 'string') return misread(context, fields)
        const outcome = await changePerson(administrationOf(context), params.id, fields)
        return after(context, params.id, outcome)
      },
    }),
    act('close', closePerson),
    act('reopen', reopenPerson),
    act('link', linkPerson),
    act('second-factor', resetPerson),
  ],
}

const misread = (context: StaffContext, word: Word) =>
  refuse(context, context.frame.words[word], { status: 400, faults: faultyFields(word) })

/** A button of one account: what it does is told on that account's page, or as a link. */
function act(
  path: string,
  change: (at: Administration, id: string) => Promise<PersonOutcome | { link: string }>,
) {
  const below: `/admin/staff/:id/${string}` = `/admin/staff/:id/${path}`
  return post({
    path: below,
    who: 'edit-staff',
    stands: onPage,
    handle: async (context) => {
      const { id } = context.params
      const outcome = await change(administrationOf(context), id)
      if (typeof outcome === 'string') return after(context, id, outcome)
      const person = await staffAccount(context.deps, id)
      return showLink(context, person?.email ?? '', outcome.link)
    },
  })
}

async function after(context: StaffContext, id: string, outcome: PersonOutcome): Promise<Response> {
  const { words } = context.frame
  if (outcome === 'missing') return notFound(context)
  if (outcome === 'done') return leadTo(context, `/staff/admin/staff/${id}`, 'staff')
  return refuse(context, outcome === 'self' ? words.ownAccount : words.lastAdministrator)
}

async function showPerson(context: StaffContext, id: string): Promise<Response> {
  const { deps, frame } = context
  const person = await staffAccount(deps, id)
  if (!person) return notFound(context)
  const { profile } = await currentCity(deps)
  const seen = { ...person, has: await hasRequests(deps, id) }
  return show(context, person.name, personPage(frame, profile, seen, formFor(person)))
}

async function showInvite(context: StaffContext): Promise<Response> {
  const { deps, frame } = context
  const { profile } = await currentCity(deps)
  return show(context, frame.words.inviteStaff, invitePage(frame, profile, EMPTY))
}

function showLink(context: StaffContext, email: string, path: string): Promise<Response> {
  const { c, deps, frame } = context
  const link = `${deps.config.publicUrl ?? new URL(c.req.url).origin}${path}`
  const made = { title: frame.words.linkTitle, content: linkPage(frame, email, link) }
  return showOnce(context, '/staff/admin/staff', async () => made)
}

const formFor = ({ name, role, centres, body }: StaffPerson): ScopeForm => ({
  name,
  role,
  centres,
  body: body ?? '',
})

const administrationOf = (context: StaffContext): Administration => ({
  deps: context.deps,
  signIn: context.signIn,
  actor: actorOf(context),
})
