// What a profile leaves open, in German: the words of src/domain/profile/open-words.ts.

import type { OpenWords } from '../domain/profile/open-words.ts'

export const GERMAN_OPEN: OpenWords = {
  noPostalCodes: 'keine, Menschen wählen ihren Stadtteil nach dem Namen',
  noPoints: 'keine Punkte auf der Karte, ein geteilter Standort schlägt keinen Stadtteil vor',
  pointless:
    'kein Punkt auf der Karte für {names}, ein geteilter Standort kann den Nachbarn vorschlagen',
  points: 'Punkte nicht bestätigt, ein geteilter Standort kann den falschen Stadtteil vorschlagen',
  districts: 'keine Namen in arabischer Schrift ({languages}) für {names}',
  youth:
    'keine Telefonnummer des Jugendamts (id „jugendamt“) für alle, die unter 18 und allein sind',
  accessibility: 'noch keine Erklärung, und /accessibility sagt das: es fehlt {names}',
  imprint: 'keines, und /imprint sagt das',
  noBodies: 'keine, für Beratung und Leitung lässt sich kein Konto anlegen',
  number: '{names} ist nicht bestätigt und wird niemandem gezeigt',
  address: 'steht als noch nicht eingetragen da',
  way: 'Menschen erfahren nicht: {names}',
  map: 'den Punkt auf der Karte',
  stop: 'die Haltestelle',
  door: 'wie die Tür aussieht',
  steps: 'ob es Stufen gibt',
  phones: 'niemand kann dort anrufen',
  openings: 'lässt sich nicht buchen',
  counselling: 'niemand erfährt, ob dort die eigene Sprache gesprochen wird',
  controller: 'noch niemand verantwortet die Daten',
  officer: 'kein Kontakt oder keine Datenschutzbeauftragten',
  hours: 'Zeiten von der Stelle nicht bestätigt',
  days: '{names}, keine gesetzlichen Feiertage und buchbar, bis sie geschlossen werden',
  noPool: 'kein Sprachmittlerpool, niemandem wird eine Sprachmittlung zugesagt',
  contact: 'niemand weiß, wohin Bestellungen gehen',
  longest: 'unbekannt, wie lang ein Gespräch sein darf',
  excludes: 'unbekannt, welche Anliegen er nicht dolmetscht',
  genderWish: 'unbekannt, ob man um eine Frau oder einen Mann bitten kann',
  confirmed: 'vom Pool nicht bestätigt',
}
