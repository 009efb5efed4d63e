// Whether what a profile says to people is there in every language they can choose.
import type { Profile } from './profile.ts'

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
