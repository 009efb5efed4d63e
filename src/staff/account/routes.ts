// The own account.

import * as z from 'zod'
import { STAFF_LANGUAGES } from '../../domain/people/accounts.ts'
import type { AuditAction } from '../../domain/people/audit.ts'
import { currentCity } from '../../flows/city.ts'
import { passwordFault } from '../../flows/sign-in/accounts.ts'
import type { OwnChange } from '../../flows/sign-in/own-account.ts'
import { noteDown } from '../../flows/staff/actor.ts'
import { show, withCookies } from '../frame/answers.ts'
import { actorOf, type StaffContext } from '../frame/context.ts'
import { oneOf, text } from '../frame/form.ts'
import { type Feature, get, post } from '../frame/route.ts'
import { waitWord } from '../sign-in/ask.ts'
import { recoveryCodesPage } from '../sign-in/page.ts'
import { type AccountMessage, accountPage } from './page.ts'

export const account: Feature = {
  routes: [
    get({
      path: '/account',
      who: 'member',
      query: z.object({ done: text }),
      handle: (context) => {
        const { frame, query } = context
        const note = { note: frame.words.passwordChanged }
        return showAccount(context, query.done === 'password' ? note : {})
      },
    }),
    post({
      path: '/account',
      who: 'member',
      form: z.object({ language: oneOf(STAFF_LANGUAGES) }),
      handle: async ({ c, signIn, form, staff }) => {
        await signIn.setLanguage(staff.id, form.language)
        return c.redirect('/staff/account', 303)
      },
    }),
    post({
      path: '/account/password',
      who: 'member',
      form: z.object({ current: text, password: text, repeat: text }),
      handle: async (context) => {
        const { c, signIn, form, frame } = context
        const { current, password, repeat } = form
        const fault = passwordFault(password, repeat)
        if (fault) return showAccount(context, { alert: frame.words[fault] }, 400)
        const changed = await signIn.own.changePassword(askedOf(context), current, password)
        // Shown anew, since its forms have to be the new session's.
        return told(context, 'change-password', changed, (cookies) =>
          withCookies(c.redirect('/staff/account?done=password', 303), cookies),
        )
      },
    }),
    post({
      path: '/account/codes',
      who: 'member',
      form: z.object({ current: text }),
      handle: async (context) => {
        const { signIn, form, frame } = context
        const changed = await signIn.own.newCodes(askedOf(context), form.current)
        return told(context, 'new-recovery-codes', changed, async (cookies, codes) => {
          const content = recoveryCodesPage(frame, codes)
          return withCookies(await show(context, frame.words.codesTitle, content), cookies)
        })
      },
    }),
    post({
      path: '/account/second-factor',
      who: 'member',
      form: z.object({ current: text, code: text }),
      handle: async (context) => {
        const { c, signIn, form } = context
        const changed = await signIn.own.replaceFactor(askedOf(context), form.current, form.code)
        return told(context, 'replace-second-factor', changed, (cookies) =>
          withCookies(c.redirect('/staff/second-factor', 303), cookies),
        )
      },
    }),
    post({
      path: '/account/sessions',
      who: 'member',
      handle: async (context) => {
        await context.signIn.own.endOthers(askedOf(context))
        await note(context, 'end-other-sessions', false)
        return showAccount(context, { note: context.frame.words.otherSessionsEnded })
      },
    }),
  ],
}

const askedOf = ({ c, staff }: StaffContext) => ({ staffId: staff.id, headers: c.req.raw.headers })

const note = (context: StaffContext, action: AuditAction, refused: boolean) =>
  noteDown(context.deps, actorOf(context), action, {
    subject: context.staff.id,
    centre: null,
    refused,
  })

async function told(
  context: StaffContext,
  action: AuditAction,
  changed: OwnChange,
  then: (cookies: readonly string[], codes: readonly string[]) => Response | Promise<Response>,
): Promise<Response> {
  const { words } = context.frame
  if (changed.outcome === 'wait') {
    return showAccount(context, { alert: waitWord(words, changed.milliseconds) }, 429)
  }
  await note(context, action, changed.outcome === 'wrong')
  if (changed.outcome === 'wrong') return showAccount(context, { alert: words.proofWrong }, 401)
  return then(changed.cookies, changed.codes ?? [])
}

async function showAccount(
  context: StaffContext,
  message: AccountMessage,
  status: 200 | 400 | 401 | 429 = 200,
): Promise<Response> {
  const { deps, frame, staff, proof } = context
  const { profile } = await currentCity(deps)
  const centres = profile.centres
    .filter(({ id }) => staff.centres.includes(id))
    .map(({ name }) => name)
  const body = profile.bodies?.find(({ id }) => id === staff.body)?.name ?? null
  const content = accountPage(frame, { staff, proof, centres, body }, message)
  return show(context, frame.words.account, content, status)
}
