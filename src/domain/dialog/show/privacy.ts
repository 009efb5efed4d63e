// What becomes of what is said here: what matters most first, the rest some taps further (GDPR Art. 13).

import { type Line, line, strong } from '../screen.ts'
import type { Facts } from '../talk.ts'
import { ACCESSIBILITY, accessibilityLines } from './accessibility.ts'
import { whoLines } from './centres.ts'
import { REST } from './choices.ts'
import { imprintLines } from './imprint.ts'
import { basisLines, keptLines, RIGHTS_LINES } from './legal.ts'

/**
 * Section by section, as a small screen holds them: who reads it, what a pool of interpreters hears where there is
 * one, what is stored and how it is deleted; who answers in the city, what a messenger keeps and what nobody asks for;
 * then what the law wants said, who publishes it, and how accessible it is.
 */
const SECTIONS: readonly { id: string; lines: (facts: Facts, language: string) => Line[] }[] = [
  {
    id: '',
    lines: ({ profile }) => [
      line('lobby.privacy.who-reads'),
      ...(profile.interpreting?.length ? [line('lobby.privacy.interpreter')] : []),
      line('lobby.privacy.stored'),
      line('lobby.privacy.delete'),
    ],
  },
  {
    id: REST,
    lines: (facts, language) => [
      ...whoLines(facts, language),
      line('lobby.privacy.telegram'),
      line('lobby.privacy.never'),
    ],
  },
  { id: 'basis', lines: ({ profile }) => basisLines(profile) },
  { id: 'kept', lines: ({ profile }) => keptLines(profile) },
  { id: 'rights', lines: () => [...RIGHTS_LINES] },
  { id: 'imprint', lines: ({ profile }) => imprintLines(profile) },
  { id: ACCESSIBILITY, lines: accessibilityLines },
]

/** One section under the title; an unknown one, which an old button may name, is the first. */
export function privacyLines(facts: Facts, language: string, section = ''): Line[] {
  const own = SECTIONS.find(({ id }) => id === section) ?? SECTIONS[0]
  return [strong('lobby.privacy.title'), ...(own?.lines(facts, language) ?? [])]
}

/** The section behind "more"; none after the last. */
export function privacyAfter(section = ''): string | undefined {
  return SECTIONS[SECTIONS.findIndex(({ id }) => id === section) + 1]?.id
}

/** All of it on one page. */
export function wholePrivacyLines(facts: Facts, language: string): Line[] {
  const title = strong('lobby.privacy.title')
  return [title, ...SECTIONS.slice(0, -2).flatMap(({ lines }) => lines(facts, language))]
}
