// Who lives in the town, and what they come about. Everybody is made up.

import type { Channel } from '../../domain/people/address.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { sourceCode } from '../../domain/profile/source.ts'
import type { Chance } from './chance.ts'

/** The languages in which people of the town read. */
type Language = keyof typeof NAMES

/** What somebody says when they are asked; what is not there is skipped. */
export type Townsman = {
  /** Sixteen digits and more are nobody's in Telegram. */
  address: { channel: Channel; id: string }
  language: Language
  source?: string
  /** Options by question, those of `topics` in their order. */
  answers: Readonly<Record<string, string>>
  topics: readonly string[]
  reminds: boolean
  /** Whether they go on with the optional questions. */
  tells: boolean
  alias: string
}

// Reading language, the languages spoken with it, and how many of a hundred.
const LANGUAGES: readonly (readonly [readonly [keyof typeof NAMES, readonly string[]], number])[] =
  [
    [['ar', ['ar', 'kmr', 'own']], 27],
    [['uk', ['uk', 'ru']], 14],
    [['tr', ['tr', 'de']], 11],
    [['ckb', ['ckb']], 8],
    [['kmr', ['kmr']], 8],
    [['fa', ['fa']], 7],
    [['prs', ['prs', 'ps']], 6],
    [['bg', ['bg', 'tr']], 6],
    [['ro', ['ro']], 5],
    [['en', ['en', 'ti', 'so']], 5],
    [['de', ['de']], 3],
  ]

const TOPICS = [
  ['residence', 24],
  ['letter', 18],
  ['housing', 15],
  ['money', 13],
  ['work', 8],
  ['german', 6],
  ['family', 5],
  ['health', 4],
  ['school', 3],
  ['reunification', 2],
  ['debts', 2],
] as const

const REASONS = [
  ['letter', 8],
  ['money-stopped', 4],
  ['permit-ends', 4],
  ['eviction', 3],
  ['no-bed', 1],
] as const

const NAMES = {
  ar: ['Rima', 'Samir', 'Huda', 'Nabil', 'Layal'],
  uk: ['Oksana', 'Taras', 'Iryna', 'Bohdan'],
  tr: ['Ayşe', 'Murat', 'Elif', 'Cem'],
  ckb: ['Shilan', 'Karwan', 'Nazdar'],
  kmr: ['Berfin', 'Rojhat', 'Zelal'],
  fa: ['Shirin', 'Kaveh', 'Parisa'],
  prs: ['Zahra', 'Farid', 'Nargis'],
  bg: ['Desislava', 'Georgi', 'Stefka'],
  ro: ['Ioana', 'Mihai', 'Florina'],
  en: ['Blessing', 'Samuel', 'Selam'],
  de: ['Kim', 'Alex'],
} as const

/**
 * Somebody who lives near `centre`, where anybody does; `nth` tells them from all others. What is said of one's own
 * accord is worth playing only where it `isRecent`: of the others it has been erased by now.
 */
export function townsman(
  profile: Profile,
  { centre, nth, isRecent }: { centre: string; nth: number; isRecent: boolean },
  chance: Chance,
): Townsman {
  const [language, spoken] = chance.weighted(LANGUAGES)
  const isUrgent = chance.is(0.14)
  const first = chance.weighted(TOPICS)
  const second = chance.weighted(TOPICS)
  const at = profile.centres.find(({ id }) => id === centre)
  const near = profile.districts.filter(({ id }) => profile.routing.districts[id] === centre)
  const source = at && chance.is(0.35) ? sourceCode(at) : undefined
  return {
    address: {
      channel: chance.is(0.72) ? 'telegram' : 'web',
      id: `${FIRST_CHAT + nth}`,
    },
    language,
    ...(source ? { source } : {}),
    answers: {
      urgent: isUrgent ? 'yes' : 'no',
      reason: chance.weighted(REASONS),
      district: near.length > 0 && chance.is(0.9) ? chance.oneOf(near).id : 'unsure',
      spoken: chance.oneOf(spoken),
      age: chance.weighted([
        ['18-26', 3],
        ['27-plus', 7],
      ] as const),
      household: chance.oneOf(['alone', 'family', 'with-children']),
      german: chance.oneOf(['none', 'a1-a2', 'b1']),
      counsellor: chance.oneOf(['either', 'either', 'woman']),
    },
    topics: chance.is(0.3) && second !== first ? [first, second] : [first],
    reminds: chance.is(0.6),
    tells: isRecent && chance.is(0.4),
    alias: chance.oneOf(NAMES[language]),
  }
}

/** Telegram's own numbers are far below: nobody outside the demo can be written to by these. */
const FIRST_CHAT = 9_000_000_000_000_000

/** Whether a chat is one of somebody who is made up. */
export const isMadeUp = (chatId: number): boolean => chatId >= FIRST_CHAT
