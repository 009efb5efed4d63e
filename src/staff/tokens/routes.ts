// Tokens in the hands of administrators.

import { addDays, dateOf } from '../../domain/calendar/wall-clock.ts'
import { currentCity } from '../../flows/city.ts'
import { noteDown } from '../../flows/staff/caller.ts'
import { makeToken, tokenId } from '../../flows/staff/tokens.ts'
import { notFound, show } from '../frame/answers.ts'
import { dayBegins, readDate } from '../frame/dates.ts'
import type { StaffContext, StaffRoute } from '../frame/route.ts'
import { fieldsOf, formOf } from '../frame/scope-form.ts'
import type { Word } from '../frame/words.ts'
import { callerOf } from '../record/routes-care.ts'
import { TOKEN_ROLES, type TokenForm, tokenPage, tokensPage } from './page.ts'

const A_YEAR = 365
const LONGEST = 2 * A_YEAR

export const tokenRoutes: readonly StaffRoute[] = [
  {
    method: 'get',
    path: '/admin/tokens',
    who: 'edit-tokens',
    handle: (context) => {
      const until = addDays(dateOf(context.deps.clock.now()), A_YEAR)
      return showTokens(context, { name: '', role: 'lead', centres: [], body: '', until })
    },
  },
  {
    method: 'post',
    path: '/admin/tokens',
    who: 'edit-tokens',
    handle: async (context) => {
      const { deps, form, frame } = context
      const typed = { ...formOf(form), until: form['until'] ?? '' }
      const wish = fieldsOf((await currentCity(deps)).profile, typed)
      if (typeof wish === 'string') return showTokens(context, typed, wish)
      if (!TOKEN_ROLES.includes(wish.role)) return showTokens(context, typed, 'formMisread')
      const expiresAt = endOf(typed.until, deps.clock.now())
      if (expiresAt === null) return showTokens(context, typed, 'untilMisread')
      const token = await makeToken(deps, { ...wish, expiresAt })
      const about = { subject: tokenId(token), centre: null }
      await noteDown(deps, callerOf(context), 'create-token', about)
      return show(context, frame.words.newToken, tokenPage(frame, wish.name, token))
    },
  },
  {
    method: 'post',
    path: '/admin/tokens/:id/revoke',
    who: 'edit-tokens',
    handle: async (context) => {
      const { c, deps } = context
      const id = c.req.param('id') ?? ''
      const ended = await deps.store.staff.tokens.revoke(id, deps.clock.now())
      const about = { subject: ended ? id : null, centre: null, refused: !ended }
      await noteDown(deps, callerOf(context), 'revoke-token', about)
      return ended ? c.redirect('/staff/admin/tokens', 303) : notFound(context)
    },
  },
]

async function showTokens(context: StaffContext, form: TokenForm, bad?: Word) {
  const { deps, frame } = context
  const { profile } = await currentCity(deps)
  const tokens = await deps.store.staff.tokens.list()
  const alert = bad && frame.words[bad]
  const content = tokensPage(frame, profile, tokens, deps.clock.now(), form, alert)
  return show(context, frame.words.navTokens, content, bad ? 400 : 200)
}

/** The end of the last day (epoch ms); `null` unless it lies in the coming two years. */
function endOf(until: string, now: number): number | null {
  const day = readDate(until)
  const today = dateOf(now)
  if (!day || day < today || day > addDays(today, LONGEST)) return null
  return dayBegins(addDays(day, 1))
}
