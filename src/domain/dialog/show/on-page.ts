// A screen on a page of ours instead of in a chat: no messenger keeps what is written, nothing can be sent
// there, and nothing stays but what is asked for.

import type { Button, Line, Screen } from '../screen.ts'
import type { Text } from '../text.ts'

/** What is true of a chat alone, with what is true of a page; `null` where nothing is said there. */
export const ON_PAGE: Readonly<Record<string, string | null>> = {
  'lobby.consent.stored': 'page.consent.stored',
  'lobby.consent.telegram': null,
  'lobby.privacy.stored': 'page.privacy.stored',
  'lobby.privacy.telegram': null,
  'lobby.privacy.delete': 'page.privacy.delete',
  'facts.telegram': null,
  // The frame of every page says it.
  'facts.trial': null,
  'lobby.erased.clear-chat': null,
  'centres.phone-number.hint': 'page.phone-hint',
  'danger.others-read': 'page.others-read',
  'danger.button.hide': null,
  // Every number calls by itself.
  'danger.button.call': null,
  'voice.hint': 'voice.on-page',
  'voice.short': 'voice.on-page',
  'pages.help.commands': null,
  'pages.delete.what': 'page.deletes',
  'pages.hidden.title': 'page.others-read',
  'pages.hidden.look': null,
  'pages.my-data.chat': 'page.cookie',
  'pages.my-data.button.hide': null,
  // To whoever has a chat beside the page; who has none is told otherwise (show/ways.ts).
  'booking.check.remind': 'ways.remind',
  'booking.appointment.reminded': 'ways.reminded',
  'waiting.how': 'ways.waiting',
}

const AMONG_ANSWERS: readonly string[] = ['booking.check.topic', 'booking.check.button.other-topic']

/** The key of a sentence on a page; `undefined` where it is not said there. */
export const keyOnPage = (key: string): string | undefined =>
  key in ON_PAGE ? (ON_PAGE[key] ?? undefined) : key

/** The screen as it is true on a page; what stands among the answers to be checked is not said twice. */
export function asPage(screen: Screen): Screen {
  const isTwice = ({ key }: Text) => screen.answers !== undefined && AMONG_ANSWERS.includes(key)
  const said = screen.lines.filter((line) => !('text' in line && isTwice(line.text)))
  const lines = linesOnPage(said)
  const rows = screen.rows.map((row) =>
    row.flatMap((button): Button[] => {
      const label = isTwice(button.label) ? undefined : textOnPage(button.label)
      return label ? [{ ...button, label }] : []
    }),
  )
  return { ...screen, lines: numbersFirst(lines), rows: rows.filter((row) => row.length > 0) }
}

/** Lines as they are true on a page. */
export const linesOnPage = (lines: readonly Line[]): Line[] =>
  lines.flatMap((line): Line[] => {
    if (!('text' in line)) return [line]
    const text = textOnPage(line.text)
    return text ? [{ ...line, text }] : []
  })

/** A chat shows the end of a message, a page its beginning: there the numbers for danger stand. */
function numbersFirst(lines: Line[]): Line[] {
  const title = lines.findIndex((line) => 'text' in line && line.text.key === 'danger.title')
  const number = lines.findIndex((line) => 'phone' in line)
  const gap = lines.findLastIndex((line, nth) => nth < number && 'gap' in line)
  if (title < 0 || gap <= title + 1) return lines
  const [before, between] = [lines.slice(0, title + 1), lines.slice(title + 1, gap)]
  return [...before, ...lines.slice(gap), { gap: true }, ...between]
}

function textOnPage(text: Text): Text | undefined {
  const key = keyOnPage(text.key)
  return key === undefined ? undefined : { ...text, key }
}
