// The routes of signing in through the city's identity provider.

import * as z from 'zod'
import type { ProviderFault } from '../../domain/people/provider-faults.ts'
import { isOfPerson } from '../../flows/sign-in/provider-sign-in.ts'
import { notFound } from '../frame/answers.ts'
import type { StaffContext } from '../frame/context.ts'
import { withCookies } from '../frame/cookies.ts'
import { type Feature, get } from '../frame/route.ts'
import type { Word } from '../frame/words.ts'
import { askToSignIn, waitWord } from './ask.ts'
import { nextOf } from './next.ts'

const FAULT_WORDS = {
  unknown: 'providerUnknown',
  unverified: 'providerUnverified',
  closed: 'providerUnknown',
  factor: 'providerFactor',
  'no-email': 'providerNoEmail',
  state: 'providerState',
  declined: 'providerDeclined',
  provider: 'providerFault',
  'server-error': 'providerServerError',
  unavailable: 'providerUnavailable',
  scope: 'providerScope',
  client: 'providerClient',
  request: 'providerRequest',
  'no-token': 'providerNoToken',
  issuer: 'providerIssuer',
  audience: 'providerAudience',
  party: 'providerParty',
  nonce: 'providerNonce',
  expired: 'providerExpired',
  signature: 'providerSignature',
} as const satisfies Record<ProviderFault, Word>

export const provider: Feature = {
  routes: [
    // By a link: the policy on forms lets none lead to another address, and this one does.
    get({
      path: '/sign-in/provider',
      who: 'open',
      query: z.object({ next: z.string().optional() }),
      handle: async (context) => {
        const { c, client, signIn, frame, query } = context
        if (!signIn.provider) return notFound(context)
        const way = await signIn.provider.start(nextOf(query.next), client)
        if (way) return withCookies(c.redirect(way.url, 303), way.cookies)
        const fault = frame.words.say('providerFault', { provider: signIn.provider.name })
        return refuse(context, fault, 503)
      },
    }),
    get({
      path: '/auth/callback/oidc',
      who: 'open',
      // What stands in it is the provider's, for better-auth to read.
      query: z.record(z.string(), z.string()),
      handle: async (context) => {
        const { c, signIn, client, frame, query } = context
        if (!signIn.provider) return notFound(context)
        const found = await signIn.provider.finish(query, c.req.raw.headers, client)
        if (found.outcome === 'in') return withCookies(c.redirect(found.next, 303), found.cookies)
        if (found.outcome === 'wait') {
          return refuse(context, waitWord(frame.words, found.milliseconds), 429)
        }
        const text = frame.words.say(FAULT_WORDS[found.fault], { provider: signIn.provider.name })
        return refuse(context, text, isOfPerson(found.fault) ? 401 : 503)
      },
    }),
  ],
}

function refuse(context: StaffContext, alert: string, status: 401 | 429 | 503) {
  return askToSignIn(context, { message: { alert }, status })
}
