// What everybody is asked first: how urgent it is, and what it is about.

import { option, type Question, USUAL } from './question.ts'

export const urgent = {
  ...USUAL,
  id: 'urgent',
  kind: 'one',
  level: 'A',
  options: {
    from: 'list',
    list: [
      option('no', '📅', 'nicht dringend'),
      option('yes', '⏰', 'dringend'),
      { ...option('danger', '🆘', 'Gefahr, jetzt'), style: 'danger', leadsTo: 'danger' },
    ],
  },
  hint: 'always',
  sealed: false,
  kept: false,
  clears: [
    { question: 'reason', unless: ['yes', 'danger'] },
    { question: 'heard', unless: ['danger'] },
  ],
  term: { de: 'Dringlichkeit laut Person', en: 'Urgency, as the person says' },
  record: 'urgency',
  page: 'urgency',
  csv: null,
  lists: [],
  counted: null,
} as const satisfies Question

/** Reasons that make a request urgent; those that most people have, or that cannot wait, first. */
export const reason = {
  ...USUAL,
  id: 'reason',
  kind: 'one',
  level: 'A',
  when: [{ question: 'urgent', is: ['yes'] }],
  options: {
    from: 'list',
    list: [
      option('letter', '✉️', 'Schreiben mit Frist oder Termin'),
      option('deportation', '🛂', 'Abschiebung angekündigt oder befürchtet'),
      option('eviction', '🏠', 'Verlust der Wohnung droht'),
      { ...option('minor', '🧒', 'unter 18 und allein hier'), leadsTo: 'minor' },
      option('no-bed', '🛏️', 'kein Schlafplatz für heute'),
      option('money-stopped', '💶', 'Leistungen eingestellt'),
      option('permit-ends', '📄', 'Aufenthaltspapier läuft ab'),
      option('illness', '🩺', 'akut krank ohne Versorgung'),
      option('detention', '🔒', 'angehörige Person in Haft'),
      option('other', '💬', 'anderer Grund'),
    ],
  },
  sealed: false,
  kept: false,
  term: { de: 'Grund der Dringlichkeit', en: 'Reason of the urgency' },
  record: 'urgency',
  page: 'urgency',
  csv: null,
  lists: [],
  counted: null,
} as const satisfies Question

/** What people come about most often first: the first screen shows six. */
export const topics = {
  ...USUAL,
  id: 'topics',
  kind: 'many',
  level: 'A',
  options: {
    from: 'list',
    list: [
      option('residence', '📄', 'Aufenthalt, Asyl'),
      option('letter', '✉️', 'Schreiben einer Behörde'),
      option('housing', '🏠', 'Wohnen'),
      option('money', '💶', 'Leistungen, Geld'),
      option('work', '💼', 'Arbeit'),
      option('german', '🗣️', 'Deutschkurs'),
      option('health', '🩺', 'Gesundheit'),
      option('family', '👶', 'Familie, Kinder'),
      option('school', '🎒', 'Schule, Kita'),
      option('reunification', '👪', 'Familiennachzug'),
      option('violence', '🛡️', 'Gewalt, Schutz'),
      option('training', '🧰', 'Ausbildung'),
      option('recognition', '🎓', 'Anerkennung von Abschlüssen'),
      option('debts', '🧾', 'Schulden, Verträge'),
      option('discrimination', '⚖️', 'Diskriminierung'),
      option('other', '💬', 'Sonstiges'),
    ],
  },
  max: 3,
  hint: 'always',
  sealed: false,
  kept: false,
  askedLater: true,
  term: { de: 'Anliegen', en: 'Topics' },
  record: { field: 'topics', as: 'codes' },
  page: 'facts',
  csv: { at: 'request' },
  lists: ['requests'],
  counted: 'topic',
} as const satisfies Question

export const TOPICS: readonly string[] = topics.options.list.map(({ code }) => code)

export const FIRST_QUESTIONS = [urgent, reason, topics] as const
