// Seats held for one person: rows of the same table under the same unique key as every booking.

import { type Database, first, fromText, numbered, toText } from './engine/database.ts'
import { freeSeat, inserting, seatValues, type Wanted } from './free-seat.ts'

/** How an offer ended: not wanted, not answered, or given up because the person took another time. */
export type OfferEnd = 'offer-declined' | 'offer-expired' | 'offer-passed'

export type NewOffer = Wanted & {
  id: string
  personId: string
  /** What it is for: a wish, or a booking that has to be moved. One open offer each. */
  heldFor: string
  heldUntil: number
}

/** A seat that is or was held; times are epoch milliseconds. */
export type Offer = {
  id: string
  personId: string | null
  centre: string
  startsAt: number
  endsAt: number
  heldFor: string
  heldUntil: number
  /** Still held. */
  open: boolean
}

type Row = {
  id: string
  personId: string | null
  centreId: string
  startsAt: string
  endsAt: string
  heldFor: string
  heldUntil: string
  state: string
}

const OFFER = numbered(`
INSERT INTO "Booking" ("id", "ref", "personId", "intakeId", "centreId", "startsAt", "endsAt", "seat",
  "state", "remind", "channel", "createdAt", "changedAt", "changedBy", "heldUntil", "heldFor")
SELECT ?6, '', ?7, NULL, ?2, ?3, ?4, f."seat", 'offered', 0, 'telegram', ?8, ?8, 'system', ?9, ?10
FROM (${freeSeat('NULL')}) f`)

const COLUMNS =
  '"id", "personId", "centreId", "startsAt", "endsAt", "heldFor", "heldUntil", "state"'

export function createOffers(db: Database) {
  const end = (where: string, as: OfferEnd, by: 'person' | 'system', now: number, id?: string) =>
    db.$executeRawUnsafe(
      `UPDATE "Booking" SET "state" = ?, "seat" = NULL, "changedAt" = ?, "changedBy" = ?
       WHERE "state" = 'offered' AND ${where}`,
      as,
      toText(now),
      by,
      ...(id === undefined ? [] : [id]),
    )

  return {
    /** Holds a seat for a person; false where it is taken or this wish has an offer already. */
    async make(offer: NewOffer, now: number): Promise<boolean> {
      const made = await inserting(() =>
        db.$executeRawUnsafe(
          ...OFFER(
            ...seatValues(offer, offer.id),
            offer.personId,
            toText(now),
            toText(offer.heldUntil),
            offer.heldFor,
          ),
        ),
      )
      // Some databases count what triggers change, too.
      return made > 0
    },

    /** One offer, open or ended. */
    async find(id: string): Promise<Offer | null> {
      const row = await first<Row>(
        db,
        `SELECT ${COLUMNS} FROM "Booking" WHERE "id" = ? AND "heldFor" IS NOT NULL`,
        id,
      )
      return row ? offerOf(row) : null
    },

    /** Seats held for a wish whose person has no message about it queued. */
    async untold(): Promise<Offer[]> {
      const rows = await db.$queryRawUnsafe<Row[]>(
        `SELECT ${COLUMNS} FROM "Booking" b WHERE b."state" = 'offered'
         AND EXISTS (SELECT 1 FROM "Waiting" w WHERE w."id" = b."heldFor")
         AND NOT EXISTS (SELECT 1 FROM "Outbox" m WHERE m."key" = 'offer:' || b."id")`,
      )
      return rows.map(offerOf)
    },

    /** Frees a seat the person does not want; nothing where it is not held any more. */
    async decline(id: string, now: number): Promise<void> {
      await end('"id" = ?', 'offer-declined', 'person', now, id)
    },

    /** Frees what is held for a wish that is no longer there. */
    async release(heldFor: string, now: number): Promise<void> {
      await end('"heldFor" = ?', 'offer-passed', 'person', now, heldFor)
    },

    /** Frees what is held for a displaced appointment. */
    async releaseAll(bookingId: string, now: number): Promise<void> {
      await end(`"heldFor" LIKE ? || ':%'`, 'offer-passed', 'system', now, bookingId)
    },

    /** Frees every seat whose time to answer is over. Returns how many. */
    async expire(now: number): Promise<number> {
      return await end('"heldUntil" <= ?', 'offer-expired', 'system', now, toText(now))
    },
  }
}

function offerOf(row: Row): Offer {
  return {
    id: row.id,
    personId: row.personId,
    centre: row.centreId,
    startsAt: fromText(row.startsAt),
    endsAt: fromText(row.endsAt),
    heldFor: row.heldFor,
    heldUntil: fromText(row.heldUntil),
    open: row.state === 'offered',
  }
}
