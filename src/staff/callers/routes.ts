// Booking for somebody on the telephone or at the counter, and the slip for them.

import * as z from 'zod'
import { readPhone } from '../../domain/people/phone.ts'
import { cleanText } from '../../domain/people/typed-text.ts'
import {
  reason,
  TOPICS,
  topics as topicQuestion,
  urgent as urgentQuestion,
} from '../../domain/questionnaire/first-questions.ts'
import {
  otherLanguage,
  spoken as spokenQuestion,
} from '../../domain/questionnaire/place-questions.ts'
import type { Question } from '../../domain/questionnaire/question.ts'
import { codeText, languagesIn } from '../../domain/questionnaire/wording.ts'
import {
  bookForCaller,
  CALLER_URGENCIES,
  DOORS,
  slipOf,
  timesForCallers,
} from '../../flows/staff/book-for-caller.ts'
import { languageTerms } from '../../i18n/terms.ts'
import { notFound, refuse, show } from '../frame/answers.ts'
import { actorOf, type StaffContext } from '../frame/context.ts'
import { drawnId, instant, instantOrNone, oneOf, text } from '../frame/form.ts'
import { type Feature, get, post } from '../frame/route.ts'
import { callerPage } from './page.ts'
import { slipPage } from './slip.ts'

const LONGEST_ALIAS = 40

const phone = text.transform((typed, { issues }) => {
  if (typed.trim() === '') return undefined
  // What stands beside a number would be lost: it belongs in a note.
  const read = /\p{L}/u.test(typed) ? null : readPhone(typed.trim())
  if (read !== null) return read
  issues.push({ code: 'custom', message: 'no telephone number', input: typed })
  return z.NEVER
})

const callerForm = z.object({
  id: drawnId,
  door: oneOf(DOORS),
  centre: text,
  at: instant,
  urgent: z.enum(CALLER_URGENCIES),
  topic: z.enum(TOPICS),
  language: text,
  spoken: text,
  otherLanguage: text.transform((typed) => cleanText(typed).slice(0, otherLanguage.max)),
  alias: text.transform((typed) => cleanText(typed).slice(0, LONGEST_ALIAS)),
  phone,
})

const misread = (context: StaffContext, faults: ReadonlySet<string>) =>
  refuse(context, context.frame.words.callerMisread, { status: 400, faults })

export const callers: Feature = {
  link: { href: '/staff/callers', word: 'navCallers', action: 'change-booking' },
  routes: [
    get({
      path: '/callers',
      who: 'change-booking',
      query: z.object({ centre: text, door: oneOf(DOORS), at: instantOrNone }),
      handle: async (context) => {
        const { deps, frame, query } = context
        const { i18n, clock, newId } = deps
        const found = await timesForCallers(deps, actorOf(context), query)
        if (!found) return notFound(context)
        const named = (q: Question, code: string) =>
          i18n.t(frame.language, codeText(q, code), clock.now())
        const content = callerPage(frame, {
          ...found,
          id: newId(),
          door: query.door,
          at: query.at,
          languages: i18n.languages.map(({ key }) => key),
          spoken: languagesIn(spokenQuestion, i18n.spoken, languageTerms),
          urgencyName: (code) =>
            named(code === 'no' || code === 'danger' ? urgentQuestion : reason, code),
          topicName: (topic) => named(topicQuestion, topic),
        })
        return show(context, frame.words.callers, content)
      },
    }),
    post({
      path: '/callers',
      who: 'change-booking',
      stands: (_, { centre = '', door = '', at = '' }) =>
        `/callers?${new URLSearchParams({ centre, door, at })}`,
      form: callerForm,
      handle: async (context) => {
        const { c, deps, form, frame } = context
        const { at, topic, language, spoken, otherLanguage: words, alias, phone, ...rest } = form
        // Which languages there are is known to the words alone.
        const known = languagesIn(spokenQuestion, deps.i18n.spoken, languageTerms)
        const isSpoken = known.some(({ code }) => code === spoken)
        // Words beside a language that was chosen: one of the two is a slip, and staff know which.
        const isOneOfTwo = words === '' || spoken === 'other'
        const faults = new Set([
          ...(deps.i18n.speaks(language) ? [] : ['language']),
          ...(isSpoken ? [] : ['spoken']),
          ...(isOneOfTwo ? [] : ['otherLanguage']),
        ])
        if (faults.size > 0) return misread(context, faults)
        const more = {
          ...(words ? { otherLanguage: words } : {}),
          ...(alias ? { alias } : {}),
          ...(phone ? { phone } : {}),
        }
        const wish = { ...rest, startsAt: at, language, spoken, topics: [topic], ...more }
        const outcome = await bookForCaller(deps, actorOf(context), wish)
        if (outcome === 'done')
          return c.redirect(`/staff/intakes/${form.id}/slip?booked=yes#done`, 303)
        if (outcome === 'unknown') return notFound(context)
        const { changedMeanwhile, notPossible } = frame.words
        return refuse(context, outcome === 'changed' ? changedMeanwhile : notPossible, {
          faults: new Set(['at']),
        })
      },
      refused: ({ form: _, ...context }, faults) => misread(context, faults),
    }),
    get({
      path: '/intakes/:id/slip',
      who: 'see-day',
      query: z.object({ booked: text }),
      handle: async (context) => {
        const { deps, frame, params, query } = context
        const slip = await slipOf(deps, actorOf(context), params.id, languageTerms)
        if (!slip) return notFound(context)
        const content = slipPage(frame, params.id, slip, query.booked === 'yes')
        return show(context, frame.words.slip, content)
      },
    }),
  ],
}
