// The link that sets a password once.

import * as z from 'zod'
import { acceptInvite, passwordFault, readInvite } from '../../flows/sign-in/accounts.ts'
import { type Answer, notFound, show } from '../frame/answers.ts'
import type { StaffContext } from '../frame/context.ts'
import { text } from '../frame/form.ts'
import { messagePage } from '../frame/message.ts'
import { get, post } from '../frame/route.ts'
import { askToSignIn } from './ask.ts'
import { invitePage, type Message } from './page.ts'

export const inviteRoutes = [
  get({
    path: '/invite/:token',
    who: 'open',
    handle: async (context) => {
      const { token } = context.params
      const email = await readInvite(context.deps, context.signIn, token)
      return email === null ? gone(context, token) : askForPassword(context, token, email, {})
    },
  }),
  post({
    path: '/invite/:token',
    who: 'open',
    form: z.object({ password: text, repeat: text }),
    handle: async (context) => {
      const { deps, signIn, form, frame, params } = context
      const { token } = params
      const email = await readInvite(deps, signIn, token)
      if (email === null) return gone(context, token)
      const fault = passwordFault(form.password, form.repeat)
      if (fault) return askForPassword(context, token, email, { alert: frame.words[fault] })
      if (!(await acceptInvite(deps, signIn, token, form.password))) return gone(context, token)
      return askToSignIn(context, { message: { note: frame.words.passwordSet } })
    },
  }),
]

function askForPassword(
  context: StaffContext,
  token: string,
  email: string,
  message: Message,
): Answer {
  const { frame } = context
  return show(context, frame.words.inviteTitle, invitePage(frame, token, email, message))
}

function gone(context: StaffContext, token: string): Answer {
  const { words } = context.frame
  if (!/^[0-9a-f]{64}$/.test(token)) return notFound(context)
  return show(context, words.inviteTitle, messagePage(words.inviteTitle, words.inviteGone), 404)
}
