// Writing to a person: first as they would see it, then sent.

import * as z from 'zod'
import { type NoMessage, previewMessage, sendMessage } from '../../flows/staff/send-message.ts'
import { backToForm } from '../frame/again.ts'
import { notFound, refuse, show } from '../frame/answers.ts'
import { actorOf } from '../frame/context.ts'
import { drawnId, text, tick } from '../frame/form.ts'
import { type Feature, post } from '../frame/route.ts'
import type { Word } from '../frame/words.ts'
import { onRecord, unread, work } from '../record/work.ts'
import { previewPage } from './page.ts'

const BOTH = new Set(['text'])

const wish = { template: z.string().min(1).max(24), text }

const WHY_NOT = {
  empty: 'messageEmpty',
  gone: 'templateGone',
  'no-appointment': 'templateNoAppointment',
} as const satisfies Record<NoMessage, Word>

export const message: Feature = {
  routes: [
    post({
      path: '/intakes/:id/message',
      who: 'work-on-record',
      stands: onRecord,
      looks: true,
      form: z.object({ ...wish, back: tick }),
      handle: async (context) => {
        const { deps, form, frame, params } = context
        if (form.back) return backToForm(context)
        // One of the two would be dropped, and nobody would see which.
        if (form.template !== 'free' && form.text.trim() !== '') {
          return refuse(context, frame.words.messageBoth, { faults: BOTH })
        }
        const found = await previewMessage(deps, actorOf(context), params.id, form)
        if (found === 'unknown') return notFound(context)
        if (typeof found === 'string') {
          const faults = new Set(found === 'empty' ? ['text'] : [])
          return refuse(context, frame.words[WHY_NOT[found]], { faults })
        }
        return show(
          context,
          frame.words.preview,
          previewPage(frame, { ...found, id: deps.newId() }),
        )
      },
      refused: ({ form: _, ...context }, faults) => {
        const why = context.frame.words.messageEmpty
        return unread(context, context.params.id, 'work-on-record', { why, faults })
      },
    }),
    work({
      path: 'message/send',
      done: 'message',
      who: 'work-on-record',
      stands: ({ id = '' }) => ({ page: `/intakes/${id}`, action: `/intakes/${id}/message` }),
      form: z.object({ id: drawnId, version: text, ...wish }),
      does: sendMessage,
    }),
  ],
}
