// Which programmes may be something for this person, and why. A suggestion, never a promise.

import { dateOf } from '../calendar/wall-clock.ts'
import { say, type Text } from '../dialog/text.ts'
import type { Programme } from '../profile/partners.ts'
import type { Profile } from '../profile/profile.ts'
import { questionIn } from './questionnaire.ts'
import { type Answers, codeOf, codesOf, QUESTIONS, type QuestionId } from './questions.ts'
import { codeText, nameOf } from './wording.ts'

/** A programme that nothing speaks against. */
export type SuggestedProgramme = {
  programme: Programme
  /** The answers that speak for it; none where it is for everybody. */
  because: Text[]
  /** Names of the questions that are still to be asked, in the talk. */
  ask: Text[]
  /** Ended programmes that this one follows and that would have fitted. */
  follows: Programme[]
}

/** What an answer says about one condition: it is met, it is not, or it has to be asked. */
type Verdict = { fits: Text[] } | { ask: Text } | 'against' | 'no-condition'

const BANDS: Record<string, { from: number; until: number }> = {
  'under-18': { from: 0, until: 17 },
  '18-26': { from: 18, until: 26 },
  '27-plus': { from: 27, until: 120 },
}

const name = (id: QuestionId): Text => nameOf(asked(id))
const option = (id: QuestionId, code: string): Text => codeText(asked(id), code)

function asked(id: QuestionId) {
  const found = questionIn(QUESTIONS, id)
  if (!found) throw new Error(`no question ${id}`)
  return found
}

function age({ audience: { ages } }: Programme, answers: Answers): Verdict {
  if (!ages) return 'no-condition'
  const answer = codeOf(answers, 'age')
  const band = answer === undefined ? undefined : BANDS[answer]
  if (answer === undefined || !band) return { ask: name('age') }
  if (band.until < ages.from || band.from > ages.until) return 'against'
  const within = band.from >= ages.from && band.until <= ages.until
  return within ? { fits: [option('age', answer)] } : { ask: name('age') }
}

function paper({ audience: { residenceGroups } }: Programme, answers: Answers): Verdict {
  if (!residenceGroups) return 'no-condition'
  const answer = codeOf(answers, 'document')
  if (answer === undefined || answer === 'in-person') return { ask: name('document') }
  return residenceGroups.includes(answer) ? { fits: [option('document', answer)] } : 'against'
}

function topic({ audience }: Programme, answers: Answers): Verdict {
  if (!audience.topics) return 'no-condition'
  const said = codesOf(answers, 'topics')
  if (said.length === 0) return { ask: name('topics') }
  const common = said.filter((one) => audience.topics?.includes(one))
  return common.length > 0 ? { fits: common.map((one) => option('topics', one)) } : 'against'
}

function district(programme: Programme, answers: Answers, profile: Profile): Verdict {
  const { districts } = programme.audience
  if (!districts) return 'no-condition'
  const answer = codeOf(answers, 'district')
  if (answer === 'outside') return 'against'
  const home = profile.districts.find(({ id }) => id === answer)
  if (!home) return { ask: name('district') }
  return districts.includes(home.id)
    ? { fits: [say('common.name', { name: home.name })] }
    : 'against'
}

/** Whether a programme runs on the day of `now` (epoch ms) in Germany. */
export function isRunning({ runsFrom = '', runsUntil = '9999' }: Programme, now: number): boolean {
  const today = dateOf(now)
  return runsFrom <= today && today <= runsUntil
}

// With a condition, at least one answer has to speak for it: else everything would be suggested to
// somebody who has answered nothing.
function judge(
  profile: Profile,
  answers: Answers,
  programme: Programme,
): SuggestedProgramme | undefined {
  const verdicts = [
    topic(programme, answers),
    age(programme, answers),
    paper(programme, answers),
    district(programme, answers, profile),
  ]
  if (verdicts.includes('against')) return undefined
  const because = verdicts.flatMap((one) =>
    typeof one === 'object' && 'fits' in one ? one.fits : [],
  )
  const ask = verdicts.flatMap((one) => (typeof one === 'object' && 'ask' in one ? [one.ask] : []))
  if (because.length === 0 && ask.length > 0) return undefined
  return { programme, because, ask, follows: [] }
}

/**
 * Suggests running programmes to staff: those with most reasons first. An ended programme is never
 * suggested; where it would have fitted, the one that took its place is, with that reason.
 */
export function suggestProgrammes(
  profile: Profile,
  answers: Answers,
  now: number,
): SuggestedProgramme[] {
  const fitting = (profile.programmes ?? []).flatMap(
    (programme) => judge(profile, answers, programme) ?? [],
  )
  const [running, others] = [
    fitting.filter(({ programme }) => isRunning(programme, now)),
    fitting.filter(({ programme }) => !isRunning(programme, now)),
  ]
  return running
    .map((one): SuggestedProgramme => {
      const before = others.filter(({ programme }) => programme.followedBy === one.programme.id)
      return {
        ...one,
        because: distinct([...one.because, ...before.flatMap(({ because }) => because)]),
        follows: before.map(({ programme }) => programme),
      }
    })
    .sort((a, b) => b.because.length - a.because.length)
}

/** To whom staff can refer on the day of `now` (epoch ms): a programme that has ended takes nobody. */
export function referralTargets(
  { bodies = [], offices = [], programmes = [] }: Profile,
  now: number,
) {
  return {
    bodies,
    offices,
    programmes: programmes.filter((programme) => isRunning(programme, now)),
  }
}

/** What the person may see: programmes that the profile shows and that are confirmed to run. */
export function programmesToShow(profile: Profile, answers: Answers, now: number): Programme[] {
  return suggestProgrammes(profile, answers, now)
    .map(({ programme }) => programme)
    .filter(({ shown, status }) => shown && status.confirmed)
}

function distinct(texts: readonly Text[]): Text[] {
  const known = new Set<string>()
  return texts.filter((text) => {
    const key = JSON.stringify(text)
    return !known.has(key) && known.add(key)
  })
}
