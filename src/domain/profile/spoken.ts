// Whether what a profile says to people is there in every language they can choose.
import type { Profile } from './profile.ts'

/**
 * One line `path: what is expected` for each offer that people are shown without a word of what it
 * is in one of `languages`. Offers that only staff see may wait for their translation.
 */
export const unspokenOffers = ({ offers = [] }: Profile, languages: readonly string[]): string[] =>
  offers.flatMap(({ name, what = {}, shown }, at) => {
    const missing = shown ? languages.filter((language) => !(language in what)) : []
    return missing.map(
      (language) =>
        `offers[${at}].what.${language}: expected a text, since "${name}" is shown to people, got nothing`,
    )
  })
