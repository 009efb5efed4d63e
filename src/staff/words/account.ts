// Words of the own account, in both languages of the staff pages.

export const accountDe = {
  accountProvider:
    'Ihr Passwort und den zweiten Faktor ändern Sie dort, wo Sie sich angemeldet haben.',
  changePassword: 'Passwort ändern',
  changePasswordHint: 'Alle anderen Sitzungen enden dabei.',
  currentPassword: 'Bisheriges Passwort',
  passwordChanged: 'Ihr Passwort ist geändert. Andere Sitzungen sind beendet.',
  newCodes: 'Neue Wiederherstellungscodes',
  newCodesHint: 'Die bisherigen Codes gelten dann nicht mehr.',
  newPhone: 'Neues Gerät für den zweiten Faktor',
  newPhoneHint:
    'Gerät verloren? Melden Sie sich mit einem Wiederherstellungscode an und geben Sie hier einen weiteren ein.',
  codeOrRecovery: 'Code aus der App oder Wiederherstellungscode',
  newPhoneStart: 'Neues Gerät einrichten',
  proofWrong: 'Passwort oder Code stimmt nicht. Es wurde nichts geändert.',
  otherSessions: 'Andere Sitzungen',
  otherSessionsHint: 'Meldet Ihr Konto auf allen anderen Geräten ab.',
  endOtherSessions: 'Andere Sitzungen beenden',
  otherSessionsEnded: 'Alle anderen Sitzungen sind beendet.',
} as const

export const accountEn: Record<keyof typeof accountDe, string> = {
  accountProvider: 'You change your password and second factor where you signed in.',
  changePassword: 'Change password',
  changePasswordHint: 'All other sessions end with it.',
  currentPassword: 'Current password',
  passwordChanged: 'Your password is changed. Other sessions have ended.',
  newCodes: 'New recovery codes',
  newCodesHint: 'The codes you have will no longer work.',
  newPhone: 'New device for the second factor',
  newPhoneHint: 'Device lost? Sign in with a recovery code and enter another one here.',
  codeOrRecovery: 'Code from the app or recovery code',
  newPhoneStart: 'Set up a new device',
  proofWrong: 'The password or code is wrong. Nothing was changed.',
  otherSessions: 'Other sessions',
  otherSessionsHint: 'Signs your account out on every other device.',
  endOtherSessions: 'End other sessions',
  otherSessionsEnded: 'All other sessions have ended.',
}
