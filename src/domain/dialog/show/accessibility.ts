// How accessible this is, as far as a chat can say it: to whom a barrier is told, and where the declaration stands.

import { type Line, line, type Screen, strong } from '../screen.ts'
import type { Facts } from '../talk.ts'

/** The section of the notice on data in which it stands. */
export const ACCESSIBILITY = 'access'

/** The contact of the declaration where it names one; else that a barrier can be told of here, which a button does. */
export function accessibilityLines(facts: Facts, language: string): Line[] {
  const { mail, phone } = facts.profile.accessibility?.contact ?? {}
  return [
    strong('standing.accessibility.link'),
    ...(mail || phone ? [line('standing.accessibility.tell')] : []),
    ...(mail ? [{ mono: mail }] : []),
    ...(phone ? [{ phone }] : []),
    ...declarationLines(facts, language),
  ]
}

/** The page with the declaration and a form, where there are pages. */
export const declarationLines = ({ publicUrl }: Facts, language: string): Line[] =>
  publicUrl ? [{ link: `${publicUrl}/accessibility?lang=${language}` }] : []

/** Asks what keeps somebody out: what is typed next is the report. */
export const barrierLines = (): Line[] => [
  strong('barrier.title'),
  line('barrier.what'),
  line('barrier.reach'),
  line('message.reply.no-emergency'),
]

// Before the consent: the page, and the menu of languages on the way to it.
const ASKING = ['lobby.barrier', 'language-menu.barrier']

/** Whether what is typed after a screen before the consent tells of a barrier. */
export const asksOfBarrier = ({ id }: Screen): boolean => ASKING.includes(id)
