// What one entry of a profile says about another: ids that must exist or must be unique.

import { minutesOf } from '../calendar/wall-clock.ts'
import { caseSystemFaults } from './case-systems.ts'
import { type Fault, oneOf, repeated } from './faults.ts'
import { fundingFaults } from './funding.ts'
import { interpretingFaults } from './interpreting-references.ts'
import { partnerFaults } from './partner-references.ts'
import { questionFaults } from './question-references.ts'
import type { Profile } from './schema.ts'
import { wallFaults } from './wall-references.ts'

const unique = (profile: Profile): Fault[] => [
  ...repeated(
    profile.centres.map(({ id }) => id),
    (index) => ['centres', index, 'id'],
  ),
  ...repeated(
    profile.centres.map(({ code }) => code),
    (index) => ['centres', index, 'code'],
  ),
  ...repeated(
    profile.districts.map(({ id }) => id),
    (index) => ['districts', index, 'id'],
  ),
  ...repeated(
    profile.districts.map(({ number }) => number),
    (index) => ['districts', index, 'number'],
  ),
  ...repeated(
    profile.districts.flatMap(({ parts }) => parts.map(({ number }) => number)),
    () => ['districts'],
  ),
  ...repeated(
    profile.postalCodes.map(({ code }) => code),
    (index) => ['postalCodes', index, 'code'],
  ),
  ...repeated(
    profile.numbers.map(({ number }) => number),
    (index) => ['numbers', index, 'number'],
  ),
]

const templates = ({ templates = [] }: Profile): Fault[] => [
  ...repeated(
    templates.map(({ id }) => id),
    (index) => ['templates', index, 'id'],
  ),
  // It stands for a text of one's own.
  ...templates.flatMap(({ id }, index) =>
    id === 'free' ? [{ path: ['templates', index, 'id'], expected: 'another id than "free"' }] : [],
  ),
]

const routed = (profile: Profile): Fault[] => {
  const centres = profile.centres.map(({ id }) => id)
  const districts = profile.districts.map(({ id }) => id)
  const parts = profile.districts.flatMap((one) => one.parts.map(({ number }) => String(number)))
  const { routing } = profile
  return [
    ...oneOf(profile.defaultCentre, centres, ['defaultCentre']),
    ...Object.entries(routing.districts).flatMap(([district, centre]) => [
      ...oneOf(district, districts, ['routing', 'districts', district]),
      ...oneOf(centre, centres, ['routing', 'districts', district]),
    ]),
    ...districts.flatMap((district) =>
      oneOf(district, Object.keys(routing.districts), ['routing', 'districts']).map((fault) => ({
        ...fault,
        expected: `a centre for the district "${district}"`,
      })),
    ),
    ...Object.entries(routing.parts ?? {}).flatMap(([part, centre]) => [
      ...oneOf(part, parts, ['routing', 'parts', part]),
      ...oneOf(centre, centres, ['routing', 'parts', part]),
    ]),
    ...profile.postalCodes.flatMap((entry, index) =>
      'ask' in entry
        ? entry.ask.flatMap((part, at) =>
            oneOf(String(part), parts, ['postalCodes', index, 'ask', at]),
          )
        : [
            ...oneOf(entry.district, districts, ['postalCodes', index, 'district']),
            ...oneOf(entry.centre ?? profile.defaultCentre, centres, [
              'postalCodes',
              index,
              'centre',
            ]),
          ],
    ),
  ]
}

const opened = (profile: Profile): Fault[] => {
  const bodies = (profile.bodies ?? []).map(({ id }) => id)
  return profile.centres.flatMap((centre, at) => [
    ...(centre.bodies ?? []).flatMap((body, index) =>
      oneOf(body, bodies, ['centres', at, 'bodies', index]),
    ),
    ...repeated(
      centre.openings.map(({ id }) => id),
      (index) => ['centres', at, 'openings', index, 'id'],
    ),
    ...centre.openings.flatMap((rule, index) => {
      const path = ['centres', at, 'openings', index]
      const slotMinutes = rule.slotMinutes ?? profile.calendar.slotMinutes
      const seats = rule.seats ?? profile.calendar.seats
      const kept =
        (rule.walkInSeats ?? profile.calendar.walkInSeats) +
        (rule.staffSeats ?? profile.calendar.staffSeats)
      const minutes = minutesOf(rule.closes) - minutesOf(rule.opens)
      return [
        ...(minutes < slotMinutes
          ? [{ path, expected: `at least one slot of ${slotMinutes} min in the hours` }]
          : []),
        ...(kept > seats
          ? [{ path, expected: `walkInSeats + staffSeats of at most ${seats} seats` }]
          : []),
      ]
    }),
  ])
}

const closed = (profile: Profile): Fault[] =>
  (profile.closedDays ?? []).flatMap(({ centreId }, index) =>
    centreId === undefined
      ? []
      : oneOf(
          centreId,
          profile.centres.map(({ id }) => id),
          ['closedDays', index, 'centreId'],
        ),
  )

/** Every fault in how the entries of a profile, each right in itself, refer to each other. */
export const referenceFaults = (profile: Profile): Fault[] => [
  ...unique(profile),
  ...routed(profile),
  ...opened(profile),
  ...closed(profile),
  ...partnerFaults(profile),
  ...templates(profile),
  ...questionFaults(profile),
  ...wallFaults(profile),
  ...interpretingFaults(profile),
  ...caseSystemFaults(profile),
  ...fundingFaults(profile),
]
