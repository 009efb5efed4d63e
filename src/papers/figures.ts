// Every figure the papers name, taken from the code that goes by it, so that no paper says another one.

import { FEWEST, fewestShown } from '../domain/figures/few.ts'
import { type Allowance, TRIES_OF_NETWORK } from '../domain/people/allowance.ts'
import { ALLOWANCES } from '../domain/people/crowd.ts'
import { LASTS, REACHES_BACK } from '../domain/people/oversight.ts'
import { mostPeople } from '../domain/people/party.ts'
import { DIGITS } from '../domain/people/pin.ts'
import { deadlines } from '../domain/people/retention.ts'
import { TRIES_OF_ACCOUNT } from '../domain/people/sign-in-limits.ts'
import { FORGOTTEN_AFTER } from '../domain/people/throttle.ts'
import { OPENED_IN_AN_HOUR, REFUSED_IN_A_DAY } from '../domain/people/unusual-looks.ts'
import type { Profile } from '../domain/profile/profile.ts'
import { LONGEST_VOICE, MOST_VOICES } from '../domain/voice-message/voice-message.ts'
import { TIE_LASTS } from '../flows/conversation/tie.ts'
import { INVITE_LASTS } from '../flows/sign-in/accounts.ts'
import { IDLE, SHORTEST_PASSWORD } from '../flows/sign-in/auth.ts'
import { LONGEST_SESSION } from '../flows/sign-in/sign-in.ts'
import { count, lasting } from './markdown.ts'

const DAY = 24 * 60 * 60_000

/** Bits and bytes of what is sealed; a test measures them (test/house/papers/figures.test.ts). */
export const CRYPTO = { keyBits: 256, ivBits: 96, tagBits: 128, hmacBits: 256 } as const

/** Days a nightly copy stands, as docs/install/lotse-backup.service deletes it: sooner than people are told. */
export const NIGHTLY_COPY_DAYS = 14

/** Days D1 can be set back; Cloudflare's word, on the paid and on the free plan. */
export const TIME_TRAVEL = { paid: 30, free: 7 } as const

const inADay = ({ most, every }: Allowance) => most + DAY / every

/** Figures of a city, in German. */
export function figuresOf(profile: Profile) {
  const { retention, limits, reminders } = profile
  // Any instant: what is fixed lies as far before it as before any other.
  const now = 1_800_000_000_000
  const due = deadlines(retention, now)
  const ago = (at: number) => lasting(now - at)
  return {
    abandoned: count(retention.abandonedHours, 'Stunde', 'Stunden'),
    content: count(retention.contentDays, 'Tag', 'Tage'),
    contentDays: retention.contentDays,
    noShow: count(retention.noShowDays, 'Tag', 'Tage'),
    audit: count(retention.auditMonths, 'Monat', 'Monate'),
    consents: count(retention.consentMonths, 'Monat', 'Monate'),
    updates: ago(due.updates),
    messages: ago(due.messages),
    erased: ago(due.backups),
    tie: lasting(TIE_LASTS),
    invite: lasting(INVITE_LASTS),
    idle: lasting(IDLE * 1000),
    session: lasting(LONGEST_SESSION),
    tries: lasting(FORGOTTEN_AFTER),
    password: count(SHORTEST_PASSWORD, 'Zeichen', 'Zeichen'),
    pin: count(DIGITS, 'Ziffer', 'Ziffern'),
    pinTries: count(inADay(TRIES_OF_NETWORK), 'Versuch', 'Versuche'),
    pinTriesInAll: count(ALLOWANCES.return.about.atOnce, 'Versuch', 'Versuche'),
    accountTries: count(TRIES_OF_ACCOUNT.most, 'Versuch', 'Versuche'),
    voice: count(LONGEST_VOICE, 'Sekunde', 'Sekunden'),
    voices: count(MOST_VOICES, 'Sprachnachricht', 'Sprachnachrichten'),
    people: count(mostPeople(limits), 'Mensch', 'Menschen'),
    fewest: String(fewestShown(profile)),
    fewestEver: String(FEWEST),
    opened: count(OPENED_IN_AN_HOUR, 'Anfrage', 'Anfragen'),
    refused: count(REFUSED_IN_A_DAY, 'abgelehnter Zugriff', 'abgelehnte Zugriffe'),
    inspectionBack: lasting(REACHES_BACK),
    inspection: lasting(LASTS),
    backups: count(NIGHTLY_COPY_DAYS, 'Tag', 'Tage'),
    timeTravel: count(TIME_TRAVEL.paid, 'Tag', 'Tage'),
    timeTravelFree: count(TIME_TRAVEL.free, 'Tag', 'Tage'),
    reminders: [
      ...reminders.daysBefore.map((days) => count(days, 'Tag', 'Tage')),
      ...reminders.hoursBefore.map((hours) => count(hours, 'Stunde', 'Stunden')),
    ].join(', '),
    key: count(CRYPTO.keyBits, 'Bit', 'Bit'),
    iv: count(CRYPTO.ivBits, 'Bit', 'Bit'),
    tag: count(CRYPTO.tagBits, 'Bit', 'Bit'),
    hmac: count(CRYPTO.hmacBits, 'Bit', 'Bit'),
  } as const
}

export type Figures = ReturnType<typeof figuresOf>
