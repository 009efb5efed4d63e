// A message from staff: worded when they send it, so that what they saw goes out and can be read later.

import type { Deps } from '../../deps.ts'
import type { Tells } from '../../domain/appointment/told.ts'
import type { Line } from '../../domain/dialog/screen.ts'
import { linesFor, type SentWords, type WrittenLine } from '../../domain/dialog/sent-words.ts'
import { linesOnPage } from '../../domain/dialog/show/on-page.ts'
import {
  type StaffMessage,
  showStaffMessage,
  withButtons,
} from '../../domain/dialog/show/staff-message.ts'
import type { Facts } from '../../domain/dialog/talk.ts'
import type { Compose } from './outbox.ts'

const GERMAN = 'de'

/** What the outbox keeps in the open: codes and ids, never the text. */
export type StaffMessageNote = {
  template: string
  centre: string
  intake: string
  by: string
}

/** A message in the words of its reader, and in German. */
export function wordsFor(
  { i18n, clock }: Pick<Deps, 'i18n' | 'clock'>,
  message: StaffMessage,
  facts: Facts,
  language: string,
  { isOnPage = false } = {},
): SentWords {
  const now = clock.now()
  const linesIn = (reading: string) => {
    const { lines } = showStaffMessage(message, facts, reading)
    return isOnPage ? linesOnPage(lines) : lines
  }
  const lines = linesIn(language)
  const german = language === GERMAN ? null : written(i18n, linesIn(GERMAN), GERMAN, now)
  return { name: null, language, lines, theirs: written(i18n, lines, language, now), german }
}

/** What lines say to a reader. */
export function written(
  i18n: Deps['i18n'],
  lines: readonly Line[],
  reading: string,
  now: number,
): WrittenLine[] {
  return lines.flatMap((line): WrittenLine[] => {
    if ('gap' in line) return []
    if ('text' in line) {
      const language = line.language ?? reading
      return [{ text: i18n.t(language, line.text, now), language }]
    }
    const text =
      'mono' in line
        ? line.mono
        : 'phone' in line
          ? line.phone
          : 'link' in line
            ? line.link
            : line.quote
    return [{ text, language: GERMAN }]
  })
}

/** Drops words that are gone, erased with the person's data, and what speaks of an appointment that is another one by now. */
export const composeStaffMessage: Compose = async (deps, _city, message) => {
  if (message.text === null) return { drop: 'gone' }
  const { template } = message.payload as StaffMessageNote
  const words = JSON.parse(message.text) as SentWords
  const { tells } = words
  if (tells && !(await stillHolds(deps, tells))) return { drop: 'changed' }
  return { screen: withButtons(template, linesFor(words, message.language), tells) }
}

async function stillHolds(deps: Deps, tells: Tells): Promise<boolean> {
  const told = 'appointment' in tells ? tells.appointment : null
  const booking = told && (await deps.store.appointments.find(told.id))
  if (booking?.state !== 'booked') return false
  return booking.startsAt === told?.startsAt && booking.centre === told.centre
}
