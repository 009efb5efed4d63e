// Words about signing in through the city's identity provider, in both languages of the staff pages.

export const providerDe = {
  providerSignIn: 'Anmelden mit {0}',
  providerElse: 'Oder mit Passwort',
  providerUnknown:
    'Für Ihre E-Mail-Adresse bei {0} gibt es hier kein Konto. Bitte lassen Sie sich einladen.',
  providerUnverified: '{0} hat Ihre E-Mail-Adresse nicht bestätigt. Bitte fragen Sie Ihre IT.',
  providerFactor: 'Sie haben sich bei {0} ohne zweiten Faktor angemeldet. Der ist hier nötig.',
  providerState: 'Diese Anmeldung gilt nicht mehr. Bitte beginnen Sie noch einmal.',
  providerDeclined: 'Die Anmeldung bei {0} wurde abgebrochen.',
  providerFault: '{0} antwortet gerade nicht richtig. Bitte versuchen Sie es später.',
} as const

export const providerEn: Record<keyof typeof providerDe, string> = {
  providerSignIn: 'Sign in with {0}',
  providerElse: 'Or with a password',
  providerUnknown: 'Your e-mail address at {0} has no account here. Please ask to be invited.',
  providerUnverified: '{0} has not verified your e-mail address. Please ask your IT.',
  providerFactor: 'You signed in to {0} without a second factor. It is needed here.',
  providerState: 'This sign-in is no longer valid. Please begin again.',
  providerDeclined: 'Signing in to {0} was called off.',
  providerFault: '{0} does not answer as it should. Please try again later.',
}
