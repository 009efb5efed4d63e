// Notices to a centre about a request, worded in the moment of sending from what it is by then.

import type { Deps } from '../../deps.ts'
import type { ClaimedMessage } from '../../domain/appointment/messages.ts'
import {
  mailOfNotice,
  type Notice,
  type NoticeKind,
  showNotice,
} from '../../domain/people/notices.ts'
import { centreOf } from '../../domain/profile/profile.ts'
import type { City } from '../city.ts'
import type { Compose } from './outbox.ts'

/** To the staff group, dropped where it is no longer linked or nothing is left to look at. */
export const composeGroupNotice: Compose = async (deps, city, message) => {
  const found = await noticeOf(deps, city, message, 'group')
  if (!found) return { drop: 'gone' }
  const { notice, centre, address } = found
  return { group: { chat: address, centre }, screen: showNotice(notice) }
}

/** To the mailbox; dropped where this Lotse sends no mail. */
export const composeMailNotice: Compose = async (deps, city, message) => {
  if (!deps.mail) return { drop: 'no-mail' }
  const found = await noticeOf(deps, city, message, 'mail')
  return found ? { mail: mailOfNotice(found.notice, found.address) } : { drop: 'gone' }
}

async function noticeOf(deps: Deps, city: City, message: ClaimedMessage, kind: NoticeKind) {
  const { intake } = message.payload as { intake: string }
  const found = await deps.store.notices.of(intake, kind)
  if (!found) return null
  const { ref, centre, urgency, address } = found
  const { publicUrl } = deps.config
  const notice: Notice = {
    ref,
    centre: centreOf(city.profile, centre)?.short ?? centre,
    urgency,
    link: publicUrl ? `${publicUrl}/staff/intakes/${intake}` : null,
  }
  return { notice, centre, address }
}
