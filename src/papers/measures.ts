// What protects people's data, each measure once: by which goal of the Standard-Datenschutzmodell it is for, and which
// test, file or setting carries it. The risks of the impact assessment name measures by their sign.

import { confidential } from './confidential.ts'
import type { Figures } from './figures.ts'
import type { Given } from './given.ts'
import type { Measure } from './goals.ts'
import { tests } from './markdown.ts'

/** The measures that hold with these settings; a closed door has none of its own. */
export function measuresOf(given: Given, f: Figures): readonly Measure[] {
  const { telegram, web } = given.config.doors
  return [
    ...minimal(f, telegram),
    ...available(given, f, telegram, web),
    ...whole(f),
    ...confidential(given, f, telegram, web),
    ...apart(given, f),
    ...plain(f, telegram),
    ...inHand(given, f),
  ]
}

const minimal = (f: Figures, telegram: boolean): Measure[] => [
  {
    sign: 'D1',
    what: 'Vor der Einwilligung wird nichts über einen Menschen gespeichert; eine Barriere, die jemand meldet, ohne die Person; wer nicht einwilligt, bekommt Adressen, Zeiten und Nummern.',
    by: tests('telegram/whole-path', 'web/statements', 'telegram/refused-consent'),
  },
  {
    sign: 'D2',
    what: 'Antworten sind Knöpfe, gespeichert wird ihr Kennwort. Von der Postleitzahl bleibt der Stadtbezirk (Ortsteil nur, wo er die Stelle bestimmt). Name laut Ausweis, Geburtsdatum, Anschrift und Aktenzeichen werden nicht gefragt.',
    by: tests('domain/questionnaire/entries', 'telegram/any-input'),
  },
  ...(telegram
    ? [
        {
          sign: 'D3',
          what: 'Fotos und Dateien im Chat werden abgewiesen und dort gelöscht; Name, Foto, Nummer und Sprache des Telegram-Kontos werden nicht gespeichert.',
          by: tests('telegram/any-input', 'telegram/silence', 'door/nothing-leaks'),
        },
      ]
    : []),
  {
    sign: 'D4',
    what: `Jede Nacht wird gelöscht, was seine Frist hinter sich hat (Inhalte ${f.content} nach dem Termin).`,
    by: `${tests('flows/erase-due', 'domain/retention')}; \`retention\` im Profil`,
  },
  {
    sign: 'D5',
    what: `Gesprochenes ist freiwillig, höchstens ${f.voice} lang, höchstens ${f.voices} je Anfrage; niemand schreibt es ab, kein Dritter bekommt es.`,
    by: tests('web/voice', 'staff/voice-messages'),
  },
]

const available = ({ config }: Given, f: Figures, telegram: boolean, web: boolean): Measure[] => [
  config.remote
    ? {
        sign: 'A1',
        what: `Die Datenbank (D1) lässt sich auf jede Minute der letzten ${f.timeTravel} zurücksetzen (Tarif ohne Kosten: ${f.timeTravelFree}); \`export\` macht eine verschlüsselte Kopie außerhalb.`,
        by: `\`docs/operations.md\`; ${tests('flows/move-city')}; die Frist ist Cloudflares Angabe`,
      }
    : {
        sign: 'A1',
        what: `Nächtliche verschlüsselte Sicherung, die höchstens ${f.backups} steht; jeden Monat probt \`drill\` das Zurückholen.`,
        by: `${tests('door/drill', 'door/keep-commands')}; \`docs/install/lotse-backup.service\``,
      },
  {
    sign: 'A2',
    what: 'Fluten werden nach Adresse und insgesamt begrenzt, auf den Seiten danach durch einen Arbeitsnachweis; langsame Verbindungen enden.',
    by: tests('telegram/flood', 'web/crowd', 'web/crowd-floods', 'door/slow-client'),
  },
  {
    sign: 'A3',
    what: 'Ein Abbruch mitten in einer Arbeit lässt nichts halb zurück.',
    by: tests('door/kill', 'door/kill-pages', 'door/killed-anywhere'),
  },
  {
    sign: 'A4',
    what:
      telegram && web
        ? 'Zwei Türen: Fällt Telegram aus, gehen die Seiten weiter; Nachrichten warten und gehen später hinaus.'
        : 'Nachrichten warten bei einem Ausfall im Ausgang und gehen später hinaus. Telefon und offene Sprechstunde bleiben.',
    by: tests('door/faults', 'flows/two-doors'),
  },
  {
    sign: 'A5',
    what: 'Was nicht zugestellt werden konnte, sehen Leitung und Administration auf einer Seite.',
    by: tests('staff/undelivered'),
  },
  {
    sign: 'A6',
    what: config.metrics
      ? 'Messwerte und Alarme sind eingeschaltet.'
      : 'Messwerte und Alarme gibt es, sie sind hier nicht eingeschaltet.',
    by: `${tests('door/metrics')}; \`METRICS_PORT\`, \`docs/install/lotse-alerts.yml\``,
  },
]

const whole = (f: Figures): Measure[] => [
  {
    sign: 'I1',
    what: `Jede Einsicht und Änderung durch Personal wird je Anfrage vermerkt, auch aus Listen, Tabellen und Schnittstelle; jede Zeile ist mit der vorigen verkettet (HMAC-SHA-256, ${f.hmac}). Fehlende oder geänderte Zeilen fallen auf.`,
    by: tests('staff/seen', 'staff/audit-chain'),
  },
  {
    sign: 'I2',
    what: 'Ein Platz wird nie zweimal vergeben, auch nicht an beiden Türen zugleich.',
    by: tests('door/race', 'door/race-doors'),
  },
  {
    sign: 'I3',
    what: 'Was ein Mensch geschickt bekommt, geht einmal hinaus; was nicht mehr gilt, wird berichtigt.',
    by: tests('flows/owed', 'telegram/corrected', 'door/claims'),
  },
  {
    sign: 'I4',
    what: 'Alles von außen wird vor der Verarbeitung auf Form und Größe geprüft.',
    by: tests('door/fuzz', 'door/abuse', 'telegram/delivery'),
  },
  {
    sign: 'I5',
    what: 'Eine beschädigte, halb eingespielte oder fremde Datenbank wird nicht bedient.',
    by: tests('flows/readiness', 'door/drill', 'door/upgrade'),
  },
]

const apart = ({ config }: Given, f: Figures): Measure[] => [
  {
    sign: 'N1',
    what: `Zahlen über Menschen erst ab ${f.fewest} (nie unter ${f.fewestEver}), ohne Summe, aus der sich Verborgenes errechnen ließe; Zahlen über Plätze sind genau und sagen nichts über Menschen.`,
    by: `${tests('domain/people-hidden', 'domain/languages-figures')}; \`fewestShown\` im Profil`,
  },
  {
    sign: 'N2',
    what: 'Eine Datenbank und ein Schlüssel je Stadt.',
    by: tests('door/cities-apart'),
  },
  {
    sign: 'N3',
    what: 'Andere Systeme hören nur Kennzeichen und Nummern.',
    by: tests('staff/webhooks', 'domain/webhooks'),
  },
  {
    sign: 'N4',
    what: config.metrics
      ? 'Messwerte nennen weder Stelle noch Sprache noch Thema bei dem, was Menschen tun.'
      : 'Messwerte, wären sie eingeschaltet, nennen weder Stelle noch Sprache noch Thema bei dem, was Menschen tun.',
    by: tests('door/metrics'),
  },
  {
    sign: 'N5',
    what: 'Keine Zahl nach Mitarbeitenden, keine nach Stunden eines einzelnen Tages.',
    by: tests('staff/figures-of-staff'),
  },
]

const plain = (f: Figures, telegram: boolean): Measure[] => [
  {
    sign: 'T1',
    what: `In jeder Lesesprache wird vor der Einwilligung gesagt, was gespeichert wird und wer liest${telegram ? ', und dass Telegram mitliest' : ''}.`,
    by: tests('i18n/consent-length', 'web/art-13', 'house/privacy-notices'),
  },
  {
    sign: 'T2',
    what: '/mydata zeigt alles, was gespeichert ist, auch als Datei; auch, wann Personal es gesehen hat.',
    by: tests('telegram/own-data', 'staff/whole-person'),
  },
  {
    sign: 'T3',
    what: `Das Protokoll steht ${f.audit}; auffällige Zugriffe (mehr als ${f.opened} in einer Stunde, ${f.refused} an einem Tag) sieht die Rolle „Datenschutz“.`,
    by: `${tests('staff/audit', 'staff/oversight')}; \`retention.auditMonths\``,
  },
  {
    sign: 'T4',
    what: 'Was über Beschäftigte gespeichert wird, steht Feld für Feld in einem Blatt.',
    by: tests('house/staff-paper'),
  },
]

const inHand = ({ profile }: Given, f: Figures): Measure[] => [
  {
    sign: 'E1',
    what: '/delete löscht sofort, ohne Personal, sagt den Termin ab und gibt den Platz frei.',
    by: tests('telegram/any-input', 'staff/whole-person'),
  },
  {
    sign: 'E2',
    what: 'Gelöschtes wird in Datei und Änderungsprotokoll überschrieben, und nach einer Wiederherstellung noch einmal gelöscht.',
    by: tests('door/erased-bytes', 'door/keep-commands'),
  },
  {
    sign: 'E3',
    what: 'Einwilligungen sind je Zweck getrennt und einzeln zurückzunehmen.',
    by: tests('telegram/own-data', 'telegram/withdrawn'),
  },
  {
    sign: 'E4',
    what: 'Antworten lassen sich ändern; mehrere hinter einem Chat werden einzeln behandelt.',
    by: tests('web/answers', 'flows/party'),
  },
  {
    sign: 'E5',
    what: `Wer über andere schaut, ist geregelt: \`staffOversight\` ist ${profile.staffOversight ? `„${profile.staffOversight}“` : 'nicht gesetzt, also „off“'}. Bei „four-eyes“ zeigt eine Freigabe die ${f.inspectionBack} vor der Bitte, ${f.inspection} lang.`,
    by: `${tests('staff/oversight')}; \`staffOversight\` im Profil`,
  },
  {
    sign: 'E6',
    what: 'Ein Mensch ist immer erreichbar: Rückruf, Telefon, offene Sprechstunde stehen gleichwertig daneben; über niemanden wird automatisch entschieden.',
    by: tests('telegram/talk-to-a-person', 'telegram/refused-consent'),
  },
]
