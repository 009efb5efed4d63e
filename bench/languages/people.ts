// Who asks for counselling in a made-up year. The same people in plenty, middle and scarcity: only
// how many of them there are differs (scenarios.ts).

import { assumed, figure } from './figure.ts'

/** Keys are those of src/i18n/spoken.ts; shares of the people who need another language than German. */
export const SPOKEN = {
  ar: assumed(0.27, 'the largest group of newcomers'),
  tr: assumed(0.11),
  kmr: assumed(0.1),
  bg: assumed(0.09, 'many in Hochfeld and Marxloh'),
  uk: assumed(0.08),
  prs: assumed(0.07),
  ckb: assumed(0.06),
  ro: assumed(0.05),
  fa: assumed(0.04),
  'kmr-bahdini': assumed(0.03, 'Yazidis from around Dohuk'),
  ps: assumed(0.03),
  ru: assumed(0.02),
  rom: assumed(0.02),
  ti: assumed(0.01),
  so: assumed(0.01),
  sq: assumed(0.01),
} as const

export type Spoken = keyof typeof SPOKEN

export const PEOPLE = {
  /** of all, and so are the following shares */
  speakGerman: assumed(0.22),
  bringSomebody: assumed(0.06, 'somebody they trust, not a child'),
  wishForWoman: assumed(0.12),
  /** Lay pools exclude these. */
  legalConsequences: assumed(0.15),
  /** Take the first free time whoever speaks there. */
  heedNoLanguage: figure(
    0.12,
    'TWB 2017, Greece: 88 % of speakers of Arabic, Dari, Farsi, Kurmanji, Sorani prefer their own',
  ),
  otherCentreToo: assumed(0.35),
  /** On each weekday by itself; everybody can come on one at least. */
  cannotOnWeekday: assumed(0.2),
  misses: figure(0.1, 'Berlin Bürgerämter 8.7 % to 11 %, 2023 (tagesspiegel 9913859, 25064712)'),
  cancels: figure(0.16, 'called in their language, 84 of 475 cancelled in time (PMC5623077)'),
  moves: assumed(0.1),
  /** Of those who cancel or move; the others do so at any moment before. */
  onLastDay: assumed(0.25),
} as const

/** Shares, and how many days people wait: at all, and beyond the first free time for one that fits. */
export const URGENCIES = {
  red: { share: assumed(0.02), waits: assumed(7), waitsForFit: assumed(0) },
  orange: { share: assumed(0.1), waits: assumed(14), waitsForFit: assumed(2) },
  yellow: { share: assumed(0.33), waits: assumed(28), waitsForFit: assumed(7) },
  green: { share: assumed(0.55), waits: assumed(28), waitsForFit: assumed(10) },
} as const

export type Urgency = keyof typeof URGENCIES

/** Where people belong by their district; centres as in prisma/seed/duisburg.json. */
export const HOMES = {
  hamborn: assumed(0.36),
  hochfeld: assumed(0.38),
  rheinhausen: assumed(0.26),
} as const

export type CentreId = keyof typeof HOMES

/** How many come on a day of the week, Monday first, beside a mean of one. */
export const WEEK = [1.3, 1.2, 1.1, 1.1, 1.1, 0.6, 0.6].map((is) => assumed(is))

/** Wall-clock minutes between which people write. */
export const AWAKE = { from: assumed(7 * 60), until: assumed(22 * 60) }
