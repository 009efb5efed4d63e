// Tone: nobody is called wrong, promised anything, ordered about or addressed like a child.

import { flatten } from '../../../src/i18n/keys.ts'
import type { Messages } from '../../../src/i18n/locale.ts'

const word = (...words: string[]) => new RegExp(`(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})`, 'iu')

type Tone = {
  /** Words that say the person did something wrong. */
  blame: RegExp
  /** Promises a city cannot keep; "we are no authority" is one, since it is not true of an RSC. */
  promise: RegExp
  /** The familiar form of address, or an order. */
  address?: RegExp
  /** Words that mean something else to readers (domain glossary). */
  misread?: RegExp
}

const TONES: Record<string, Tone> = {
  de: {
    blame: /ungültig|fehlerhaft|unzulässig|(?<!\p{L})falsche?[rsn]?(?!\p{L})/iu,
    promise:
      /wir (?:versprechen|garantieren)(?! nicht| nichts)|wir helfen ihnen|keine behörde|auf jeden fall|garantiert/iu,
    address: /(?<!\p{L})(?:du|dein\p{L}*|dir|dich)(?!\p{L})|sie müssen (?![^.!?]*(?:nicht|kein))/iu,
  },
  en: {
    blame: word('invalid', 'wrong', 'incorrect', 'illegal', 'error'),
    promise: /we (?:promise|guarantee|will help)|guaranteed|not an authority|definitely/iu,
    address: /you must(?!\p{L})/iu,
  },
  ar: {
    blame: /غير صالح|غير صحيح|خاطئ|غير قانوني/u,
    promise: /(?<!لا )(?:نعدك|نضمن)|لسنا (?:سلطة|دائرة|جهة)|بالتأكيد/u,
    address: /يجب عليك/u,
  },
  fa: {
    blame: /نامعتبر|نادرست|غیر ?مجاز|غیرقانونی/u,
    promise: /تضمین می|قول می|ما اداره نیستیم|حتماً کمک/u,
    address: /(?<!\p{L})(?:تو|تو را|مال تو)(?!\p{L})/u,
  },
  prs: {
    blame: /نامعتبر|نادرست|غیر ?مجاز|غیرقانونی/u,
    promise: /تضمین می|قول می|وعده می|ما اداره نیستیم|حتماً کمک/u,
    address: /(?<!\p{L})تو(?!\p{L})/u,
  },
  ckb: {
    blame: /نادروست|هەڵەیە|نایاسایی/u,
    promise: /گرەنتی|بەڵێن دەدەین|ئێمە دەسەڵات نین/u,
    address: /(?<!\p{L})تۆ(?!\p{L})/u,
    misread: /ژوان|پچڕاندن|پچراندن/u,
  },
  kmr: {
    blame: word('nederbasdar', 'çewt', 'şaş', 'neqanûnî'),
    promise: /soz didin|garantî/iu,
    address: word('tu', 'te'),
    misread: /(?<!\p{L})ji[vw]an|^\P{L}*(?:pişt|qutbûn)\P{L}*$/iu,
  },
  tr: {
    blame: /geçersiz|hatalı|(?<!\p{L})yanlış(?!\p{L})|yasa ?dışı/iu,
    promise: /söz veri|garanti|kesinlikle/iu,
    address: word('sen', 'senin', 'sana', 'seni', 'sende'),
  },
  uk: {
    blame: /недійсн|неправильн|помилк|незаконн/iu,
    promise: /(?<!не )(?:обіцяємо|гарантуємо)|обов['ʼ’]язково допоможемо/iu,
    address: word('ти', 'твій', 'твоя', 'твої', 'тебе', 'тобі'),
  },
  bg: {
    blame: /невалид|неправилн|грешк|грешн|незакон/iu,
    promise: /(?<!не )(?:обещаваме|гарантираме)/iu,
    address: word('твой', 'твоя', 'твоят', 'твоите', 'теб', 'ти'),
  },
  ro: {
    blame: /invalid|greșit|eroare|incorect|ilegal/iu,
    promise: /(?<!nu )(?:promitem|garantăm)/iu,
    address: word('tu', 'tău', 'tine', 'ție'),
  },
}

// Rude in places, whatever the language.
const HANDS = /[✋👍👌👎🤚🖐]/u

/** Words that would frighten, mislead or talk down; each with the kind of fault. */
export function toneFaults(language: string, locale: Messages): string[] {
  const tone = TONES[language]
  if (tone === undefined) return [`no list of words for ${language}`]
  const faults: string[] = []
  for (const [key, text] of flatten(locale)) {
    for (const [kind, pattern] of [...Object.entries(tone), ['hand', HANDS] as const]) {
      const found = pattern.exec(text)?.[0]
      if (found !== undefined) faults.push(`${key} has "${found}" (${kind})`)
    }
  }
  return faults
}
