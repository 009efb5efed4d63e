// A city with pools of interpreters and seats where it is entered who counsels, made up for tests.

import type { Counselling } from '../../src/domain/calendar/rules.ts'
import type { OrderNow } from '../../src/domain/interpreting/order.ts'
import type { NeedingAppointment } from '../../src/domain/interpreting/orders.ts'
import type { Pool } from '../../src/domain/profile/interpreting.ts'
import type { Profile } from '../../src/domain/profile/profile.ts'
import { duisburgInGroups } from './duisburg.ts'

const HALF_HOUR = 30 * 60_000

/** A pool of interpreters for Tigrinya on the telephone, but for what is said. */
export const poolOf = (said: Partial<Pool> = {}): Pool => ({
  id: 'phone',
  name: 'Beispiel-Pool Telefon',
  modes: ['telephone'],
  languages: ['ti', 'kmr'],
  leadWorkingDays: 2,
  freeCancelHours: 24,
  contact: { mail: 'bestellung@pool.example', phone: '0203 123456' },
  status: { confirmed: true },
  ...said,
})

/** One that nobody orders: it is called when the talk begins. */
export function serviceOf(said: Partial<Pool> = {}): Pool {
  const { freeCancelHours: _, ...pool } = poolOf({ id: 'service', ...said })
  return { ...pool, onCall: true, leadWorkingDays: 0 }
}

/** Duisburg with these pools; `counselling` holds at every hour of RSC Hochfeld. */
export function cityWith(pools: readonly Pool[], counselling?: readonly Counselling[]): Profile {
  const profile = duisburgInGroups()
  const centres = profile.centres.map((centre) =>
    centre.id === 'hochfeld' && counselling
      ? {
          ...centre,
          openings: centre.openings.map((rule) => ({ ...rule, counselling: [...counselling] })),
        }
      : centre,
  )
  return { ...profile, centres, interpreting: [...pools] }
}

/** Somebody who needs Tigrinya at RSC Hochfeld, but for what is said. */
export const needingAt = (
  startsAt: number,
  said: Partial<NeedingAppointment> = {},
): NeedingAppointment => ({
  booking: 'b',
  centre: 'hochfeld',
  startsAt,
  endsAt: startsAt + HALF_HOUR,
  seat: 1,
  need: { language: 'ti', gender: null },
  topics: ['housing'],
  intakeId: 'i',
  personId: 'p',
  changedAt: startsAt - 14 * 86_400_000,
  body: 'drk',
  ...said,
})

/** An order for it, as it was placed. */
export const orderFor = (
  { booking, centre, startsAt, endsAt, need }: NeedingAppointment,
  said: Partial<OrderNow> = {},
): OrderNow => ({
  id: 'SM-1',
  ...{ booking, centre, startsAt, endsAt, language: need.language ?? '', gender: need.gender },
  pool: 'phone',
  poolName: 'Beispiel-Pool Telefon',
  mode: 'telephone',
  state: 'ordered',
  orderedAt: 0,
  changedAt: 0,
  changedBy: 'staff:s',
  now: { centre, startsAt, isOpen: true },
  personId: 'p',
  ...said,
})
