// What becomes of what is said here: what matters most first, the rest one tap further (GDPR Art. 13).

import { type Line, line, strong } from '../screen.ts'
import type { Facts } from '../talk.ts'
import { whoLines } from './centres.ts'
import { REST } from './choices.ts'

/**
 * Who reads it, what a pool of interpreters hears where there is one, what is stored and how it is deleted; the rest is who answers in the city, what a messenger
 * keeps and what nobody asks for.
 */
export function privacyLines(facts: Facts, language: string, section?: string): Line[] {
  const lines =
    section === REST
      ? [...whoLines(facts, language), line('lobby.privacy.telegram'), line('lobby.privacy.never')]
      : [
          line('lobby.privacy.who-reads'),
          ...(facts.profile.interpreting?.length ? [line('lobby.privacy.interpreter')] : []),
          line('lobby.privacy.stored'),
          line('lobby.privacy.delete'),
        ]
  return [strong('lobby.privacy.title'), ...lines]
}
