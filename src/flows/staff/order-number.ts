// The number of an order, which a pool is given in the place of everything that names somebody.

import type { NeedingAppointment } from '../../domain/interpreting/orders.ts'
import { fingerprintOf } from '../fingerprint.ts'

// As in the code of a request: no signs that look or sound alike.
const SIGNS = '2345679ACDEFGHJKMNPQRSTWXYZ'
const LENGTH = 8

/**
 * The number of the next order for an appointment as it stands, such as SM-7F3K-2D9Q. The same as long as
 * nobody orders and the appointment stays where it is, so that a form can say what its page showed, and an
 * order sent twice is one. Nothing of the person can be read from it.
 * @param before how many orders there have been for the appointment as it stands: those of other places and days
 *   are not seen by everybody
 */
export async function orderNumber(
  { booking, centre, startsAt, need }: NeedingAppointment,
  before: number,
): Promise<string> {
  const seed = await fingerprintOf([booking, centre, startsAt, need.language, before].join(' '))
  let left = BigInt(`0x${seed}`)
  let signs = ''
  for (let at = 0; at < LENGTH; at += 1) {
    signs += SIGNS[Number(left % BigInt(SIGNS.length))]
    left /= BigInt(SIGNS.length)
  }
  return `SM-${signs.slice(0, LENGTH / 2)}-${signs.slice(LENGTH / 2)}`
}
