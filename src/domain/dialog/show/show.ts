// Place in the talk → screen. Every screen has a way forward and a way back.

import { GAP, type Screen } from '../screen.ts'
import { present, type ShownFacts, type Talk } from '../talk.ts'
import type { Text } from '../text.ts'
import { showAppointment, showCancel } from './appointment.ts'
import { showCentres, showDanger } from './centres.ts'
import { showLanguages } from './lobby.ts'
import { showMyData } from './my-data.ts'
import { showPage, showPhone, showSent } from './pages.ts'
import { showDetailsConsent, showQuestion } from './questions.ts'
import { showReferral } from './referral.ts'
import { showCheck, showDays, showTimes } from './times.ts'
import { showWaiting, showWish } from './waiting.ts'

/** The screen of the place the talk is at, with a notice above it where there is one. */
export function show(talk: Talk, facts: ShownFacts, notice?: Text): Screen {
  const screen = showPlace(present(talk, facts), facts)
  if (!notice) return screen
  return { ...screen, lines: [{ text: notice }, GAP, ...screen.lines] }
}

function showPlace(talk: Talk, facts: ShownFacts): Screen {
  const { place } = talk
  switch (place.at) {
    case 'question':
      return showQuestion(talk, place.id, facts)
    case 'danger':
      return showDanger(facts)
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
    case 'phone':
      return showPhone()
    case 'sent':
      return showSent(talk, facts)
    case 'languages':
      return showLanguages(facts)
    case 'page':
      if (place.page === 'my-data') return showMyData(talk, facts)
      if (place.page === 'referral') return showReferral(facts.referral, facts)
      return showPage(talk, place.page, facts)
  }
}
