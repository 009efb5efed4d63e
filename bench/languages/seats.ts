// Who sits at which seat, and what they speak beside German. Hours are the opening rules of
// prisma/seed/duisburg.json, named by their ids; who speaks there is assumed throughout: which
// languages the counsellors of Duisburg speak is not published.

import type { CentreId, Spoken } from './people.ts'

/** One colleague. */
export type Counsellor = { woman: boolean; speaks: readonly Spoken[] }

/** The colleagues of an opening, seat 1 first; those after the public seats see walk-ins. */
export type Sitting = { centreId: CentreId; opening: string; counsellors: readonly string[] }

export type House = {
  counsellors: Readonly<Record<string, Counsellor>>
  sittings: readonly Sitting[]
}

const woman = (...speaks: Spoken[]): Counsellor => ({ woman: true, speaks })
const man = (...speaks: Spoken[]): Counsellor => ({ woman: false, speaks })

const sitting = (centreId: CentreId, opening: string, ...counsellors: string[]): Sitting => ({
  centreId,
  opening,
  counsellors,
})

/** Three public seats and one for walk-ins; most languages in every house. */
export const PLENTY: House = {
  counsellors: {
    'ha-a': man('tr', 'kmr', 'kmr-bahdini'),
    'ha-b': woman('ar', 'ckb'),
    'ha-c': woman('bg', 'ru', 'uk'),
    'ha-d': man('fa', 'prs', 'ps'),
    'ho-a': woman('bg', 'tr'),
    'ho-b': man('ar', 'ckb', 'kmr'),
    'ho-c': woman('ro', 'rom', 'uk'),
    'ho-d': woman('fa', 'prs'),
    'rh-a': man('ar', 'kmr'),
    'rh-b': woman('uk', 'ru'),
    'rh-c': woman('fa', 'prs', 'tr'),
    'rh-d': man('so', 'ar'),
  },
  sittings: [
    sitting('hamborn', 'monday', 'ha-a', 'ha-b', 'ha-d', 'ha-c'),
    sitting('hamborn', 'wednesday', 'ha-c', 'ha-a', 'ha-b', 'ha-d'),
    sitting('hochfeld', 'monday', 'ho-b', 'ho-a', 'ho-d', 'ho-c'),
    sitting('hochfeld', 'wednesday', 'ho-c', 'ho-b', 'ho-a', 'ho-d'),
    sitting('rheinhausen', 'monday', 'rh-b', 'rh-a', 'rh-c', 'rh-d'),
    sitting('rheinhausen', 'thursday', 'rh-d', 'rh-c', 'rh-b', 'rh-a'),
  ],
}

/** Two public seats and one for walk-ins; the large languages in every house, others in one. */
export const MIDDLE: House = {
  counsellors: {
    'ha-a': man('tr', 'kmr'),
    'ha-b': woman('ar'),
    'ha-c': woman('bg', 'ru'),
    'ho-a': woman('bg', 'tr'),
    'ho-b': man('ar', 'ckb'),
    'ho-c': woman('ro'),
    'rh-a': man('ar', 'kmr'),
    'rh-b': woman('uk', 'ru'),
    'rh-c': woman('fa', 'prs'),
  },
  sittings: [
    sitting('hamborn', 'monday', 'ha-a', 'ha-b', 'ha-c'),
    sitting('hamborn', 'wednesday', 'ha-b', 'ha-c', 'ha-a'),
    sitting('hochfeld', 'monday', 'ho-b', 'ho-a', 'ho-c'),
    sitting('hochfeld', 'wednesday', 'ho-c', 'ho-b', 'ho-a'),
    sitting('rheinhausen', 'monday', 'rh-b', 'rh-a', 'rh-c'),
    sitting('rheinhausen', 'thursday', 'rh-a', 'rh-c', 'rh-b'),
  ],
}

/** One public seat and one for walk-ins, as the seed proposes; half of the colleagues speak German only. */
export const SCARCE: House = {
  counsellors: {
    'ha-a': man('tr'),
    'ha-b': woman('ar'),
    'ho-a': woman('bg'),
    'ho-b': man(),
    'rh-a': man('ar'),
    'rh-b': woman(),
  },
  sittings: [
    sitting('hamborn', 'monday', 'ha-a', 'ha-b'),
    sitting('hamborn', 'wednesday', 'ha-b', 'ha-a'),
    sitting('hochfeld', 'monday', 'ho-b', 'ho-a'),
    sitting('hochfeld', 'wednesday', 'ho-a', 'ho-b'),
    sitting('rheinhausen', 'monday', 'rh-b', 'rh-a'),
    sitting('rheinhausen', 'thursday', 'rh-a', 'rh-b'),
  ],
}
