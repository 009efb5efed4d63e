// What a person may always do with what is held about them, whatever they agree to.

import type { Input } from './reduce.ts'
import type { Place } from './talk.ts'
import { emptiesChat, type Page, type Tap } from './tap.ts'

const TAPS: readonly Tap['do'][] = [
  'export',
  'delete-yes',
  'erase',
  'erase-yes',
  'withdraw',
  'cancel',
  'cancel-yes',
]

/**
 * Seeing, taking along, withdrawing and deleting, and giving a seat back: they need no consent, so a
 * text that has changed since must not stand before them (GDPR Art. 7 (3), 15, 17).
 */
export function concernsOwnData(input: Input): boolean {
  if (input.kind === 'command') return input.command === 'mydata' || input.command === 'delete'
  if (input.kind !== 'tap') return false
  const { tap } = input
  if (tap.do === 'open') return tap.page === 'my-data' || tap.page === 'delete'
  return TAPS.includes(tap.do) || emptiesChat(tap)
}

/** Whether a place is where that is done or asked about. */
export function isAboutOwnData(place: Place): boolean {
  if (place.at === 'page') return OWN_PAGES.includes(place.page)
  return place.at === 'erase' || place.at === 'cancel'
}

const OWN_PAGES: readonly Page[] = ['my-data', 'delete', 'hidden']
