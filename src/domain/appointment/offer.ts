// Seats held for one person: offered to somebody who waits, or in place of an appointment that was displaced.

import type { WantedSeat } from './appointment.ts'

/** How an offer ended: taken, not wanted, not answered, or given up because the person took another time. */
export type OfferEnd = 'offer-taken' | 'offer-declined' | 'offer-expired' | 'offer-released'

export type NewOffer = WantedSeat & {
  id: string
  personId: string
  /** What it is for: a wish, or an appointment that has to be moved. One open offer each. */
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
  /** Its number at that time; `null` once it is held no more. */
  seat: number | null
  /** Still held. */
  open: boolean
}
