// Whether what a profile says to people is there in every language they can choose, and whether the
// languages it says are spoken are known.
import type { Profile } from './profile.ts'

/**
 * One line `path: what is expected` for each language of who counsels and of whom to ask for interpreters
 * that is none of `known`: nobody could ever ask for it.
 */
export const unknownLanguages = (
  { centres, interpreting = [] }: Pick<Profile, 'centres' | 'interpreting'>,
  known: readonly string[],
): string[] => {
  const counsellors = centres.flatMap(({ openings }, centre) =>
    openings.flatMap(({ counselling = [] }, opening) =>
      counselling.map(({ languages }, at) => ({
        path: `centres[${centre}].openings[${opening}].counselling[${at}]`,
        languages,
      })),
    ),
  )
  const pools = interpreting.map(({ languages }, at) => ({
    path: `interpreting[${at}]`,
    languages,
  }))
  return [...counsellors, ...pools].flatMap(({ path, languages }) =>
    languages.flatMap((language, at) =>
      known.includes(language)
        ? []
        : `${path}.languages[${at}]: expected one of ${known.join(', ')}, got "${language}"`,
    ),
  )
}

/**
 * One line `path: what is expected` for each programme that people are shown without a word of what it
 * is in one of `languages`. Programmes that only staff see may wait for their translation.
 */
export const unspokenProgrammes = (
  { programmes = [] }: Profile,
  languages: readonly string[],
): string[] =>
  programmes.flatMap(({ name, what = {}, shown }, at) => {
    const missing = shown ? languages.filter((language) => !(language in what)) : []
    return missing.map(
      (language) =>
        `programmes[${at}].what.${language}: expected a text, since "${name}" is shown to people, got nothing`,
    )
  })

/**
 * One line `path: what it means for people` for each text of the city's own questions that has no words
 * in some of `languages`: whoever reads those reads it in German.
 */
export const unspokenQuestions = (
  { questions = [] }: Profile,
  languages: readonly string[],
): string[] =>
  questions.flatMap(({ id, name, title, hint, options = [] }, at) => {
    const texts: [string, Record<string, string> | undefined][] = [
      ['name', name],
      ['title', title],
      ['hint', hint],
      ...options.map((option, index): [string, Record<string, string>] => [
        `options[${index}].words`,
        option.words,
      ]),
    ]
    return texts.flatMap(([place, words]) => {
      const missing = words ? languages.filter((language) => !(language in words)) : []
      return missing.length > 0
        ? [`questions[${at}].${place}: ${id}, read in German by who reads ${missing.join(', ')}`]
        : []
    })
  })
