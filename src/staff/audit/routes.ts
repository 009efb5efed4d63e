// The audit, a page at a time, and whether its chain holds.

import * as z from 'zod'
import type { ChainVerdict } from '../../domain/people/audit.ts'
import { INSPECTION_REASONS } from '../../domain/people/oversight.ts'
import { currentCity } from '../../flows/city.ts'
import { askInspection } from '../../flows/staff/inspections.ts'
import { followChain, readAudit } from '../../flows/staff/read-audit.ts'
import { refuse, show } from '../frame/answers.ts'
import { actorOf } from '../frame/context.ts'
import { day, reference, text } from '../frame/form.ts'
import type { Frame } from '../frame/frame.ts'
import { type Feature, get, post } from '../frame/route.ts'
import { auditPage } from './page.ts'
import { FAULT_WORDS } from './terms.ts'

const before = z.coerce.number().transform((id) => Math.floor(id) || null)

export const audit: Feature = {
  link: { href: '/staff/audit', word: 'navAudit', action: 'ask-inspection' },
  routes: [
    get({
      path: '/audit',
      who: 'see-audit',
      query: z.object({
        ref: reference,
        who: text,
        day,
        before: before.catch(null).default(null),
        check: text,
        from: before.catch(null).default(null),
        sent: text,
      }),
      handle: async (context) => {
        const { deps, frame, query } = context
        const seen = await readAudit(deps, actorOf(context), query)
        const { profile } = await currentCity(deps)
        const content = auditPage(frame, {
          seen,
          centres: profile.centres.map(({ id, short }) => ({ id, name: short })),
          asked: { ref: query.ref, who: seen.who, day: query.day ?? '' },
          older: seen.more ? (seen.rows?.at(-1)?.id ?? null) : null,
          later: query.before !== null,
          isAsked: query.sent !== '',
          chain:
            query.check && seen.oversees ? chain(frame, await followChain(deps, query.from)) : null,
        })
        return show(context, frame.words.navAudit, content)
      },
    }),
    post({
      path: '/audit/inspections',
      who: 'ask-inspection',
      stands: () => '/audit',
      form: z.object({ whom: text, why: z.enum(INSPECTION_REASONS) }),
      handle: async (context) => {
        const { c, deps, form, frame } = context
        const asked = await askInspection(deps, actorOf(context), form)
        if (asked === 'asked') return c.redirect('/staff/audit?sent=1', 303)
        const { inspectionAlready, notPossible } = frame.words
        return refuse(context, asked === 'already' ? inspectionAlready : notPossible)
      },
    }),
  ],
}

function chain({ words }: Frame, verdict: ChainVerdict) {
  if (verdict.broken !== null) {
    const why = words[FAULT_WORDS[verdict.why]]
    return { alert: `${words.say('auditBroken', { row: verdict.broken })} ${why}` }
  }
  const { left } = verdict
  if (left === null) return { note: words.auditWhole }
  return { note: words.say('auditWholeUntil', { row: left }), left }
}
