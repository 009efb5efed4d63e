// Words of the staff pages in German; en.ts must have the same keys, which the compiler checks.

import { accountDe } from './account.ts'
import { auditDe } from './audit.ts'
import { deAppointments } from './de-appointments.ts'
import { deCare } from './de-care.ts'
import { peopleDe } from './people.ts'
import { providerDe } from './provider.ts'

export const de = {
  ...deAppointments,
  ...deCare,
  ...providerDe,
  ...accountDe,
  ...auditDe,
  ...peopleDe,

  product: 'Lotse',
  skipToContent: 'Zum Inhalt',
  mainNavigation: 'Hauptnavigation',
  signOut: 'Abmelden',
  account: 'Konto',
  name: 'Name',
  role: 'Rolle',
  centres: 'Beratungsstellen',
  body: 'Träger',
  back: 'Zurück',
  save: 'Speichern',
  demoAccounts: 'Anmelden in der Demo',
  demoPassword: 'Passwort für alle:',
  demo: 'Demo: Hier gibt es nur erfundene Personen.',

  navDay: 'Heute',
  navIntakes: 'Anfragen',
  navCalls: 'Rückrufe',
  navUtilisation: 'Auslastung',
  navAudit: 'Protokoll',
  navStaff: 'Konten',

  roleCounsellor: 'Beratung',
  roleLead: 'Leitung',
  roleCoordinator: 'Koordination',
  roleAdministrator: 'Administration',

  signInTitle: 'Anmelden',
  email: 'E-Mail-Adresse',
  password: 'Passwort',
  signIn: 'Anmelden',
  signInForStaff: 'Für Beraterinnen und Berater der Beratungsstellen.',
  signInNeeded: 'Nach 30 Minuten ohne Eingabe endet die Sitzung.',
  signInWrong: 'E-Mail-Adresse oder Passwort stimmt nicht.',
  signInWait: 'Zu viele Versuche. Bitte warten Sie {0} und versuchen Sie es dann noch einmal.',
  signedOut: 'Sie sind abgemeldet.',
  seconds: '{0} Sekunden',
  minutes: '{0} Minuten',

  codeTitle: 'Code eingeben',
  codeHint:
    'Öffnen Sie Ihre Authenticator-App und geben Sie den sechsstelligen Code für Lotse ein.',
  code: 'Code',
  codeWrong: 'Dieser Code stimmt nicht oder wurde schon benutzt. Warten Sie auf den nächsten.',
  codeRestart: 'Bitte melden Sie sich noch einmal an.',
  codeLocked: 'Zu viele falsche Codes. Bitte versuchen Sie es in 15 Minuten noch einmal.',
  check: 'Prüfen',
  useRecovery: 'Kein Zugriff auf die App? Wiederherstellungscode benutzen',
  recoveryTitle: 'Wiederherstellungscode',
  recoveryHint: 'Jeder Wiederherstellungscode gilt einmal.',
  recoveryCode: 'Wiederherstellungscode',
  useApp: 'Lieber den Code aus der App eingeben',

  setUpTitle: 'Zweiten Faktor einrichten',
  setUpWhy: 'Zum Schutz der Ratsuchenden braucht jede Anmeldung einen Code von Ihrem Gerät.',
  setUpScan: 'Scannen Sie dieses Bild mit einer Authenticator-App.',
  setUpByHand: 'Ohne Kamera: Tragen Sie diesen Schlüssel von Hand ein.',
  setUpQr: 'QR-Code zum Einrichten',
  setUpKey: 'Schlüssel',
  setUpEnter: 'Geben Sie dann den Code ein, den die App zeigt.',
  codesTitle: 'Ihre Wiederherstellungscodes',
  codesHint: 'Drucken Sie diese Codes oder schreiben Sie sie auf. Sie werden nur jetzt gezeigt.',
  codesDone: 'Ich habe die Codes aufbewahrt',

  inviteTitle: 'Willkommen bei Lotse',
  inviteHint: 'Legen Sie Ihr Passwort fest. Dieser Link gilt nur einmal.',
  inviteFor: 'Konto',
  inviteGone: 'Dieser Link gilt nicht mehr. Lassen Sie sich einen neuen geben.',
  newPassword: 'Neues Passwort',
  newPasswordHint: 'Mindestens 12 Zeichen. Ein langer Satz ist besser als Sonderzeichen.',
  repeatPassword: 'Passwort wiederholen',
  passwordShort: 'Das Passwort braucht mindestens 12 Zeichen.',
  passwordLong: 'Das Passwort darf höchstens 128 Zeichen haben.',
  passwordsDiffer: 'Die beiden Passwörter sind verschieden.',
  setPassword: 'Passwort festlegen',
  passwordSet: 'Ihr Passwort ist festgelegt. Melden Sie sich jetzt an.',

  refusedTitle: 'Kein Zugriff',
  refused: 'Ihr Konto darf diese Seite nicht sehen. Der Versuch wurde protokolliert.',
  missingTitle: 'Nicht gefunden',
  missing: 'Diese Seite gibt es nicht, oder sie gehört zu einer anderen Beratungsstelle.',
  staleTitle: 'Bitte noch einmal',
  stale: 'Diese Seite war zu lange offen. Bitte gehen Sie zurück und senden Sie noch einmal.',
  faultTitle: 'Etwas ist schiefgegangen',
  fault: 'Das hätte nicht passieren dürfen. Nennen Sie der IT diese Nummer:',

  language: 'Sprache',
  german: 'Deutsch',
  english: 'Englisch',
} as const

export type Word = keyof typeof de
export type Words = Record<Word, string>
