// The risks for people, each with likelihood and damage before and after the measures that it names by their sign.

import type { Given } from './given.ts'

type Level = 'gering' | 'mittel' | 'hoch' | 'sehr hoch'

export type Risk = {
  what: string
  goal: string
  likely: Level
  damage: Level
  /** Signs of measures (measures.ts). */
  measures: readonly string[]
  /** What is left, and what could still be done. */
  left: Level
  rest: string
}

/** The risks there are with these settings. */
export function risksOf({ profile, config }: Given): readonly Risk[] {
  const { telegram, web } = config.doors
  const risks: (Risk | false)[] = [
    {
      what: 'Eine Behörde verlangt Daten (Ausländerbehörde, Polizei)',
      goal: 'Vertraulichkeit, Nichtverkettung',
      likely: 'mittel',
      damage: 'sehr hoch',
      measures: ['D1', 'D2', 'D4', 'V2', 'V3', 'V4'],
      left: 'mittel',
      rest: '`behoerdenanfragen.md`; rechtliche Klärung vor dem Start',
    },
    {
      what: 'Jemand im Haushalt liest mit',
      goal: 'Vertraulichkeit',
      likely: 'hoch',
      damage: 'sehr hoch',
      measures: [...(telegram ? ['V10'] : []), ...(web ? ['V9'] : []), 'E1'],
      left: 'mittel',
      rest: 'Ältere Nachrichten und den Verlauf des Browsers kann nur der Mensch selbst löschen; Beratung weist darauf hin',
    },
    telegram && {
      what: 'Telegram oder ein Staat liest mit',
      goal: 'Vertraulichkeit',
      likely: 'mittel',
      damage: 'sehr hoch',
      measures: ['D3', 'V10', 'T1', 'A4'],
      left: 'hoch',
      rest: '`telegram.md`; ohne Telegram entfällt es (`DOORS=web`)',
    },
    web && {
      what: 'Jemand errät oder sieht Code und PIN',
      goal: 'Vertraulichkeit',
      likely: 'mittel',
      damage: 'hoch',
      measures: ['V7'],
      left: 'gering',
      rest: 'mittel, wo jemand im Haushalt beides sieht; „Andere PIN“ macht die alte ungültig',
    },
    web && {
      what: 'Jemand anders benutzt denselben Browser oder das Tablet der Stelle',
      goal: 'Vertraulichkeit',
      likely: 'hoch',
      damage: 'hoch',
      measures: ['V8', 'V9'],
      left: 'mittel',
      rest: 'Kiosk-Modus des Browsers, Aushang',
    },
    {
      what: 'Jemand spricht für einen anderen, der nichts davon weiß',
      goal: 'Transparenz, Intervenierbarkeit',
      likely: 'mittel',
      damage: 'hoch',
      measures: ['E3', 'E4', 'T2'],
      left: 'mittel',
      rest: 'Prüfen kann es erst die Beratung im Gespräch; die Akte sagt, über wessen Chat',
    },
    {
      what: 'Minderjährige willigen ein, oder werden für Erwachsene benutzt',
      goal: 'Transparenz',
      likely: 'mittel',
      damage: 'hoch',
      measures: ['D2', 'T1', 'E6'],
      left: 'mittel',
      rest: 'Alter wird nicht verlangt, also nicht geprüft; „unter 18 und allein“ führt sofort zum Jugendamt. Ab welchem Alter Einwilligung allein gilt: [ungeprüft]',
    },
    {
      what: 'Ein anderer Träger der Stelle liest mit',
      goal: 'Vertraulichkeit',
      likely: 'mittel',
      damage: 'hoch',
      measures: ['V3', 'V4', 'I1'],
      left: 'gering',
      rest: 'mittel bei roten und orangen Anfragen bis zur Übernahme: dort zählt zuerst Hilfe',
    },
    {
      what: 'Neugier im eigenen Haus',
      goal: 'Vertraulichkeit',
      likely: 'mittel',
      damage: 'hoch',
      measures: ['V3', 'I1', 'T3', 'E5'],
      left: 'gering',
      rest: 'Schulung; die Rolle „Datenschutz“ sieht auffällige Zugriffe',
    },
    {
      what: 'Diebstahl der Datenbank oder einer Sicherung',
      goal: 'Vertraulichkeit',
      likely: 'mittel',
      damage: 'sehr hoch',
      measures: ['V1', 'V2', 'V15', 'E2'],
      left: 'gering',
      rest: 'mit dem Schlüssel ist alles offen: getrennt aufbewahren',
    },
    {
      what: 'Ein Konto des Personals wird übernommen',
      goal: 'Vertraulichkeit, Integrität',
      likely: 'mittel',
      damage: 'sehr hoch',
      measures: ['V5', 'V6', 'I1', 'T3'],
      left: 'mittel',
      rest: 'Passkeys vorschreiben; Konten prüfen',
    },
    {
      what: 'Die geheime Adresse eines Kalenders gelangt in fremde Hände',
      goal: 'Vertraulichkeit',
      likely: 'mittel',
      damage: 'mittel',
      measures: ['V17', 'I1'],
      left: 'mittel',
      rest: 'nur „Belegt“ erlauben, wo kein Vertrag mit dem Anbieter besteht',
    },
    {
      what: 'Beschäftigte werden überwacht',
      goal: 'Nichtverkettung, Transparenz',
      likely: 'mittel',
      damage: 'hoch',
      measures: ['N5', 'E5', 'T4'],
      left: profile.staffOversight === 'on' ? 'mittel' : 'gering',
      rest: 'Dienstvereinbarung; berät an einer Stelle nur eine Person, sind die Zahlen der Stelle ihre',
    },
    {
      what: 'Rückschluss aus Statistik auf einen Menschen',
      goal: 'Nichtverkettung',
      likely: 'mittel',
      damage: 'mittel',
      measures: ['N1', 'N4'],
      left: 'gering',
      rest: '`docs/decisions/0056-seats-are-exact-people-are-few.md`',
    },
    {
      what: 'Falsche Übersetzung führt in die Irre',
      goal: 'Transparenz, Integrität',
      likely: 'mittel',
      damage: 'hoch',
      measures: ['T1', 'E6'],
      left: 'mittel',
      rest: 'Muttersprachler lesen; ungeprüfte Sprachen sagen es selbst',
    },
    {
      what: 'Gefahr wird nicht erkannt, oder jemand verlässt sich auf den Bot',
      goal: 'Verfügbarkeit',
      likely: 'mittel',
      damage: 'sehr hoch',
      measures: ['E6', 'A4'],
      left: 'mittel',
      rest: 'Nummern stehen auf jedem Schirm einen Tipp entfernt (`test/domain/dialog/sos.test.ts`); nichts davon ersetzt den Notruf',
    },
    {
      what: 'Termin oder Erinnerung geht verloren',
      goal: 'Verfügbarkeit, Integrität',
      likely: 'gering',
      damage: 'hoch',
      measures: ['I2', 'I3', 'A1', 'A3', 'A5'],
      left: 'gering',
      rest: 'Alarme einschalten',
    },
    {
      what: 'Jemand belegt massenhaft Plätze',
      goal: 'Verfügbarkeit',
      likely: 'mittel',
      damage: 'mittel',
      measures: ['A2'],
      left: 'mittel',
      rest: 'Personal sieht es und sagt ab',
    },
    {
      what: 'Gelöschtes kommt zurück',
      goal: 'Intervenierbarkeit',
      likely: 'gering',
      damage: 'hoch',
      measures: ['E2', 'D4'],
      left: 'gering',
      rest: config.remote
        ? 'Zeitreise des Anbieters nur mit `erase again`'
        : 'Liste der Gelöschten öfter wegkopieren als Sicherungen',
    },
    {
      what: 'Freiwilligkeit fehlt: Menschen glauben, ohne Einwilligung keine Beratung zu bekommen',
      goal: 'Intervenierbarkeit',
      likely: 'mittel',
      damage: 'hoch',
      measures: ['D1', 'T1', 'E6'],
      left: 'gering',
      rest: 'Aushang; Telefon und offene Sprechstunde wirklich besetzt halten',
    },
  ]
  return risks.filter((risk) => risk !== false)
}
