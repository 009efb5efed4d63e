// Place in the talk → screen. Every screen has a way forward and a way back.

import type { CryKind } from '../../danger/cry-list.ts'
import { type Button, GAP, type Line, type Screen, strong } from '../screen.ts'
import { placeBefore, present, type ShownFacts, type Talk } from '../talk.ts'
import type { Text } from '../text.ts'
import { showAppointment, showCancel } from './appointment.ts'
import { showCentres } from './centres.ts'
import { numberLines, showDanger, showMinor, showSafe } from './danger.ts'
import { showLanguages } from './languages.ts'
import { showMyData } from './my-data.ts'
import { showPage, showPhone, showSent } from './pages.ts'
import { showDetailsConsent, showQuestion } from './questions.ts'
import { showReferral } from './referral.ts'
import { showCheck, showDays, showTimes } from './times.ts'
import { showWaiting, showWish } from './waiting.ts'

/** What stands above or before the screen of a place. */
export type Above = {
  notice?: Text | undefined
  /** Words of danger were heard: in a text that was asked for, or in one that was not. */
  heard?: { kind: CryKind; asked: boolean } | undefined
}

/** The screen of the place the talk is at, with what stands above it. */
export function show(talk: Talk, facts: ShownFacts, { notice, heard }: Above = {}): Screen {
  if (heard && !heard.asked) return showDanger(facts, talk.language, heard.kind)
  const here = present(talk, facts)
  const screen = showPlace(here, facts)
  const above: Line[] = heard
    ? [strong('danger.heard'), ...numberLines(facts, talk.language, heard.kind), GAP]
    : []
  if (notice) above.push({ text: notice }, GAP)
  const rows = placeBefore(here, facts) ? screen.rows : screen.rows.map(withoutBack)
  return { ...screen, lines: [...above, ...screen.lines], rows }
}

// A button that leads nowhere is none.
const withoutBack = (row: Button[]) => row.filter((one) => !('tap' in one && one.tap.do === 'back'))

function showPlace(talk: Talk, facts: ShownFacts): Screen {
  const { place } = talk
  switch (place.at) {
    case 'question':
      return showQuestion(talk, place, facts)
    case 'times':
      return showTimes(talk, place, facts)
    case 'days':
      return showDays(talk, place, facts)
    case 'centres':
      return showCentres(facts, talk.language)
    case 'check':
      return showCheck(talk, place, facts)
    case 'wish':
      return showWish(place, facts)
    case 'waiting':
      return showWaiting(facts)
    case 'appointment':
      return showAppointment(talk, facts)
    case 'cancel':
      return showCancel(talk, facts)
    case 'details':
      return showDetailsConsent()
    case 'safe':
      return showSafe(place)
    case 'phone':
      return showPhone()
    case 'sent':
      return showSent(talk, facts)
    case 'languages':
      return showLanguages(facts)
    case 'page':
      if (place.page === 'my-data') return showMyData(talk, facts)
      if (place.page === 'referral') return showReferral(facts.referral, facts)
      if (place.page === 'danger') return showDanger(facts, talk.language)
      if (place.page === 'minor') return showMinor(facts, talk.language)
      return showPage(talk, place.page, facts)
  }
}
