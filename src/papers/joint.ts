// The agreement between carriers that answer together: one text for the GDPR and the laws of the churches, as a template.

import { leadsReachOf } from '../domain/people/wall.ts'
import { carriersTable, lawsOf } from './carriers.ts'
import type { Figures } from './figures.ts'
import type { Given } from './given.ts'
import { type ChurchOrState, HOW_FAR, LAW, LAWS } from './law.ts'
import { open, paper, table, tests } from './markdown.ts'

export function jointPaper({ profile, day }: Given, f: Figures, church: ChurchOrState): string {
  const law = LAWS[church]
  const laws = lawsOf(profile)
  return paper(
    `Vereinbarung über gemeinsame Verantwortung nach ${law.name} (Vorlage, ${profile.city})`,
    HOW_FAR,
    `Grundlage: ${law.joint}; ${law.whole}. ${
      laws.length > 1
        ? `Die Träger stehen unter verschiedenem Recht (${laws.join(', ')}). Jede Partei schließt nach ihrem; die Texte unterscheiden sich nur in Grundlage, Aufsicht und Verpflichtung.`
        : `Unter welchem Recht die Träger stehen: ${laws[0] ?? open('`law` je Träger im Profil')}.`
    }`,
    '## Parteien',
    carriersTable(profile),
    '## § 1 Worum es geht [ungeprüft]',
    `Die Parteien betreiben Lotse zusammen: ein Eingang, eine Datenbank, gemeinsame Stellen. Zwecke und Mittel legen sie gemeinsam im Profil der Stadt fest (Stand ${day}). Getrennt verantwortlich ist jede Partei, sobald sie eine Anfrage übernommen hat, für Beratung, Notizen und alles danach.`,
    '## § 2 Wer sieht was [ungeprüft]',
    table(
      ['Stand der Anfrage', 'Wer sieht sie', 'Nachweis'],
      [
        [
          'niemand hat sie',
          'alle Träger der Stelle: Anliegen, Dringlichkeit, Sprache, Zeit; rot und orange ganz',
          tests('domain/wall', 'staff/walls'),
        ],
        [
          'ein Träger hat sie',
          `nur dieser; die anderen sehen auf der Seite des Tages den vergebenen Platz mit Zeit, Sprache und Code; Leitung: ${leadsReachOf(profile) === 'centre' ? 'alle Fälle der Stelle (`walls.leads`)' : 'Fälle des eigenen Trägers'}`,
          tests('staff/walls', 'domain/rights'),
        ],
        [
          'sie wechselt',
          'mit Zustimmung des Menschen oder durch die Leitung bei Abwesenheit, Grund und Tag vermerkt',
          tests('staff/carriers', 'staff/carrier-edges'),
        ],
        [
          'immer verborgen',
          (profile.walls?.notShown ?? [])
            .map(({ question, bodies }) => `\`${question}\` für ${bodies.join(', ')}`)
            .join('; ') || open('welche Antwort für welchen Träger, `walls.notShown`'),
          `${tests('staff/walls')}; \`walls.notShown\``,
        ],
      ],
    ),
    '## § 3 Wer tut was [ungeprüft]',
    table(
      ['Pflicht', 'Wer'],
      [
        [
          'Information der Menschen vor der Einwilligung',
          'alle zusammen, durch die Texte in Lotse; inhaltlich verantwortet: '.concat(
            open('Partei'),
          ),
        ],
        [
          'Auskunft, Kopie',
          'der Mensch selbst mit /mydata; Notizen: der Träger, der die Anfrage hat, binnen eines Monats',
        ],
        [
          'Berichtigung, Löschung, Widerruf',
          'der Mensch selbst; sonst der Träger, der die Anfrage hat; vor der Übernahme: '.concat(
            open('Partei'),
          ),
        ],
        [
          'Anfragen von Behörden',
          'der Träger, der die Anfrage hat, nach `behoerdenanfragen.md`; die anderen antworten nicht für ihn',
        ],
        [
          'Meldung einer Verletzung',
          `jede Partei an ihre Aufsicht (hier: ${law.authority}; ${law.breach}); wer sie bemerkt, ruft am selben Tag alle anderen an: ${open('Telefonkette')}`,
        ],
        [
          'Benachrichtigung der Betroffenen',
          `zusammen, durch \`announce\`; Text gibt frei: ${open('Partei')}`,
        ],
        [
          'Folgenabschätzung, Verzeichnis, Löschkonzept',
          `federführend ${open('Partei')}; jede Partei nimmt sie in ihr Verzeichnis`,
        ],
        [
          'Verträge mit Dienstleistern',
          `${open('Partei')} für alle, nach dem strengsten anwendbaren Recht`,
        ],
        ['Schlüssel, Betrieb, Sicherung', open('Partei')],
        [
          'Konten und Rollen',
          `jede Partei für ihre Beschäftigten; wer ausscheidet, wird am selben Tag gesperrt (${tests('staff/people')})`,
        ],
        ['Rolle „Datenschutz“', `je Träger eine Person ohne andere Rolle: ${open('Namen')}`],
      ],
    ),
    '## § 4 Schweigepflicht [ungeprüft]',
    `${LAW.stgb203} gilt zwischen den Parteien: Dass sie zusammenarbeiten, erlaubt keine Weitergabe. ${law.secrecy}.`,
    '## § 5 Änderungen [ungeprüft]',
    `\`staffOversight\`, \`walls\`, \`retention\`, \`notices\` und die Türen ändert niemand allein: ${open('Verfahren, Frist')}. Jede Änderung steht im Protokoll (${tests('staff/centres', 'staff/audit')}).`,
    '## § 6 Anlaufstelle für Menschen [ungeprüft]',
    `${open('eine Stelle, in einfachen Worten')} Jeder kann sich an jede Partei wenden. Das Wesentliche dieser Vereinbarung wird veröffentlicht: ${open('wo')}`,
    '## § 7 Ende [ungeprüft]',
    `Scheidet eine Partei aus, übergibt sie offene Anfragen mit Zustimmung der Menschen oder schließt sie ab; nach der Frist (${f.content}) sind sie gelöscht. ${open('Kündigung, Haftung im Innenverhältnis')}`,
    open('Ort, Datum, Unterschriften'),
  )
}
