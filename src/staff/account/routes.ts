// The own account.

import * as z from 'zod'
import { STAFF_LANGUAGES } from '../../domain/people/accounts.ts'
import { passwordFault } from '../../flows/sign-in/accounts.ts'
import { withCookies } from '../frame/cookies.ts'
import { oneOf, text } from '../frame/form.ts'
import { showOnce } from '../frame/kept.ts'
import { type Feature, get, post } from '../frame/route.ts'
import type { Word } from '../frame/words.ts'
import { recoveryCodesPage } from '../sign-in/page.ts'
import { askedOf, note, showAccount, told } from './answers.ts'

/** What has just been done, as the page is shown anew. */
const DONE = {
  password: 'passwordChanged',
  passkey: 'passkeyAdded',
  'passkey-name': 'passkeyRenamed',
  'passkey-gone': 'passkeyRemoved',
  calendar: 'calendarEnded',
  sessions: 'otherSessionsEnded',
} as const satisfies Record<string, Word>
const isDone = (done: string): done is keyof typeof DONE => Object.hasOwn(DONE, done)

export const account: Feature = {
  routes: [
    get({
      path: '/account',
      who: 'member',
      query: z.object({ done: text }),
      handle: (context) => {
        const { frame, query } = context
        const done = isDone(query.done) ? frame.words[DONE[query.done]] : undefined
        return showAccount(context, done === undefined ? {} : { note: done })
      },
    }),
    post({
      path: '/account',
      who: 'member',
      stands: () => '/account',
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
        const { c, signIn, form, frame, staff } = context
        const { current, password, repeat } = form
        const fault = passwordFault(password, repeat, [staff.email, staff.name])
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
          const made = { title: frame.words.codesTitle, content: recoveryCodesPage(frame, codes) }
          const answer = await showOnce(context, '/staff/account', async () => made)
          return withCookies(answer, cookies)
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
        return context.c.redirect('/staff/account?done=sessions', 303)
      },
    }),
  ],
}
