// The data protection impact assessment by the Standard-Datenschutzmodell.

import type { Figures } from './figures.ts'
import type { Given } from './given.ts'
import { GOALS } from './goals.ts'
import { HOW_FAR, LAW, unread } from './law.ts'
import { list, open, paper, table, tests } from './markdown.ts'
import { measuresOf } from './measures.ts'
import { recipientsOf } from './recipients.ts'
import { risksOf } from './risks.ts'
import { usesTelegram } from './telegram.ts'

export function impactPaper(given: Given, f: Figures): string {
  const { profile, config, version, day } = given
  const { telegram, web } = config.doors
  const measures = measuresOf(given, f)
  const risks = risksOf(given)
  return paper(
    `Datenschutz-Folgenabschätzung: Lotse in ${profile.city} (Entwurf)`,
    HOW_FAR,
    `Nach Art. 35 DSGVO und den Gegenstücken der Kirchen (${unread('§ 35 KDG')}; ${unread('§ 34 DSG-EKD')}), Methode: ${LAW.sdm}; für kirchliche Träger: ${LAW.kdm}. Lotse ${version}, Stand ${day}.`,
    '## 1 Warum eine nötig ist',
    `Schutzbedürftige Menschen, Daten nach Art. 9 DSGVO (Themen lassen auf Gesundheit, Gewalt, Herkunft schließen), neue Technik: mehrere Merkmale der Leitlinien zugleich [ungeprüft]; ${LAW.ldiList}.`,
    '## 2 Beschreibung',
    `Ein Mensch öffnet ${[web ? 'eine Seite im Browser' : '', telegram ? 'einen Chat in Telegram' : ''].filter(Boolean).join(' oder ')}, wählt die Sprache, willigt ein, tippt höchstens acht Knöpfe und hat einen Termin (${tests('telegram/whole-path')}). Beratungskräfte der Stelle sehen eine deutsche Vorbereitung. Lotse entscheidet nichts über den Aufenthalt, berechnet keine Frist und gibt keine Rechtsauskunft. ${profile.centres.length === 1 ? 'Eine Stelle' : `${profile.centres.length} Stellen`}, ${(profile.bodies ?? []).length} Träger.`,
    '### Datenflüsse',
    table(['Von', 'Nach', 'Was', 'Wie geschützt'], flows(given)),
    '### Empfänger',
    table(['Wer', 'Was', 'Nachweis'], recipientsOf(given, f)),
    '## 3 Notwendigkeit und Verhältnismäßigkeit',
    list([
      `Jedes Feld dient dem Termin oder der Vorbereitung; freiwillige kommen nach der Buchung und mit eigener Einwilligung (${tests('telegram/withdrawn', 'domain/dialog/details')}).`,
      `Wer nicht einwilligt, bekommt Adressen, Zeiten und Telefon und verliert nichts (${tests('telegram/refused-consent')}).`,
      `Fristen: Inhalte ${f.content}, liegen gebliebene Gespräche ${f.abandoned}, Protokoll ${f.audit} (\`loeschkonzept.md\`).`,
      `Mildere Mittel: ${open('warum Telefon allein nicht genügt, mit Zahlen der Stelle')}`,
    ]),
    '## 4 Risiken',
    'Wahrscheinlichkeit und Schaden sind ohne Maßnahmen geschätzt, das Restrisiko mit ihnen; Stufen gering, mittel, hoch, sehr hoch. Die Schätzung ist ein Vorschlag.',
    table(
      [
        'Nr.',
        'Risiko',
        'Ziel',
        'Wahrscheinlichkeit',
        'Schaden',
        'Maßnahmen',
        'Rest',
        'Was bleibt zu tun',
      ],
      risks.map(({ what, goal, likely, damage, measures, left, rest }, at) => [
        `R${at + 1}`,
        what,
        goal,
        likely,
        damage,
        measures.join(', '),
        left,
        rest,
      ]),
    ),
    '## 5 Maßnahmen nach Gewährleistungszielen',
    table(
      ['Nr.', 'Ziel', 'Maßnahme', 'Nachweis'],
      measures.map(({ sign, what, by }) => [
        sign,
        GOALS[sign.charAt(0) as keyof typeof GOALS],
        what,
        by,
      ]),
    ),
    '## 6 Übermittlung in Drittländer',
    usesTelegram(given)
      ? 'Bewertung in `telegram.md`. Restrisiko mittel bis hoch; die Tür zu öffnen ist eine Entscheidung der Verantwortlichen.'
      : 'Telegram ist nicht geöffnet; Lotse übermittelt nichts dorthin.',
    '## 7 Minderjährige',
    list([
      `Das Alter ist freiwillig und eine Gruppe. „Unter 18 und allein hier“ führt ohne Buchung zu Jugendamt und Nummern (${tests('telegram/danger', 'browser/danger')}); Recht: ${LAW.sgb42a}.`,
      `Ob und ab wann Minderjährige in dieses Angebot allein einwilligen: ${unread('Art. 8 DSGVO')}, ${LAW.ekd12}, ${LAW.kdg8}; Beratung ohne Kenntnis der Eltern: ${unread('§ 8 Absatz 3 SGB VIII')}`,
      `Die Texte sind kurz und auch zu hören (${tests('i18n/plain-german', 'web/heard')}).`,
    ]),
    '## 8 Die Tür im Browser',
    web
      ? list([
          `Vor der Einwilligung kein Cookie und kein Eintrag über die Person; danach ein Cookie, nötig im Sinn von ${LAW.tdddg25} (${tests('web/statements', 'web/strangers')}).`,
          `Nichts wird von anderen Servern geladen, kein Besuch gezählt, kein Skript nötig (${tests('web/troubles', 'web/landing')}).`,
          `Die Netzadresse von Ratsuchenden steht nicht im Klartext in der Datenbank und nicht im Protokoll von Lotse (${tests('door/nothing-leaks')}); was der Proxy davor schreibt: ${open('Felder, Frist')}`,
          'Der Verlauf des Browsers sagt, dass jemand hier war; die Seiten sagen es.',
        ])
      : 'Sie ist nicht geöffnet.',
    '## 9 Standpunkt der Betroffenen, Rat, Entscheidung',
    list([
      `Gespräche mit Nutzerinnen und Nutzern der Stellen: ${open('Datum, Ergebnis')}`,
      `Rat der Datenschutzbeauftragten jedes Trägers: ${open('Datum, Ergebnis')}`,
      `Personalvertretungen: ${open('Datum, Ergebnis')}`,
      `Vorherige Konsultation der Aufsicht (Art. 36 DSGVO), wenn ein hohes Restrisiko bleibt: ${open('nötig oder nicht, warum')}`,
      `Entscheidung: ${open('Name, Funktion, Datum je Verantwortlichem')}`,
      `Überprüfung: nach der Erprobung und bei jeder Änderung von Türen, Wänden, Fristen oder Fragen: ${open('Datum')}`,
    ]),
  )
}

function flows({ config }: Given): string[][] {
  const { telegram, web } = config.doors
  const rows: (string[] | false)[] = [
    telegram && [
      'Mensch',
      'Telegram',
      'Nachrichten, Knöpfe',
      'Transport von Telegram; Telegram liest',
    ],
    telegram && [
      'Telegram',
      'Lotse',
      'Zustellungen',
      `TLS, Geheimnis (${tests('telegram/delivery')})`,
    ],
    web && [
      'Browser',
      'Lotse',
      'Antworten, Cookie',
      `TLS bis zum Proxy (${tests('web/strangers')})`,
    ],
    [
      'Lotse',
      'Datenbank',
      'Anfrage, Termin, Protokoll',
      `Felder versiegelt (${tests('door/nothing-leaks')})`,
    ],
    [
      'Lotse',
      'Beratung',
      'Anfrage, soweit die Wand es zulässt',
      `Anmeldung mit zweitem Faktor, Wand (${tests('staff/sign-in', 'staff/walls')})`,
    ],
    [
      'Lotse',
      'Koordination',
      'Zahlen',
      `kleine Zahlen verborgen (${tests('domain/people-hidden')})`,
    ],
    [
      'Lotse',
      'Postfach der Stelle, Pools',
      'Kennzeichen, Zeit, Ort, Sprache',
      `nie die Person (${tests('staff/notices', 'staff/pool-mails')})`,
    ],
    [
      'Beratung',
      'Fachverfahren',
      'was abgeschrieben oder ausgeführt wird',
      open('Verfahren, Schutz'),
    ],
  ]
  return rows.filter((row) => row !== false)
}
