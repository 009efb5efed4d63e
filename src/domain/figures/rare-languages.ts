// Languages that are needed too seldom to stand in any month, told by whole quarters of the whole city.

import type { LanguageCount } from './languages.ts'

/**
 * In which steps it is told. A hidden count is `fewest` less one at most, so only a multiple of that could say that each
 * of some counts is as large: no step is one.
 */
const stepsFrom = (fewest: number): number[] =>
  [1, 2, 5, 10].map((times) => times * fewest).filter((step) => step % (fewest - 1) !== 0)

/** That a language was needed at least so often beyond what its months show. */
export type RareLanguage = {
  language: string
  /** its first and last month (YYYY-MM), of whole quarters */
  from: string
  until: string
  atLeast: number
}

/**
 * What the months hide, by language: summed over all centres and ways of being understood, and carried on from quarter
 * to quarter until it may be told. No quarter stands in two spans of one language, so nothing comes out of
 * their difference; all of them begin at the first quarter of all counts, whoever asks for which weeks.
 * @param counted all that was ever counted, of all centres
 * @param finished the last month that is over (YYYY-MM)
 * @param fewest from how many on people are counted in figures
 */
export function rareLanguages(
  counted: readonly LanguageCount[],
  finished: string,
  fewest: number,
): RareLanguage[] {
  const steps = stepsFrom(fewest)
  const over = counted.filter(({ month }) => lastOfQuarter(month) <= finished)
  const hidden = Map.groupBy(
    over.filter(({ count }) => count < fewest),
    ({ language }) => language,
  )
  const ends = over.map(({ month }) => lastOfQuarter(month)).sort()
  const [first] = ends
  if (first === undefined) return []
  return [...hidden.keys()].sort().flatMap((language) => {
    const quarters = Map.groupBy(hidden.get(language) ?? [], ({ month }) => lastOfQuarter(month))
    const told: RareLanguage[] = []
    let [from, carried] = [firstOfQuarter(first), 0]
    for (const until of [...quarters.keys()].sort()) {
      carried += (quarters.get(until) ?? []).reduce((all, { count }) => all + count, 0)
      const atLeast = steps.findLast((step) => carried >= step)
      if (atLeast === undefined) continue
      told.push({ language, from, until, atLeast })
      ;[from, carried] = [monthAfter(until), 0]
    }
    return told
  })
}

const named = (month: number): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`

const numberOf = (month: string): number =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1

const firstOfQuarter = (month: string): string => {
  const n = numberOf(month)
  return named(n - (n % 3))
}

const lastOfQuarter = (month: string): string => named(numberOf(firstOfQuarter(month)) + 2)

const monthAfter = (month: string): string => named(numberOf(month) + 1)
