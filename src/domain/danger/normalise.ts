// Typed text made comparable: one letter for what people type as one, words between single spaces.

// One letter each for what NFKC keeps apart and keyboards mix up (Arabic, Persian, Kurdish; Russian
// and Ukrainian; Turkish). What maps to nothing is dropped.
const FOLDED: [string, string][] = [
  ['يىیێېۍۑ', 'ی'],
  ['كکڪڭ', 'ک'],
  ['هەةہۃھ', 'ه'],
  ['وۆۇۈۋ', 'و'],
  ['رڕړ', 'ر'],
  ['لڵ', 'ل'],
  ['فڤڥ', 'ف'],
  ['اٱ', 'ا'],
  ['ں', 'ن'],
  ['іы', 'и'],
  ['єэ', 'е'],
  ['ґ', 'г'],
  ['ı', 'i'],
  ['ß', 's'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['əǝ', 'e'],
  ["ءـь'’‘`´ʼʻʾʿ", ''],
  // Marks that are not seen: joiners, directions, variants and skin colours of emoji.
  ['\u061C\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF\uFE0E\uFE0F', ''],
  ['\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069🏻🏼🏽🏾🏿', ''],
  ['.!?؟۔。‼⁉', '.'],
]

const FOLDS = new Map<string, string>()
for (const [letters, to] of FOLDED) for (const letter of letters) FOLDS.set(letter, to)
for (let digit = 0; digit < 10; digit++) {
  FOLDS.set(String.fromCodePoint(0x660 + digit), String(digit))
  FOLDS.set(String.fromCodePoint(0x6f0 + digit), String(digit))
}

const WORD = /[\p{L}\p{N}]/u
const PICTURE = /\p{Extended_Pictographic}/u

/** Where a sentence ends, and where the text begins and ends. */
export const BREAK = '.'

/** Text as words between single spaces, made comparable; see {@link wordsOf}. */
export function normalise(text: string): string {
  return wordsOf(text).join(' ')
}

/**
 * The words of a text, {@link BREAK} where a sentence ends. Lower case without marks above letters;
 * letters typed twice or more count once, as hurried hands repeat them; emoji are words; the
 * Persian «می» stands with its verb, as it is written with a space, a joiner or nothing.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = []
  let word = ''
  const end = () => {
    if (word !== '') push(word, words)
    word = ''
  }
  // Dots that trail off do not end a sentence.
  for (const character of text.replace(/\.{2,}|…/g, ' ')) {
    for (const sign of folded(character)) {
      if (sign === ' ') end()
      else if (sign === BREAK || pictures.has(sign)) {
        end()
        push(sign, words)
      } else if (!word.endsWith(sign) || isDigit(sign)) word += sign
    }
  }
  end()
  return words
}

// What was seen once is looked up: people use few letters and few emoji.
const folds = new Map<string, string>()
const pictures = new Set<string>()

/** What one character becomes; a space where it belongs to no word. */
function folded(character: string): string {
  const known = folds.get(character)
  if (known !== undefined) return known
  const plain = FOLDS.has(character)
    ? character
    : character
        .normalize('NFKD')
        .toLowerCase()
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
  let result = ''
  for (const sign of plain) {
    const isPicture = PICTURE.test(sign)
    if (isPicture) pictures.add(sign)
    result += FOLDS.get(sign) ?? (isPicture || WORD.test(sign) ? sign : ' ')
  }
  if (folds.size < 10_000) folds.set(character, result)
  return result
}

const isDigit = (sign: string) => sign >= '0' && sign <= '9'
const isPrefix = (word: string | undefined) => word === 'می' || word === 'نمی'

function push(word: string, words: string[]): void {
  const last = words.at(-1)
  if (word === BREAK && last === BREAK) return
  if (isPrefix(last) && last !== undefined && word !== BREAK && !pictures.has(word)) {
    const both = word.startsWith('ی') ? last + word.slice(1) : last + word
    if (!isPrefix(both)) {
      words[words.length - 1] = both
      return
    }
  }
  words.push(word)
}
