// Asking to sign in, and where to go afterwards.

import { type Answer, show } from '../frame/answers.ts'
import type { StaffContext } from '../frame/context.ts'
import { runsScript } from '../frame/headers.ts'
import type { Words } from '../frame/words.ts'
import { isTyped, nextOf } from './next.ts'
import { type Message, signInPage } from './page.ts'

/** What the sign-in page says; `next` is where to go afterwards, `email` the address as it was entered. */
export type Asking = {
  message?: Message
  status?: 200 | 401 | 403 | 429 | 503
  next?: string | undefined
  email?: string
}

/** The sign-in page; a stranger gets it in place of whatever they asked for. */
export function askToSignIn(context: StaffContext, asking: Asking = {}): Answer {
  const { c, signIn } = context
  runsScript(c, 'asked')
  const { message = {}, status = 200, email } = asking
  const asked = status === 401 ? c.req.path + new URL(c.req.url).search : ''
  const next = nextOf(asking.next ?? c.req.query('next') ?? asked)
  const { words, staff } = context.frame
  // Somebody else is in meanwhile: the page is for whoever has typed it.
  const isOther = isTyped(next) && staff !== null
  const frame = isOther ? { ...context.frame, staff: null } : context.frame
  const told = isOther
    ? { alert: words.typedOther }
    : isTyped(next)
      ? { note: words.typedKept }
      : {}
  const provider = signIn.provider?.name ?? null
  const content = signInPage(frame, { next, provider, email }, { ...told, ...message })
  return show({ ...context, frame }, words.signInTitle, content, status)
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
