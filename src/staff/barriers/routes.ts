// Barriers: told of by everybody who is in, read and settled by administrators.

import * as z from 'zod'
import { readBarrier } from '../../domain/people/barrier-report.ts'
import { tellBarrierUnknown } from '../../flows/report-barrier.ts'
import { BARRIER_ACTS, handleBarrier, readBarriers } from '../../flows/staff/barriers.ts'
import { notFound, refuse, show } from '../frame/answers.ts'
import { actorOf } from '../frame/context.ts'
import { drawnId, text, tick } from '../frame/form.ts'
import { type Feature, get, post } from '../frame/route.ts'
import { barriersPage, tellPage } from './page.ts'

const HOME = '/staff/barriers'

export const barriers: Feature = {
  link: { href: HOME, word: 'navBarriers', action: 'see-barriers' },
  routes: [
    get({
      path: '/barriers/new',
      who: 'member',
      query: z.object({ told: tick }),
      handle: (context) => {
        const { deps, frame, query } = context
        return show(context, frame.words.barrierTell, tellPage(frame, deps.newId(), query.told))
      },
    }),
    post({
      path: '/barriers/new',
      who: 'member',
      stands: () => '/barriers/new',
      form: z.object({ id: drawnId, text, reach: text }),
      handle: async (context) => {
        const { c, deps, form, frame } = context
        const read = readBarrier(form)
        if ('faults' in read) {
          const faults = new Set(Object.keys(read.faults))
          return refuse(context, frame.words.formMisread, { status: 400, faults })
        }
        const { language } = frame
        const told = { channel: 'staff', language, barrier: read.barrier } as const
        await tellBarrierUnknown(deps, { drawn: form.id, ...told })
        return c.redirect(`${HOME}/new?told=yes`, 303)
      },
    }),
    get({
      path: '/barriers',
      who: 'see-barriers',
      handle: async (context) => {
        const { deps, frame } = context
        const found = await readBarriers(deps, actorOf(context))
        return show(context, frame.words.navBarriers, barriersPage(frame, found))
      },
    }),
    post({
      path: '/barriers/:id',
      who: 'see-barriers',
      form: z.object({ act: z.enum(BARRIER_ACTS) }),
      handle: async (context) => {
        const { c, deps, form, params } = context
        const done = await handleBarrier(deps, actorOf(context), params.id, form.act)
        return done ? c.redirect(HOME, 303) : notFound(context)
      },
    }),
  ],
}
