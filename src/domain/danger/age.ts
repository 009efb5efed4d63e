// Whether a cry says that whoever cries is under 18, and that they are alone, in whatever language.

import type { CryList, HeardKind, HeardKinds } from './cry-list.ts'
import type { Heard } from './heard.ts'
import { BREAK } from './normalise.ts'
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
    const parts = inParts(text)
    const said = read.map(({ numbers, minor, young, alone }) => {
      // In both forms: a word may be a number and none, "bir" in "15 yaşında bir kızım".
      const forms = [parts, inDigits(parts, numbers)]
      const isMinor = forms.some((words) => isSaid(words, minor))
      const isYoung = isMinor || forms.some((words) => isSaid(words, young))
      // As it was typed: "nobody" is "one" in some languages.
      return { isMinor, isYoung, isAlone: isSaid(typed, alone) }
    })
    if (said.some(({ isYoung }) => isYoung) && said.some(({ isAlone }) => isAlone)) {
      const others = heard.kinds.filter((kind) => !SAYS_LESS.includes(kind))
      return { ...heard, kinds: atEnd(others, 'alone') }
    }
    const isMinor = said.some((one) => one.isMinor)
    return isMinor ? { ...heard, kinds: atEnd(heard.kinds, 'young') } : heard
  }
}

/** The words of a text with {@link BREAK} at both ends and where somebody pauses, so that a phrase can ask for it. */
function inParts(text: string): readonly string[] {
  return wordsSaid(`. ${text.replace(/[,،;\n]|\s[-–—]\s/gu, ' . ')} .`)
}

function atEnd([first, ...others]: readonly HeardKind[], last: HeardKind): HeardKinds {
  return first === undefined ? [last] : [first, ...others, last]
}
