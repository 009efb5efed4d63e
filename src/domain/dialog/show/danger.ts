// Danger: numbers first, no form, honest about when a person reads.

import type { HeardKind, HeardKinds } from '../../danger/cry-list.ts'
import { codeOfHeard } from '../../danger/heard-code.ts'
import type { DangerNumber } from '../../profile/numbers.ts'
import {
  BACK,
  type Button,
  button,
  FOOTER,
  GAP,
  type Line,
  line,
  PERSON,
  type Screen,
  strong,
} from '../screen.ts'
import type { Facts, Place } from '../talk.ts'
import { SAFE_TIMES, type Tap } from '../tap.ts'
import { REST } from './choices.ts'
import { AT_ONCE, isFor, numberLine, numberLines, shortly } from './danger-numbers.ts'

/** What to say to 110 and 112, or to show; German whatever the person reads. */
export const GERMAN_CRY = 'Ich bin in Gefahr. Bitte kommen Sie. Ich bin hier: …'

/** The sections of the page behind the first: the other numbers, and how to ask for help in German. */
export const CRY = 'cry'

const toSection = (section?: string): Tap => ({
  do: 'open',
  page: 'danger',
  ...(section ? { section } : {}),
})

/**
 * The page for danger of a person who has agreed. With `heard`, their own words brought it: it then
 * stands in front of the place where they are, has the numbers for that kind alone, and one button
 * for who did not mean it.
 */
export function showDanger(
  facts: Facts,
  language: string,
  heard?: HeardKinds,
  section?: string,
): Screen {
  const call = callRows(facts, language, heard)
  const more = (next: string) => [button('common.button.more', toSection(next))]
  const screen = { id: 'danger', keep: true }
  if (section && !heard) {
    const rows = section === REST ? [more(CRY), FOOTER] : [FOOTER]
    return { ...screen, lines: sectionLines(facts, language, section), rows }
  }
  const rows = waysOn(facts, language, heard)
  // Where there is a page to call from, it has all numbers, and how to ask for help in German.
  const isAll = call.length > 0
  if (heard) {
    const all = isAll ? [] : [[button('danger.button.all', toSection())]]
    const not = [button('danger.button.not-meant', { do: 'here', cry: 'none' })]
    return {
      ...screen,
      lines: dangerLines(facts, language, heard),
      rows: [...rows, ...all, not],
    }
  }
  const others = isAll ? [] : [more(REST)]
  return {
    ...screen,
    lines: sectionLines(facts, language),
    rows: [...rows, ...others, [BACK, PERSON]],
  }
}

/** The ways on from the numbers. */
export function waysOn(facts: Facts, language: string, heard?: HeardKinds): Button[][] {
  const mine = heard ? { heard } : {}
  return [
    ...callRows(facts, language, heard),
    [button('danger.button.time', { do: 'danger', next: 'times', ...mine }, 'primary')],
    [button('danger.button.walk-in', { do: 'danger', next: 'walk-in', ...mine })],
    [button('danger.button.call-back', { do: 'danger', next: 'call-back', ...mine })],
    [button('danger.button.hide', { do: 'hide' })],
  ]
}

/** What a section of the page says, before the consent, too; without one the first. */
export function sectionLines(facts: Facts, language: string, section?: string): Line[] {
  const title = strong('danger.title')
  const [first, rest] = inTwo(facts.profile)
  if (section === CRY) return [title, ...HOW_TO_CRY, GAP, OTHERS]
  if (section === REST) return [title, ...rest.flatMap((one) => numberLine(one, language))]
  // That the first answer day and night goes without saying, where there is no room to say it.
  const shown = first.flatMap((one) => numberLine(shortly(one), language))
  return [title, ...shown, NOBODY]
}

const NOBODY = line('danger.nobody-reads')
const OTHERS = line('danger.others-read')
const HOW_TO_CRY: Line[] = [line('danger.say'), { quote: GERMAN_CRY }, line('danger.sound')]

/**
 * After a cry it is short and ends with the numbers: a chat on a small screen shows the end of a message. A child who is
 * alone reads where a safe place is, in the place of what to say in German.
 */
export function dangerLines(facts: Facts, language: string, heard: HeardKinds): Line[] {
  const numbers = numberLines(facts, language, heard)
  const how = needsPlace(heard) ? safePlaceLines(facts).slice(0, -1) : HOW_TO_CRY.slice(0, 2)
  return [strong('danger.title'), NOBODY, OTHERS, ...how, ...alsoLines(heard), GAP, ...numbers]
}

/** No emergency number stops the police from taking somebody away, who may still ask for a lawyer. */
export const alsoLines = (heard: HeardKinds | undefined): Line[] =>
  heard?.includes('held') ? [line('danger.taken'), line('danger.sign')] : []

function inTwo({ numbers }: Facts['profile']): [DangerNumber[], DangerNumber[]] {
  const known = numbers.filter(({ confirmed }) => confirmed)
  return [known.slice(0, AT_ONCE), known.slice(AT_ONCE)]
}

/** Whom to call and what to say, wherever it is read: all numbers, those for what was heard first. */
export function callingLines(facts: Facts, language: string, heard?: HeardKinds): Line[] {
  const { profile } = facts
  const isMeant = (number: DangerNumber) => heard?.some((kind) => isFor(number, kind))
  const sorted = [...profile.numbers].sort((a, b) => Number(isMeant(b)) - Number(isMeant(a)))
  const numbers = numberLines({ profile: { ...profile, numbers: sorted } }, language)
  const place = needsPlace(heard) ? [GAP, ...safePlaceLines(facts)] : []
  return [strong('danger.title'), ...alsoLines(heard), ...numbers, ...place, GAP, ...HOW_TO_CRY]
}

/** Whether they are to know where a child is safe: who is ill or does not want to live has to call first of all. */
const needsPlace = (heard: HeardKinds | undefined): boolean =>
  heard?.includes('alone') === true ||
  (heard?.includes('young') === true && heard.some((kind) => UNSAFE.includes(kind)))
const UNSAFE: readonly HeardKind[] = ['child', 'violence', 'held', 'help']

/** A page of ours on which a tap calls, where Lotse has an address people can reach. */
export function callRows(
  { publicUrl }: Pick<Facts, 'publicUrl'>,
  language: string,
  heard?: HeardKinds,
): Button[][] {
  if (!publicUrl) return []
  const about = heard ? `&about=${codeOfHeard(heard)}` : ''
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

/** Where a child who is alone is safe: the Jugendamt while somebody is there, else the police, last. */
export function safePlaceLines({ profile }: Pick<Facts, 'profile'>): Line[] {
  const office = profile.offices?.find(({ id }) => id === 'jugendamt')
  const phones = (office?.phones ?? []).map((phone): Line => ({ phone }))
  return [
    strong('danger.minor.title'),
    line('danger.minor.day'),
    ...(office?.address ? [{ mono: office.address }] : []),
    ...phones,
    line('danger.minor.night'),
    { phone: '110' },
  ]
}

/** Under 18 and alone: a right to a safe place, in words a child understands. Nothing is booked first. */
export function showMinor(facts: Facts, language: string): Screen {
  return {
    id: 'minor',
    keep: true,
    lines: [
      ...safePlaceLines(facts),
      GAP,
      line('danger.minor.papers'),
      line('danger.minor.friend'),
    ],
    rows: [
      ...callRows(facts, language, ['child']),
      [button('danger.button.call-back', { do: 'reach' }, 'primary')],
      [button('danger.button.time', { do: 'times' })],
      [button('danger.button.on', { do: 'on' })],
      FOOTER,
    ],
  }
}
