// Writing to a person: first as they would see it, then sent.

import * as z from 'zod'
import { TEMPLATES } from '../../domain/dialog/show/staff-message.ts'
import { previewMessage, sendMessage } from '../../flows/staff/send-message.ts'
import { notFound, refuse, show } from '../frame/answers.ts'
import { actorOf } from '../frame/context.ts'
import { drawnId, text } from '../frame/form.ts'
import { type Feature, post } from '../frame/route.ts'
import { unread, work } from '../record/work.ts'
import { previewPage } from './page.ts'

const wish = { template: z.enum([...TEMPLATES, 'free']), text }

export const message: Feature = {
  routes: [
    post({
      path: '/intakes/:id/message',
      who: 'work-on-record',
      form: z.object(wish),
      handle: async (context) => {
        const { deps, form, frame, params } = context
        const found = await previewMessage(deps, actorOf(context), params.id, form)
        if (found === 'unknown') return notFound(context)
        const { messageEmpty, preview } = frame.words
        if (found === 'not-now') return refuse(context, messageEmpty)
        const { newId, i18n } = deps
        return show(context, preview, previewPage(frame, { ...found, id: newId(), i18n }))
      },
      refused: ({ form: _, ...context }) => {
        const { messageEmpty } = context.frame.words
        return unread(context, context.params.id, 'work-on-record', messageEmpty)
      },
    }),
    work({
      path: 'message/send',
      who: 'work-on-record',
      form: z.object({ id: drawnId, ...wish }),
      does: (deps, actor, id, form) => sendMessage(deps, actor, id, form.id, form),
    }),
  ],
}
