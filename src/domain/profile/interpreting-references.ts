// Pools of interpreters and who counsels when: what their ids must refer to.

import { TOPICS } from '../questionnaire/first-questions.ts'
import { type Fault, oneOf, repeated } from './faults.ts'
import type { Profile } from './schema.ts'

/** Every fault in what pools and the entries of who counsels refer to. */
export const interpretingFaults = (profile: Profile): Fault[] => {
  const pools = profile.interpreting ?? []
  const centres = profile.centres.map(({ id }) => id)
  return [
    ...repeated(
      pools.map(({ id }) => id),
      (index) => ['interpreting', index, 'id'],
    ),
    ...pools.flatMap((pool, at) => [
      ...(pool.byMail && !pool.contact.mail
        ? [
            {
              path: ['interpreting', at, 'contact', 'mail'],
              expected: 'a mailbox, since orders go by mail',
            },
          ]
        : []),
      ...(pool.centres ?? []).flatMap((id, index) =>
        oneOf(id, centres, ['interpreting', at, 'centres', index]),
      ),
      ...(pool.excludes ?? []).flatMap((topic, index) =>
        oneOf(topic, TOPICS, ['interpreting', at, 'excludes', index]),
      ),
    ]),
    ...profile.centres.flatMap((centre, at) =>
      centre.openings.flatMap((rule, index) => {
        const first = rule.firstSeat ?? 1
        const last = first + (rule.seats ?? profile.calendar.seats) - 1
        return (rule.counselling ?? []).flatMap(({ seat }, entry) =>
          seat === undefined || (seat >= first && seat <= last)
            ? []
            : [
                {
                  path: ['centres', at, 'openings', index, 'counselling', entry, 'seat'],
                  expected: `a seat from ${first} to ${last}`,
                },
              ],
        )
      }),
    ),
  ]
}
