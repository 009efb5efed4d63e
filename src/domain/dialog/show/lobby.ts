// Before the consent: nothing is stored, so every button carries the language itself.

import type { CryKind } from '../../danger/cry-list.ts'
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
import type { Carried, LobbyPage } from '../tap.ts'
import { say } from '../text.ts'
import { centreLines, openLines, whoLines } from './centres.ts'
import { callRows, dangerLines } from './danger.ts'
import { responsibleLines } from './responsible.ts'

/**
 * All languages by their own names, for a person whose language is not yet known. On the way to the
 * numbers for danger the two that everybody knows come first, without a word.
 */
export function showLanguageMenu(
  facts: Facts,
  from: Carried = {},
  page: 'consent' | 'danger' = 'consent',
): Screen {
  const choices = facts.reading.map(
    (language): Button => ({
      label: say('lobby.language.own-name'),
      language,
      tap: { do: 'lobby', language, page, ...from },
    }),
  )
  const [first = 'de'] = facts.reading
  const other = page === 'danger' ? 'languages' : 'sos'
  const label = say(page === 'danger' ? 'common.button.back' : 'common.button.sos')
  const known = page === 'danger' ? facts.profile.numbers.slice(0, 2) : []
  return {
    id: page === 'danger' ? 'language-menu.danger' : 'language-menu',
    lines: [
      ...known.map(({ number }): Line => ({ phone: number })),
      ...facts.reading.map((language): Line => ({ text: say('lobby.language.choose'), language })),
    ],
    rows: [
      ...inRows(choices, 2),
      [{ label, language: first, tap: { do: 'lobby', language: first, page: other, ...from } }],
    ],
  }
}

/**
 * The numbers for danger before the consent; with `heard`, what was typed brought them: nothing of it
 * is kept.
 */
export function showLobbyDanger(
  language: string,
  facts: Facts,
  { danger: _, ...from }: Carried = {},
  heard?: CryKind,
): Screen {
  const to = (key: string, page: LobbyPage, also: Carried = {}): Button =>
    button(key, { do: 'lobby', language, page, ...from, ...also })
  return {
    id: 'lobby.danger',
    keep: true,
    lines: dangerLines(facts, language, heard),
    rows: [
      ...callRows(facts, language, heard),
      [to('danger.button.walk-in', 'centres')],
      [to('danger.button.time', 'consent', { danger: heard ?? 'pressed' })],
      ...(heard ? [[to('danger.button.all', 'danger')]] : []),
      [to(heard ? 'danger.button.not-meant' : 'common.button.back', 'consent')],
    ],
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
  from: Carried = {},
): Screen {
  const to = (key: string, target: LobbyPage, style?: 'primary'): Button =>
    button(key, { do: 'lobby', language, page: target, ...from }, style)
  const agree: Button = {
    label: say('lobby.consent.button.agree'),
    tap: { do: 'agree', language, ...from },
    style: 'success',
  }
  const back = to('common.button.back', 'consent')
  const sos = to('common.button.sos', 'danger')
  switch (page) {
    case 'languages':
      return showLanguageMenu(facts, from)
    case 'consent':
      return {
        id: 'consent',
        lines: consentLines(facts, language),
        rows: [
          [agree],
          [to('lobby.consent.button.decline', 'declined'), to('lobby.consent.button.more', 'more')],
          [
            to('lobby.consent.button.numbers', 'danger'),
            to('lobby.consent.button.languages', 'languages'),
          ],
        ],
      }
    case 'more':
      return {
        id: 'consent.more',
        lines: privacyLines(facts, language),
        rows: [[agree], [to('lobby.responsible.title', 'responsible')], [back, sos]],
      }
    case 'responsible':
      return {
        id: 'consent.responsible',
        lines: responsibleLines(facts),
        rows: [[agree], [to('common.button.back', 'more'), sos]],
      }
    case 'declined':
      return {
        id: 'declined',
        lines: [
          strong('lobby.declined.title'),
          line('lobby.declined.come'),
          ...centreLines(facts, 'all', language),
        ],
        rows: [[agree], [back, sos]],
      }
    case 'centres':
      return {
        id: 'lobby.centres',
        lines: [
          strong('centres.title'),
          ...openLines(facts),
          ...centreLines(facts, 'all', language),
        ],
        rows: [[back, sos]],
      }
    case 'danger':
      return showLobbyDanger(language, facts, from)
    case 'sos':
      return showLanguageMenu(facts, from, 'danger')
  }
}

/** What a person reads before they agree. */
export function consentLines(
  facts: Pick<Facts, 'profile' | 'unreviewed'>,
  language: string,
): Line[] {
  return [
    strong('lobby.consent.welcome'),
    line('lobby.consent.what', { city: facts.profile.city }),
    line('lobby.consent.who-reads'),
    line('lobby.consent.stored'),
    line('lobby.consent.telegram'),
    line('lobby.consent.decide'),
    ...(facts.unreviewed.includes(language) ? [GAP, line('lobby.language.unreviewed')] : []),
    GAP,
    line('lobby.consent.ask'),
  ]
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
    rows: [
      [button('lobby.erased.button.again', { do: 'lobby', language, page: 'consent' })],
      [button('common.button.sos', { do: 'lobby', language, page: 'danger' })],
    ],
  }
}
