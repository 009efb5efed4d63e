// Whether a cry says that whoever cries is under 18, and that they are alone, in whatever language.

import type { CryList, HeardKind, HeardKinds } from './cry-list.ts'
import type { Heard } from './heard.ts'
import { inDigits, numbersOf } from './numbers.ts'
import { isSaid, phraseOf, wordsSaid } from './said.ts'

type List = Pick<CryList, 'minor' | 'young' | 'alone' | 'numbers' | 'and'>

// Less than that a child is alone.
const SAYS_LESS: readonly HeardKind[] = ['child', 'help']

/**
 * What was heard, with `alone` where the words say both that somebody is under 18 and that they are alone, else with
 * `young` where they say the first of themselves. What is done to a child (violence, being held) stands before it.
 */
export function hearingAge(
  lists: Readonly<Record<string, List>>,
): (heard: Heard, text: string) => Heard {
  const read = Object.values(lists).map((list) => ({
    numbers: numbersOf(list),
    minor: (list.minor ?? []).map(phraseOf),
    young: (list.young ?? []).map(phraseOf),
    alone: (list.alone ?? []).map(phraseOf),
  }))
  return (heard, text) => {
    const typed = wordsSaid(text)
    const said = read.map(({ numbers, minor, young, alone }) => {
      const words = inDigits(typed, numbers)
      const isMinor = isSaid(words, minor)
      const isYoung = isMinor || isSaid(words, young)
      return { isMinor, isYoung, isAlone: isSaid(words, alone) }
    })
    if (said.some(({ isYoung }) => isYoung) && said.some(({ isAlone }) => isAlone)) {
      const others = heard.kinds.filter((kind) => !SAYS_LESS.includes(kind))
      return { ...heard, kinds: atEnd(others, 'alone') }
    }
    const isMinor = said.some((one) => one.isMinor)
    return isMinor ? { ...heard, kinds: atEnd(heard.kinds, 'young') } : heard
  }
}

function atEnd([first, ...others]: readonly HeardKind[], last: HeardKind): HeardKinds {
  return first === undefined ? [last] : [first, ...others, last]
}
