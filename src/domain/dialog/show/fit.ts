// What a screen says of who counsels: an icon at each time that suits, what the icons mean, and one line at the
// time somebody has or is about to take. Only what is known is said, and an interpreter is never promised.

import type { Appointment } from '../../appointment/appointment.ts'
import type { Fit, FittingTime, Need } from '../../appointment/language-fit.ts'
import { type Line, line } from '../screen.ts'
import { type Text, withIcon } from '../text.ts'
import { interpreterLines } from './interpreting.ts'

const SPOKEN = '🗣'
const KNOWN = '🤝'
const GENDER = { woman: '👩', man: '👨' } as const

// What has no name in itself: one the person wrote in words, and one without a script.
const NAMED: Readonly<Record<string, string>> = {
  other: 'language.yours',
  dgs: 'questions.spoken.option.dgs',
}

/** The language as it stands in a sentence or on a button. */
export const languageName = (language: string): Text => ({
  key: NAMED[language] ?? `language-name.${language}`,
})

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
  const ordered = all.filter(({ fit }) => fit.language === 'interpreter')
  if (language && some((fit) => fit.language === 'interpreter')) {
    const day = Math.min(...ordered.map(({ time }) => time.startsAt))
    lines.push(
      line('language.list.interpreter', { day: { day }, language: languageName(language) }),
    )
  }
  return lines
}

/** How it is at one time: whether the language is spoken, and what becomes of the wish for a woman or a man. */
export function fitLines(
  fit: Fit,
  { language, gender }: Need,
  interpreter: Appointment['interpreter'] = null,
): Line[] {
  const lines: Line[] = []
  if (language) {
    const said = languageSaid(fit, interpreter)
    lines.push(
      ...(said === 'refused'
        ? interpreterLines({ interpreter })
        : [line(`language.fit.${said}`, { language: languageName(language) })]),
    )
  }
  if (fit.isSameCounsellor) lines.push(line('language.fit.known'))
  if (gender && fit.gender !== 'no-wish') lines.push(line(`language.${fit.gender}.${gender}`))
  return lines
}

type LanguageSaid = 'spoken' | 'confirmed' | 'interpreter' | 'refused' | 'nobody' | 'unknown'

// Who sits there comes before who was ordered: the order is no longer needed then. What has been asked for is
// still asked for when it would be too late to ask anew.
function languageSaid({ language }: Fit, interpreter: Appointment['interpreter']): LanguageSaid {
  if (language === 'spoken' || language === 'no-need') return 'spoken'
  if (interpreter === 'confirmed') return 'confirmed'
  if (interpreter === 'ordered') return 'interpreter'
  // Who was asked has nobody, whoever could still be asked.
  return language === 'interpreter' && interpreter === 'refused' ? 'refused' : language
}
