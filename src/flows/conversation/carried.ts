// What a page carries: what it shows, for its address; and what it was, for the forms that come back.

import * as z from 'zod'
import type { Deps } from '../../deps.ts'
import type { Seen } from '../../domain/dialog/seen.ts'
import type { Place } from '../../domain/dialog/talk.ts'
import type { Address } from '../../domain/people/address.ts'
import { fingerprintOf } from '../fingerprint.ts'
import type { Attachment } from './attachments.ts'

/** Grows when an older one would mean something else. */
const VERSION = 1

/** As long as it is known which inputs were answered, less a day: an older form could be answered twice. */
const FORM_LASTS = 6 * 86_400_000

/**
 * A page whose forms come back: when it was shown, in which language, at which place or with which message of
 * ours, and about whom.
 */
export type Form = {
  nonce: string
  at: number
  language: string
  place?: Place
  unread?: number
  of?: string
}

const seenSchema = z.tuple([
  z.literal(VERSION),
  z.looseObject({
    place: z.looseObject({ at: z.string() }).optional(),
    // Of a page from before a cry could say several things there is none.
    heard: z.looseObject({ kinds: z.array(z.string()).min(1) }).optional(),
  }),
])
const formSchema = z.tuple([
  z.literal(VERSION),
  z.object({
    nonce: z.string(),
    at: z.number(),
    language: z.string(),
    place: z.looseObject({ at: z.string() }).optional(),
    unread: z.number().optional(),
    of: z.string().optional(),
  }),
])

/** What a page shows, as a text for its URL that says nothing to anybody else. */
export const sealSeen = ({ store }: Deps, address: Address, seen: Seen): Promise<string> =>
  store.pages.seal('seen', address, JSON.stringify([VERSION, seen]))

/** What a page showed; `undefined` where the text is broken, another's or of an older version. */
export async function openSeen(
  { store }: Deps,
  address: Address,
  sealed: string,
): Promise<Seen | undefined> {
  const read = seenSchema.safeParse(json(await store.pages.open('seen', address, sealed)))
  return read.success ? (read.data[1] as Seen) : undefined
}

/** What the forms of a page bring back, so that none can be made up or sent for another page. */
export function sealForm(
  { store, newId, clock }: Deps,
  address: Address,
  shown: Pick<Form, 'language' | 'place' | 'unread' | 'of'>,
): Promise<string> {
  const form: Form = { nonce: newId(), at: clock.now(), ...shown }
  return store.pages.seal('form', address, JSON.stringify([VERSION, form]))
}

/** The page a form came from; `undefined` where it is made up, another's or too old. */
export async function openForm(
  { store, clock }: Deps,
  address: Address,
  sealed: string,
): Promise<Form | undefined> {
  const read = formSchema.safeParse(json(await store.pages.open('form', address, sealed)))
  if (!read.success) return undefined
  const form = read.data[1] as Form
  return clock.now() - form.at < FORM_LASTS ? form : undefined
}

/** The id of an input: the same button or text on the same page is the same input, come again. */
export const inputIdOf = ({ nonce }: Form, said: string): Promise<string> =>
  fingerprintOf(`${nonce} ${said}`)

function json(text: string | undefined): unknown {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

// Somebody who was erased a moment ago has no address: whoever has the link has the file.
const NOBODY: Address = { channel: 'web', id: '' }

const fileSchema = z.tuple([
  z.literal(VERSION),
  z.object({ name: z.string(), content: z.string() }),
])

/** A calendar file as a text for a URL, for whom nothing is kept of any more. */
export const sealFile = ({ store }: Deps, { name, content }: Attachment): Promise<string> =>
  store.pages.seal('file', NOBODY, JSON.stringify([VERSION, { name, content }]))

/** The file; `undefined` for a text that was not made here. */
export async function openFile({ store }: Deps, sealed: string): Promise<Attachment | undefined> {
  const read = fileSchema.safeParse(json(await store.pages.open('file', NOBODY, sealed)))
  if (!read.success) return undefined
  return {
    ...read.data[1],
    type: 'text/calendar',
    caption: { key: 'booking.appointment.calendar-off' },
  }
}
