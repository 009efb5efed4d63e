// Which of our languages a browser asks for.

// What browsers call a language that has another key here. Kurmanji and Sorani are both "ku" to many.
const OTHER_TAGS: readonly [tag: RegExp, key: string][] = [
  [/^fa-af\b/, 'prs'],
  [/^ku-(arab|iq|ir)\b/, 'ckb'],
  [/^ku\b/, 'kmr'],
  [/^mo\b/, 'ro'],
]

// A header of a browser has a handful.
const MOST = 20

/** The first of the keys that an Accept-Language header asks for, by its weights; none where it names none of them. */
export function acceptedOf(header: string, keys: readonly string[]): string | undefined {
  const wished = header
    .toLowerCase()
    .split(',', MOST)
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(/\s*;\s*/)
      const weight = parameters.find((one) => one.startsWith('q='))?.slice(2)
      return { tag, weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  for (const { tag } of wished) {
    const other = OTHER_TAGS.find(([known]) => known.test(tag))?.[1]
    const key = keys.find((one) => one === (other ?? tag.split('-')[0]))
    if (key) return key
  }
  return undefined
}
