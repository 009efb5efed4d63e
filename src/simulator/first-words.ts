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
}

export const FIRST_WORDS: Readonly<Record<FirstLanguage, typeof de>> = { de, en }
