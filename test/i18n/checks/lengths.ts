// Lengths: a button is read at a glance, a sentence in one breath.

import { stripBidi } from '../../../src/i18n/bidi.ts'
import { flatten, withoutPlural } from '../../../src/i18n/keys.ts'
import type { Messages } from '../../../src/i18n/locale.ts'

const LONGEST_BUTTON = 24
const LONGEST_SENTENCE = 12

/** What a reader sees of a label: without direction controls, joiners and emoji selectors. */
export function visibleLength(text: string): number {
  return [...stripBidi(text).replace(/\u200C|\u200D|\uFE0F/g, '')].length
}

/** Labels are named by their place: `….button.x`, `….option.x` or a last part `button`. */
function isButton(key: string): boolean {
  return withoutPlural(key)
    .split('.')
    .slice(-2)
    .some((part) => /^(buttons?|options?)$/.test(part))
}

/** Labels that would be cut off; a placeholder is not counted, its value is checked on the screen. */
export function buttonFaults(locale: Messages): string[] {
  return [...flatten(locale)]
    .filter(([key]) => isButton(key))
    .map(([key, text]) => ({ key, length: visibleLength(text.replace(/\{\{\w+\}\}/g, '')) }))
    .filter(({ length }) => length > LONGEST_BUTTON)
    .map(({ key, length }) => `${key} has ${length} characters`)
}

/**
 * Sentences with too many words. A gloss in brackets is not counted, a placeholder is one word.
 * Keys with a part `legal` hold the full notice, which a lawyer words.
 */
export function sentenceFaults(locale: Messages): string[] {
  const faults: string[] = []
  for (const [key, text] of flatten(locale)) {
    // Legal texts are as they must be; what people type is phrases, and no sentence.
    if (key.split('.').includes('legal') || key.startsWith('common.typed.')) continue
    const plain = text.replace(/\{\{\w+\}\}/g, 'x').replace(/\([^()]*\)/g, ' ')
    for (const sentence of plain.split(/[.!?؟…:;؛]+(?=[\s"“”»)]|$)|\n/u)) {
      const words = sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
      if (words.length > LONGEST_SENTENCE) {
        faults.push(`${key} has a sentence of ${words.length} words: ${sentence.trim()}`)
      }
    }
  }
  return faults
}
