// What the demo's first page says, in German and English.

export type FirstLanguage = 'de' | 'en'

const de = {
  title: 'Lotse: die Demo',
  what: 'Lotse ist der erste Kontakt zu einer Beratungsstelle: Menschen, die neu in der Stadt sind, tippen in ihrer Sprache ein paar Antworten und haben einen Termin. Am Schreibtisch steht ihre Anfrage auf Deutsch, bevor sie da sind. Alles hier ist erfunden; was Sie links am Telefon drücken, sehen Sie rechts am Schreibtisch.',
  stories: 'Eine Geschichte ansehen',
  letter: 'Ein Brief mit Frist',
  danger: 'Gefahr zu Hause',
  missed: 'Ein verpasster Termin',
  phone: 'Das Telefon',
  desk: 'Der Schreibtisch',
  as: 'Am Schreibtisch anmelden als',
  chosen: 'Wer gerade am Telefon ist:',
  lead: 'Leitung',
  counsellor: 'Beratung',
  coordinator: 'Koordination',
  administrator: 'Administration',
  dataProtection: 'Datenschutz',
  next: 'Weiter',
  plays: 'Von selbst weiter',
  hour: '1 Stunde später',
  day: '1 Tag später',
  anew: 'Alles neu',
  anewHint:
    'Wirft weg, was hier geändert wurde, und lässt die Stadt neu entstehen. Das dauert einige Sekunden.',
  working: 'Einen Moment …',
  other: 'English',
  noScript: 'Für die Geschichten braucht es JavaScript. Telefon und Schreibtisch gehen einzeln:',
  withCode: 'Beratung, mit zweitem Faktor',
  codeTitle: 'Die App mit dem Code',
  codeOf: 'Zweiter Faktor von',
  codeHint:
    'Im Betrieb hat jede und jeder am Schreibtisch eine solche App auf dem eigenen Telefon: Zum Passwort gehört dann der Code, der gerade dort steht. Hier ist ihr Geheimnis erfunden und allen bekannt.',
  codeLasts: 'Jeder Code gilt ein Mal. Der nächste kommt in Sekunden:',
  codeKey: 'Auch in die eigene App',
  toChat: 'Zurück zum Chat',
  outsideTitle: 'Hier geht es aus der Demo hinaus',
  outsideTo: 'Im Betrieb öffnet sich hier:',
  outsideHint: 'Die Demo bleibt bei sich und ruft nichts von draußen auf.',
  outsideBack: 'Zurück geht es mit der Taste „Zurück“ des Browsers.',
}

const en: typeof de = {
  title: 'Lotse: the demo',
  what: 'Lotse is the first contact with a counselling centre: people who are new in town tap a few answers in their own language and have an appointment. At the desk their request stands in German before they arrive. Everybody here is made up; what you press on the phone at the left you see at the desk at the right.',
  stories: 'Watch a story',
  letter: 'A letter with a deadline',
  danger: 'Danger at home',
  missed: 'A missed appointment',
  phone: 'The phone',
  desk: 'The desk',
  as: 'Sign in at the desk as',
  chosen: 'Who is on the phone now:',
  lead: 'Lead',
  counsellor: 'Counsellor',
  coordinator: 'Coordinator',
  administrator: 'Administrator',
  dataProtection: 'Data protection',
  next: 'Next',
  plays: 'Play by itself',
  hour: '1 hour later',
  day: '1 day later',
  anew: 'Begin anew',
  anewHint:
    'Throws away what was changed here and lets the town come into being again. It takes some seconds.',
  working: 'One moment …',
  other: 'Deutsch',
  noScript: 'The stories need JavaScript. Phone and desk go by themselves:',
  withCode: 'Counsellor, with a second factor',
  codeTitle: 'The app with the code',
  codeOf: 'Second factor of',
  codeHint:
    'Live, everybody at the desk has such an app on their own phone: with the password goes the code that stands there at the moment. Here its secret is made up, and everybody knows it.',
  codeLasts: 'Each code is good once. The next one comes in seconds:',
  codeKey: 'Into an app of your own, too',
  toChat: 'Back to the chat',
  outsideTitle: 'This leads out of the demo',
  outsideTo: 'Live, this opens:',
  outsideHint: 'The demo keeps to itself and calls nothing outside.',
  outsideBack: 'The browser\'s "back" leads back.',
}

export type FirstWords = typeof de

export const FIRST_WORDS: Readonly<Record<FirstLanguage, FirstWords>> = { de, en }
