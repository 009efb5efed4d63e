// The goals of the Standard-Datenschutzmodell, and what a measure towards one of them is.

/** In its order, by the letter that a measure's sign begins with. */
export const GOALS = {
  D: 'Datenminimierung',
  A: 'Verfügbarkeit',
  I: 'Integrität',
  V: 'Vertraulichkeit',
  N: 'Nichtverkettung',
  T: 'Transparenz',
  E: 'Intervenierbarkeit',
} as const

/** `by`: the tests, files and settings that carry it. */
export type Measure = { sign: string; what: string; by: string }
