// The record of processing activities about employees: accounts, sign-in, audit.

import { oversightOf } from '../domain/people/oversight.ts'
import { carriersTable } from './carriers.ts'
import type { Figures } from './figures.ts'
import type { Given } from './given.ts'
import { keptOf } from './kept.ts'
import { HOW_FAR, LAW, unread } from './law.ts'
import { open, paper, table, tests } from './markdown.ts'

export function employeesPaper({ profile, config, day, version }: Given, f: Figures): string {
  const oversight = oversightOf(profile)
  return paper(
    `Verzeichnis der Verarbeitungstätigkeit: Beschäftigte, ${profile.city}`,
    HOW_FAR,
    table(
      ['Angabe', 'Inhalt'],
      [
        ['Bezeichnung', `Lotse ${version}: Konten, Anmeldung und Protokoll des Personals`],
        ['Stand', day],
        [
          'Zweck',
          'Zugang nur für Berechtigte; nachvollziehen, wer welche Anfrage gesehen oder geändert hat; Termine mit jemandem, der die Sprache spricht',
        ],
        [
          'Nicht der Zweck',
          `Leistung oder Verhalten zu bewerten: keine Zahl nach Mitarbeitenden, keine nach Stunden eines einzelnen Tages (${tests('staff/figures-of-staff')})`,
        ],
        [
          'Rechtsgrundlage',
          `${LAW.dsgnrw18}, ${unread('§ 26 BDSG')}, bei den Kirchen ${unread('§ 53 KDG, § 49 DSG-EKD')}; ${open('Dienstvereinbarung vom …, Muster: `docs/privacy/dienstvereinbarung-muster.md`')}`,
        ],
        [
          'Betroffene',
          'Beratung, Leitung, Koordination, Administration, Datenschutz; Ehrenamtliche mit Konto; Freiwillige, die ihre Stimme leihen',
        ],
        [
          'Daten',
          'Feld für Feld in `docs/privacy/beschaeftigte.md` (`test/house/staff-paper.test.ts` hält es an den Tabellen)',
        ],
        [
          'Empfänger',
          `Administration; wer dieselbe Anfrage sieht, den Namen; die Rolle „Datenschutz“ auffällige Zugriffe${config.staffProvider ? '; der Identitätsdienst, wer sich wann anmeldet' : ''}`,
        ],
        ['Blick nach Mitarbeitenden', OVERSIGHT[oversight](f)],
        [
          'Adressen von Geräten',
          `nur nach einer Freigabe wegen eines Vorfalls (${tests('staff/oversight')})`,
        ],
        [
          'Drittland',
          config.remote ? 'Datenbank bei Cloudflare, siehe `verzeichnis.md`' : 'keines durch Lotse',
        ],
        ['Maßnahmen', '`massnahmen.md`, vor allem V5, V6, I1, N5, E5'],
      ],
    ),
    '## Fristen',
    table(
      ['Was', 'Wie lange'],
      keptOf(f)
        .filter(({ about }) => about === 'staff')
        .map(({ what, when }) => [what, when]),
    ),
    '## Verantwortlich als Arbeitgeber',
    carriersTable(profile),
  )
}

const OVERSIGHT = {
  off: () => '`staffOversight` ist „off“: niemand',
  'four-eyes': (f: Figures) =>
    `\`staffOversight\` ist „four-eyes“: nach Bitte mit Grund und Freigabe durch die Rolle „Datenschutz“; die ${f.inspectionBack} vor der Bitte, ${f.inspection} lang`,
  on: () => '`staffOversight` ist „on“: Leitung und Administration, ohne Freigabe',
} as const
