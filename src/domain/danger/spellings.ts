// The other ways a word of a list is typed: in Latin letters, in Arabic ones, umlauts as two letters.

const LATIN_OFFICIAL = letters(
  'а a б b в v г h ґ g д d е e є ye ж zh з z и y і i ї i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ю yu я ya ы y э e ё e ъ a ь',
)
const LATIN_HURRIED = letters(
  'а a б b в v г g ґ g д d е e є e ж j з z и i і i ї yi й y к k л l м m н n о o п p р r с s т t у u ф f х h ц c ч ch ш sh щ sch ю u я ia ы i э e ё yo ъ u ь',
)
const LATIN_BULGARIAN = letters(
  'а a б b в v г g д d е e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х h ц ts ч ch ш sh щ sht ъ a ь y ю yu я ya',
)
const LATIN_BULGARIAN_U = new Map([...LATIN_BULGARIAN, ['ъ', 'u']])
const LATIN_CHAT = letters(
  'а a б b в w г g д d е e ж j з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х h ц c ч 4 ш 6 щ 6t ъ y ь i ю iu я q',
)
const BULGARIAN = [
  LATIN_BULGARIAN,
  LATIN_BULGARIAN_U,
  LATIN_CHAT,
  new Map([...LATIN_CHAT, ['в', 'v'], ['ъ', 'u']]),
]
const KURDISH_ARABIC = letters(
  'a ا b ب c ج ç چ d د e ه ê ێ f ف g گ h ه i i î ی j ژ k ک l ل m م n ن o ۆ p پ q ق r ر s س ş ش t ت u و û و v ڤ w و x خ y ی z ز',
)

// What short words become in Latin letters and others mean by them.
const TAKEN = ['be', 'bi', 'bit', 'bil', 'i', 'e', 'a', 'to', 'on', 'do', 'die', 'bien', 'dawi']

/** Every way to type a word, or a stem without its star, of a language; as it is listed first. */
export function spellingsOf(language: string, word: string, isStem: boolean): string[] {
  const [listed = word, ...others] = allOf(language, word)
  return [listed, ...others.filter((other) => isLongEnough(other, isStem))]
}

/** The ways in which a text of a language that has letters of its own is typed in Latin ones. */
export function inLatinLetters(language: string, text: string): string[] {
  if (!/\p{Script=Cyrillic}/u.test(text)) return []
  const maps = { uk: [LATIN_OFFICIAL, LATIN_HURRIED], bg: BULGARIAN }[language] ?? []
  return maps.map((map) => spelt(text.toLowerCase(), map))
}

// A stem that became short would be the beginning of too many words of other languages.
function isLongEnough(other: string, isStem: boolean): boolean {
  return isStem ? other.length > 3 : !TAKEN.includes(other.replace(/'/g, ''))
}

function allOf(language: string, word: string): string[] {
  if (language === 'uk') return [word, spelt(word, LATIN_OFFICIAL), spelt(word, LATIN_HURRIED)]
  if (language === 'bg') return [word, ...BULGARIAN.map((map) => spelt(word, map))]
  if (language === 'kmr') return [word, inArabicLetters(word)]
  if (language === 'de') return [word, spelt(word, UMLAUTS)]
  return [word]
}

const UMLAUTS = letters('ä ae ö oe ü ue')

/** Pairs of a letter and what it becomes; the last may become nothing. */
function letters(pairs: string): Map<string, string> {
  const parts = pairs.split(' ')
  const map = new Map<string, string>()
  for (let i = 0; i < parts.length; i += 2) map.set(parts[i] ?? '', parts[i + 1] ?? '')
  return map
}

function spelt(word: string, map: Map<string, string>): string {
  return [...word].map((letter) => map.get(letter) ?? letter).join('')
}

/** Kurmanji as it is written in Iraq and Syria: the short i is not written, a vowel never begins. */
function inArabicLetters(word: string): string {
  if (!/^\p{Script=Latin}+$/u.test(word)) return word
  const written = spelt(word, KURDISH_ARABIC)
  return (/^[aeêiîouû]/.test(word) ? `ئ${written}` : written).replaceAll('i', '')
}
