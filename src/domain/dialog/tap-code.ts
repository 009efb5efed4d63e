// What a button means ↔ a short text that a door writes on it: Telegram carries at most 64 bytes.

import type { HeardKinds } from '../danger/cry-list.ts'
import { codeOfHeard, heardOfCode } from '../danger/heard-code.ts'
import { OWN, RELATIONS } from '../people/party.ts'
import {
  DANGER_NEXT,
  LOBBY_PAGES,
  NARROWED,
  PAGES,
  SAFE_TIMES,
  type Tap,
  TIED_TO,
  WISH_KINDS,
} from './tap.ts'

// Grows when an old code would mean something else: buttons stay in chats for years.
const VERSION = '1'

// Fields in the order they are written. A short name a kind, since 64 bytes are few.
const CODES: { [K in Tap['do']]: [code: string, ...fields: string[]] } = {
  lobby: [
    'lo',
    'language',
    'page',
    'source',
    'danger',
    'reads',
    'via',
    'topic',
    'section',
    'sound',
  ],
  agree: ['ag', 'language', 'source', 'danger', 'reads', 'topic'],
  language: ['la', 'language'],
  languages: ['ls'],
  voices: ['vs'],
  voice: ['vc', 'voice'],
  answer: ['an', 'question', 'option'],
  done: ['dn', 'question'],
  skip: ['sk', 'question'],
  back: ['bk'],
  here: ['he', 'cry'],
  hear: ['hr', 'message'],
  danger: ['dg', 'next', 'heard', 'who'],
  open: ['op', 'page', 'section'],
  on: ['on'],
  more: ['mr', 'question'],
  others: ['ot', 'question', 'nth'],
  times: ['ti'],
  later: ['lr', 'startsAt'],
  ways: ['wy'],
  only: ['ol', 'what'],
  days: ['ds'],
  centres: ['cs', 'section'],
  centre: ['ce', 'centre'],
  day: ['da', 'centre', 'day'],
  time: ['tm', 'centre', 'startsAt'],
  book: ['bo', 'centre', 'startsAt', 'remind'],
  appointment: ['ap'],
  wait: ['wa'],
  wish: ['wi', 'about', 'option'],
  'wish-on': ['wo', 'about'],
  'wait-still': ['wn'],
  waiting: ['wl'],
  'stop-waiting': ['ws'],
  take: ['tk', 'booking'],
  decline: ['ps', 'booking'],
  move: ['mo'],
  cancel: ['ca'],
  'cancel-yes': ['cy', 'booking'],
  details: ['de'],
  'details-yes': ['dy'],
  'call-back': ['cb', 'by'],
  number: ['nr', 'keep'],
  tie: ['tt', 'to'],
  reach: ['rc'],
  safe: ['sf', 'by', 'when'],
  withdraw: ['wd', 'scope'],
  remind: ['re'],
  coming: ['co', 'booking', 'startsAt'],
  late: ['lt', 'booking', 'startsAt'],
  'delete-yes': ['ey'],
  erase: ['er', 'whom'],
  'erase-yes': ['es', 'whom'],
  people: ['pp'],
  another: ['pa'],
  bring: ['br', 'relation'],
  vouch: ['vo', 'relation'],
  for: ['fo', 'whom'],
  export: ['ex'],
  hide: ['hi'],
  'new-pin': ['np'],
  again: ['ne'],
  refer: ['rf', 'referral', 'answer'],
}

const KINDS = new Map(
  Object.entries(CODES).map(([kind, [code, ...fields]]) => [code, { kind, fields }]),
)
const OPTIONAL = new Set([
  'source',
  'danger',
  'reads',
  'via',
  'heard',
  'cry',
  'when',
  'who',
  'topic',
  'section',
  'sound',
  'message',
])

// Closed sets are checked here; ids of centres, questions, options and languages by the dialog, which
// knows them.
const ALLOWED: Record<string, readonly string[]> = {
  remind: ['yes', 'no'],
  answer: ['yes', 'no'],
  what: [...NARROWED, 'all'],
  about: WISH_KINDS,
  next: DANGER_NEXT,
  when: SAFE_TIMES,
  cry: ['none'],
  reads: ['little'],
  sound: ['on'],
  via: LOBBY_PAGES,
  by: ['chat', 'phone'],
  keep: ['yes', 'no'],
  to: TIED_TO,
  scope: ['details', 'reminders'],
  relation: [...RELATIONS, OWN],
}

/**
 * Writes a tap; `keep` marks a message that stays in the chat, so what follows is sent below it, `of` is
 * the sign of whom the screen is about.
 */
export function encodeTap(tap: Tap, keep: boolean, of?: string): string {
  const [code, ...fields] = CODES[tap.do]
  const values = fields.map((field) => {
    const value = (tap as Record<string, unknown>)[field]
    if (typeof value === 'number') return (value / 60_000).toString(36)
    return Array.isArray(value) ? codeOfHeard(value as unknown as HeardKinds) : String(value ?? '')
  })
  // What says nothing at the end is left away: 64 bytes are few.
  while (values.at(-1) === '' && OPTIONAL.has(fields[values.length - 1] ?? '')) values.pop()
  const head = `${VERSION}${keep ? '+' : ''}${of === undefined ? '' : `@${of}`}`
  return [head, code, ...values].join('~')
}

/** Reads a tap back; `null` for anything this version did not write. */
export function decodeTap(data: string): { tap: Tap; keep: boolean; of?: string } | null {
  const [head = '', code, ...values] = data.split('~')
  const [, version, keep, of] = /^(\d+)(\+)?(?:@([\w-]{1,8}))?$/.exec(head) ?? []
  if (version !== VERSION) return null
  const known = KINDS.get(code ?? '')
  if (!known || values.length > known.fields.length) return null
  const tap: Record<string, unknown> = { do: known.kind }
  for (const [index, field] of known.fields.entries()) {
    const value = values[index] ?? ''
    if (value === '' && OPTIONAL.has(field)) continue
    const read = readValue(field, value)
    if (read === null || read === '' || !isAllowed(known.kind, field, value)) return null
    tap[field] = read
  }
  return { tap: tap as Tap, keep: keep !== undefined, ...(of === undefined ? {} : { of }) }
}

function isAllowed(kind: string, field: string, value: string): boolean {
  if (field === 'page') {
    return (kind === 'lobby' ? LOBBY_PAGES : PAGES).some((page) => page === value)
  }
  return ALLOWED[field]?.includes(value) ?? /^[\w-]{1,40}$/.test(value)
}

/** `null` where it is none of this field. */
function readValue(field: string, value: string): unknown {
  if (field === 'startsAt') return readInstant(value)
  if (field === 'danger' && value === 'pressed') return value
  return field === 'danger' || field === 'heard' ? (heardOfCode(value) ?? null) : value
}

function readInstant(value: string): number | null {
  const minutes = /^[0-9a-z]{1,8}$/.test(value) ? Number.parseInt(value, 36) : Number.NaN
  const at = minutes * 60_000
  return Number.isSafeInteger(at) && Math.abs(at) < 8.64e15 ? at : null
}
