// The German terms of the record. Codes become words here, so the record is exact, not translated.

import type { Urgency } from './triage.ts'

export const URGENCY_TERMS: Record<Urgency, string> = {
  red: 'Akute Gefahr',
  orange: 'Dringend: heute oder nächster Werktag',
  yellow: 'Bald: innerhalb von zwei Wochen',
  green: 'Nicht dringend',
}

/** By question, then by code. Questions whose options come from elsewhere have only a name. */
const QUESTION_TERMS: Record<string, { name: string; options?: Record<string, string> }> = {
  urgent: {
    name: 'Dringlichkeit laut Person',
    options: { no: 'nicht dringend', yes: 'dringend', danger: 'Gefahr, jetzt' },
  },
  reason: {
    name: 'Grund der Dringlichkeit',
    options: {
      letter: 'Schreiben mit Frist oder Termin',
      deportation: 'Abschiebung angekündigt oder befürchtet',
      eviction: 'Verlust der Wohnung droht',
      'no-bed': 'kein Schlafplatz für heute',
      detention: 'angehörige Person in Haft',
      illness: 'akut krank ohne Versorgung',
      'permit-ends': 'Aufenthaltspapier läuft ab',
      'money-stopped': 'Leistungen eingestellt',
      other: 'anderer Grund',
    },
  },
  topics: {
    name: 'Anliegen',
    options: {
      residence: 'Aufenthalt, Asyl',
      letter: 'Schreiben einer Behörde',
      work: 'Arbeit',
      training: 'Ausbildung',
      german: 'Deutschkurs',
      school: 'Schule, Kita',
      housing: 'Wohnen',
      money: 'Leistungen, Geld',
      health: 'Gesundheit',
      family: 'Familie, Kinder',
      reunification: 'Familiennachzug',
      recognition: 'Anerkennung von Abschlüssen',
      debts: 'Schulden, Verträge',
      discrimination: 'Diskriminierung',
      violence: 'Gewalt, Schutz',
      other: 'Sonstiges',
    },
  },
  district: {
    name: 'Stadtbezirk',
    options: {
      outside: 'außerhalb der Stadt',
      unsaid: 'keine Angabe gewünscht',
      unclear: 'nicht geklärt',
    },
  },
  part: { name: 'Ortsteil' },
  spoken: { name: 'Gesprächssprache' },
  alias: { name: 'Anrede' },
  age: {
    name: 'Altersgruppe',
    options: { 'under-18': 'unter 18', '18-26': '18 bis 26', '27-plus': '27 und älter' },
  },
  document: {
    name: 'Aufenthaltspapier (Gruppe)',
    options: {
      'in-person': 'sagt es im Gespräch',
      procedure: 'Asylverfahren: Ankunftsnachweis oder Aufenthaltsgestattung',
      duldung: 'Duldung (§§ 60a–60d AufenthG)',
      permit: 'Aufenthaltserlaubnis',
      'section-104c': 'Chancen-Aufenthaltsrecht (§ 104c AufenthG)',
      'section-24': 'Aufenthaltserlaubnis § 24 AufenthG (Ukraine)',
      permanent: 'Niederlassungserlaubnis oder Daueraufenthalt-EU',
      eu: 'EU-Bürgerin, EU-Bürger oder Familie (FreizügG/EU)',
      'waiting-paper': 'Fiktionsbescheinigung (§ 81 AufenthG)',
      visa: 'Visum',
      german: 'deutsch oder Spätaussiedler',
    },
  },
  household: {
    name: 'Haushalt',
    options: { alone: 'allein', family: 'mit Familie', 'with-children': 'mit Kindern' },
  },
  german: {
    name: 'Deutschkenntnisse',
    options: { none: 'keine', 'a1-a2': 'A1–A2', b1: 'B1', 'b2-plus': 'B2 und höher' },
  },
  counsellor: {
    name: 'Beratung gewünscht durch',
    options: { woman: 'eine Frau', man: 'einen Mann', either: 'gleich' },
  },
  needs: {
    name: 'Vorzubereiten',
    options: {
      wheelchair: 'Rollstuhl, stufenloser Zugang',
      'children-come': 'Kinder kommen mit',
      'cannot-read': 'Lesen fällt schwer',
    },
  },
  note: { name: 'Notiz der Person' },
}

/** The German term of a code; the code itself where a newer questionnaire made it. */
export function termOf(question: string, code: string): string {
  return QUESTION_TERMS[question]?.options?.[code] ?? code
}

export function nameOf(question: string): string {
  return QUESTION_TERMS[question]?.name ?? question
}
