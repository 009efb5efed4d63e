// Notices to a centre about a request, worded in the moment of sending from what it is by then.

import type { Deps } from '../../deps.ts'
import type { OwedMessage } from '../../domain/appointment/messages.ts'
import {
  hearsInGroups,
  mailOfNotice,
  type Notice,
  type NoticeKind,
  redAgainAt,
  showNotice,
} from '../../domain/people/notices.ts'
import { centreOf } from '../../domain/profile/profile.ts'
import type { City } from '../city.ts'
import { type Compose, type Composed, enqueue } from './outbox.ts'

/** To the staff group, dropped where it is not linked, Telegram not open, or nothing left to look at. */
export const composeGroupNotice: Compose = (deps, city, message, now) =>
  composeFirst(deps, city, message, now, 'group')

/** To the mailbox; dropped where this Lotse sends no mail. */
export const composeMailNotice: Compose = (deps, city, message, now) =>
  composeFirst(deps, city, message, now, 'mail')

/** Once more to the group about somebody in danger, dropped where staff have looked meanwhile. */
export const composeGroupAgain: Compose = (deps, city, message) =>
  composeAgain(deps, city, message, 'group')

/** The same to the mailbox. */
export const composeMailAgain: Compose = (deps, city, message) =>
  composeAgain(deps, city, message, 'mail')

async function composeFirst(
  deps: Deps,
  city: City,
  message: OwedMessage,
  now: number,
  kind: NoticeKind,
): Promise<Composed> {
  if (kind === 'mail' && !deps.mail) return { drop: 'no-mail' }
  if (kind === 'group' && !isGroupTold(deps, city)) return { drop: 'no-telegram' }
  const found = await noticeOf(deps, message, kind)
  if (!found) return { drop: 'gone' }
  if (found.urgency === 'red') {
    const { intake } = message.payload as { intake: string }
    await enqueue(deps, {
      key: `notice-again:${kind}:${intake}:${found.centre}`,
      kind: `notice-again-${kind}`,
      personId: message.personId,
      payload: { intake, since: message.createdAt },
      dueAt: redAgainAt(city.profile, now),
      rank: 0,
    })
  }
  return worded(city, found, kind, false)
}

async function composeAgain(
  deps: Deps,
  city: City,
  message: OwedMessage,
  kind: NoticeKind,
): Promise<Composed> {
  if (kind === 'group' && !isGroupTold(deps, city)) return { drop: 'no-telegram' }
  const { intake, since } = message.payload as { intake: string; since: number }
  const found = await noticeOf(deps, message, kind)
  if (found?.urgency !== 'red') return { drop: 'gone' }
  const isUnopened = await deps.store.notices.isUnopened(intake, found.centre, since)
  if (!isUnopened) return { drop: 'opened' }
  return worded(city, found, kind, true)
}

/** Whether Telegram is open, and the city has groups told. */
export const isGroupTold = ({ config }: Deps, { profile }: City): boolean =>
  config.doors.telegram && hearsInGroups(profile)

type Found = NonNullable<Awaited<ReturnType<typeof noticeOf>>>

function worded({ profile }: City, found: Found, kind: NoticeKind, again: boolean): Composed {
  const { ref, centre, urgency, address, link } = found
  const short = centreOf(profile, centre)?.short ?? centre
  const notice: Notice = { ref, centre: short, urgency, link, again }
  if (kind === 'group') return { group: { chat: address, centre }, screen: showNotice(notice) }
  return { mail: mailOfNotice(notice, address) }
}

async function noticeOf(deps: Deps, message: OwedMessage, kind: NoticeKind) {
  const { intake } = message.payload as { intake: string }
  const found = await deps.store.notices.of(intake, kind)
  const { publicUrl } = deps.config
  return found && { ...found, link: publicUrl ? `${publicUrl}/staff/intakes/${intake}` : null }
}
