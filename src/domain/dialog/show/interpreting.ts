// What a person is told of the one who interprets for them. Never a topic and no language: phones are shared.

import type { Appointment, AppointmentNow } from '../../appointment/appointment.ts'
import { needOf } from '../../appointment/language-fit.ts'
import { knownBy } from '../../interpreting/nobody-left.ts'
import type { InterpretingMode } from '../../profile/interpreting.ts'
import type { AnswersById } from '../../questionnaire/question.ts'
import { button, GAP, type Line, line, PERSON, type Screen, SOS, strong } from '../screen.ts'
import type { Facts } from '../talk.ts'
import { addressLines, centreOf } from './centres.ts'
import { mayRemindLines, remindRow } from './reminded.ts'

/**
 * What became of it: a pool was asked, or asked again for a new time; somebody comes, or cannot come after
 * all and another is sought; nobody yet, and one is called when it begins; a counsellor there speaks the language.
 * That nobody was found: nobody.ts.
 */
export type InterpretingNews =
  | { what: 'asked-anew' | 'lost' | 'on-call' | 'spoken' }
  | { what: 'asked'; without: Wish }
  | { what: 'found'; mode: InterpretingMode; without: Wish }

/** The wish for a woman or a man that was given up, since nobody was found with it. */
type Wish = 'woman' | 'man' | null

/** What a screen about an appointment says of it; nothing where no pool was asked. */
export function interpreterLines({ interpreter }: Pick<Appointment, 'interpreter'>): Line[] {
  if (interpreter === 'confirmed') return [line('interpreting.found')]
  if (interpreter === 'ordered') return [line('interpreting.asked')]
  // One pool's answer: another may still be asked.
  return interpreter === 'refused' ? [line('interpreting.not-yet'), line('interpreting.bring')] : []
}

/** That one is called when it begins: nobody can promise that one is free then, and the wish is met by chance. */
export const onCallLines = (answers: AnswersById): Line[] => [
  line('interpreting.on-call'),
  ...calledLines(answers),
]

/** What is not known of who is called. */
export function calledLines(answers: AnswersById): Line[] {
  const { gender } = needOf(answers)
  return [
    line('interpreting.busy'),
    ...(gender === null ? [] : [line(`interpreting.called.${gender}`)]),
  ]
}

/** The appointment with the news of it, as its card. */
export const showInterpreting = (
  news: InterpretingNews,
  booking: Appointment & Pick<AppointmentNow, 'answers'>,
  facts: Facts,
): Screen =>
  cardWith(
    `interpreting.${news.what}`,
    newsLines(news, booking.answers, isDue(booking, facts)),
    booking,
    facts,
  )

/** An appointment as its card, below something that is new about it; `brief`: without where it is and its code. */
export function cardWith(
  screenId: string,
  news: readonly Line[],
  booking: Appointment & Pick<AppointmentNow, 'answers'>,
  facts: Facts,
  { brief = false }: { brief?: boolean } = {},
): Screen {
  const centre = centreOf(facts, booking.centre)
  const { id, startsAt } = booking
  const move = button('reminders.button.other-time', { do: 'move' })
  const cancel = button('booking.appointment.button.cancel', { do: 'cancel' })
  return {
    id: screenId,
    keep: true,
    tells: { kind: 'card', appointment: { id, centre: booking.centre, startsAt } },
    lines: [
      ...news,
      GAP,
      line('booking.check.when', { when: { when: startsAt } }),
      line('booking.check.where', { centre: centre.name }),
      ...(brief
        ? []
        : [...addressLines(centre), line('booking.appointment.code'), { mono: booking.ref }]),
      ...mayRemindLines(booking, facts),
    ],
    rows: [...remindRow(booking, facts), [move, cancel], [SOS, PERSON]],
  }
}

const without = (wish: Wish): Line[] => (wish ? [line(`interpreting.without.${wish}`)] : [])

/** Whether it had to be known by now who interprets: from then on who is promised nobody hears what to do. */
export const isDue = (
  { startsAt }: Pick<Appointment, 'startsAt'>,
  { profile, now }: Pick<Facts, 'profile' | 'now'>,
): boolean => now >= knownBy(startsAt, profile.state)

function newsLines(news: InterpretingNews, answers: AnswersById, isLate: boolean): Line[] {
  const more = (key: string) => line(`interpreting.${key}`)
  const bring = isLate ? [more('bring')] : []
  switch (news.what) {
    case 'found':
      return [strong('interpreting.found'), more(`by.${news.mode}`), ...without(news.without)]
    case 'asked':
      return [strong('interpreting.asked'), ...without(news.without), ...bring, more('tell')]
    case 'asked-anew':
      return [strong('interpreting.anew'), ...bring, more('tell')]
    case 'lost':
      return [strong('interpreting.lost'), more('asked'), ...bring, more('tell')]
    case 'on-call':
      return [strong('interpreting.on-call'), ...calledLines(answers), more('bring')]
    case 'spoken':
      return [strong('interpreting.spoken')]
  }
}
