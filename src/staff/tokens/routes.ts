// Tokens in the hands of administrators.

import * as z from 'zod'
import { addDays, dateOf } from '../../domain/calendar/wall-clock.ts'
import { TOKEN_ROLES, tokenEnd } from '../../domain/people/tokens.ts'
import { currentCity } from '../../flows/city.ts'
import { createToken, revokeToken, tokenList } from '../../flows/staff/tokens.ts'
import { notFound, refuse, show } from '../frame/answers.ts'
import { actorOf, type StaffContext } from '../frame/context.ts'
import { day, drawnId } from '../frame/form.ts'
import { showOnce } from '../frame/kept.ts'
import { type Feature, get, post } from '../frame/route.ts'
import { leadTo } from '../frame/said.ts'
import { faultyFields, fieldsOf, scopeForm } from '../frame/scope-form.ts'
import type { Word } from '../frame/words.ts'
import { type TokenForm, tokenPage, tokensPage } from './page.ts'

const A_YEAR = 365

const onPage = () => '/admin/tokens' as const

export const tokens: Feature = {
  link: { href: '/staff/admin/tokens', word: 'navTokens', action: 'edit-tokens' },
  routes: [
    get({
      path: '/admin/tokens',
      who: 'edit-tokens',
      handle: (context) => {
        const until = addDays(dateOf(context.deps.clock.now()), A_YEAR)
        return showTokens(context, { name: '', role: '', centres: [], body: '', until })
      },
    }),
    post({
      path: '/admin/tokens',
      who: 'edit-tokens',
      stands: onPage,
      form: scopeForm.and(z.object({ until: day, id: drawnId })),
      handle: async (context) => {
        const { deps, form, frame } = context
        const wish = fieldsOf((await currentCity(deps)).profile, form)
        if (typeof wish === 'string') return misread(context, wish)
        if (!TOKEN_ROLES.includes(wish.role)) return misread(context, 'formMisread')
        const { until } = form
        const expiresAt = until === null ? null : tokenEnd(until, deps.clock.now())
        if (expiresAt === null) return misread(context, 'untilMisread')
        const make = async () => {
          const token = await createToken(deps, actorOf(context), { ...wish, expiresAt })
          return { title: frame.words.newToken, content: tokenPage(frame, wish.name, token) }
        }
        return showOnce(context, '/staff/admin/tokens', make, form.id)
      },
    }),
    post({
      path: '/admin/tokens/:id/revoke',
      who: 'edit-tokens',
      stands: onPage,
      handle: async (context) => {
        const { deps, params } = context
        const ended = await revokeToken(deps, actorOf(context), params.id)
        return ended ? leadTo(context, '/staff/admin/tokens', 'token-ended') : notFound(context)
      },
    }),
  ],
}

const misread = (context: StaffContext, word: Word) =>
  refuse(context, context.frame.words[word], { status: 400, faults: faultyFields(word) })

async function showTokens(context: StaffContext, form: TokenForm) {
  const { deps, frame } = context
  const { profile } = await currentCity(deps)
  const now = deps.clock.now()
  const drawn = { ...form, id: deps.newId() }
  const content = tokensPage(frame, profile, await tokenList(deps), now, drawn)
  return show(context, frame.words.navTokens, content)
}
