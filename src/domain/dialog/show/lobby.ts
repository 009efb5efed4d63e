// Before the consent: nothing is stored, so every button carries the language itself.

import {
  type Button,
  button,
  FOOTER,
  GAP,
  inRows,
  type Line,
  line,
  type Screen,
  strong,
} from '../screen.ts'
import type { Facts } from '../talk.ts'
import type { LobbyPage } from '../tap.ts'
import { say } from '../text.ts'
import { centreLines, numberLines, whoLines } from './centres.ts'
import { responsibleLines } from './responsible.ts'

/** All languages by their own names, for a person whose language is not yet known. */
export function showLanguageMenu(facts: Facts, source?: string): Screen {
  return {
    id: 'language-menu',
    lines: facts.reading.map((language) => ({
      text: say('lobby.language.choose'),
      language,
    })),
    rows: inRows(
      facts.reading.map(
        (language): Button => ({
          label: say('lobby.language.own-name'),
          language,
          tap: { do: 'lobby', language, page: 'consent', ...(source ? { source } : {}) },
        }),
      ),
      2,
    ),
  }
}

/** The language menu for a person who has agreed: it can be changed at every step. */
export function showLanguages(facts: Facts): Screen {
  return {
    id: 'languages',
    lines: [strong('lobby.language.title')],
    rows: [
      ...inRows(
        facts.reading.map(
          (language): Button => ({
            label: say('lobby.language.own-name'),
            language,
            tap: { do: 'language', language },
          }),
        ),
        2,
      ),
      FOOTER,
    ],
  }
}

/** What this is, who reads it, what is stored; agree, do not agree, read more; and what is open to all. */
export function showLobby(
  page: LobbyPage,
  language: string,
  facts: Facts,
  source?: string,
): Screen {
  const from = source ? { source } : {}
  const to = (key: string, target: LobbyPage, style?: 'primary'): Button =>
    button(key, { do: 'lobby', language, page: target, ...from }, style)
  const agree: Button = {
    label: say('lobby.consent.button.agree'),
    tap: { do: 'agree', language, ...from },
    style: 'success',
  }
  const back = to('common.button.back', 'consent')
  switch (page) {
    case 'languages':
      return showLanguageMenu(facts, source)
    case 'consent':
      return {
        id: 'consent',
        lines: [
          strong('lobby.consent.welcome'),
          line('lobby.consent.what', { city: facts.profile.city }),
          line('lobby.consent.who-reads'),
          line('lobby.consent.stored'),
          line('lobby.consent.decide'),
          ...(facts.unreviewed.includes(language) ? [GAP, line('lobby.language.unreviewed')] : []),
          GAP,
          line('lobby.consent.ask'),
        ],
        rows: [
          [agree],
          [to('lobby.consent.button.decline', 'declined'), to('lobby.consent.button.more', 'more')],
          [
            to('lobby.consent.button.numbers', 'numbers'),
            to('lobby.consent.button.languages', 'languages'),
          ],
        ],
      }
    case 'more':
      return {
        id: 'consent.more',
        lines: privacyLines(facts, language),
        rows: [[agree], [to('lobby.responsible.title', 'responsible')], [back]],
      }
    case 'responsible':
      return {
        id: 'consent.responsible',
        lines: responsibleLines(facts),
        rows: [[agree], [to('common.button.back', 'more')]],
      }
    case 'declined':
      return {
        id: 'declined',
        lines: [
          strong('lobby.declined.title'),
          line('lobby.declined.come'),
          ...centreLines(facts, 'all', language),
        ],
        rows: [[agree], [to('lobby.consent.button.numbers', 'numbers'), back]],
      }
    case 'centres':
      return {
        id: 'lobby.centres',
        lines: [strong('centres.title'), ...centreLines(facts, 'all', language)],
        rows: [[back]],
      }
    case 'numbers':
      return {
        id: 'lobby.numbers',
        lines: [
          strong('danger.title'),
          GAP,
          ...numberLines(facts),
          GAP,
          line('danger.nobody-reads'),
        ],
        rows: [[to('lobby.declined.button.centres', 'centres')], [back]],
      }
  }
}

/** Who reads what is said here, what is stored, and where it can be seen and deleted. */
export function privacyLines(facts: Facts, language: string): Line[] {
  return [
    strong('lobby.privacy.title'),
    line('lobby.privacy.who-reads'),
    ...whoLines(facts, language),
    line('lobby.privacy.stored'),
    line('lobby.privacy.telegram'),
    line('lobby.privacy.never'),
    line('lobby.privacy.delete'),
  ]
}

/** After everything was erased: how to clear the chat itself, and how to begin again. */
export function showErased(language: string): Screen {
  const lines: Line[] = [
    strong('lobby.erased.title'),
    line('lobby.erased.appointment'),
    line('lobby.erased.clear-chat'),
  ]
  return {
    id: 'erased',
    lines,
    rows: [[button('lobby.erased.button.again', { do: 'lobby', language, page: 'consent' })]],
  }
}
