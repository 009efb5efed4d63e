// What other systems are told by HTTP: codes and ids, where to, and how often it is tried.

import ipaddr from 'ipaddr.js'
import * as z from 'zod'
import { needCodes } from '../interpreting/codes.ts'
import { careSchema } from '../people/care-state.ts'
import { URGENCIES } from '../questionnaire/triage.ts'
import type { BookingState } from './attendance.ts'

export const WEBHOOK_EVENTS = ['intake.submitted', 'care.changed', 'appointment.changed'] as const
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number]

/** Who is told, by a secret that signs each call. Instants are epoch milliseconds. */
export type Webhook = {
  id: string
  url: string
  secret: string
  events: readonly WebhookEvent[]
  createdAt: number
}

/** A call that is owed, in the hands of a caller; `attempts` counts this one. */
export type ClaimedDelivery = {
  id: number
  event: WebhookEvent
  subject: string
  attempts: number
  createdAt: number
  url: string
  secret: string
}

/** What came of a call: an end, or when it is due again. */
export type DeliveryEnd =
  | { status: 'sent' | 'dropped' | 'dead'; reason: string | null }
  | { status: 'queued'; reason: string; dueAt: number }

/** A call that was given up. */
export type DeadDelivery = {
  id: number
  event: WebhookEvent
  subject: string
  url: string
  reason: string
  attempts: number
  doneAt: number
}

const STATES = [
  'booked',
  'cancelled',
  'attended',
  'missed',
  'unmarked',
] as const satisfies readonly BookingState[]

const instant = z.iso.datetime()
const reference = z.string().nullable().describe('null once the person has been forgotten')

const request = z.strictObject({
  intake: z.string(),
  reference,
  centre: z.string(),
  urgency: z.enum(URGENCIES),
  submittedAt: instant,
  /** as in the record */
  care: careSchema,
})

/** What each event says, as it is by the time it is sent. */
const WEBHOOK_DATA = {
  'intake.submitted': request,
  'care.changed': request,
  'appointment.changed': z.strictObject({
    appointment: z.string(),
    reference,
    centre: z.string(),
    startsAt: instant,
    endsAt: instant,
    state: z.enum(STATES),
    intake: z.string().nullable(),
    ...needCodes,
  }),
} as const satisfies Record<WebhookEvent, z.ZodType>

/** Whether others are told of a request: once, when it is submitted. */
export function tellsOfRequest(
  before: { submitted: boolean } | null,
  after: { submitted: boolean },
) {
  return after.submitted && !before?.submitted
}

/** The body of a call. `id` is the same in every try; `at` is when it happened. */
export function webhookBody(event: WebhookEvent) {
  return z.strictObject({
    id: z.string(),
    event: z.literal(event),
    at: instant,
    data: WEBHOOK_DATA[event],
  })
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DELAYS = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR]

/** Milliseconds until the next try after so many; `null` after the last one, some two days later. */
export function nextTry(attempts: number): number | null {
  return DELAYS[attempts - 1] ?? null
}

const OWN_NAMES = /(^|\.)(localhost|local|internal|home\.arpa)$/

/**
 * The address to call, or `null` where it is none: https, no user and password in it, and no address
 * inside a network of its own unless that is allowed, which also allows http.
 */
export function readTarget(typed: string, mayBePrivate: boolean): string | null {
  if (typed.length > 500 || !URL.canParse(typed)) return null
  const url = new URL(typed)
  const { protocol, username, password } = url
  const isSecure = protocol === 'https:' || (mayBePrivate && protocol === 'http:')
  if (!isSecure || username !== '' || password !== '') return null
  if (!mayBePrivate && isPrivateHost(url.hostname)) return null
  url.hash = ''
  return url.href
}

function isPrivateHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  if (ipaddr.isValid(host)) return isPrivateAddress(host)
  return !host.includes('.') || OWN_NAMES.test(host)
}

// What else there is of version 6 has not been given out.
const GIVEN_OUT = ipaddr.IPv6.parseCIDR('2000::/3')

/** Whether an IP address is not one of the public internet. */
export function isPrivateAddress(text: string): boolean {
  const address = ipaddr.process(text)
  if (address instanceof ipaddr.IPv6 && !address.match(GIVEN_OUT)) return true
  return address.range() !== 'unicast'
}
