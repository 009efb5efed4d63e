// A record for the carrier's case system: as a page and for machines.

import * as z from 'zod'
import { openCaseSheet } from '../../flows/staff/case-sheet.ts'
import { copyScript } from '../../generated/studio.ts'
import { languageTerms } from '../../i18n/terms.ts'
import { notFound, show } from '../frame/answers.ts'
import { actorOf, type StaffContext } from '../frame/context.ts'
import { type Feature, get } from '../frame/route.ts'
import { wordsOf } from '../frame/words.ts'
import { caseSheetPage } from './page.ts'

const query = z.object({ system: z.string().optional() })

export const caseSheet: Feature = {
  routes: [
    get({
      path: '/intakes/:id/case-sheet',
      who: 'work-on-record',
      query,
      handle: async (context) => {
        const { frame } = context
        const sheet = await opened(context, context.params.id, context.query.system)
        if (!sheet) return notFound(context)
        return show(
          context,
          `${frame.words.caseSheet} ${sheet.reference}`,
          caseSheetPage(frame, sheet),
        )
      },
    }),
    get({
      path: '/intakes/:id/case-sheet.json',
      who: 'work-on-record',
      query,
      handle: async (context) => {
        const sheet = await opened(context, context.params.id, context.query.system)
        if (!sheet) return notFound(context)
        const { reference, system, rows } = sheet
        const name = `${reference}-${system.id}.json`
        return context.c.json(
          {
            ...{ reference, system: system.id, notice: wordsOf('de').contactsOnly },
            fields: rows.map(({ isKept: _, ...row }) => row),
          },
          200,
          { 'Content-Disposition': `attachment; filename="${name}"` },
        )
      },
    }),
    get({
      path: '/copy.js',
      who: 'work-on-record',
      handle: ({ c }) =>
        c.body(copyScript, 200, {
          'Content-Type': 'text/javascript; charset=utf-8',
          'Cache-Control': 'private, max-age=300',
        }),
    }),
  ],
}

const opened = (context: StaffContext, id: string, system: string | undefined) =>
  openCaseSheet(context.deps, actorOf(context), id, system, languageTerms)
