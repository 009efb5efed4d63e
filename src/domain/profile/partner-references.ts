// Bodies, offices and programmes: what their ids and audiences must refer to.

import { TOPICS } from '../questionnaire/first-questions.ts'
import { DOCUMENTS } from '../questionnaire/optional-questions.ts'
import { type Fault, oneOf, repeated } from './faults.ts'
import type { Programme } from './partners.ts'
import type { Profile } from './schema.ts'

const audience = (profile: Profile, { audience, runsFrom, runsUntil }: Programme, at: number) => {
  const path = ['programmes', at, 'audience']
  const { ages, topics = [], residenceGroups = [], districts = [] } = audience
  const known = profile.districts.map(({ id }) => id)
  return [
    ...(ages && ages.from > ages.until
      ? [{ path: [...path, 'ages', 'until'], expected: `an age of at least ${ages.from}` }]
      : []),
    ...topics.flatMap((one, index) => oneOf(one, TOPICS, [...path, 'topics', index])),
    ...residenceGroups.flatMap((one, index) =>
      oneOf(one, DOCUMENTS, [...path, 'residenceGroups', index]),
    ),
    ...districts.flatMap((one, index) => oneOf(one, known, [...path, 'districts', index])),
    ...(runsFrom && runsUntil && runsFrom > runsUntil
      ? [{ path: ['programmes', at, 'runsUntil'], expected: `a day not before ${runsFrom}` }]
      : []),
  ]
}

/** Every fault in what bodies, offices and programmes refer to. */
export const partnerFaults = (profile: Profile): Fault[] => {
  const { bodies = [], offices = [], programmes = [] } = profile
  const partners = [...bodies, ...offices].map(({ id }) => id)
  const placed = Object.entries({ bodies, offices, programmes }).flatMap(([section, list]) =>
    list.map(({ id }, index) => ({ id, path: [section, index, 'id'] })),
  )
  return [
    // A referral names its target by one id, whether that is a body, an office or a programme.
    ...repeated(
      placed.map(({ id }) => id),
      (index) => placed[index]?.path ?? [],
    ),
    ...programmes.flatMap((programme, at) => [
      ...oneOf(programme.provider, partners, ['programmes', at, 'provider']),
      ...(programme.followedBy === undefined
        ? []
        : oneOf(
            programme.followedBy,
            programmes.map(({ id }) => id),
            ['programmes', at, 'followedBy'],
          )),
      ...audience(profile, programme, at),
    ]),
  ]
}
