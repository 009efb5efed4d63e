// What staff can write to a person: templates of Lotse, those of the city, or a text in German.

import type { Tells } from '../../appointment/told.ts'
import type { Shipped } from '../../profile/templates.ts'
import { button, GAP, type Line, line, PERSON, type Screen, SOS, strong } from '../screen.ts'
import type { Facts } from '../talk.ts'
import { addressLines, centreLines, centreOf } from './centres.ts'
import { type Filling, templateLines } from './template.ts'

/** `own`: worded by the city, by language, and filled from the record. */
export type StaffMessage = { centre: string } & (
  | { template: Shipped }
  | { template: 'free'; text: string }
  | { template: 'own'; texts: Readonly<Record<string, string>>; filling: Filling }
)

/** The message in the person's language; a free text stays German and says so. */
export function showStaffMessage(message: StaffMessage, facts: Facts, language: string): Screen {
  const centre = centreOf(facts, message.centre)
  const alone: Facts = { ...facts, profile: { ...facts.profile, centres: [centre] } }
  const lines: Line[] = [
    strong('message.title'),
    line('common.name', { name: centre.name }),
    GAP,
    ...bodyOf(message, alone, language),
    line('message.answer'),
    // Where to come to when fills a small phone, and is no question.
    ...(message.template === 'come' ? [] : [line('voice.short')]),
  ]
  return withButtons(message.template, lines)
}

/** The lines of such a message as a screen; `tells`: the appointment that it speaks of. */
export function withButtons(template: string, lines: Line[], tells?: Tells): Screen {
  const mine = button('booking.appointment.button.mine', { do: 'open', page: 'my-data' })
  const screen = {
    id: `staff-message.${template}`,
    keep: true,
    lines,
    rows: [[mine], [SOS, PERSON]],
  }
  return tells ? { ...screen, tells } : screen
}

// The centre has been named above.
const unnamed = ([, , ...lines]: Line[]) => lines

function bodyOf(message: StaffMessage, alone: Facts, language: string): Line[] {
  switch (message.template) {
    case 'call':
      return [
        line('message.call'),
        line('centres.person.phone'),
        ...unnamed(centreLines(alone, 'phone', language)),
      ]
    case 'papers':
      return [line('booking.appointment.bring-papers')]
    case 'letter':
      return [line('booking.appointment.bring-letter')]
    case 'come':
      return [
        line('centres.walk-in-page.come'),
        ...unnamed(centreLines(alone, 'walk-in', language)),
      ]
    case 'own':
      return templateLines(message.texts, message.filling, alone, language)
    case 'free':
      return [
        line('message.in-german'),
        GAP,
        { quote: message.text },
        GAP,
        ...alone.profile.centres.flatMap(addressLines),
      ]
  }
}
