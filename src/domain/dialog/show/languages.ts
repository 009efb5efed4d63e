// The menus of languages: before the consent, and for a person who has agreed.

import { type Button, FOOTER, inRows, type Line, type Screen, strong } from '../screen.ts'
import type { Facts } from '../talk.ts'
import type { Carried } from '../tap.ts'
import { say, withIcon } from '../text.ts'
import { voiceRows } from './voices.ts'

type MenuPage = 'consent' | 'danger' | 'nothing' | 'more' | 'barrier' | 'barrier-sent'

const IDS: Record<MenuPage, string> = {
  consent: 'language-menu',
  more: 'language-menu',
  danger: 'language-menu.danger',
  nothing: 'language-menu.nothing',
  barrier: 'language-menu.barrier',
  'barrier-sent': 'language-menu.told',
}

/**
 * All languages by their own names, for a person whose language is not yet known. On the way to the
 * numbers for danger the two that everybody knows stand there, without a word; after a barrier was told of
 * without a language, a sign that it has arrived. `isAnswer` where it is said first that nothing is stored.
 */
export function showLanguageMenu(
  facts: Facts,
  from: Carried = {},
  page: MenuPage = 'consent',
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
  const choose = say('lobby.language.choose')
  // Words of it in all languages would not fit on a small phone; they come with the language.
  const heading = page === 'barrier-sent' ? withIcon(choose, '✅') : choose
  const said = isAnswer ? say('lobby.nothing.title') : heading
  const last: Button = {
    ...{ label, language: first },
    tap: { do: 'lobby', language: first, page: other, ...from },
  }
  return {
    id: isAnswer ? IDS.nothing : IDS[page],
    lines:
      page === 'danger'
        ? facts.profile.numbers.slice(0, 2).map(({ number }): Line => ({ phone: number }))
        : facts.reading.map((language): Line => ({ text: said, language })),
    rows: inRows([...choices, last], 2),
  }
}

/**
 * The menu for whoever has written something that nobody here could read, as in a language that has no button: with
 * what needs no words, a number under which a person answers, and the way to the addresses. More does not fit on a small phone.
 */
export function showUnreadMenu(menu: Screen, { profile, reading }: Facts, from: Carried): Screen {
  // The languages that most people have read something of, whatever theirs is.
  const language = ['en', 'de'].find((key) => reading.includes(key)) ?? 'de'
  const [phone] = profile.centres.flatMap(({ phones }) => phones)
  const addresses: Button = {
    ...{ label: say('lobby.declined.button.centres'), language },
    tap: { do: 'lobby', language, page: 'centres', via: 'languages', ...from },
  }
  const [last = [], ...rows] = menu.rows.toReversed()
  return {
    id: 'language-menu.unread',
    lines: [...menu.lines, ...(phone ? [{ phone }] : [])],
    rows: [...rows.toReversed(), [addresses, ...last]],
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
