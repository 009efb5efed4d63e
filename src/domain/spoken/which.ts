// Which texts are spoken: what people see on the screens of the talk, in the order of a talk.

/** Beginnings of keys, as they are met one after the other. A text whose key begins with none is not spoken. */
const SPOKEN: readonly string[] = [
  'lobby',
  'facts.trial',
  'page.consent',
  'page.privacy',
  'danger',
  'exit',
  'page.others-read',
  'icons',
  'questions',
  'routing',
  'booking',
  'language',
  'interpreting',
  'centres',
  'page.phone-hint',
  'return',
  'reminders',
  'closure',
  'waiting',
  'page.waiting',
  'page.reminded',
  'ways',
  'message',
  'voice',
  'referral',
  'programmes',
  'party',
  'pages',
  'page.deletes',
  'page.cookie',
  'page.answers',
  'page.forget',
  'page.missing',
  'kiosk',
  'crowd',
  'standing.accessibility.title',
  'standing.accessibility.tell',
  'barrier',
  'common',
  'notice',
  'refusal',
]

/**
 * What is not read aloud: buttons that stand under every screen, and those that copy or open something;
 * a page to be printed; commands to be typed; words that are only compared.
 */
const UNSPOKEN: readonly string[] = [
  'common.button.back',
  'common.button.hear',
  'common.button.hear-sign',
  'common.button.sos',
  'common.button.person',
  'common.typed',
  'common.so-far',
  'booking.appointment.button.copy-address',
  'booking.appointment.button.copy-code',
  'booking.appointment.calendar',
  'centres.way.button',
  'crowd.kept',
  'crowd.working',
  'danger.button.call',
  'exit.button',
  'exit.keys',
  'pages.help.commands',
  'page.forget.button',
  'page.forget.code',
  'pages.my-data.file',
  'referral.slip',
  'return.button.have',
  'voice.field',
  'ways.tie.chat.button',
  'ways.tie.page.button',
]

/** Consent, and what may save a life: no computer speaks it. */
const BY_PERSON: readonly string[] = [
  'lobby.consent',
  'lobby.privacy',
  'page.consent',
  'page.privacy',
  'page.others-read',
  'danger',
  'exit',
  'party.vouch',
  'questions.details',
  'questions.urgent',
  'questions.safe',
  'voice.hint',
  'voice.on-page',
]

const begins = (key: string) => (with_: string) => key === with_ || key.startsWith(`${with_}.`)

/** The place of a text among those that are spoken; `undefined` where it is not. */
export function rank(key: string): number | undefined {
  if (UNSPOKEN.some(begins(key))) return undefined
  const at = SPOKEN.findIndex(begins(key))
  return at < 0 ? undefined : at
}

/** Whether a text on a screen is passed over in silence. */
export const isUnspoken = (key: string): boolean => UNSPOKEN.some(begins(key))

/** Whether only a person may lend a text their voice. */
export const isByPerson = (key: string): boolean => BY_PERSON.some(begins(key))

/** What a clip belongs to: `booking.times.title` to `booking.times`, `notice.moved` to `notice`. */
export function groupOf(key: string): string {
  const steps = key.split('.')
  return steps.slice(0, steps.length > 2 ? 2 : 1).join('.')
}
