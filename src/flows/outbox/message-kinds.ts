// Every kind of message the outbox carries, and who words it.

import { BARRIER_NOTICE, composeBarrierNotice } from '../report-barrier.ts'
import { composeAnnouncement } from './announce.ts'
import { composeClosure, composeReopened } from './closure-messages.ts'
import { composeOtherCounsellor } from './counsellor-message.ts'
import { composeFarewell, FAREWELL } from './farewell.ts'
import { composeAsked, composeFound, composeLost } from './interpreter-messages.ts'
import { composeInterpreterNotice } from './interpreter-notices.ts'
import { composeMissing } from './nobody-message.ts'
import {
  composeGroupAgain,
  composeGroupNotice,
  composeMailAgain,
  composeMailNotice,
} from './notice-messages.ts'
import { composeOffer } from './offer-message.ts'
import type { Compose } from './outbox.ts'
import { composePoolCancellation, composePoolOrder } from './pool-mail-messages.ts'
import { POOL_CANCELLATION, POOL_ORDER } from './pool-mails.ts'
import { composeReferral } from './referral.ts'
import { composeMissed, composeReminder } from './reminder-messages.ts'
import { composeStaffChange } from './staff-change-message.ts'
import { composeStaffMessage } from './staff-message.ts'

/** By the `kind` of the message. A kind that is gone is dropped, not sent. */
export const MESSAGE_KINDS: Readonly<Record<string, Compose>> = {
  reminder: composeReminder,
  missed: composeMissed,
  'staff-change': composeStaffChange,
  'staff-message': composeStaffMessage,
  [FAREWELL]: composeFarewell,
  closure: composeClosure,
  offer: composeOffer,
  announcement: composeAnnouncement,
  reopened: composeReopened,
  referral: composeReferral,
  'other-counsellor': composeOtherCounsellor,
  'interpreter-asked': composeAsked,
  'interpreter-found': composeFound,
  'interpreter-lost': composeLost,
  'interpreter-missing': composeMissing,
  [POOL_ORDER]: composePoolOrder,
  [POOL_CANCELLATION]: composePoolCancellation,
  [BARRIER_NOTICE]: composeBarrierNotice,
  'notice-group': composeGroupNotice,
  'notice-mail': composeMailNotice,
  'notice-again-group': composeGroupAgain,
  'notice-again-mail': composeMailAgain,
  'notice-interpreter-group': composeInterpreterNotice('group'),
  'notice-interpreter-mail': composeInterpreterNotice('mail'),
}
