// Plain German: who reads it slowly takes the first noun for the doer, and knows no words of offices.

import { flatten } from '../../../src/i18n/keys.ts'
import type { Messages } from '../../../src/i18n/locale.ts'

const DETERMINER = '(?:Ihre[nm]?|Die|Das|Den|Dem|Diese[nm]?|Einen?|Keinen?|Jeden|Mehr|Menschen|Ob)'

/** Each rule with what it finds; a question or a label may begin with its verb or its object. */
const RULES: readonly { fault: string; found: RegExp; everywhere?: true }[] = [
  // "Den Chat löschen Sie selbst": only an object stands in this case, whatever comes after it.
  { fault: 'object first', found: /^(?:Ihren|Den|Diesen|Einen|Keinen|Jeden) (?!Menschen)/u },
  // "Ihre Antworten lesen nur die …", "Das können wir hier nicht lesen": the verb, then the doer.
  {
    fault: 'object first',
    found: new RegExp(
      `^${DETERMINER}\\b(?: [^\\s,]+){0,6}?,? \\p{Ll}{2,}(?:n|t|ß) (?:wir|Sie|man|nur|jemand|niemand)(?!\\p{L})`,
      'u',
    ),
  },
  // "Sprachnachrichten können wir …": a noun without an article.
  {
    fault: 'object first',
    found: /^(?!Wenn|Dann|Von|An|In)\p{Lu}\p{Ll}+(?:er|n)(?: [^\s,]+){0,5}? \p{Ll}+n wir(?!\p{L})/u,
  },
  { fault: 'condition without wenn', found: /^(?:Wird|Werden|Ist|Sind|Hat|Haben|Können) /u },
  {
    fault: 'passive',
    found:
      /(?<!\p{L})(?:wird|werden|wurde|wurden|worden)(?!\p{L}).*(?<!\p{L})\p{Ll}*(?:ge\p{Ll}+|(?:be|ver|ent|er|zer)\p{Ll}+)(?:t|en)$/u,
    everywhere: true,
  },
  {
    fault: 'passive',
    found: /(?<!\p{L})\p{Ll}*ge\p{Ll}+(?:t|en) (?:wird|werden|wurde|wurden|worden)(?!\p{L})/u,
    everywhere: true,
  },
  {
    fault: 'office word',
    found:
      /(?<!\p{L})(?:Anmeldung|Angaben|Nachteil|Verweis|weiterverw\p{L}+|Aktenzeichen|Haft|Angehörige\p{L}*|Anrede|Besonderes|mehreres|vor Ort|durch|bezüglich|gemäß|hiermit|erfolgt|Antragstell\p{L}+|zuständig\p{L}*|Zuständigkeit|Erziehungsberechtigte\p{L}*|Unterlagen|unverzüglich|umgehend|Vorsprache|vorsprechen|gegebenenfalls|bzw)(?!\p{L})/u,
    everywhere: true,
  },
]

/** Sentences that put the object first, hide who does it, or speak as an office does. */
export function plainGermanFaults(locale: Messages): string[] {
  return [...flatten(locale)].flatMap(([key, text]) =>
    sentences(text).flatMap((sentence) => {
      const isTold = /[.:]$/u.test(sentence)
      return RULES.filter(({ everywhere }) => everywhere || isTold)
        .filter(({ found }) => found.test(sentence.replace(/[.!?:]$/u, '')))
        .map(({ fault }) => `${key}: ${fault}: ${sentence}`)
    }),
  )
}

function sentences(text: string): string[] {
  return text
    .split(/(?<=[.!?:])\s+|\n/u)
    .map((sentence) => sentence.replace(/^\P{L}+/u, '').trim())
    .filter((sentence) => sentence !== '')
}
