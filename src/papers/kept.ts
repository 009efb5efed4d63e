// Every table of the database: what it is about, how long it is kept, and whose it is. A test holds this list to
// prisma/schema.prisma, so that no table can be forgotten in the deletion concept.

import type { Figures } from './figures.ts'

/** people: those who seek advice · staff: employees and volunteers with an account · nobody. */
type About = 'people' | 'staff' | 'nobody'

export type Kept = {
  tables: readonly string[]
  what: string
  when: string
  rule: string
  about: About
}

/** Rows of the deletion concept. */
export const keptOf = (f: Figures): readonly Kept[] => [
  {
    tables: ['Intake', 'StaffNote', 'CallAttempt', 'Reply', 'VoiceMessage', 'Finding', 'Referral'],
    what: 'Anfrage: Antworten, Anrede, Nachricht, Gesprochenes, Nummer; Notizen, Anrufversuche, Antworten auf Nachrichten, Einschätzung zum Rechtskreis, Verweise',
    when: `${f.content} nach dem Termin oder der Absage, ohne Termin nach der letzten Änderung; mit Wiedervorlage frühestens ${f.content} nach ihrem Tag; bei Nichterscheinen ${f.noShow} nach dem Termin; ein Gespräch, das liegen bleibt, ${f.abandoned} nach der letzten Nachricht`,
    rule: '`contentDays`, `noShowDays`, `abandonedHours`',
    about: 'people',
  },
  {
    tables: ['Person', 'Address', 'Consent', 'Waiting'],
    what: 'Person; verschlüsselte Kennung von Chat oder Cookie, Verhältnis und Rufname im Chat; Einwilligungen; Warteliste',
    when: 'sobald nichts mehr zu ihr gehört',
    rule: 'folgt',
    about: 'people',
  },
  {
    tables: ['BarrierReport'],
    what: 'Meldung einer Barriere mit Mail-Adresse oder Nummer für die Antwort, aus Chat, Seiten oder Dashboard',
    when: `${f.content}, nachdem sie erledigt ist; offen längstens ${f.audit}; aus dem Gespräch auch mit der Person`,
    rule: '`contentDays`, `auditMonths`',
    about: 'people',
  },
  {
    tables: ['Tie'],
    what: 'Link, der eine zweite Tür mit der Person verbindet (Prüfwert)',
    when: `gilt ${f.tie}; gelöscht mit der Person, spätestens ${f.messages} nach dem Ablauf in der Nacht`,
    rule: 'fest',
    about: 'people',
  },
  {
    tables: ['Outbox'],
    what: 'Nachricht im Ausgang',
    when: `mit der Person, spätestens ${f.content} nach dem Versand`,
    rule: '`contentDays`',
    about: 'people',
  },
  {
    tables: ['Told'],
    what: 'welche Nachricht im Chat von welchem Termin spricht',
    when: `mit der Person oder dem Termin, spätestens ${f.content} nach dem Versand`,
    rule: '`contentDays`',
    about: 'people',
  },
  {
    tables: ['AnsweredInput'],
    what: 'Nummer einer beantworteten Zustellung; Nummern der Nachrichten im Chat',
    when: `${f.updates}; Nummern der Nachrichten ${f.messages} (so lange kann Telegram sie löschen)`,
    rule: 'fest',
    about: 'people',
  },
  {
    tables: ['AddressChange'],
    what: 'Zeitpunkte, zu denen ein gelöschter Mensch Termine geändert hat, ohne ihn: nur solange andere hinter demselben Chat stehen',
    when: f.updates,
    rule: 'fest',
    about: 'people',
  },
  {
    tables: ['Booking', 'BookingEvent'],
    what: 'Termin und sein Verlauf',
    when: `die Person ${f.content} nach dem Termin; wer geändert hat, ${f.audit}; danach bleiben Termin ohne Person und Code für die Auslastung`,
    rule: '`contentDays`, `auditMonths`',
    about: 'people',
  },
  {
    tables: ['InterpreterOrder'],
    what: 'Bestellung einer Sprachmittlung, ohne Person',
    when: `${f.content} nach dem Termin, für den sie galt`,
    rule: '`contentDays`',
    about: 'people',
  },
  {
    tables: ['ConsentProof'],
    what: 'Nachweis einer Einwilligung, ohne Person',
    when: f.consents,
    rule: '`consentMonths`',
    about: 'people',
  },
  {
    tables: ['CountedTry'],
    what: 'Versuche mit Code und PIN, mit Passwörtern: Prüfwerte',
    when: 'in der nächsten Nacht, sobald sie nicht mehr zählen',
    rule: 'fest',
    about: 'people',
  },
  {
    tables: ['Erased'],
    what: 'Kennungen Gelöschter, die nirgendwohin führen, damit eine Wiederherstellung sie wieder löscht',
    when: f.erased,
    rule: 'fest',
    about: 'nobody',
  },
  {
    tables: ['Staff', 'StaffAccount', 'StaffTwoFactor', 'StaffPasskey', 'StaffCalendar'],
    what: 'Konto, Passwort (Prüfwert), zweiter Faktor, Passkeys, geheime Adressen von Kalendern',
    when: `ein gesperrtes ${f.audit} nach der Sperre, sobald keine Anfrage die Person mehr nennt`,
    rule: '`auditMonths`',
    about: 'staff',
  },
  {
    tables: ['StaffSession', 'StaffVerification', 'StaffInvite', 'StaffAttempt', 'StaffUsedCode'],
    what: 'Sitzungen, Schritte der Anmeldung, Einladungen, Versuche, benutzte Codes; was beim Ende einer Sitzung getippt war, lesbar nur mit dem Schlüssel im Browser, eine Stunde',
    when: `in der Nacht nach dem Ende; Versuche nach ${f.tries}; benutzte Codes bis zu einer späteren Anmeldung`,
    rule: 'fest',
    about: 'staff',
  },
  {
    tables: ['Audit', 'AuditSubject'],
    what: 'Protokoll: wer welche Anfrage gesehen oder geändert hat, nie der Inhalt',
    when: f.audit,
    rule: '`auditMonths`',
    about: 'staff',
  },
  {
    tables: ['NoticeTarget', 'GroupCode', 'Webhook', 'ApiToken', 'Closure'],
    what: 'Einstellungen: Postfächer und Gruppen, Webhooks, Zugänge, Schließungen, mit dem Konto, das sie gemacht hat',
    when: 'mit der Einstellung',
    rule: 'durch Administration oder Leitung',
    about: 'staff',
  },
  {
    tables: ['WebhookDelivery'],
    what: 'Aufruf eines Webhooks: Ereignis und Kennung',
    when: `spätestens ${f.content} nach dem letzten Versuch`,
    rule: '`contentDays`',
    about: 'people',
  },
  {
    tables: ['Speaker', 'Clip'],
    what: 'Stimme und Name (verschlüsselt) von Freiwilligen, die Texte vorlesen',
    when: 'sobald sie es zurücknehmen; eine Aufnahme auch einzeln',
    rule: 'durch die Person',
    about: 'staff',
  },
  {
    tables: ['UsageWeek', 'UsageHour', 'SeatDay', 'UsageCount', 'UsageLanguage'],
    what: `Auslastung ohne Person; Zahlen über Menschen gezeigt ab ${f.fewest}`,
    when: 'bleibt',
    rule: '`fewestShown`',
    about: 'nobody',
  },
  {
    tables: ['City', 'Meta', 'Erasure', 'TelegramFile'],
    what: 'Profil der Stadt; Tatsachen über die Datenbank, darunter Bitten um Einsicht in Zeilen von Mitarbeitenden; Bericht der Nacht in Zahlen; Kennungen von Ton bei Telegram',
    when: `Profil und Tatsachen bleiben; Bitten um Einsicht und Berichte ${f.audit}`,
    rule: '`auditMonths`',
    about: 'nobody',
  },
]
