// Words that stay as they are in every language: what the sign on the door or the paper says.

const TERMS = [
  'Lotse',
  'RSC',
  'KIM',
  'NRW',
  'Duisburg',
  'Hamborn',
  'Hochfeld',
  'Rheinhausen',
  'Laar',
  'Ruhrort',
  'Cookie',
  'Telegram',
  'Jobcenter',
  'Sozialamt',
  'Jugendamt',
  'BAMF',
  'Ausländerbehörde',
  'Kita',
  'Ausbildung',
  'Duldung',
  'Ankunftsnachweis',
  'Aufenthaltsgestattung',
  'Aufenthaltserlaubnis',
  'Niederlassungserlaubnis',
  'Fiktionsbescheinigung',
  'Chancen-Aufenthaltsrecht',
  'Rechtsbehelfsbelehrung',
  'Hilfetelefon',
  'TelefonSeelsorge',
  'mbeon',
  'MBE',
  'JMD',
  'AWO',
  'DRK',
  'Diakonie',
  'Caritas',
  'ZIUMA',
  'EU',
  'PIN',
  'PDF',
  'JSON',
]

/** A gloss or a name in brackets, the letter of a paragraph (§ 104c), a command, an address of a page or a mailbox. */
const KEPT = [
  /\([^()]*\)/g,
  /(?<=\d)[a-z](?![a-z])/g,
  /(?<![\p{L}\d])\/[a-z]+/gu,
  /\S+@\S+/g,
  /\bhttps?:\S+/g,
]
const KEPT_TERM = new RegExp(`(?<!\\p{L})(${TERMS.join('|')})(?!\\p{L})`, 'gu')

/** The text without placeholders and without what is rightly the same in every language. */
export function ownWords(text: string): string {
  let rest = text.replace(/\{\{[^{}]*\}\}/g, ' ')
  for (const kept of KEPT) rest = rest.replace(kept, ' ')
  return rest.replace(KEPT_TERM, ' ')
}
