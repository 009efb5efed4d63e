// Somebody who books on a page, by links and forms alone, in German.

import type { Actor } from '../../src/flows/staff/actor.ts'
import { createFormsOnly, type FormsOnly } from './forms-only.ts'
import type { TestLotse } from './lotse.ts'

export type Guest = { browser: FormsOnly; id: string; personId: string; booking: string }

const STEPS = [/ag~/, /an~urgent~no/, /an~topics~housing/, /an~district~mitte/, /an~spoken/]

/** From nothing to a booked time at Hochfeld, of which the lead's carrier has the request: the first one, or the first of `day` (YYYY-MM-DD). */
export async function booksOnPage(
  lotse: Pick<TestLotse, 'app' | 'db'>,
  { day, language = 'de' }: { day?: string; language?: string } = {},
): Promise<Guest> {
  const browser = createFormsOnly(lotse.app)
  await browser.visit('/')
  await browser.press(new RegExp(`lo~${language}~consent`))
  for (const step of STEPS) await browser.press(step)
  if (day) {
    await browser.press(/~ds$/)
    await browser.press(new RegExp(`~da~hochfeld~${day}`))
  }
  for (const step of [/~tm~/, /~bo~/]) await browser.press(step)
  const [row] = await lotse.db.$queryRawUnsafe<Omit<Guest, 'browser'>[]>(
    `SELECT i."id", i."personId", b."id" AS "booking" FROM "Intake" i
     JOIN "Booking" b ON b."intakeId" = i."id" AND b."state" = 'booked'
     ORDER BY b."createdAt" DESC, b."rowid" DESC LIMIT 1`,
  )
  if (!row) throw new Error(`nothing was booked: ${browser.text}`)
  await lotse.db.intake.updateMany({ where: { id: row.id }, data: { bodyId: LEAD.body } })
  return { browser, ...row }
}

/** A lead who may do everything at every centre. */
export const LEAD: Actor = {
  ...{ id: 'anna', client: 'test', role: 'lead', body: 'drk' },
  centres: ['hochfeld', 'hamborn', 'rheinhausen'],
}

/** The link that stands on a page or under a message. */
export const linkIn = (html: string, pattern: RegExp): string => {
  const [link] = pattern.exec(html.replaceAll('&amp;', '&')) ?? []
  if (!link) throw new Error(`no link like ${pattern} in ${html}`)
  return link
}
