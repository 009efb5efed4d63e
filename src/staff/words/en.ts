// Words of the staff pages in English. Terms of German law and offices stay German.

import { accountEn } from './account.ts'
import { auditEn } from './audit.ts'
import type { Words } from './de.ts'
import { enAppointments } from './en-appointments.ts'
import { enCare } from './en-care.ts'
import { peopleEn } from './people.ts'
import { providerEn } from './provider.ts'

export const en: Words = {
  ...enAppointments,
  ...enCare,
  ...providerEn,
  ...accountEn,
  ...auditEn,
  ...peopleEn,

  product: 'Lotse',
  skipToContent: 'Skip to content',
  mainNavigation: 'Main navigation',
  signOut: 'Sign out',
  account: 'Account',
  name: 'Name',
  role: 'Role',
  centres: 'Centres',
  body: 'Carrier',
  back: 'Back',
  save: 'Save',
  demoAccounts: 'Sign in to the demo',
  demoPassword: 'Password for all:',
  demo: 'Demo: everybody you see here is made up.',

  navDay: 'Today',
  navIntakes: 'Requests',
  navCalls: 'Call-backs',
  navUtilisation: 'Utilisation',
  navAudit: 'Audit',
  navStaff: 'Accounts',

  roleCounsellor: 'Counsellor',
  roleLead: 'Centre lead',
  roleCoordinator: 'Coordinator',
  roleAdministrator: 'Administrator',

  signInTitle: 'Sign in',
  email: 'E-mail address',
  password: 'Password',
  signIn: 'Sign in',
  signInForStaff: 'For counsellors of the counselling centres.',
  signInNeeded: 'A session ends after 30 minutes without input.',
  signInWrong: 'E-mail address or password is wrong.',
  signInWait: 'Too many attempts. Please wait {0}, then try again.',
  signedOut: 'You are signed out.',
  seconds: '{0} seconds',
  minutes: '{0} minutes',

  codeTitle: 'Enter your code',
  codeHint: 'Open your authenticator app and enter the six digits for Lotse.',
  code: 'Code',
  codeWrong: 'This code is wrong or has been used. Wait for the next one.',
  codeRestart: 'Please sign in again.',
  codeLocked: 'Too many wrong codes. Please try again in 15 minutes.',
  check: 'Check',
  useRecovery: 'No access to the app? Use a recovery code',
  recoveryTitle: 'Recovery code',
  recoveryHint: 'Each recovery code works once.',
  recoveryCode: 'Recovery code',
  useApp: 'Enter a code from the app instead',

  setUpTitle: 'Set up a second factor',
  setUpWhy: 'To protect those who seek advice, every sign-in needs a code from your device.',
  setUpScan: 'Scan this picture with an authenticator app.',
  setUpByHand: 'Without a camera: enter this key by hand.',
  setUpQr: 'QR code for the set-up',
  setUpKey: 'Key',
  setUpEnter: 'Then enter the code the app shows.',
  codesTitle: 'Your recovery codes',
  codesHint: 'Print these codes or write them down. They are shown only now.',
  codesDone: 'I have kept the codes',

  inviteTitle: 'Welcome to Lotse',
  inviteHint: 'Choose your password. This link works only once.',
  inviteFor: 'Account',
  inviteGone: 'This link no longer works. Ask for a new one.',
  newPassword: 'New password',
  newPasswordHint: 'At least 12 characters. A long sentence is better than odd signs.',
  repeatPassword: 'Repeat the password',
  passwordShort: 'The password needs at least 12 characters.',
  passwordLong: 'The password can have 128 characters at most.',
  passwordsDiffer: 'The two passwords are not the same.',
  setPassword: 'Set password',
  passwordSet: 'Your password is set. Now sign in.',

  refusedTitle: 'No access',
  refused: 'Your account may not see this page. The attempt has been written down.',
  missingTitle: 'Not found',
  missing: 'This page does not exist, or it belongs to another centre.',
  staleTitle: 'Once more, please',
  stale: 'This page was open for too long. Please go back and send it again.',
  faultTitle: 'Something went wrong',
  fault: 'This should not have happened. Give this number to your IT:',

  language: 'Language',
  german: 'German',
  english: 'English',
}
