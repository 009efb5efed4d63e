// Pools of interpreters and who counsels when: what their ids must refer to.

import { TOPICS } from '../questionnaire/first-questions.ts'
import { type Fault, oneOf, repeated } from './faults.ts'
import type { Pool } from './interpreting.ts'
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
      ...onCallFaults(pool).map(([field, expected]) => ({
        path: ['interpreting', at, ...field],
        expected,
      })),
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

/** What cannot be said of a pool that nobody orders. */
function onCallFaults(pool: Pool): [(keyof Pool)[] | ['contact', 'phone'], string][] {
  if (!pool.onCall) return []
  const { phone, url } = pool.contact
  const checks: [boolean, (keyof Pool)[] | ['contact', 'phone'], string][] = [
    [pool.modes.includes('on-site'), ['modes'], 'video or telephone, since it is called'],
    [pool.leadWorkingDays > 0, ['leadWorkingDays'], '0, since nobody orders it'],
    [pool.answersInWorkingDays !== undefined, ['answersInWorkingDays'], NOTHING_ORDERED],
    [pool.freeCancelHours !== undefined, ['freeCancelHours'], NOTHING_ORDERED],
    [pool.byMail === true, ['byMail'], NOTHING_ORDERED],
    [!phone && !url, ['contact', 'phone'], 'a number or an address, since it is called'],
  ]
  return checks.flatMap(([isWrong, field, expected]) => (isWrong ? [[field, expected]] : []))
}

const NOTHING_ORDERED = 'nothing, since nobody orders it'
