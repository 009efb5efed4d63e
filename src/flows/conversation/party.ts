// Several people behind one address: whom an input is about, and who of them speaks from now on.

import type { Deps } from '../../deps.ts'
import { nameOf } from '../../domain/dialog/called.ts'
import type { Intent } from '../../domain/dialog/intent.ts'
import type { LoadedPerson } from '../../domain/dialog/kept-talk.ts'
import { isAbout } from '../../domain/dialog/party.ts'
import { heardOf } from '../../domain/dialog/reduce.ts'
import type { Text } from '../../domain/dialog/text.ts'
import type { Consent } from '../../domain/people/consents.ts'
import {
  meant,
  memberBy,
  mostPeople,
  OWN,
  type PartyMember,
  type Relation,
  signOf,
} from '../../domain/people/party.ts'
import { erasePerson, type Who } from '../appointment/book-slot.ts'
import { callingOff } from '../appointment/calendar-file.ts'
import { inCalendar } from '../appointment/in-calendar.ts'
import type { City } from '../city.ts'
import type { Attachment } from './attachments.ts'
import { consentTo } from './consent-texts.ts'
import type { Incoming } from './step.ts'

/**
 * The input as it is for whoever it is about. A button speaks for whom it was shown to: where that is
 * another of those behind the address, they are turned to (`again`: load anew); where they are gone, it is
 * an old button. A cry for help is heard all the same.
 */
export async function turned(
  deps: Deps,
  incoming: Incoming,
  person: LoadedPerson | null,
): Promise<Incoming | 'again'> {
  const { input } = incoming
  if (!person) return incoming
  // A text is about whoever its page was about, where it was typed on one.
  const onPage = incoming.seenAt && input.kind === 'text' ? incoming.of : undefined
  const sign = input.kind === 'tap' ? isAbout(input.tap, incoming.of) : onPage
  const now = meant(person.party)
  if (sign === undefined || !now || signOf(now) === sign) return incoming
  const other = memberBy(person.party, sign)
  if (!other && heardOf(input)) return incoming
  if (!other) return { ...incoming, input: { kind: 'unknown-button' } }
  await deps.store.party.turn(incoming.address, other.id)
  return 'again'
}

/** What the person is to whose address it is; `null` for that person themself. */
export const relationOf = ({ party }: LoadedPerson): Relation | null =>
  meant(party)?.relation ?? null

/** Whether this input says that whom the person speaks for agrees to the present text. */
export function vouchedIn({ input }: Incoming, relation: Relation): boolean {
  return input.kind === 'tap' && input.tap.do === 'vouch' && input.tap.relation === relation
}

/** Makes somebody who speaks at the address from now on, with the consent that was just given for them. */
export async function bring(
  deps: Deps,
  { profile }: City,
  { language }: Who,
  address: Incoming['address'],
  { relation }: Extract<Intent, { do: 'bring' }>,
): Promise<void> {
  const other = relation === OWN ? null : relation
  const scope = other ? 'another' : 'booking'
  const consent: Consent = await consentTo(deps, profile, scope, language, address.channel)
  const id = deps.newId()
  const most = mostPeople(profile.limits)
  const brought = { id, language, relation: other, consent, most }
  await deps.store.party.bring(address, brought, deps.clock.now())
}

/** Whom to erase, by sign or everybody; whoever speaks now comes last, so that it can be done again. */
export function toErase(party: readonly PartyMember[], whom: string): PartyMember[] {
  const member = memberBy(party, whom)
  if (member) return [member]
  return [...party].sort((a, b) => Number(a.isMeant) - Number(b.isMeant))
}

/**
 * Erases one or all of them, one after the other.
 * @returns the files that call off what each of them had in the calendar of the phone; `gone`: what the one
 * was called
 */
export async function eraseThese(
  deps: Deps,
  city: City,
  party: readonly PartyMember[],
  whom: string,
  language: string,
): Promise<{ calledOff: Attachment[]; gone?: Text; isAll: boolean }> {
  const calledOff: Attachment[] = []
  const gone = toErase(party, whom)
  for (const { id } of gone) {
    const has = await inCalendar(deps, id)
    await erasePerson(deps, id)
    const whose = { language, party: party.map((one) => ({ ...one, isMeant: one.id === id })) }
    calledOff.push(...has.map((one) => callingOff(deps, city, one, whose)))
  }
  const [one, ...more] = gone
  const named = one && more.length === 0 ? { gone: nameOf(one, party) } : {}
  return { calledOff, ...named, isAll: gone.length === party.length }
}
