// The link that sets a password once.

import * as z from 'zod'
import { acceptInvite, passwordFault, readInvite } from '../../flows/sign-in/accounts.ts'
import { type Answer, notFound, show } from '../frame/answers.ts'
import type { StaffContext } from '../frame/context.ts'
import { withCookies } from '../frame/cookies.ts'
import { text } from '../frame/form.ts'
import { messagePage } from '../frame/message.ts'
import { get, post } from '../frame/route.ts'
import { askToSignIn, waitWord } from './ask.ts'
import { invitePage, type Message } from './page.ts'

export const inviteRoutes = [
  get({
    path: '/invite/:token',
    who: 'open',
    handle: async (context) => {
      const { token } = context.params
      return whoseLink(context, token, (email) => askForPassword(context, token, email, {}))
    },
  }),
  post({
    path: '/invite/:token',
    who: 'open',
    form: z.object({ password: text, repeat: text }),
    handle: async (context) => {
      const { deps, signIn, form, frame, params } = context
      const { token } = params
      return whoseLink(context, token, async (email) => {
        const fault = passwordFault(form.password, form.repeat, [email])
        if (fault) return askForPassword(context, token, email, { alert: frame.words[fault] })
        if (!(await acceptInvite(deps, signIn, token, form.password))) return gone(context, token)
        // Whoever had the link gets in from here, however much others guess at the account.
        const known = await signIn.rememberDevice(email, context.c.req.raw.headers)
        const asked = await askToSignIn(context, { message: { note: frame.words.passwordSet } })
        return withCookies(asked, known)
      })
    },
  }),
]

/** Goes on with whose link it is; who comes with wrong ones again and again waits. */
async function whoseLink(
  context: StaffContext,
  token: string,
  then: (email: string) => Answer,
): Promise<Response> {
  const { deps, signIn, client, frame } = context
  const seconds = signIn.guesses.wait(client)
  if (seconds > 0) {
    const alert = waitWord(frame.words, seconds * 1000)
    return askToSignIn(context, { message: { alert }, status: 429 })
  }
  const email = await readInvite(deps, signIn, token)
  if (email !== null) return then(email)
  signIn.guesses.wrong(client)
  return gone(context, token)
}

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
