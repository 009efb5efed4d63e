// What a centre hears of a request: its code, the centre and the urgency, and never anything more.

import type { Screen } from '../dialog/screen.ts'
import { say } from '../dialog/text.ts'
import type { Profile } from '../profile/profile.ts'
import type { Urgency } from '../questionnaire/triage.ts'

/** Where a centre hears of requests. */
export const NOTICE_KINDS = ['group', 'mail'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** `address` is where in Telegram ({@link groupPlace}), or the mail address; `setAt` epoch milliseconds. */
export type NoticeTarget = {
  centre: string
  kind: NoticeKind
  address: string
  setAt: number
  setBy: string
}

/** A group, and the topic in it where the group has topics; without one, what everybody in it reads. */
export type GroupPlace = { chat: string; topic?: number }

/** A place in one text, `-100123` or `-100123#45`, as it is kept and sent to. */
export const placeText = ({ chat, topic }: GroupPlace): string =>
  topic === undefined ? chat : `${chat}#${topic}`

/** What such a text says; also the id of any other chat is one. */
export function groupPlace(text: string): GroupPlace {
  const [chat = '', topic] = text.split('#')
  return topic === undefined ? { chat } : { chat, topic: Number(topic) }
}

/** Said above the first notice that comes where everybody in the group reads it. */
export const TOPIC_GONE =
  'Das Thema, in dem die Hinweise standen, ist geschlossen oder gelöscht. Sie kommen jetzt hier.'

/** How long a code for a group can be typed, in milliseconds. */
export const CODE_LASTS = 60 * 60_000

/** What decides whether a centre hears of a request; `centre` is the one it is with. */
export type Noticed = { submitted: boolean; centre: string | null; urgency: Urgency | null }

/**
 * Whether the centre of a request is owed a notice: of one that is new to it, and once more when it
 * becomes urgent or somebody is in danger.
 */
export function owesNotice(before: Noticed | null, after: Noticed): boolean {
  if (!after.submitted || after.centre === null) return false
  if (!before?.submitted || before.centre !== after.centre) return true
  return grade(after.urgency) > grade(before.urgency)
}

const grade = (urgency: Urgency | null) => (urgency === 'red' ? 2 : urgency === 'orange' ? 1 : 0)

/** Whether the city has switched on that groups in Telegram are told. */
export const hearsInGroups = ({ notices }: Pick<Profile, 'notices'>): boolean =>
  notices?.telegram === true

/** When a centre hears once more of somebody in danger, unless it has looked (epoch milliseconds). */
export function redAgainAt({ notices }: Pick<Profile, 'notices'>, now: number): number {
  return now + (notices?.redAgainMinutes ?? 30) * 60_000
}

/**
 * `centre` is the short name; `link` leads to the record, where there is a public address; `again`
 * where nobody has looked at it since the first notice.
 */
export type Notice = {
  ref: string
  centre: string
  urgency: Urgency
  link: string | null
  again: boolean
}

/** `replyTo`: where answers go; without it to the sender. */
export type Mail = { to: string; subject: string; text: string; replyTo?: string }

const TERMS: Record<Urgency, string | null> = {
  red: 'akute Gefahr',
  orange: 'dringend',
  yellow: 'bald',
  green: null,
}

function sentence({ ref, centre, urgency, again }: Notice): string {
  const opened = again ? 'noch nicht geöffnet' : null
  return [ref, centre, TERMS[urgency], opened].filter((part) => part !== null).join(', ')
}

/** The notice as a message to a group of staff, in German. */
export const showNotice = (notice: Notice): Screen => showLine(sentence(notice), notice.link)

/** The notice as a mail. */
export const mailOfNotice = (notice: Notice, to: string): Mail =>
  mailOfLine(sentence(notice), notice.link, to)

/** One line to a group of staff, with where it leads. */
export function showLine(line: string, link: string | null): Screen {
  const lines: Screen['lines'] = [{ text: say('common.name', { name: line }) }]
  if (link) lines.push({ link })
  return { id: 'notice', keep: true, lines, rows: [] }
}

/** The same as a mail. */
export function mailOfLine(line: string, link: string | null, to: string): Mail {
  const text = link ? `${line}\n\n${link}\n` : `${line}\n`
  return { to, subject: `Lotse: ${line}`, text }
}

/** What a group is told when it has been linked, in German. */
export function linkedSentence(centre: string): string {
  return `Diese Gruppe bekommt jetzt die Hinweise für ${centre}: Kennzeichen und Dringlichkeit, sonst nichts.`
}

const ADDRESS = /^[^\s@<>()",;:\\]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i

/** A mailbox as typed, or `null` where it is none. */
export function readMailbox(typed: string): string | null {
  const address = typed.trim()
  return address.length <= 254 && ADDRESS.test(address) ? address : null
}
