// Asking to sign in, and where to go afterwards.

import { type Answer, show } from '../frame/answers.ts'
import type { StaffContext } from '../frame/context.ts'
import { runsScript } from '../frame/headers.ts'
import type { Words } from '../frame/words.ts'
import { type Message, signInPage } from './page.ts'

/** What the sign-in page says; `next` is where to go afterwards, `typed` the address as it was entered. */
type Asking = {
  message?: Message
  status?: 200 | 401 | 429 | 503
  next?: string | undefined
  typed?: string
}

/** The sign-in page; a stranger gets it in place of whatever they asked for. */
export function askToSignIn(context: StaffContext, asking: Asking = {}): Answer {
  const { frame, c, signIn } = context
  runsScript(c)
  const { message = {}, status = 200, typed } = asking
  const next = nextOf(asking.next ?? c.req.query('next') ?? (status === 401 ? c.req.path : ''))
  const provider = signIn.provider?.name ?? null
  const content = signInPage(frame, { next, provider, typed }, message)
  return show(context, frame.words.signInTitle, content, status)
}

/** Only pages of our own, so that a link cannot send anybody elsewhere after signing in. */
export function nextOf(path: string | undefined): string {
  if (!path || !/^\/staff(\/[\w\-./]*)?$/.test(path) || path.includes('..')) return ''
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
