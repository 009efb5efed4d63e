// The three bots that are compared, and what people do with each.

import { readFileSync } from 'node:fs'
import type { Step } from './people.ts'
import type { Program } from './running.ts'

const WITHOUT_WARNING = '--disable-warning=ExperimentalWarning'

// As `npm start` starts it: `… exec node … src/node.ts`.
const { scripts } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { scripts: { start: string } }

const words = scripts.start.split(' ')
const settings = words
  .slice(0, words.indexOf('exec'))
  .map((word) => word.split('=') as [string, string])

export const lotse: Program = {
  args: [WITHOUT_WARNING, ...words.slice(words.indexOf('node') + 1)],
  env: Object.fromEntries(settings),
}
export const floor: Program = { args: [WITHOUT_WARNING, 'bench/taps/bots/floor.ts'] }
export const empty: Program = { args: [WITHOUT_WARNING, 'bench/taps/bots/empty.ts'] }
export const conversations: Program = {
  args: [WITHOUT_WARNING, 'bench/taps/bots/conversations.ts'],
}

const opening: Step[] = ['/start', /~lo~(de|ar|en)~consent/, /~ag~/]
const questions: Step[] = [
  /~an~urgent~no/,
  /~an~topics~(housing|work)/,
  /~an~district~(mitte|hamborn|sued|walsum)/,
  /~an~spoken~(de|ar|en|tr)/,
]

/** From /start to the last check before booking, in one of three languages. */
export const form: Step[] = [...opening, ...questions, /~tm~/]

/** As `form`; then booked by the button `book`, and cancelled, so that the time is free. */
export const bookingBy = (book: RegExp): Step[] => [...form, book, /~ca$/, /~cy~/]

/** The same with reminders, in a chat, to which the calendar file is sent. */
export const booking = bookingBy(/~bo~.*~yes/)

/** Answers, changed again and again: `rounds` times four answers and four times back. */
export function toAndFro(rounds: number): Step[] {
  const round = [...questions, ...questions.map(() => /~bk$/)]
  return [...opening, ...Array.from({ length: rounds }, () => round).flat()]
}

/** The form of the comparison bots: /start and `steps` buttons. */
export function formOf(steps: number): Step[] {
  return ['/start', ...Array.from({ length: steps }, (_, step) => new RegExp(`^f:${step}:`))]
}
