// Technical and organisational measures: what Lotse does, by goal, and what only those who run it can do.

import type { Figures } from './figures.ts'
import type { Given } from './given.ts'
import { GOALS } from './goals.ts'
import { HOW_FAR, LAW, LAWS } from './law.ts'
import { list, open, paper, table } from './markdown.ts'
import { measuresOf } from './measures.ts'

export function measuresPaper(given: Given, f: Figures): string {
  const measures = measuresOf(given, f)
  const parts = Object.entries(GOALS).flatMap(([letter, goal]) => [
    `## ${goal}`,
    table(
      ['Nr.', 'Maßnahme', 'Nachweis'],
      measures
        .filter(({ sign }) => sign.startsWith(letter))
        .map(({ sign, what, by }) => [sign, what, by]),
    ),
  ])
  return paper(
    `Technische und organisatorische Maßnahmen: ${given.profile.city}`,
    HOW_FAR,
    `Nach ${LAWS.DSGVO.security}, ${LAWS.KDG.security} und ${LAWS['DSG-EKD'].security}, geordnet nach den Zielen im ${LAW.sdm}. Jede Maßnahme nennt den Test, die Datei oder die Einstellung, die sie trägt; ein Test prüft, dass es sie gibt.`,
    ...parts,
    '## Was nur die Stadt und die Träger tun können',
    list([
      `Zutritt und Zugang zum Server, zwei Personen, vier Augen: ${open('Regelung')}`,
      `Verwaltete Geräte für Personal, Bildschirmsperre, keine privaten Geräte: ${open('Dienstanweisung')}`,
      `Schulung vor dem ersten Dienst: ${open('Umfang, Nachweis')}`,
      `Aktualisierungen: ${open('wer, wie schnell nach einer Meldung')}`,
      `Proben im Betrieb: \`drill\` jeden Monat, \`audit verify\` mit vermerktem Ende: ${open('wer')}`,
      `Prüfung der Konten und Rollen (\`staff list\`): ${open('vierteljährlich, wer')}`,
      `Penetrationstest vor dem Start: ${open('Datum, Ergebnis')}`,
      `Übersetzungen von Muttersprachlern gelesen: ${open('Sprachen, Namen')}`,
    ]),
  )
}
