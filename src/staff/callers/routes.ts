// Booking for somebody on the telephone or at the counter, and the slip for them.

import { cleanText, readPhone } from '../../domain/people/typed-text.ts'
import { TOPICS, topics as topicQuestion } from '../../domain/questionnaire/first-questions.ts'
import { codeText } from '../../domain/questionnaire/wording.ts'
import { currentCity } from '../../flows/city.ts'
import {
  bookForCaller,
  type CallerWish,
  type Door,
  slipOf,
} from '../../flows/staff/book-for-caller.ts'
import { staffTimes } from '../../flows/staff/change-booking.ts'
import { notFound, show } from '../frame/answers.ts'
import { readInstant } from '../frame/dates.ts'
import { messagePage } from '../frame/message.ts'
import type { StaffContext, StaffRoute } from '../frame/route.ts'
import { callerOf } from '../record/routes-care.ts'
import { callerPage } from './page.ts'
import { slipPage } from './slip.ts'

const LONGEST_ALIAS = 40

export const callerRoutes: readonly StaffRoute[] = [
  { method: 'get', path: '/callers', who: 'change-booking', handle: showForm },
  {
    method: 'post',
    path: '/callers',
    who: 'change-booking',
    handle: async (context) => {
      const { c, deps, frame } = context
      const wish = readWish(context)
      const { words } = frame
      if (!wish) {
        const page = messagePage(words.staleTitle, words.callerMisread)
        return show(context, words.staleTitle, page, 400)
      }
      const outcome = await bookForCaller(deps, callerOf(context), wish)
      if (outcome === 'done') return c.redirect(`/staff/intakes/${wish.id}/slip`, 303)
      if (outcome === 'unknown') return notFound(context)
      const text = outcome === 'changed' ? words.changedMeanwhile : words.notPossible
      return show(context, words.staleTitle, messagePage(words.staleTitle, text), 409)
    },
  },
  {
    method: 'get',
    path: '/intakes/:id/slip',
    who: 'see-records',
    handle: async (context) => {
      const { c, deps, frame } = context
      const slip = await slipOf(deps, callerOf(context), c.req.param('id') ?? '')
      return slip ? show(context, frame.words.slip, slipPage(frame, slip)) : notFound(context)
    },
  },
]

async function showForm(context: StaffContext): Promise<Response> {
  const { c, deps, frame, staff } = context
  const city = await currentCity(deps)
  const own = city.profile.centres.filter(({ id }) => staff.centres.includes(id))
  const centre = own.find(({ id }) => id === c.req.query('centre')) ?? own[0]
  if (!centre) return notFound(context)
  const door = doorNamed(c.req.query('door'))
  const times = await staffTimes(deps, city, centre.id, door)
  const known = {
    id: deps.newId(),
    centres: own,
    languages: deps.i18n.languages.map(({ key }) => key),
    spoken: deps.i18n.spoken,
    topicName: (topic: string) =>
      deps.i18n.t(frame.language, codeText(topicQuestion, topic), deps.clock.now()),
  }
  return show(context, frame.words.callers, callerPage(frame, { ...known, centre, door, times }))
}

function doorNamed(door: string | undefined): Door {
  return door === 'walk-in' ? 'walk-in' : 'staff'
}

function readWish({ deps, form }: StaffContext): CallerWish | null {
  const { id = '', language = '', spoken = '', topic = '', centre = '' } = form
  const startsAt = readInstant(form['at'])
  const alias = cleanText(form['alias'] ?? '').slice(0, LONGEST_ALIAS)
  const typed = (form['phone'] ?? '').trim()
  const phone = typed === '' ? undefined : readPhone(typed)
  if (!/^[\w-]{8,64}$/.test(id) || startsAt === null || phone === null) return null
  if (!deps.i18n.offers(language) || !deps.i18n.spoken.includes(spoken)) return null
  const topics = TOPICS.filter((known) => known === topic)
  if (topics.length === 0) return null
  const door = doorNamed(form['door'])
  const more = { ...(alias ? { alias } : {}), ...(phone ? { phone } : {}) }
  return { id, door, centre, startsAt, language, spoken, topics, ...more }
}
