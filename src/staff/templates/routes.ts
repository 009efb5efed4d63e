// Administrators word the messages that staff can send.

import * as z from 'zod'
import { currentCity } from '../../flows/city.ts'
import { editRoutes } from '../centres/edit-routes.ts'
import { show } from '../frame/answers.ts'
import { type Feature, get } from '../frame/route.ts'
import { newTemplateEdit, templateEdit } from './edit.ts'
import { templatesPage } from './page.ts'
import { inOrder } from './texts.ts'

export const templates: Feature = {
  link: { href: '/staff/admin/templates', word: 'navTemplates', action: 'edit-city' },
  routes: [
    get({
      path: '/admin/templates',
      who: 'edit-city',
      query: z.object({ done: z.string().optional() }),
      handle: async (context) => {
        const { deps, frame, query } = context
        const { profile } = await currentCity(deps)
        const content = templatesPage(frame, profile, inOrder(deps), query.done !== undefined)
        return show(context, frame.words.templates, content)
      },
    }),
    ...editRoutes('/admin/templates/:id', ({ c, deps, frame }, profile) =>
      templateEdit(deps, frame.words, profile, c.req.param('id') ?? ''),
    ),
    ...editRoutes('/admin/new-template', ({ deps, frame }, profile) =>
      newTemplateEdit(deps, frame.words, profile, `text-${deps.newId().slice(-8)}`),
    ),
  ],
}
