// What a person shares by a menu of their messenger: a telephone number, or where they are.

import type { PostalCode } from '../profile/city.ts'
import { nearestCode } from '../profile/nearest-code.ts'
import type { NamedPlace } from '../profile/place-names.ts'
import type { Profile } from '../profile/profile.ts'
import { placeText } from '../questionnaire/place-text.ts'
import { questionIn, questionnaireOf } from '../questionnaire/questionnaire.ts'
import { answeredBy } from '../questionnaire/routing.ts'
import { phoneGiven } from './answering.ts'
import type { Answering } from './screen.ts'
import { moved, type Step, wondering } from './step.ts'
import type { Facts, Talk } from './talk.ts'
import { say } from './text.ts'

export type Shared =
  /** `isOwn`: not known to be somebody else's. */
  | { kind: 'contact'; phone: string; isOwn: boolean }
  /** Degrees. Read once and never kept. */
  | { kind: 'location'; latitude: number; longitude: number }

/** Where a number is asked for, one's own contact is the number; of others it has to be typed. */
export function contactShared(
  talk: Talk,
  { phone, isOwn }: Extract<Shared, { kind: 'contact' }>,
): Step {
  if (talk.place.at !== 'phone') return moved(talk, say('notice.contact'))
  if (!isOwn) return moved(talk, say('notice.not-your-contact'))
  // A telephone shares a number with its country's code, often without the plus.
  const whole = /^[1-9]/.test(phone) ? `+${phone}` : phone
  return phoneGiven(talk, whole) ?? moved(talk, say('notice.no-phone'))
}

/**
 * Where a person is asked where they live: the district around them, as a question. Never a centre by
 * air: a river may lie between.
 */
export function locationShared(
  talk: Talk,
  here: Extract<Shared, { kind: 'location' }>,
  facts: Facts,
): Step {
  const { place } = talk
  const { profile } = facts
  const q = place.at === 'question' ? questionIn(questionnaireOf(profile), place.id) : undefined
  if (q?.options.from !== 'districts') return moved(talk, say('notice.location'))
  const found = nearestCode(profile, here)
  if (found === undefined) return moved(talk, say('notice.location'))
  if (found === 'far') return moved(talk, say('notice.location-outside', { city: profile.city }))
  const homes = homesIn(profile, found).map(
    ({ code, named }): Answering => ({
      label: placeText(named, talk.language),
      tap: { do: 'answer', question: q.id, option: code },
    }),
  )
  return wondering(talk, say('notice.your-district'), homes)
}

/** What a postal code can answer: its district, or the parts it lies in. */
function homesIn(profile: Profile, entry: PostalCode): { code: string; named: NamedPlace }[] {
  return profile.districts.flatMap((district) => {
    if (!('ask' in entry)) {
      return district.id === entry.district ? [{ code: district.id, named: district }] : []
    }
    return district.parts
      .filter(({ number }) => entry.ask.includes(number))
      .map((part) => ({ code: answeredBy(profile, part.number, district.id), named: part }))
  })
}
