// What stands on the desk in German, for papers that name it.

import { readFileSync } from 'node:fs'

const sections = Object.values(
  JSON.parse(readFileSync('locales/staff/de.json', 'utf8')) as Record<
    string,
    Record<string, string>
  >,
)
const words = new Set(sections.flatMap((section) => Object.values(section)))

/** Names of pages in the navigation. */
export const PAGES = sections.flatMap((section) =>
  Object.entries(section).flatMap(([key, word]) => (/^nav[A-Z]/.test(key) ? [word] : [])),
)

/** What is printed bold in a paper. */
export const bold = (text: string): string[] =>
  [...text.replaceAll('\n', ' ').matchAll(/\*\*(.+?)\*\*/g)].map(([, name = '']) => name)

/** What is printed bold and stands on no page of the desk; `stressed` is bold for another reason. */
export const notOnTheDesk = (text: string, stressed: readonly string[]): string[] =>
  bold(text).filter((name) => !words.has(name) && !stressed.includes(name))
