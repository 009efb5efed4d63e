// Danger: numbers first, no form, honest about when a person reads.

import type { CryKind } from '../../danger/cry-list.ts'
import type { DangerNumber } from '../../profile/numbers.ts'
import {
  type Button,
  button,
  FOOTER,
  GAP,
  type Line,
  line,
  type Screen,
  strong,
} from '../screen.ts'
import type { Facts, Place } from '../talk.ts'
import { SAFE_TIMES } from '../tap.ts'
import type { Text } from '../text.ts'
import { hoursText } from './centres.ts'

const MOST_HEARD = 3

/** What to say to 110 and 112, or to show; German whatever the person reads. */
export const GERMAN_CRY = 'Ich bin in Gefahr. Bitte kommen Sie. Ich bin hier: …'

// Where there is a page to call from, it has them all.
const ALL = [button('danger.button.all', { do: 'open', page: 'danger' })]

/**
 * The page for danger of a person who has agreed. With `heard`, their own words brought it: it then
 * stands in front of the place where they are, has the numbers for that kind alone, and one button
 * for who did not mean it.
 */
export function showDanger(facts: Facts, language: string, heard?: CryKind): Screen {
  const mine = heard ? { heard } : {}
  return {
    id: 'danger',
    keep: true,
    lines: dangerLines(facts, language, heard),
    rows: [
      ...callRows(facts, language, heard),
      [button('danger.button.time', { do: 'danger', next: 'times', ...mine }, 'primary')],
      [button('danger.button.walk-in', { do: 'danger', next: 'walk-in', ...mine })],
      [button('danger.button.call-back', { do: 'danger', next: 'call-back', ...mine })],
      [button('danger.button.hide', { do: 'hide' })],
      ...(heard && !facts.publicUrl ? [ALL] : []),
      heard
        ? [button('danger.button.not-meant', { do: 'here' })]
        : [
            button('common.button.back', { do: 'back' }),
            button('common.button.person', { do: 'open', page: 'person' }),
          ],
    ],
  }
}

/**
 * Everything the page says; before the consent, too. After a cry it is short and ends with the numbers:
 * a chat on a small screen shows the end of a message.
 */
export function dangerLines(facts: Facts, language: string, heard?: CryKind): Line[] {
  const honest = [line('danger.nobody-reads'), line('danger.others-read')]
  const cry = [line('danger.say'), { quote: GERMAN_CRY }]
  if (heard) {
    const numbers = numberLines(facts, language, heard)
    return [strong('danger.title'), ...honest, ...cry, GAP, ...numbers]
  }
  return [...callingLines(facts, language), GAP, ...honest]
}

/** Whom to call and what to say, wherever it is read: all numbers, those for what was heard first. */
export function callingLines(facts: Facts, language: string, heard?: CryKind): Line[] {
  const { profile } = facts
  const isMeant = ({ for: kinds }: DangerNumber) => heard !== undefined && kinds.includes(heard)
  const sorted = [...profile.numbers].sort((a, b) => Number(isMeant(b)) - Number(isMeant(a)))
  const numbers = numberLines({ profile: { ...profile, numbers: sorted } }, language)
  const cry = [line('danger.say'), { quote: GERMAN_CRY }, line('danger.sound')]
  return [strong('danger.title'), ...numbers, GAP, ...cry]
}

/**
 * Confirmed numbers, each with whom it is for, alone on its line, and when somebody answers how. For
 * what was heard, so few that all are seen at once.
 */
export function numberLines(
  { profile }: Pick<Facts, 'profile'>,
  language: string,
  heard?: CryKind,
): Line[] {
  return profile.numbers
    .filter((number) => number.confirmed && (!heard || number.for.includes(heard)))
    .slice(0, heard ? MOST_HEARD : undefined)
    .flatMap((number) => [
      ...(heard ? [] : [GAP]),
      line(number.name),
      { phone: number.number },
      ...aboutLines(number, language),
    ])
}

/** What is known of a number; what is not known is not said. */
function aboutLines({ hours, speaks }: DangerNumber, language: string): Line[] {
  const known: Text[] = []
  if (hours === 'always') known.push({ key: 'danger.always' })
  else if (hours) known.push(...hours.map(hoursText))
  if (speaks?.includes(language)) known.push({ key: 'danger.speaks-yours' })
  else if (speaks?.length === 1) known.push({ key: 'danger.speaks-german' })
  const [first, second] = known
  if (!first) return []
  return [second ? line('danger.about', { first, second }) : { text: first }]
}

/** A page of ours on which a tap calls, where Lotse has an address people can reach. */
export function callRows(
  { publicUrl }: Pick<Facts, 'publicUrl'>,
  language: string,
  heard?: CryKind,
): Button[][] {
  if (!publicUrl) return []
  const about = heard ? `&about=${heard}` : ''
  const open = `${publicUrl}/sos?lang=${language}${about}`
  return [[{ label: { key: 'danger.button.call' }, open }]]
}

/** Before anybody writes or calls: where and how, and then when, that is safe; or come instead. */
export function showSafe({ by }: Extract<Place, { at: 'safe' }>): Screen {
  const ways = (['chat', 'phone'] as const).map((way) => [
    button(`danger.safe.button.${way}`, { do: 'safe', by: way }),
  ])
  const whens = SAFE_TIMES.map((when) => [
    button(`questions.safe.option.${when}`, { do: 'safe', by: by ?? 'chat', when }),
  ])
  const walkIn = [button('danger.button.walk-in', { do: 'open', page: 'walk-in' })]
  return {
    id: by ? 'safe.when' : 'safe',
    lines: [strong(by ? 'questions.safe.title' : 'danger.safe.how'), line('danger.others-read')],
    rows: [...(by ? whens : [...ways, walkIn]), FOOTER],
  }
}

/** Under 18 and alone: a right to a safe place, in words a child understands. Nothing is booked first. */
export function showMinor(facts: Facts, language: string): Screen {
  const office = facts.profile.offices?.find(({ id }) => id === 'jugendamt')
  const phones = (office?.phones ?? []).map((phone): Line => ({ phone }))
  const address: Line[] = office?.address ? [{ mono: office.address }] : []
  return {
    id: 'minor',
    keep: true,
    lines: [
      strong('danger.minor.title'),
      line('danger.minor.day'),
      ...address,
      ...phones,
      line('danger.minor.night'),
      { phone: '110' },
      GAP,
      line('danger.minor.papers'),
      line('danger.minor.friend'),
    ],
    rows: [
      ...callRows(facts, language, 'child'),
      [button('danger.button.call-back', { do: 'reach' }, 'primary')],
      [button('danger.button.time', { do: 'times' })],
      [button('danger.button.on', { do: 'on' })],
      FOOTER,
    ],
  }
}
