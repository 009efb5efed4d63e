// The routes of signing in and out.

import { acceptInvite, passwordFault, readInvite } from '../../flows/sign-in/accounts.ts'
import type { SignInOutcome } from '../../flows/sign-in/sign-in.ts'
import { noteDown } from '../../flows/staff/caller.ts'
import { notFound, show, withCookies } from '../frame/answers.ts'
import type { Frame } from '../frame/frame.ts'
import { messagePage } from '../frame/message.ts'
import { base32, qrSvg } from '../frame/qr.ts'
import type { StaffContext, StaffRoute } from '../frame/route.ts'
import type { Words } from '../frame/words.ts'
import {
  codePage,
  invitePage,
  type Message,
  recoveryCodesPage,
  recoveryPage,
  setUpPage,
  signInPage,
} from './page.ts'

export const signInRoutes: readonly StaffRoute[] = [
  { method: 'get', path: '/sign-in', who: 'open', handle: (context) => askToSignIn(context, {}) },
  {
    method: 'post',
    path: '/sign-in',
    who: 'open',
    handle: async (context) => {
      const { signIn, form, client } = context
      const result = await signIn.password(form['email'] ?? '', form['password'] ?? '', client)
      if (result.outcome === 'in') return enter(context, result, 'sign-in')
      if (result.outcome === 'code') {
        const answer = context.c.redirect(`/staff/sign-in/code${query(nextOf(form['next']))}`, 303)
        return withCookies(answer, result.cookies)
      }
      return askToSignIn(context, { alert: wordOf(context.frame, result) }, 401)
    },
  },
  {
    method: 'get',
    path: '/sign-in/code',
    who: 'open',
    handle: (context) => askForCode(context, nextOf(context.c.req.query('next'))),
  },
  {
    method: 'post',
    path: '/sign-in/code',
    who: 'open',
    handle: async (context) => {
      const result = await context.signIn.code(
        context.form['code'] ?? '',
        context.c.req.raw.headers,
      )
      if (result.outcome === 'in') return enter(context, result, 'sign-in')
      const message = { alert: wordOf(context.frame, result) }
      if (result.outcome === 'restart') return askToSignIn(context, message, 401)
      return askForCode(context, nextOf(context.form['next']), message)
    },
  },
  {
    method: 'get',
    path: '/sign-in/recovery',
    who: 'open',
    handle: (context) =>
      show(context, context.frame.words.recoveryTitle, recoveryPage(context.frame, {})),
  },
  {
    method: 'post',
    path: '/sign-in/recovery',
    who: 'open',
    handle: async (context) => {
      const { signIn, form, c, frame } = context
      const result = await signIn.recoveryCode(form['code'] ?? '', c.req.raw.headers)
      if (result.outcome === 'in') return enter(context, result, 'sign-in-recovery')
      const message = { alert: wordOf(frame, result) }
      if (result.outcome === 'restart') return askToSignIn(context, message, 401)
      return show(context, frame.words.recoveryTitle, recoveryPage(frame, message), 401)
    },
  },
  { method: 'get', path: '/second-factor', who: 'set-up', handle: (context) => setUp(context, {}) },
  {
    method: 'post',
    path: '/second-factor',
    who: 'set-up',
    handle: async (context) => {
      const { signIn, form, c, frame, staff } = context
      // Once it is in use, a code alone must not show the recovery codes again.
      if ((await signIn.pendingSecret(staff.id)) === null) return c.redirect('/staff', 303)
      const result = await signIn.code(form['code'] ?? '', c.req.raw.headers)
      if (result.outcome !== 'in') return setUp(context, { alert: wordOf(frame, result) })
      const codes = await signIn.recoveryCodes(staff.id)
      const answer = await show(context, frame.words.codesTitle, recoveryCodesPage(frame, codes))
      return withCookies(answer, result.cookies)
    },
  },
  {
    method: 'post',
    path: '/sign-out',
    who: 'set-up',
    handle: async ({ signIn, c }) =>
      withCookies(c.redirect('/staff/sign-in', 303), await signIn.signOut(c.req.raw.headers)),
  },
  {
    method: 'get',
    path: '/invite/:token',
    who: 'open',
    handle: async (context) => {
      const token = context.c.req.param('token') ?? ''
      const email = await readInvite(context.deps, context.signIn, token)
      return email === null ? inviteGone(context) : askForPassword(context, token, email, {})
    },
  },
  {
    method: 'post',
    path: '/invite/:token',
    who: 'open',
    handle: async (context) => {
      const { c, deps, signIn, form, frame } = context
      const token = c.req.param('token') ?? ''
      const email = await readInvite(deps, signIn, token)
      if (email === null) return inviteGone(context)
      const password = form['password'] ?? ''
      const fault = passwordFault(password, form['repeat'] ?? '')
      if (fault) return askForPassword(context, token, email, { alert: frame.words[fault] })
      if (!(await acceptInvite(deps, signIn, token, password))) return inviteGone(context)
      return askToSignIn(context, { note: frame.words.passwordSet })
    },
  },
]

/** The sign-in page; a stranger gets it in place of whatever they asked for. */
export function askToSignIn(
  context: StaffContext,
  message: Message,
  status: 200 | 401 | 429 | 503 = 200,
) {
  const { frame, form, c, signIn } = context
  const next = nextOf(form['next'] ?? c.req.query('next') ?? (status === 401 ? c.req.path : ''))
  const provider = signIn.provider?.name ?? null
  const content = signInPage(frame, { next, provider, typed: form['email'] }, message)
  return show(context, frame.words.signInTitle, content, status)
}

function askForCode(context: StaffContext, next: string, message: Message = {}) {
  const { frame } = context
  const status = message.alert ? 401 : 200
  return show(context, frame.words.codeTitle, codePage(frame, next, message), status)
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

function askForPassword(context: StaffContext, token: string, email: string, message: Message) {
  const { frame } = context
  return show(context, frame.words.inviteTitle, invitePage(frame, token, email, message))
}

function inviteGone(context: StaffContext) {
  const { words } = context.frame
  if (!/^[0-9a-f]{64}$/.test(context.c.req.param('token') ?? '')) return notFound(context)
  return show(context, words.inviteTitle, messagePage(words.inviteTitle, words.inviteGone), 404)
}

async function enter(
  { c, client, deps, form }: StaffContext,
  { staffId, cookies }: { staffId: string; cookies: readonly string[] },
  action: 'sign-in' | 'sign-in-recovery',
): Promise<Response> {
  await noteDown(deps, { id: staffId, client }, action, { subject: null, centre: null })
  return withCookies(c.redirect(nextOf(form['next']) || '/staff', 303), cookies)
}

/** Only pages of our own, so that a link cannot send anybody elsewhere after signing in. */
export function nextOf(path: string | undefined): string {
  if (!path || !/^\/staff(\/[\w\-./]*)?$/.test(path) || path.includes('..')) return ''
  return /^\/staff\/(sign-|invite\/|auth\/)/.test(path) ? '' : path
}

const query = (next: string) => (next === '' ? '' : `?next=${encodeURIComponent(next)}`)

function wordOf(frame: Frame, result: SignInOutcome): string {
  const { words } = frame
  switch (result.outcome) {
    case 'wait':
      return waitWord(words, result.milliseconds)
    case 'locked':
      return words.codeLocked
    case 'restart':
      return words.codeRestart
    case 'wrong':
      return frame.path === '/staff/sign-in' ? words.signInWrong : words.codeWrong
    default:
      return ''
  }
}

/** How long to wait, in seconds or minutes. */
export function waitWord(words: Words, milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000)
  const [word, count] =
    seconds < 100
      ? (['seconds', seconds] as const)
      : (['minutes', Math.ceil(seconds / 60)] as const)
  return words.say('signInWait', { wait: words.say(word, { count }) })
}
