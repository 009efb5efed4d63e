// One person at two doors: a link, good once and for a short while, ties the chat or the page it is opened in to
// whoever made it. Nobody's requests are merged with another's: who stands there already stands there beside them.

import type { Deps } from '../../deps.ts'
import type { LoadedPerson } from '../../domain/dialog/kept-talk.ts'
import type { TieLink } from '../../domain/dialog/talk.ts'
import type { TiedTo } from '../../domain/dialog/tap.ts'
import type { Tied } from '../../domain/dialog/tied.ts'
import type { Channel } from '../../domain/people/address.ts'
import { mayBring, mostPeople } from '../../domain/people/party.ts'
import { botName } from '../bot-name.ts'
import type { City } from '../city.ts'
import { fingerprintOf } from '../fingerprint.ts'
import type { Incoming } from './step.ts'

// Long enough to install an app that is there already, too short for a link that is found later.
/** How long a link that ties two doors is good, in milliseconds. */
export const TIE_LASTS = 15 * 60_000

const CHANNELS: Record<TiedTo, Channel> = { chat: 'telegram', page: 'web' }

/** Makes a link to another address; those before it end. May run twice. */
export async function makeTie(deps: Deps, personId: string, to: TiedTo): Promise<void> {
  const word = crypto.getRandomValues(new Uint8Array(18)).toBase64({ alphabet: 'base64url' })
  const now = deps.clock.now()
  const hash = await fingerprintOf(word)
  const made = { hash, personId, channel: CHANNELS[to], word, expiresAt: now + TIE_LASTS }
  await deps.store.ties.make(made)
}

/** The link a person has made, while it can be used; `undefined` where there is none. */
export async function tieLink(
  deps: Deps,
  personId: string,
  to: TiedTo,
): Promise<TieLink | undefined> {
  const found = await deps.store.ties.open(personId, CHANNELS[to], deps.clock.now())
  if (!found) return undefined
  const { word, expiresAt: until } = found
  if (to === 'page') return { url: `${pageRoot(deps)}/with/${word}`, until }
  const bot = await botName(deps)
  return bot ? { url: `https://t.me/${bot}?start=tie_${word}`, until } : undefined
}

const pageRoot = ({ config }: Deps) => config.publicUrl ?? `http://127.0.0.1:${config.port}`

/**
 * Ties the person of a link to the address it was opened at; `person` speaks there now. May run twice: the
 * same address may come with it again.
 */
export async function tie(
  deps: Deps,
  { profile }: City,
  { address }: Incoming,
  word: string,
  person: LoadedPerson | null,
): Promise<Tied> {
  const to = address.channel === 'web' ? 'page' : 'chat'
  const party = person?.party ?? []
  const now = deps.clock.now()
  const hash = await fingerprintOf(word)
  const came = (as: Tied['as']): Tied => ({ kind: 'tied', to, as })
  const link = await deps.store.ties.find(hash)
  if (!link || link.channel !== address.channel) return came('over')
  const isHere = party.some(({ id }) => id === link.personId)
  if (!isHere && mayBring(profile.limits, party, 0)) return came('full')
  const most = mostPeople(profile.limits)
  const relation = !isHere && party.some((one) => one.relation === null) ? 'other' : null
  const tied = await deps.store.ties.use(hash, { address, isHere, relation, most }, now)
  return came(tied ? 'tied' : 'over')
}
