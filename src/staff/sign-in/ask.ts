// Asking to sign in, and where to go afterwards.

import { type Answer, show } from '../frame/answers.ts'
import type { StaffContext } from '../frame/context.ts'
import { runsScript } from '../frame/headers.ts'
import type { Words } from '../frame/words.ts'
import { type Message, signInPage } from './page.ts'

/**
 * What the sign-in page says; `next` is where to go afterwards, `email` the address as it was entered, `typed` what
 * somebody had typed elsewhere, sealed.
 */
export type Asking = {
  message?: Message
  status?: 200 | 401 | 403 | 429 | 503
  next?: string | undefined
  email?: string
  typed?: string | undefined
}

/** The sign-in page; a stranger gets it in place of whatever they asked for. */
export function askToSignIn(context: StaffContext, asking: Asking = {}): Answer {
  const { frame, c, signIn } = context
  runsScript(c, 'asked')
  const { message = {}, status = 200, email, typed = '' } = asking
  const asked = status === 401 ? c.req.path + new URL(c.req.url).search : ''
  const next = nextOf(asking.next ?? c.req.query('next') ?? asked)
  const provider = signIn.provider?.name ?? null
  const content = signInPage(frame, { next, provider, email, typed }, message)
  return show(context, frame.words.signInTitle, content, status)
}

/** How many bytes a form on the way in may have: what was typed elsewhere comes along, sealed. */
export const LARGEST_ENTRY = 512 * 1024

const OWN_PAGE = /^\/staff(\/[\w\-./]*)?(\?[\w\-.~%&=+:]*)?$/

/** Only pages of our own, so that a link cannot send anybody elsewhere after signing in. */
export function nextOf(path: string | undefined): string {
  if (!path || !OWN_PAGE.test(path) || path.includes('..')) return ''
  return /^\/staff\/(sign-|invite\/|auth\/)/.test(path) ? '' : path
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
