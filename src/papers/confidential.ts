// Measures that keep what is not for somebody's eyes from them: see measures.ts.

import type { Figures } from './figures.ts'
import type { Given } from './given.ts'
import type { Measure } from './goals.ts'
import { tests } from './markdown.ts'

export const confidential = (
  { profile, config }: Given,
  f: Figures,
  telegram: boolean,
  web: boolean,
): Measure[] => [
  {
    sign: 'V1',
    what: `Chat- und Browserkennung, Anrede, freier Text, Telefonnummer, Nachrichten, Notizen und Gesprochenes sind einzeln verschlüsselt (AES-GCM, ${f.key}); der Schlüssel liegt nicht in der Datenbank.`,
    by: `${tests('door/nothing-leaks', 'house/papers/figures')}; \`DATA_KEY\``,
  },
  {
    sign: 'V2',
    what: 'Chat, Gerät und Telefonnummer stehen in der Datenbank nur als Prüfwert mit Schlüssel (HMAC) oder verschlüsselt: wer sie allein hat, findet darin niemanden.',
    by: tests('door/nothing-leaks', 'door/rotate-keys'),
  },
  {
    sign: 'V3',
    what: 'Wand zwischen den Trägern: Vor der Übernahme nur Anliegen, Dringlichkeit, Sprache und Zeit (rot und orange ganz, bis jemand übernimmt), danach sieht nur der Träger, der die Anfrage hat.',
    by: tests('staff/walls', 'domain/wall', 'domain/rights'),
  },
  {
    sign: 'V4',
    what: notShown(profile),
    by: `${tests('staff/walls')}; \`walls.notShown\` im Profil`,
  },
  {
    sign: 'V5',
    what: `Personal meldet sich mit Passwort (mindestens ${f.password}) und zweitem Faktor an, oder mit Passkey${config.staffProvider ? ', oder über den Identitätsdienst der Stadt' : ''}. Eine Sitzung endet nach ${f.idle} ohne Anfrage, spätestens nach ${f.session}.`,
    by: tests('staff/sign-in', 'staff/sign-in-gate', 'browser/passkeys'),
  },
  {
    sign: 'V6',
    what: `Raten wird gebremst, ohne jemanden auszusperren: ${f.accountTries} je Konto von fremden Geräten, dann einer in fünf Minuten.`,
    by: tests('staff/sign-in-limits', 'domain/sign-in-limits'),
  },
  ...(web
    ? [
        {
          sign: 'V7',
          what: `Wieder zur Anfrage führen nur Code und PIN (${f.pin}, nirgends gespeichert); höchstens ${f.pinTries} am Tag je Code und Netz; nach ${f.pinTriesInAll} je Code nur mit Rechenaufgabe.`,
          by: tests('flows/come-back', 'web/return'),
        },
        {
          sign: 'V8',
          what: 'Die Seiten laden nichts von anderen Servern, brauchen kein Skript, haben ein nötiges Cookie ab der Einwilligung; Formulare und Adressen gelten für einen Menschen.',
          by: tests('web/strangers', 'web/troubles', 'web/landing'),
        },
        {
          sign: 'V9',
          what: '„Gerät vergisst mich“, der Ausgang auf Seiten über Gefahr und der Kiosk lassen auf geteilten Geräten nichts zurück, was die Seite zeigen könnte.',
          by: tests('web/exit', 'web/kiosk', 'browser/kiosk'),
        },
      ]
    : []),
  ...(telegram
    ? [
        {
          sign: 'V10',
          what: 'Über den Chat läuft nur die Vereinbarung: Sprache, Thema als Kennwort, Zeit, Ort. Erinnerungen nennen kein Thema; der Chat lässt sich leeren, soweit Telegram es zulässt.',
          by: tests('telegram/reminders', 'telegram/own-data'),
        },
        {
          sign: 'V11',
          what: 'Anfragen von Telegram weisen sich durch ein Geheimnis aus.',
          by: `${tests('telegram/delivery')}; \`WEBHOOK_SECRET\``,
        },
      ]
    : []),
  {
    sign: 'V12',
    what: 'Protokolle des Programms nennen weder Namen noch Texte noch Kennungen, Fehlertexte auch nicht.',
    by: tests('door/nothing-leaks', 'door/one-line'),
  },
  {
    sign: 'V13',
    what: 'Hinweise an eine Stelle nennen Code, Stelle und Dringlichkeit. Gruppen in Telegram nur, wo das Profil sie einschaltet.',
    by: `${tests('staff/notices')}; \`notices.telegram\` im Profil`,
  },
  {
    sign: 'V14',
    what: 'Dienste für Sprachmittlung erfahren Sprache, Tag, Zeit, Ort, Art und den Wunsch nach einer Frau oder einem Mann, nie die Person.',
    by: tests('staff/interpreting', 'staff/pool-mails'),
  },
  {
    sign: 'V17',
    what: 'Die geheime Adresse, von der ein Kalenderprogramm Termine holt, zeigt Zeit, Kennzeichen und Sprache, oder nur „Belegt“; sie ist als Prüfwert gespeichert, in keinem Protokoll, und endet mit Konto, Stelle und Träger.',
    by: tests('staff/calendars'),
  },
  {
    sign: 'V15',
    what: 'Geschriebene Dateien (Datenbank, Sicherung, Ausfuhr) liest nur, wem sie gehören.',
    by: tests('door/written-files', 'door/keep-commands'),
  },
  {
    sign: 'V16',
    what: 'Geheimnisse können als Dateien übergeben werden und stehen in keiner Meldung.',
    by: tests('door/secret-files', 'door/settings'),
  },
]

function notShown({ walls, bodies = [] }: Given['profile']): string {
  const named = (id: string) => bodies.find((body) => body.id === id)?.name ?? id
  const rules = (walls?.notShown ?? []).map(
    ({ question, bodies: whose }) => `\`${question}\` nicht für ${whose.map(named).join(', ')}`,
  )
  return rules.length > 0
    ? `Antworten, die ein Träger nie sieht: ${rules.join('; ')}.`
    : 'Das Profil nennt keine Antwort, die ein Träger nie sieht; es könnte.'
}
