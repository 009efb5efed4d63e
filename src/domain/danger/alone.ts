// Whether a cry says that a child is alone: under 18 and without family, in whatever language.

import type { CryList } from './cry-list.ts'
import type { Heard } from './heard.ts'
import { isSaid, phraseOf, wordsSaid } from './said.ts'

type Lists = Readonly<Record<string, Pick<CryList, 'young' | 'alone'>>>

/**
 * What was heard, `alone` where the words say both that somebody is under 18 and that they are alone. What is done to a
 * child (violence, being held) says more than that, and stays what it is.
 */
export function hearingAlone(lists: Lists): (heard: Heard, text: string) => Heard {
  const phrases = (which: 'young' | 'alone') =>
    Object.values(lists).flatMap((list) => (list[which] ?? []).map(phraseOf))
  const young = phrases('young')
  const alone = phrases('alone')
  return (heard, text) => {
    if (heard.kind !== 'child' && heard.kind !== 'help') return heard
    const words = wordsSaid(text)
    return isSaid(words, young) && isSaid(words, alone) ? { ...heard, kind: 'alone' } : heard
  }
}
