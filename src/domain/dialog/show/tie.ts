// The link by which a person is tied to another address of theirs: from a page to a chat, and back.

import { button, FOOTER, type Line, line, type Screen, strong } from '../screen.ts'
import type { Facts, ShownFacts } from '../talk.ts'
import type { TiedTo } from '../tap.ts'
import { say } from '../text.ts'
import { showLanguageMenu } from './languages.ts'

/** The link and what comes of it; where it is over or used, a new one. */
export function showTie(to: TiedTo, { tie, hasChat }: ShownFacts): Screen {
  const appointment = button('pages.help.button.appointment', { do: 'appointment' })
  if (to === 'chat' && hasChat) {
    return {
      id: 'tie.done',
      lines: [strong('ways.notice.in-chat'), line('ways.by-chat')],
      rows: [[appointment], FOOTER],
    }
  }
  if (!tie) {
    return {
      id: 'tie.over',
      lines: [strong('ways.notice.link-over')],
      rows: [[button('ways.button.new-link', { do: 'tie', to }, 'primary')], [appointment], FOOTER],
    }
  }
  return {
    id: `tie.${to}`,
    lines: [
      strong(`ways.tie.${to}.title`),
      ...HOW[to],
      line('ways.tie.once', { time: { time: tie.until } }),
      line('ways.tie.secret'),
    ],
    rows: [[{ label: say(`ways.tie.${to}.button`), open: tie.url }], [appointment], FOOTER],
  }
}

/** The same to somebody whom nobody knows, in every language: theirs is not known either. */
export function showLinkOver(facts: Facts): Screen {
  const menu = showLanguageMenu(facts)
  const over = facts.reading.map(
    (language): Line => ({ text: say('ways.notice.link-over'), language }),
  )
  return { ...menu, id: 'tie.unknown', lines: over }
}

const HOW: Record<TiedTo, Line[]> = {
  chat: [line('ways.tie.chat.how'), line('ways.tie.chat.keeps')],
  page: [line('ways.tie.page.how')],
}
