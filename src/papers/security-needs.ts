// Protection needs after BSI standard 200-2: proposals with reasons, which the city's IT security decides.

import type { Figures } from './figures.ts'
import type { Given } from './given.ts'
import { HOW_FAR, LAW } from './law.ts'
import { list, open, paper, table } from './markdown.ts'

export const needsPaper = ({ profile, config }: Given, f: Figures): string =>
  paper(
    `Schutzbedarf: ${profile.city}`,
    HOW_FAR,
    `Vorschlag nach ${LAW.bsi2002} in den Stufen normal, hoch, sehr hoch. Es gilt der höchste Bedarf von dem, was eine Sache trägt (Maximumprinzip). Entschieden wird er von der IT-Sicherheit: ${open('Name, Datum, Abweichungen')}`,
    '## Geschäftsprozess und Daten',
    table(
      ['Was', 'Vertraulichkeit', 'Integrität', 'Verfügbarkeit', 'Warum'],
      [
        [
          'Anfragen: Antworten, Notizen, Gesprochenes',
          'sehr hoch',
          'hoch',
          'normal',
          'Schon dass jemand Beratung sucht, ist ein Geheimnis; Themen lassen auf Gesundheit, Gewalt, Herkunft schließen; Folge kann Gefahr für Leib und Leben sein',
        ],
        [
          'Kennung von Chat und Cookie, Telefonnummer',
          'sehr hoch',
          'hoch',
          'normal',
          'führt zum Menschen',
        ],
        [
          'Seiten und Antworten bei Gefahr (Nummern, Wege)',
          'normal',
          'hoch',
          'hoch',
          'jeder darf sie lesen; eine falsche oder fehlende Nummer schadet sofort. Sie ersetzen keinen Notruf',
        ],
        [
          'Termine',
          'hoch',
          'hoch',
          'hoch',
          'ein verlorener Termin kann eine Frist kosten; Ausweg: Telefon und offene Sprechstunde',
        ],
        [
          'Protokoll der Einsichten',
          'hoch',
          'sehr hoch',
          'normal',
          'einziger Nachweis, wer was gesehen hat; zugleich Daten über Beschäftigte',
        ],
        ['Konten des Personals', 'hoch', 'hoch', 'normal', 'wer eines hat, liest Anfragen'],
        [
          'Profil der Stadt (Zeiten, Anschriften)',
          'normal',
          'hoch',
          'normal',
          'öffentlich; falsch führt es Menschen in die Irre',
        ],
        [
          'Auslastung',
          'normal',
          'normal',
          'normal',
          `ohne Person; Zahlen über Menschen erst ab ${f.fewest}`,
        ],
      ],
    ),
    '## Was daraus für Technik folgt',
    table(
      [
        'Zielobjekt',
        'Vertraulichkeit',
        'Integrität',
        'Verfügbarkeit',
        'Was Lotse dafür tut',
        'Was die Stadt tut',
      ],
      [
        [
          'Anwendung Lotse',
          'sehr hoch',
          'sehr hoch',
          'hoch',
          '`massnahmen.md`',
          open('Abnahme, Penetrationstest'),
        ],
        [
          'Datenschlüssel',
          'sehr hoch',
          'sehr hoch',
          'hoch',
          '`kryptokonzept.md`',
          open('Geheimnisspeicher, Vier-Augen'),
        ],
        [
          config.remote ? 'D1 und Worker bei Cloudflare' : 'Server und Datenträger',
          'sehr hoch',
          'sehr hoch',
          'hoch',
          config.remote
            ? 'versiegelte Felder, Gerichtsbarkeit „eu“'
            : 'versiegelte Felder, gehärtete Einheiten (`docs/install/lotse.service`)',
          open('Härtung, Aktualisierung, Verschlüsselung des Datenträgers'),
        ],
        [
          'Proxy mit TLS',
          'sehr hoch',
          'hoch',
          'hoch',
          '`docs/install/Caddyfile` als Vorlage',
          open('Betreiber; was er protokolliert'),
        ],
        [
          'Sicherungen',
          'hoch',
          'hoch',
          'normal',
          'verschlüsselt, erprobt',
          open('Ort, Löschregel'),
        ],
        [
          'Arbeitsplätze des Personals',
          'sehr hoch',
          'hoch',
          'normal',
          `Sitzung endet nach ${f.idle} ohne Anfrage`,
          open('verwaltete Geräte, Bildschirmsperre'),
        ],
        [
          'Tablet in der Stelle',
          'hoch',
          'normal',
          'normal',
          'Kiosk vergisst zwischen Menschen',
          open('Kiosk-Modus des Browsers'),
        ],
        ...(config.doors.telegram
          ? [
              [
                'Telegram',
                'nicht zu schützen',
                'normal',
                'normal',
                'nur die Vereinbarung läuft darüber',
                open('Entscheidung, ob die Tür geöffnet wird'),
              ],
            ]
          : []),
      ],
    ),
    '## Kumulation und Verteilung',
    list([
      'Viele Anfragen zusammen wiegen nicht mehr als eine: Die Stufe ist schon die höchste.',
      'Ein Ausfall über Stunden ist tragbar, weil jede Stelle ein Telefon und eine offene Sprechstunde hat; darum „hoch“ und nicht „sehr hoch“ bei Verfügbarkeit.',
      `Tragbare Ausfallzeit und Datenverlust: ${open('RTO, RPO; die Sicherung ist nächtlich')}`,
    ]),
  )
