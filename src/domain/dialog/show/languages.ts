// The menus of languages: before the consent, and for a person who has agreed.

import { type Button, FOOTER, inRows, type Line, type Screen, strong } from '../screen.ts'
import type { Facts } from '../talk.ts'
import type { Carried } from '../tap.ts'
import { say } from '../text.ts'
import { voiceRows } from './voices.ts'

/**
 * All languages by their own names, for a person whose language is not yet known. On the way to the
 * numbers for danger the two that everybody knows stand there, without a word. `isAnswer` where it is
 * said first that nothing is stored.
 */
export function showLanguageMenu(
  facts: Facts,
  from: Carried = {},
  page: 'consent' | 'danger' | 'nothing' | 'more' = 'consent',
  isAnswer = page === 'nothing',
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
  const said = say(isAnswer ? 'lobby.nothing.title' : 'lobby.language.choose')
  const last: Button = {
    ...{ label, language: first },
    tap: { do: 'lobby', language: first, page: other, ...from },
  }
  return {
    id:
      page === 'danger'
        ? 'language-menu.danger'
        : isAnswer
          ? 'language-menu.nothing'
          : 'language-menu',
    lines:
      page === 'danger'
        ? facts.profile.numbers.slice(0, 2).map(({ number }): Line => ({ phone: number }))
        : facts.reading.map((language): Line => ({ text: said, language })),
    rows: inRows([...choices, last], 2),
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
      ...voiceRows(facts),
      FOOTER,
    ],
  }
}
