// What a screen says of who counsels: an icon at each time that suits, what the icons mean, and one line at the
// time somebody has or is about to take. Only what is known is said, and an interpreter is never promised.

import type { Appointment } from '../../appointment/appointment.ts'
import { type Fit, type FittingTime, type Need, needOf } from '../../appointment/language-fit.ts'
import { spoken } from '../../questionnaire/place-questions.ts'
import { listOf } from '../../questionnaire/questionnaire.ts'
import type { Asking } from '../fitting.ts'
import { type Line, line } from '../screen.ts'
import type { Facts } from '../talk.ts'
import { say, type Text, withIcon } from '../text.ts'
import { calledLines, interpreterLines, isDue, onCallLines } from './interpreting.ts'

const SPOKEN = '🗣️'
const KNOWN = '⭐'
const GENDER = { woman: '👩', man: '👨' } as const

/**
 * The language as it stands in a sentence or on a button: in itself, and signed German as the question names it. What
 * somebody wrote of theirs is not repeated: screens are read aloud, and messages do not know it.
 */
export function languageName(language: string): Text {
  if (language === 'other') return say('language.yours')
  const isListed = listOf(spoken).some(({ code }) => code === language)
  return say(isListed ? `questions.${spoken.id}.option.${language}` : `language-name.${language}`)
}

/** What stands before a time that suits; `null` before the others. */
export function markOf(fit: Fit, { gender }: Need): string | null {
  const icons = [
    fit.language === 'spoken' ? SPOKEN : '',
    fit.isSameCounsellor ? KNOWN : '',
    fit.gender === 'met' && gender ? GENDER[gender] : '',
  ].join('')
  return icons === '' ? null : icons
}

/** A label with its mark. */
export const marked = (label: Text, fit: Fit, need: Need): Text =>
  withIcon(label, markOf(fit, need))

/**
 * What the marks of a list mean, of those that stand in it; and from when an interpreter can still be
 * asked for, where that is so.
 * @param shown what stands in the list
 * @param all what it was taken from
 */
export function legendLines(
  shown: readonly FittingTime[],
  all: readonly FittingTime[],
  need: Need,
): Line[] {
  const { language, gender } = need
  const some = (is: (fit: Fit) => boolean) => shown.some(({ fit }) => is(fit))
  const lines: Line[] = []
  if (language && some((fit) => fit.language === 'spoken')) {
    lines.push(line('language.list.spoken', { language: languageName(language) }))
  }
  if (some((fit) => fit.isSameCounsellor)) lines.push(line('language.list.known'))
  if (gender && some((fit) => fit.gender === 'met')) lines.push(line(`language.list.${gender}`))
  if (language && some((fit) => fit.language === 'on-call')) {
    lines.push(line('language.list.on-call', { language: languageName(language) }))
  }
  const ordered = all.filter(({ fit }) => fit.language === 'interpreter')
  if (language && some((fit) => fit.language === 'interpreter')) {
    const day = Math.min(...ordered.map(({ time }) => time.startsAt))
    lines.push(
      line('language.list.interpreter', { day: { day }, language: languageName(language) }),
    )
  }
  return lines
}

/** That their language is spoken at none of the times of a list, before they have chosen one; only where that is known. */
export const nobodyLines = (shown: readonly FittingTime[], { language }: Need): Line[] =>
  language !== null && shown.length > 0 && shown.every(({ fit }) => fit.language === 'nobody')
    ? [line('language.list.nobody', { language: languageName(language) })]
    : []

/** How it is at one time: whether the language is spoken, and what becomes of the wish for a woman or a man. */
export const fitLines = (fit: Fit, need: Need, asking: Asking, at: At, facts: World): Line[] => [
  ...languageLines(fit, asking, at, facts),
  // Said with it that it is not known, while there is still a choice.
  ...(fit.language === 'unknown' && !at.interpreter ? [BRING] : []),
  ...counsellorLines(fit, need),
]

/** A time, or an appointment with what came of the order of its interpreter. */
type At = Pick<Appointment, 'startsAt'> & Partial<Pick<Appointment, 'interpreter'>>
type World = Pick<Facts, 'profile' | 'now'>

const BRING = line('language.fit.bring')

/** Whether the language is spoken, as far as the interpreter is ordered by now; nothing where none is needed. */
export function languageLines(fit: Fit, asking: Asking, at: At, facts: World): Line[] {
  const { interpreter = null } = at
  const { language } = needOf(asking.answers)
  if (language === null) return []
  const isKnown = isDue(at, facts)
  const said = languageSaid(fit, interpreter, isKnown)
  if (said === 'refused') return interpreterLines({ interpreter })
  const lines = [line(`language.fit.${said}`, { language: languageName(language) })]
  if (said === 'on-call') return [...lines, ...calledLines(asking.answers), BRING]
  const isLate = said === 'interpreter' && isKnown
  return said === 'nobody' || isLate ? [...lines, BRING] : lines
}

/**
 * The same in a message that comes by itself: the language is not named in it, since phones are shared. What is not known is
 * said with what to do, as before it was booked.
 */
export function messageLines(
  fit: Fit,
  at: Pick<Appointment, 'startsAt' | 'interpreter'> & Asking,
  facts: World,
): Line[] {
  const { interpreter } = at
  const isKnown = isDue(at, facts)
  if (fit.language === 'no-need') return []
  const said = languageSaid(fit, interpreter, isKnown)
  const yours = (how: 'spoken' | 'nobody' | 'unknown') =>
    line(`language.fit.${how}`, { language: say('language.yours') })
  if (said === 'spoken') return [yours(said)]
  if (said === 'on-call') return onCallLines(at.answers)
  if (said === 'confirmed' || interpreter === 'refused') return interpreterLines({ interpreter })
  if (said === 'interpreter') {
    const asked = interpreterLines({ interpreter: 'ordered' })
    return isKnown ? [...asked, line('interpreting.bring')] : asked
  }
  return said === 'refused' ? interpreterLines({ interpreter: said }) : [yours(said), BRING]
}

/** Whether it is who knows them, and a woman or a man as they wish. */
export function counsellorLines(fit: Fit, { gender }: Need): Line[] {
  const known = fit.isSameCounsellor ? [line('language.fit.known')] : []
  return gender && fit.gender !== 'no-wish'
    ? [...known, line(`language.${fit.gender}.${gender}`)]
    : known
}

type LanguageSaid = 'confirmed' | 'refused' | Exclude<Fit['language'], 'no-need'>

// Who sits there comes before who was ordered: the order is no longer needed then. What has been asked for is
// still asked for when it would be too late to ask anew, and where one can be called that is said once it had to be
// known.
function languageSaid(
  { language }: Fit,
  interpreter: Appointment['interpreter'],
  isKnown: boolean,
): LanguageSaid {
  if (language === 'spoken' || language === 'no-need') return 'spoken'
  if (interpreter === 'confirmed') return 'confirmed'
  if (language === 'on-call' && isKnown) return language
  if (interpreter === 'ordered') return 'interpreter'
  // Who was asked has nobody, whoever could still be asked.
  return language === 'interpreter' && interpreter === 'refused' ? 'refused' : language
}
