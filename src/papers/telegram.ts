// The transfer assessment for Telegram: what reaches it, what is known of it, what is left, and who has to decide.

import { hearsInGroups } from '../domain/people/notices.ts'
import type { Figures } from './figures.ts'
import type { Given } from './given.ts'
import { HOW_FAR, LAW } from './law.ts'
import { list, open, paper, table, tests } from './markdown.ts'

/** Whether anything goes to Telegram with these settings. */
export const usesTelegram = ({ config, profile }: Given): boolean =>
  config.doors.telegram || hearsInGroups(profile)

export const telegramPaper = (given: Given, f: Figures): string =>
  paper(
    `Telegram: Rolle, Übermittlung, Bewertung (${given.profile.city})`,
    HOW_FAR,
    '## Rolle',
    list([
      'Telegram ist kein Auftragsverarbeiter: Es gibt keinen Vertrag nach Art. 28 DSGVO. Es ist selbst verantwortlich und sitzt außerhalb des EWR.',
      `${LAW.bfdi}. Ob es heute einen gibt, ist vor der Entscheidung nachzusehen: ${open('Stand, Datum')}`,
      `${LAW.telegramStores}.`,
      `${LAW.ldi}.`,
      `${LAW.kdsa}; die Aufsichten in Nordrhein-Westfalen: ${open('Anfrage, Antwort')}`,
      `${LAW.dgonline}; Schweigepflicht: ${LAW.stgb203}.`,
    ]),
    '## Was hinausgeht, was nicht',
    table(
      ['Was', 'Bei Telegram', 'Maßnahme', 'Nachweis'],
      [
        [
          'Dass ein Konto mit dem Bot spricht, wann, mit welcher Netzadresse',
          'ja, durch den Menschen selbst',
          'steht vor dem ersten Speichern; die Seiten im Browser sind gleichwertig',
          tests('i18n/consent-length', 'flows/two-doors'),
        ],
        [
          'Sprache, Thema als Kennwort, Bezirk, Zeit, Ort des Termins',
          'ja',
          'nur die Vereinbarung; Erinnerungen ohne Thema',
          tests('telegram/reminders'),
        ],
        [
          'Freiwillige Nachricht, gesprochene Nachricht',
          'ja, bis der Bot sie aus dem Chat löscht; ob Telegram sie dann löscht, ist unbekannt',
          'freiwillig, Hinweis daneben; auf den Seiten ohne Telegram',
          tests('web/voice', 'telegram/whole-path'),
        ],
        [
          'Fotos, Dateien',
          'kurz',
          'abgewiesen und gelöscht',
          tests('telegram/any-input', 'telegram/silence'),
        ],
        [
          'Notizen, Akte, Name des Personals',
          'nein',
          'Personal bekommt keine Inhalte über Telegram',
          tests('staff/notices'),
        ],
        [
          'Hinweise an eine Gruppe des Personals',
          hearsInGroups(given.profile)
            ? 'ja: Kennzeichen, Stelle, Dringlichkeit'
            : 'nein, ausgeschaltet',
          '`notices.telegram` im Profil',
          tests('staff/notices'),
        ],
        [
          'Datei über sich (/mydata)',
          'nur wenn der Mensch sie im Chat verlangt',
          'Notizen nur mit ihrer Zeit, nicht im Wortlaut',
          tests('telegram/own-data'),
        ],
      ],
    ),
    '## Bewertung der Übermittlung',
    table(
      ['Schritt', 'Ergebnis'],
      [
        [
          'Wer übermittelt?',
          'Der Mensch schreibt selbst an Telegram; Lotse antwortet über die Schnittstelle. Ob die Antwort eine Übermittlung nach Kapitel V DSGVO ist: [ungeprüft]',
        ],
        [
          'Wohin?',
          `Unternehmen mit Sitz außerhalb des EWR; Orte der Server nicht gesichert bekannt: ${open('Nachforschung')}`,
        ],
        ['Angemessenheitsbeschluss', 'keiner bekannt [ungeprüft]'],
        ['Geeignete Garantien (Art. 46)', 'keine: kein Vertrag'],
        [
          'Ausnahme (Art. 49)',
          'ausdrückliche Einwilligung nach Unterrichtung über die Risiken, nur für den gewählten Weg; als Ausnahme eng auszulegen [ungeprüft]',
        ],
        [
          'Zugriff von Staaten',
          'nicht auszuschließen; für Menschen aus manchen Ländern eine Gefahr',
        ],
        [
          'Zusätzliche Maßnahmen',
          `Datensparsamkeit im Chat, zweite Tür ohne Telegram, Löschen im Chat (${f.messages} lang möglich)`,
        ],
        ['Restrisiko', 'mittel bis hoch, durch Technik nicht zu beseitigen'],
        [
          'Entscheidung',
          `${open('Tür öffnen oder nicht, je Träger, mit Datum')} Ohne Telegram: \`DOORS=web\`, dann entfällt dieses Blatt`,
        ],
      ],
    ),
    '## Hinweis an Menschen',
    `Vor dem ersten Speichern sagt der Bot in jeder Lesesprache, dass Telegram speichert, was geschrieben wird (${tests('i18n/consent-length')}); Adressen, Zeiten und Notfallnummern gibt es ohne Einwilligung (${tests('telegram/refused-consent', 'telegram/danger')}).`,
  )
