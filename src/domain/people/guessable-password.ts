// Passwords that somebody who guesses tries first.

/** Words that long lists of leaked passwords are made of, in German and English, with the rows of the keyboard. */
const COMMON = [
  ...['password', 'passwort', 'kennwort', 'geheim', 'secret', 'login', 'admin', 'administrator'],
  ...[
    'willkommen',
    'welcome',
    'hallo',
    'hello',
    'letmein',
    'changeme',
    'test',
    'master',
    'iloveyou',
  ],
  ...['qwertz', 'qwerty', 'qwertzuiop', 'qwertyuiop', 'asdfgh', 'asdfghjkl', 'yxcvbn', 'zxcvbn'],
  ...['sommer', 'winter', 'summer', 'herbst', 'schatz', 'princess', 'sunshine', 'dragon', 'monkey'],
  ...['fussball', 'football', 'beratung', 'lotse', 'duisburg', 'deutschland', 'germany'],
]

/** Different signs that have to be left beside common words, the account's own, and rows such as 1234. */
const LEAST_LEFT = 5

/**
 * Whether a password is one of those that are tried first: made of common words, of what the account says of itself, of
 * repetitions and rows (NIST SP 800-63B, 3.1.1.2).
 *
 * @param own what everybody knows of the account: address, name
 */
export function isGuessable(password: string, own: readonly string[]): boolean {
  const known = [...COMMON, ...own.flatMap(wordsOf)].sort((a, b) => b.length - a.length)
  const rest = known.reduce((left, word) => left.replaceAll(word, ' '), plain(password))
  // What follows the sign before it, or repeats it, is no sign of its own.
  const left = [...rest].filter((sign, at, all) => !isBeside(sign, all[at - 1]))
  return new Set(left.filter((sign) => sign !== ' ')).size < LEAST_LEFT
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

const wordsOf = (text: string): string[] =>
  plain(text)
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 2)

const isBeside = (sign: string, before: string | undefined): boolean =>
  before !== undefined && Math.abs((sign.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0)) < 2
