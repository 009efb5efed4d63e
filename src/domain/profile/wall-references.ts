// The wall between carriers: which questions and bodies it may name.

import { NEEDED_BY_ALL } from '../questionnaire/needed.ts'
import { questionnaireOf } from '../questionnaire/questionnaire.ts'
import { type Fault, oneOf, repeated } from './faults.ts'
import type { Profile } from './schema.ts'

/** Every fault in what is kept from which carrier. */
export const wallFaults = (profile: Profile): Fault[] => {
  const notShown = profile.walls?.notShown ?? []
  const bodies = (profile.bodies ?? []).map(({ id }) => id)
  const questions = questionnaireOf(profile)
    .map(({ id }) => id)
    .filter((id) => !NEEDED_BY_ALL.includes(id))
  return [
    ...repeated(
      notShown.map(({ question }) => question),
      (index) => ['walls', 'notShown', index, 'question'],
    ),
    ...notShown.flatMap((one, at) => [
      ...oneOf(one.question, questions, ['walls', 'notShown', at, 'question']),
      ...one.bodies.flatMap((body, nth) =>
        oneOf(body, bodies, ['walls', 'notShown', at, 'bodies', nth]),
      ),
    ]),
  ]
}
