// Where a city orders interpreters, and how these answer. "Working days" are Mondays to Fridays
// that are no public holiday.

import { assumed, type Figure, figure } from './figure.ts'
import { SPOKEN, type Spoken } from './people.ts'

export type Pool = {
  id: string
  way: 'on-site' | 'video' | 'telephone'
  languages: readonly Spoken[]
  languagesFrom: string
  /** Lay pools take no talk with legal consequences. */
  lay: boolean
  /** Nobody orders it; `confirms` is then the share of calls at which somebody is free. */
  onCall?: true
  /** An order arrives so many working days before the talk, at the latest. */
  leadWorkingDays: Figure
  /** The share of answers that come after 0, 1, 2, … working days. */
  answersAfter: readonly Figure[]
  /** Shares of the orders; the others are refused. */
  confirms: Figure
  neverAnswers: Figure
  /** Of the confirmed ones: called off, on one of the last two working days. */
  withdraws: Figure
  /** Where a woman is asked for: the share of these orders for which there is one. */
  hasWoman: Figure
  /** A cancellation costs nothing until so many hours before the talk. */
  freeCancelHours: Figure
}

const all = Object.keys(SPOKEN) as Spoken[]

const within3 = 'Kreis Steinfurt answers within 3 working days (kreis-steinfurt.de, 09/2023)'
const generation =
  'KI Duisburg: uepo.de 7 Mar 2024 (15 languages of the fifth generation), xtranews 16 Aug 2019'

/** People of the city, trained for it, as the pool of the KI Duisburg. */
const lay: Pool = {
  id: 'lay',
  way: 'on-site',
  languages: ['ar', 'bg', 'kmr', 'ckb', 'fa', 'prs', 'ru', 'rom', 'ps'],
  languagesFrom: generation,
  lay: true,
  leadWorkingDays: figure(5, 'Kreis Heinsberg 5, EN-Kreis 7; of Duisburg not found'),
  answersAfter: [0.2, 0.4, 0.25, 0.15].map((is) => figure(is, `${within3}; spread assumed`)),
  confirms: assumed(0.7),
  neverAnswers: assumed(0.05),
  withdraws: assumed(0.02),
  hasWoman: assumed(0.6),
  freeCancelHours: figure(24, 'EN-Kreis: an hour is charged if not cancelled 24 h before'),
}

/** Professionals, as SprInt Essen and Wuppertal. */
const professional: Pool = {
  id: 'professional',
  way: 'on-site',
  languages: all,
  languagesFrom: 'SprInt Essen: more than 40 languages (derwesten.de 10563876)',
  lay: false,
  leadWorkingDays: assumed(3),
  answersAfter: [0.5, 0.3, 0.2].map((is) => assumed(is)),
  confirms: assumed(0.85),
  neverAnswers: assumed(0.01),
  withdraws: assumed(0.02),
  hasWoman: assumed(0.6),
  freeCancelHours: assumed(48),
}

/** Interpreting by telephone, ordered for a time. */
const telephone: Pool = {
  id: 'telephone',
  way: 'telephone',
  languages: all.filter((key) => key !== 'rom' && key !== 'kmr-bahdini'),
  languagesFrom: 'Thüringen 2019: 54 languages by day (welt.de 202862706); which ones: assumed',
  lay: false,
  leadWorkingDays: assumed(1, '15 languages at once (SAVD, uepo.de 23 Feb 2016), others ordered'),
  answersAfter: [0.8, 0.2].map((is) => assumed(is)),
  confirms: assumed(0.92),
  neverAnswers: assumed(0.01),
  withdraws: assumed(0.01),
  hasWoman: assumed(0.7),
  freeCancelHours: assumed(24),
}

/** Interpreting by telephone that nobody orders: it is called when the talk begins. */
const onCall: Pool = {
  ...telephone,
  id: 'on-call',
  onCall: true,
  languagesFrom: '15 languages at once (SAVD, uepo.de 23 Feb 2016); which ones: assumed',
  leadWorkingDays: figure(0, 'decision 0052: nobody orders it'),
  answersAfter: [figure(1, 'decision 0052: it answers when it is called')],
  confirms: assumed(0.9),
}

export const PLENTY_OF_POOLS: readonly Pool[] = [lay, professional, telephone]
export const TWO_POOLS: readonly Pool[] = [lay, telephone]
export const TWO_POOLS_AND_ON_CALL: readonly Pool[] = [...TWO_POOLS, onCall]

/** One pool that is asked by everybody. */
export const ONE_POOL: readonly Pool[] = [
  {
    ...lay,
    leadWorkingDays: figure(7, 'EN-Kreis: at least 7 working days (enkreis.de)'),
    confirms: assumed(0.5),
    neverAnswers: assumed(0.15),
  },
]
