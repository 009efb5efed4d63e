// Administrators enter what people have to be told: who answers, who publishes, who else gets data, how accessible it is.

import * as z from 'zod'
import type { Deps } from '../../deps.ts'
import { currentCity } from '../../flows/city.ts'
import type { Edit } from '../centres/edit.ts'
import { editRoutes } from '../centres/edit-routes.ts'
import { keptWhole } from '../centres/kept-whole.ts'
import { show } from '../frame/answers.ts'
import { type Feature, get } from '../frame/route.ts'
import { BACK, CITY_FACTS, controllerEdit } from './edits.ts'
import { factsPage } from './page.ts'

// Of a controller, and of the imprint.
const NEEDS = ['name', 'contact', 'dataProtectionOfficer', 'address', 'representedBy', 'mail']

const live = (deps: Deps, edit: Edit | null): Edit | null =>
  edit && keptWhole(deps, edit, 'faultLive', NEEDS)

export const facts: Feature = {
  link: { href: `/staff${BACK}`, word: 'navFacts', action: 'edit-city' },
  routes: [
    get({
      path: BACK,
      who: 'edit-city',
      query: z.object({ done: z.string().optional() }),
      handle: async (context) => {
        const { deps, frame, query } = context
        const { profile } = await currentCity(deps)
        return show(
          context,
          frame.words.navFacts,
          factsPage(frame, profile, query.done !== undefined),
        )
      },
    }),
    ...(['centres', 'bodies'] as const).flatMap((of) =>
      editRoutes(`${BACK}/${of}/:id`, ({ c, deps, frame }, profile) =>
        live(deps, controllerEdit(frame.words, profile, of, c.req.param('id') ?? '')),
      ),
    ),
    ...Object.entries(CITY_FACTS).flatMap(([path, editOf]) =>
      editRoutes(`${BACK}/${path}`, ({ deps, frame }) => live(deps, editOf(frame.words))),
    ),
  ],
}
