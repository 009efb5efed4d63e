// What a demo has lived through, taken out before its database is a real one: nobody in a demo is anybody.

import type { Database } from './engine/database.ts'

export function createMadeUp(db: Database) {
  return {
    /**
     * Takes out all people with their requests and appointments, what was counted of them, and the accounts whose
     * addresses end as `domain`. The audit stays, as it always does.
     */
    async takeAway(domain: string): Promise<void> {
      await db.batch([
        db.person.deleteMany(),
        db.booking.deleteMany(),
        db.bookingEvent.deleteMany(),
        db.closure.deleteMany(),
        db.outbox.deleteMany(),
        db.webhookDelivery.deleteMany(),
        db.answeredInput.deleteMany(),
        db.consentProof.deleteMany(),
        db.addressChange.deleteMany(),
        db.erasure.deleteMany(),
        db.usageWeek.deleteMany(),
        db.usageHour.deleteMany(),
        db.usageCount.deleteMany(),
        db.usageLanguage.deleteMany(),
        db.seatDay.deleteMany(),
        db.staff.deleteMany({ where: { email: { endsWith: domain } } }),
      ])
    },
  }
}
