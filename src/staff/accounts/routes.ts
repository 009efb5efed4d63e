// Accounts in the hands of administrators.

import { asStaffLanguage, type StaffPerson } from '../../domain/people/accounts.ts'
import { currentCity } from '../../flows/city.ts'
import { staffAccount, staffAccounts } from '../../flows/sign-in/accounts.ts'
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
import { notFound, show } from '../frame/answers.ts'
import type { StaffContext, StaffRoute } from '../frame/route.ts'
import { fieldsOf, formOf, type ScopeForm } from '../frame/scope-form.ts'
import type { Word } from '../frame/words.ts'
import { callerOf } from '../record/routes-care.ts'
import { invitePage, linkPage, type Message, peoplePage, personPage } from './page.ts'

const EMPTY: ScopeForm = { name: '', role: 'counsellor', centres: [], body: '' }

const EMAIL = /^[^\s@<>"]{1,100}@[^\s@<>"]{1,100}\.[^\s@<>"]{2,}$/

export const peopleRoutes: readonly StaffRoute[] = [
  {
    method: 'get',
    path: '/admin/staff',
    who: 'edit-staff',
    handle: async (context) => {
      const { deps, frame } = context
      const people = await staffAccounts(deps)
      const { profile } = await currentCity(deps)
      return show(context, frame.words.navStaff, peoplePage(frame, profile, people))
    },
  },
  {
    method: 'get',
    path: '/admin/staff/new',
    who: 'edit-staff',
    handle: (context) => showInvite(context, { ...EMPTY, email: '' }, {}),
  },
  {
    method: 'post',
    path: '/admin/staff',
    who: 'edit-staff',
    handle: async (context) => {
      const { deps, form, frame } = context
      const { words } = frame
      const email = (form['email'] ?? '').trim().toLowerCase()
      const typed = formOf(form)
      const again = (word: Word) => showInvite(context, { ...typed, email }, { alert: words[word] })
      const fields = fieldsOf((await currentCity(deps)).profile, typed)
      if (!EMAIL.test(email)) return again('emailMisread')
      if (typeof fields === 'string') return again(fields)
      const language = asStaffLanguage(form['language'])
      const link = await invitePerson(administrationOf(context), { ...fields, email, language })
      return link === null ? again('emailTaken') : showLink(context, email, link)
    },
  },
  {
    method: 'get',
    path: '/admin/staff/:id',
    who: 'edit-staff',
    handle: (context) => showPerson(context, {}),
  },
  {
    method: 'post',
    path: '/admin/staff/:id',
    who: 'edit-staff',
    handle: async (context) => {
      const { deps, form, frame } = context
      const typed = formOf(form)
      const fields = fieldsOf((await currentCity(deps)).profile, typed)
      if (typeof fields === 'string') {
        return showPerson(context, { alert: frame.words[fields] }, 400, typed)
      }
      return after(context, await changePerson(administrationOf(context), idOf(context), fields))
    },
  },
  act('close', closePerson),
  act('reopen', reopenPerson),
  act('link', linkPerson),
  act('second-factor', resetPerson),
]

/** A button of one account: what it does is told on that account's page, or as a link. */
function act(
  path: string,
  change: (at: Administration, id: string) => Promise<PersonOutcome | { link: string }>,
): StaffRoute {
  return {
    method: 'post',
    path: `/admin/staff/:id/${path}`,
    who: 'edit-staff',
    handle: async (context) => {
      const outcome = await change(administrationOf(context), idOf(context))
      if (typeof outcome === 'string') return after(context, outcome)
      const person = await staffAccount(context.deps, idOf(context))
      return showLink(context, person?.email ?? '', outcome.link)
    },
  }
}

async function after(context: StaffContext, outcome: PersonOutcome): Promise<Response> {
  const { words } = context.frame
  if (outcome === 'missing') return notFound(context)
  if (outcome === 'done') return showPerson(context, { note: words.staffChanged })
  const alert = outcome === 'self' ? words.ownAccount : words.lastAdministrator
  return showPerson(context, { alert }, 409)
}

async function showPerson(
  context: StaffContext,
  message: Message,
  status: 200 | 400 | 409 = 200,
  typed?: ScopeForm,
): Promise<Response> {
  const { deps, frame } = context
  const person = await staffAccount(deps, idOf(context))
  if (!person) return notFound(context)
  const { profile } = await currentCity(deps)
  const content = personPage(frame, profile, person, typed ?? formFor(person), message)
  return show(context, person.name, content, status)
}

async function showInvite(
  context: StaffContext,
  form: ScopeForm & { email: string },
  message: Message,
): Promise<Response> {
  const { deps, frame } = context
  const { profile } = await currentCity(deps)
  const content = invitePage(frame, profile, form, message)
  return show(context, frame.words.inviteStaff, content, message.alert ? 400 : 200)
}

function showLink(context: StaffContext, email: string, path: string) {
  const { c, deps, frame } = context
  const link = `${deps.config.publicUrl ?? new URL(c.req.url).origin}${path}`
  return show(context, frame.words.linkTitle, linkPage(frame, email, link))
}

const formFor = ({ name, role, centres, body }: StaffPerson): ScopeForm => ({
  name,
  role,
  centres,
  body: body ?? '',
})

const idOf = ({ c }: StaffContext): string => c.req.param('id') ?? ''

const administrationOf = (context: StaffContext): Administration => ({
  deps: context.deps,
  signIn: context.signIn,
  caller: callerOf(context),
})
