// What Lotse itself says: no cry for help, but where it names danger.

import { flatten } from '../../src/i18n/keys.ts'
import { readLocales } from '../bundle-locales.ts'

/** Texts that name danger: the danger page, its buttons, and reasons and topics that are one. */
const NAMES_DANGER = [
  /^danger\./,
  /\.button\.(numbers|sos)$/,
  /^questions\.urgent\.(hint|option\.danger)$/,
  /^questions\.reason\.option\.(danger|violence|detention|minor)$/,
  /^questions\.heard\.option\.alone$/,
  /^questions\.topics\.option\.violence$/,
  /^message\.reply\.no-emergency$/,
  /^pages\.help\.title$/,
  /^bot\.command\.help$/,
  // What people type, not what Lotse says.
  /^common\.typed\./,
  /^icons\.officer$/,
]

/** The texts of every language that name no danger. */
export function ownTexts(): { language: string; key: string; text: string }[] {
  return Object.entries(readLocales()).flatMap(([language, { messages }]) =>
    [...flatten(messages)]
      .filter(([key]) => !NAMES_DANGER.some((name) => name.test(key)))
      .map(([key, text]) => ({ language, key, text })),
  )
}
