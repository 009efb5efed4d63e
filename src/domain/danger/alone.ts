// Whether a cry says that a child is alone: under 18 and without family, in whatever language.

import type { CryList } from './cry-list.ts'
import type { Heard } from './heard.ts'
import { normalise } from './normalise.ts'

type Lists = Readonly<Record<string, Pick<CryList, 'young' | 'alone'>>>

/** Whether a word of a text fits the word of a phrase in this place. */
type Fits = (word: string) => boolean

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
    // An age is written together with the word for years, too.
    const words = normalise(text.replace(/(\p{N})(?=\p{L})/gu, '$1 ')).split(' ')
    return isAmong(words, young) && isAmong(words, alone) ? { ...heard, kind: 'alone' } : heard
  }
}

const AGE = /^(?:[6-9]|1[0-7])$/

function phraseOf(line: string): Fits[] {
  return line.split(' ').flatMap((part): Fits[] => {
    if (part === '#') return [(word) => AGE.test(word)]
    const stem = normalise(part.replace('*', ''))
    if (part.endsWith('*')) return [(word) => word.startsWith(stem)]
    return [(word) => word === stem]
  })
}

function isAmong(words: readonly string[], phrases: readonly Fits[][]): boolean {
  return phrases.some((phrase) =>
    words.some((_, at) => phrase.every((fits, nth) => fits(words[at + nth] ?? ''))),
  )
}
