// The routes of signing in and out.

import * as z from 'zod'
import type { SignInOutcome } from '../../flows/sign-in/outcome.ts'
import { type Answer, show } from '../frame/answers.ts'
import type { StaffContext } from '../frame/context.ts'
import { withCookies } from '../frame/cookies.ts'
import { text } from '../frame/form.ts'
import type { Frame } from '../frame/frame.ts'
import { base32, qrSvg } from '../frame/qr.ts'
import { type Feature, get, post } from '../frame/route.ts'
import { askToSignIn, waitWord } from './ask.ts'
import { enter, type Onward } from './entered.ts'
import { inviteRoutes } from './invite-routes.ts'
import { nextOf } from './next.ts'
import { codePage, type Message, recoveryCodesPage, recoveryPage, setUpPage } from './page.ts'
import { typedRoutes } from './typed.ts'

const onward = { next: z.string().optional() }
const codeForm = z.object({ code: text, ...onward })

export const signIn: Feature = {
  routes: [
    get({ path: '/sign-in', who: 'open', handle: (context) => askToSignIn(context) }),
    post({
      path: '/sign-in',
      who: 'open',
      form: z.object({ email: text, password: text, ...onward }),
      handle: async (context) => {
        const { form, client, c } = context
        const from = { client, headers: c.req.raw.headers }
        const result = await context.signIn.password(form.email, form.password, from)
        if (result.outcome === 'in') return enter(context, result, 'sign-in', form)
        if (result.outcome === 'code') {
          const to = `/staff/sign-in/code${query(nextOf(form.next))}`
          return withCookies(context.c.redirect(to, 303), result.cookies)
        }
        const status = statusOf(result)
        const ways = status === 429 ? { hint: context.frame.words.signInWaitWays } : {}
        const message = { alert: wordOf(context.frame, result), ...ways }
        const { next, email } = form
        return askToSignIn(context, { message, status, next, email })
      },
    }),
    get({
      path: '/sign-in/code',
      who: 'open',
      query: z.object(onward),
      handle: (context) => askForCode(context, context.query),
    }),
    post({
      path: '/sign-in/code',
      who: 'open',
      form: codeForm,
      handle: async (context) => {
        const { form, c } = context
        const result = await context.signIn.code(form.code, c.req.raw.headers)
        return afterCode(context, result, 'sign-in', form, (message, status) =>
          askForCode(context, form, message, status),
        )
      },
    }),
    get({
      path: '/sign-in/recovery',
      who: 'open',
      query: z.object(onward),
      handle: (context) => askForRecovery(context, context.query),
    }),
    post({
      path: '/sign-in/recovery',
      who: 'open',
      form: codeForm,
      handle: async (context) => {
        const { form, c } = context
        const result = await context.signIn.recoveryCode(form.code, c.req.raw.headers)
        return afterCode(context, result, 'sign-in-recovery', form, (message, status) =>
          askForRecovery(context, form, message, status),
        )
      },
    }),
    get({ path: '/second-factor', who: 'set-up', handle: (context) => setUp(context, {}) }),
    post({
      path: '/second-factor',
      who: 'set-up',
      form: codeForm,
      handle: async (context) => {
        const { signIn, form, c, frame, staff } = context
        // Once it is in use, a code alone must not show the recovery codes again.
        if ((await signIn.pendingSecret(staff.id)) === null) return c.redirect('/staff', 303)
        const result = await signIn.code(form.code, c.req.raw.headers)
        if (result.outcome !== 'in') return setUp(context, { alert: wordOf(frame, result) })
        const codes = await signIn.recoveryCodes(staff.id)
        const answer = await show(context, frame.words.codesTitle, recoveryCodesPage(frame, codes))
        return withCookies(answer, result.cookies)
      },
    }),
    post({
      path: '/sign-out',
      who: 'set-up',
      handle: async ({ signIn, c }) =>
        withCookies(c.redirect('/staff/sign-in', 303), await signIn.signOut(c.req.raw.headers)),
    }),
    ...typedRoutes,
    ...inviteRoutes,
  ],
}

type Status = 200 | 401 | 429

function askForCode(
  context: StaffContext,
  { next }: Onward,
  message: Message = {},
  status: Status = 200,
): Answer {
  const { frame } = context
  const content = codePage(frame, nextOf(next), message)
  return show(context, frame.words.codeTitle, content, status)
}

function askForRecovery(
  context: StaffContext,
  { next }: Onward,
  message: Message = {},
  status: Status = 200,
): Answer {
  const { frame } = context
  const content = recoveryPage(frame, nextOf(next), message)
  return show(context, frame.words.recoveryTitle, content, status)
}

/** What a typed code of either kind leads to: in, back to the password, or `again` with why. */
function afterCode(
  context: StaffContext,
  result: SignInOutcome,
  action: 'sign-in' | 'sign-in-recovery',
  onward: Onward,
  again: (message: Message, status: Status) => Answer,
): Answer {
  if (result.outcome === 'in') return enter(context, result, action, onward)
  const message = { alert: wordOf(context.frame, result) }
  if (result.outcome === 'restart') return askToSignIn(context, { message, status: 401, ...onward })
  return again(message, statusOf(result))
}

async function setUp(context: StaffContext, message: Message) {
  const { signIn, frame, staff, c } = context
  const secret = await signIn.pendingSecret(staff.id)
  if (secret === null) return c.redirect('/staff', 303)
  const key = base32(new TextEncoder().encode(secret))
  const label = encodeURIComponent(`Lotse:${staff.email}`)
  const qr = qrSvg(`otpauth://totp/${label}?secret=${key}&issuer=Lotse`, frame.words.setUpQr)
  const grouped = key.match(/.{1,4}/g)?.join(' ') ?? key
  return show(context, frame.words.setUpTitle, setUpPage(frame, qr, grouped, message))
}

const statusOf = ({ outcome }: SignInOutcome): 401 | 429 => (outcome === 'wait' ? 429 : 401)

const query = (next: string) => (next === '' ? '' : `?next=${encodeURIComponent(next)}`)

function wordOf(frame: Frame, result: SignInOutcome): string {
  const { words } = frame
  switch (result.outcome) {
    case 'wait':
      return waitWord(words, result.milliseconds)
    case 'restart':
      return words.codeRestart
    case 'wrong':
      return frame.path === '/staff/sign-in' ? words.signInWrong : words.codeWrong
    default:
      return ''
  }
}
