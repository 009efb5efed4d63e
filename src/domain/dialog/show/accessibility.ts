// How accessible this is, as far as a chat can say it: to whom a barrier is told, and where the declaration stands.

import { type Line, line, strong } from '../screen.ts'
import type { Facts } from '../talk.ts'

/** The section of the notice on data in which it stands. */
export const ACCESSIBILITY = 'access'

export function accessibilityLines({ profile, publicUrl }: Facts, language: string): Line[] {
  const { mail, phone } = profile.accessibility?.contact ?? {}
  return [
    strong('standing.accessibility.link'),
    line('standing.accessibility.tell'),
    ...(mail ? [{ mono: mail }] : []),
    ...(phone ? [{ phone }] : []),
    ...(publicUrl ? [{ link: `${publicUrl}/accessibility?lang=${language}` }] : []),
  ]
}
