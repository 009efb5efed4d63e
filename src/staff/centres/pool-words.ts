// A pool of interpreters in words, for what was and what will be, and for the list.

import { MODES, type Pool } from '../../domain/profile/interpreting.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { topics } from '../../domain/questionnaire/first-questions.ts'
import type { Frame } from '../frame/frame.ts'
import { MODE_WORDS } from '../frame/terms.ts'
import type { Word } from '../frame/words.ts'
import type { Section } from './centre-words.ts'
import { languageNames } from './language-fields.ts'

export const POOL_NUMBERS = [
  { key: 'leadWorkingDays', word: 'poolLead', empty: 'poolUnknown' },
  { key: 'answersInWorkingDays', word: 'poolAnswers', empty: 'poolAtOnce' },
  { key: 'longestMinutes', word: 'poolLongest', empty: 'poolUnknown' },
  { key: 'freeCancelHours', word: 'poolFreeCancel', empty: 'poolAlways' },
] as const satisfies readonly { key: keyof Pool; word: Word; empty: Word }[]

/** How a pool's interpreters take part, the best first. */
export const modesOf = ({ modes }: Pool, { words }: Frame): string[] =>
  MODES.filter((mode) => modes.includes(mode)).map((mode) => words[MODE_WORDS[mode]])

const topicsOf = (codes: readonly string[]): string[] =>
  topics.options.list.filter(({ code }) => codes.includes(code)).map(({ term }) => term)

/** Everything the form about a pool can change; nothing of one that is not there. */
export function poolSections(
  frame: Frame,
  { centres }: Profile,
  pool: Pool | undefined,
  place: number,
): Section[] {
  const { words } = frame
  const lines = (said: (own: Pool) => readonly string[]) => (pool ? said(pool) : [])
  const line = (said: (own: Pool) => string | number | undefined) =>
    lines((own) => [`${said(own) ?? words.poolUnknown}`])
  const namesOf = (ids: readonly string[]) =>
    centres.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
  return [
    { label: words.name, lines: lines(({ name }) => [name]) },
    {
      label: words.poolModes,
      lines: lines((own) => modesOf(own, frame)),
    },
    {
      label: words.poolOnCallName,
      lines: line(({ onCall }) => (onCall ? words.poolYes : words.poolNo)),
    },
    {
      label: words.poolSpeaks,
      lines: line(({ languages }) => languageNames(languages).join(', ')),
    },
    {
      label: words.poolCentres,
      lines: lines((own) => (own.centres ? namesOf(own.centres) : [words.poolAllCentres])),
    },
    {
      label: words.poolGenderWish,
      lines: line(({ genderWish: one }) =>
        one === undefined ? one : one ? words.poolYes : words.poolNo,
      ),
    },
    { label: words.poolPlace, lines: line(() => `${place}.`) },
    ...POOL_NUMBERS.map(({ key, word, empty }) => ({
      label: words[word],
      lines: line((own) => own[key] ?? words[empty]),
    })),
    {
      label: words.poolLeavesOut,
      lines: line(({ excludes: all }) =>
        all?.length === 0 ? words.poolExcludesNothing : all && topicsOf(all).join(', '),
      ),
    },
    {
      label: words.poolContact,
      lines: lines(({ contact: { mail, phone, url } }) =>
        [mail, phone, url].filter((one) => one !== undefined),
      ),
    },
    {
      label: words.poolByMail,
      lines: line(({ byMail }) => (byMail ? words.poolYes : words.poolNo)),
    },
    { label: words.poolSource, lines: line(({ status }) => status.source) },
    {
      label: words.poolConfirmed,
      lines: line(({ status }) =>
        status.confirmed ? (status.asOf ?? words.poolYes) : words.poolNo,
      ),
    },
  ]
}
