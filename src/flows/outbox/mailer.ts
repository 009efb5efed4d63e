// What the flows know of mail: a mail in, what came of it out.

import type { DeliveryOutcome } from '../../domain/appointment/delivery.ts'
import type { Mail } from '../../domain/people/notices.ts'

/** Sends one mail. Never throws. There is one where SMTP_URL (on Node) or MAIL_URL is set. */
export type Mailer = (mail: Mail) => Promise<DeliveryOutcome>
