// The routes of signing in through the city's identity provider.

import type { ProviderFault } from '../../domain/people/audit.ts'
import { notFound, withCookies } from '../frame/answers.ts'

import type { StaffContext, StaffRoute } from '../frame/route.ts'
import type { Word } from '../frame/words.ts'
import { askToSignIn, nextOf, waitWord } from './routes.ts'

const FAULT_WORDS = {
  unknown: 'providerUnknown',
  unverified: 'providerUnverified',
  closed: 'providerUnknown',
  factor: 'providerFactor',
  state: 'providerState',
  declined: 'providerDeclined',
  provider: 'providerFault',
} as const satisfies Record<ProviderFault, Word>

export const providerRoutes: readonly StaffRoute[] = [
  {
    // By a link: the policy on forms lets none lead to another address, and this one does.
    method: 'get',
    path: '/sign-in/provider',
    who: 'open',
    handle: async (context) => {
      const { c, client, signIn, frame } = context
      if (!signIn.provider) return notFound(context)
      const way = await signIn.provider.start(nextOf(c.req.query('next')), client)
      if (!way)
        return refuse(
          context,
          frame.words.say('providerFault', { provider: signIn.provider.name }),
          503,
        )
      return withCookies(c.redirect(way.url, 303), way.cookies)
    },
  },
  {
    method: 'get',
    path: '/auth/callback/oidc',
    who: 'open',
    handle: async (context) => {
      const { c, signIn, client, frame } = context
      if (!signIn.provider) return notFound(context)
      const found = await signIn.provider.finish(c.req.query(), c.req.raw.headers, client)
      if (found.outcome === 'in') return withCookies(c.redirect(found.next, 303), found.cookies)
      if (found.outcome === 'wait') {
        return refuse(context, waitWord(frame.words, found.milliseconds), 429)
      }
      const text = frame.words.say(FAULT_WORDS[found.fault], { provider: signIn.provider.name })
      return refuse(context, text, found.fault === 'provider' ? 503 : 401)
    },
  },
]

function refuse(context: StaffContext, text: string, status: 401 | 429 | 503) {
  return askToSignIn(context, { alert: text }, status)
}
